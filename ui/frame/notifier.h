// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>

class QWidget;

namespace stampede {

/// Tells people who look at another window that a long run has ended, and how.
class Notifier final : public QObject
{
    Q_OBJECT

public:
    /// Runs from that length on are worth it.
    static constexpr std::chrono::seconds kLongRun{10};

    Notifier(Session &session, QWidget *window);

    /// How it tells: in the desktop's notifications, else by asking for attention to the window.
    using Tell = std::function<void(const QString &title, const QString &sentence)>;
    void setTell(Tell tell) { m_tell = std::move(tell); }
    /// What counts as a long run, kLongRun unless said otherwise.
    void setLongRun(std::chrono::milliseconds length) { m_longRun = length; }

private Q_SLOTS:
    void actionInvoked(quint32 notification, const QString &action);

private:
    void runEnded();
    void tellDesktop(const QString &title, const QString &sentence);

    Session &m_session;
    QWidget *m_window;
    quint32 m_latest = 0;   ///< the notification that a new one replaces
    bool m_listens = false; ///< for a click on it
    QElapsedTimer m_sinceStart;
    std::chrono::milliseconds m_longRun = kLongRun;
    Tell m_tell;
};

} // namespace stampede
