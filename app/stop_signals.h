// SPDX-License-Identifier: MIT
#pragma once

#include "app/program_start.h"

#include <QObject>

#include <array>
#include <csignal>
#include <memory>

class QSocketNotifier;

namespace stampede {

/// Turns SIGINT, SIGTERM and SIGHUP into a signal of Qt while it lives; those that were ignored
/// when the program began stay so. One instance in a program.
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
    std::array<struct sigaction, kStopSignals.size()> m_before{}; ///< of kStopSignals
    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_times = 0;
};

} // namespace stampede
