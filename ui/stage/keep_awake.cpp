// SPDX-License-Identifier: MIT
#include "ui/stage/keep_awake.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace stampede {

namespace {

QDBusMessage callOf(const char *method)
{
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.ScreenSaver"),
                                          QStringLiteral("/org/freedesktop/ScreenSaver"),
                                          QStringLiteral("org.freedesktop.ScreenSaver"),
                                          QString::fromLatin1(method));
}

} // namespace

KeepAwake::KeepAwake(QObject *parent)
    : QObject(parent)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    QDBusMessage question = callOf("Inhibit");
    question << QStringLiteral("Stampede") << tr("A run is shown to an audience");
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<quint32> reply = *answer;
        if (reply.isValid()) {
            m_cookie = reply.value();
        }
        answer->deleteLater();
    });
}

KeepAwake::~KeepAwake()
{
    if (m_cookie) {
        QDBusMessage release = callOf("UnInhibit");
        release << *m_cookie;
        QDBusConnection::sessionBus().send(release);
    }
}

} // namespace stampede
