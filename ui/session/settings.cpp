// SPDX-License-Identifier: MIT
#include "ui/session/settings.h"

#include "files/data_root.h"
#include "scenario/presets.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace stampede {

namespace {

constexpr std::array<std::pair<const char *, ThemeMode>, 4> kThemes = {{
    {"system", ThemeMode::System},
    {"light", ThemeMode::Light},
    {"dark", ThemeMode::Dark},
    {"contrast", ThemeMode::Contrast},
}};

constexpr int kPages = 7;

} // namespace

Settings::Settings(const QString &file)
{
    if (!file.isEmpty()) {
        m_file = std::make_unique<QSettings>(file, QSettings::IniFormat);
    }
}

Settings::~Settings() = default;

QString Settings::defaultFile()
{
    return defaultDataRoot() + QStringLiteral("/window.ini");
}

QVariant Settings::value(const char *key) const
{
    const QString name = QString::fromLatin1(key);
    return m_file ? m_file->value(name) : m_values.value(name);
}

void Settings::set(const char *key, const QVariant &value)
{
    const QString name = QString::fromLatin1(key);
    if (m_file) {
        m_file->setValue(name, value);
    } else {
        m_values.insert(name, value);
    }
}

int Settings::page() const
{
    const int page = value("window/page").toInt();
    return page >= 0 && page < kPages ? page : 0;
}

ThemeMode Settings::theme() const
{
    const QString word = value("window/theme").toString();
    for (const auto &[name, mode] : kThemes) {
        if (word == QLatin1String(name)) {
            return mode;
        }
    }
    return ThemeMode::System;
}

void Settings::setTheme(ThemeMode theme)
{
    for (const auto &[name, mode] : kThemes) {
        if (mode == theme) {
            set("window/theme", QString::fromLatin1(name));
        }
    }
}

double Settings::textFactor() const
{
    const QVariant factor = value("window/text");
    return factor.isNull() ? 1 : std::clamp(factor.toDouble(), kLeastTextFactor, kMostTextFactor);
}

QByteArray Settings::panels(const QString &name) const
{
    return value(qPrintable(QStringLiteral("panels/") + name)).toByteArray();
}

void Settings::setPanels(const QString &name, const QByteArray &state)
{
    set(qPrintable(QStringLiteral("panels/") + name), state);
}

QString Settings::lastScenario() const
{
    const QString last = value("scenario/last").toString();
    const auto isPreset = [&last](const Preset &preset) { return preset.id == last; };
    const auto &known = presets();
    const bool there =
        QFileInfo(last).isFile() || std::any_of(known.begin(), known.end(), isPreset);
    return there ? last : QString();
}

QStringList Settings::recentFiles() const
{
    QStringList files = value("scenario/recent").toStringList();
    std::stable_partition(files.begin(), files.end(),
                          [](const QString &path) { return QFileInfo(path).isFile(); });
    return files;
}

void Settings::noteScenario(const QString &preset, const QString &file)
{
    if (!preset.isEmpty()) {
        set("scenario/last", preset);
        return;
    }
    const QString whole = QFileInfo(file).absoluteFilePath();
    QStringList files = value("scenario/recent").toStringList();
    files.removeAll(whole);
    files.prepend(whole);
    set("scenario/recent", QStringList(files.mid(0, kMostRecent)));
    set("scenario/last", whole);
}

void Settings::trustHost(const QString &host)
{
    QStringList hosts = trustedHosts();
    if (!hosts.contains(host)) {
        set("hosts/trusted", hosts << host);
    }
}

} // namespace stampede
