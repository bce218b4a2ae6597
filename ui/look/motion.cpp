// SPDX-License-Identifier: MIT
#include "ui/look/motion.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>

#include <optional>

namespace stampede {

namespace {

constexpr int kAskMs = 250;

/// org.gnome.desktop.interface enable-animations, as the portal tells it to every program.
std::optional<bool> portalSaysAnimated()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return std::nullopt;
    }
    QDBusMessage question = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.portal.Desktop"),
        QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("Read"));
    question << QStringLiteral("org.gnome.desktop.interface")
             << QStringLiteral("enable-animations");
    const QDBusMessage answer = bus.call(question, QDBus::Block, kAskMs);
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty()) {
        return std::nullopt;
    }
    // A variant in a variant.
    QVariant value = answer.arguments().constFirst();
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value.typeId() == QMetaType::Bool ? std::optional(value.toBool()) : std::nullopt;
}

QVariant valueInHome(const char *file, const char *key)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    const QSettings settings(QDir(folder).filePath(QString::fromLatin1(file)),
                             QSettings::IniFormat);
    return settings.value(QString::fromLatin1(key));
}

} // namespace

bool isMotionReduced()
{
    if (const auto animated = portalSaysAnimated()) {
        return !*animated;
    }
    const QVariant plasma = valueInHome("kdeglobals", "KDE/AnimationDurationFactor");
    if (plasma.isValid()) {
        return plasma.toDouble() == 0;
    }
    const QVariant gtk = valueInHome("gtk-3.0/settings.ini", "Settings/gtk-enable-animations");
    return gtk.isValid() && !gtk.toBool();
}

} // namespace stampede
