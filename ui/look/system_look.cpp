// SPDX-License-Identifier: MIT
#include "ui/look/system_look.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QEvent>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

#include <memory>

namespace stampede {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kAppearance = QStringLiteral("org.freedesktop.appearance");
const QString kColorScheme = QStringLiteral("color-scheme");
const QString kContrast = QStringLiteral("contrast");

/// The portal wraps some answers twice.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value;
}

bool isDarkWindow(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

} // namespace

SystemLook &SystemLook::instance()
{
    static auto *look = new SystemLook; // as long as the application, whose child it is
    return *look;
}

SystemLook::SystemLook()
    : QObject(qApp)
    , m_dark(isDarkWindow(QApplication::palette()))
{
    qApp->installEventFilter(this);
    askPortal();
}

void SystemLook::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                SLOT(take(QString, QString, QDBusVariant)));
    for (const auto &[group, key] :
         {std::pair(kAppearance, kColorScheme), std::pair(kAppearance, kContrast)}) {
        QDBusMessage question =
            QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
        question << group << key;
        auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
        connect(answer, &QDBusPendingCallWatcher::finished, this,
                [this, answer, group = group, key = key] {
                    const QDBusPendingReply<QDBusVariant> reply = *answer;
                    if (!reply.isError()) {
                        take(group, key, reply.value());
                    }
                    answer->deleteLater();
                });
    }
}

void SystemLook::take(const QString &group, const QString &key, const QDBusVariant &value)
{
    const QVariant plain = unwrapped(value.variant());
    if (group == kAppearance && key == kColorScheme) {
        m_portalTold = plain.toUInt() != 0; // 0: no preference, 1: dark, 2: light
        if (m_portalTold) {
            m_dark = plain.toUInt() == 1;
        }
    } else if (group == kAppearance && key == kContrast) {
        m_highContrast = plain.toUInt() == 1;
    } else {
        return;
    }
    Q_EMIT changed();
}

bool SystemLook::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && watched == qApp) {
        lookAtPalette();
    }
    return QObject::eventFilter(watched, event);
}

void SystemLook::lookAtPalette()
{
    // The application's palette is ours by now; a style of the toolkit still knows the desktop's.
    const std::unique_ptr<QStyle> plain(QStyleFactory::create(QStringLiteral("Fusion")));
    const bool dark = isDarkWindow(plain->standardPalette());
    if (!m_portalTold && dark != m_dark) {
        m_dark = dark;
        Q_EMIT changed();
    }
}

} // namespace stampede
