// SPDX-License-Identifier: MIT
#include "notifications.h"

#include <QStandardPaths>

namespace stampede::test {

namespace {

const QString kName = QStringLiteral("notifications");
constexpr int kStartMs = 30'000;

} // namespace

bool Notifications::start()
{
    const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
    if (daemon.isEmpty()) {
        return false;
    }
    m_daemon.start(daemon, {QStringLiteral("--session"), QStringLiteral("--nofork"),
                            QStringLiteral("--print-address=1")});
    QByteArray address;
    while (!address.endsWith('\n')) {
        if (!m_daemon.waitForReadyRead(kStartMs)) {
            return false;
        }
        address += m_daemon.readAllStandardOutput();
    }
    address = address.trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    QDBusConnection bus = QDBusConnection::connectToBus(QString::fromUtf8(address), kName);
    return bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                              QDBusConnection::ExportAllSlots |
                                  QDBusConnection::ExportAllSignals) &&
           bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
}

Notifications::~Notifications()
{
    QDBusConnection::disconnectFromBus(kName);
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

quint32 Notifications::Notify(const QString &, quint32 replaces, const QString &,
                              const QString &title, const QString &sentence, const QStringList &,
                              const QVariantMap &, int)
{
    shown.append({replaces, title, sentence});
    return static_cast<quint32>(shown.size());
}

} // namespace stampede::test
