#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace stampede {

/// Turns SIGINT and SIGTERM into a signal of Qt. One instance in a program.
class StopSignals final : public QObject
{
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    /// Somebody asked the program to end; `times` counts from 1.
    void stopRequested(int times);

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_times = 0;
};

} // namespace stampede
