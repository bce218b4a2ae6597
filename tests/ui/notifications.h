// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QList>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QVariantMap>

namespace stampede::test {

/// A session bus of its own with somebody on it who takes notifications, in the place of a desktop.
/// To be made before the program asks for its session bus.
class Notifications final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    /// False where no bus can be started.
    bool start();
    ~Notifications() override;

    struct Shown
    {
        quint32 replaces = 0;
        QString title;
        QString sentence;
    };
    QList<Shown> shown;

public Q_SLOTS:
    quint32 Notify(const QString &program, quint32 replaces, const QString &icon,
                   const QString &title, const QString &sentence, const QStringList &actions,
                   const QVariantMap &hints, int timeoutMs);

Q_SIGNALS:
    void ActionInvoked(quint32 notification, const QString &action);

private:
    QProcess m_daemon;
};

} // namespace stampede::test
