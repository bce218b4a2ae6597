// SPDX-License-Identifier: MIT
#include "ui/frame/notifier.h"

#include "record/verdict.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QWidget>

namespace stampede {

namespace {

const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");

/// As the desktop's notifications want it; it is shown as long as the desktop likes.
QDBusMessage notification(quint32 replaces, const QString &title, const QString &sentence)
{
    constexpr int kAsUsual = -1; // ms
    QDBusMessage call =
        QDBusMessage::createMethodCall(kService, kPath, kService, QStringLiteral("Notify"));
    const QVariantMap hints = {{QStringLiteral("desktop-entry"), QStringLiteral("stampede")}};
    // The sentence may hold what looks like a tag.
    call << QStringLiteral("Stampede") << replaces << QString() << title << sentence.toHtmlEscaped()
         << QStringList{QStringLiteral("default"), Notifier::tr("Show the run")} << hints
         << kAsUsual;
    return call;
}

} // namespace

Notifier::Notifier(Session &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
    , m_tell(
          [this](const QString &title, const QString &sentence) { tellDesktop(title, sentence); })
{
    connect(&m_session, &Session::runStarted, this, [this] { m_sinceStart.start(); });
    connect(&m_session, &Session::runEnded, this, &Notifier::runEnded);
}

void Notifier::runEnded()
{
    const bool isLong =
        m_sinceStart.isValid() && std::chrono::milliseconds(m_sinceStart.elapsed()) >= m_longRun;
    if (!isLong || m_window->isActiveWindow()) {
        return;
    }
    if (m_session.fault()) {
        m_tell(tr("The run could not be made"), m_session.fault()->message);
    } else if (m_session.record()) {
        const VerdictText verdict = verdictText(*m_session.record());
        m_tell(verdict.word, verdict.sentence);
    }
}

void Notifier::tellDesktop(const QString &title, const QString &sentence)
{
    QApplication::alert(m_window);
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    if (!m_listens) {
        m_listens = bus.connect(kService, kPath, kService, QStringLiteral("ActionInvoked"), this,
                                SLOT(actionInvoked(quint32, QString)));
    }
    auto *answer =
        new QDBusPendingCallWatcher(bus.asyncCall(notification(m_latest, title, sentence)), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<quint32> reply = *answer;
        m_latest = reply.isValid() ? reply.value() : 0;
        answer->deleteLater();
    });
}

void Notifier::actionInvoked(quint32 notification, const QString &)
{
    if (notification == m_latest && m_latest != 0) {
        m_window->show();
        m_window->raise();
        m_window->activateWindow();
    }
}

} // namespace stampede
