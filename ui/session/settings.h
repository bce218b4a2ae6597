// SPDX-License-Identifier: MIT
#pragma once

#include "ui/look/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <memory>

namespace stampede {

/// What the window remembers from one start to the next. With a file every change is kept there;
/// without one nothing outlives the object, as in tests and when pictures are taken. UI thread.
class Settings
{
public:
    static constexpr int kMostRecent = 8;
    static constexpr double kLeastTextFactor = 0.7;
    static constexpr double kMostTextFactor = 2;

    /// An INI file, made when there is something to keep; empty: forgets.
    explicit Settings(const QString &file = {});
    ~Settings();
    Settings(const Settings &) = delete;
    Settings &operator=(const Settings &) = delete;

    /// The file of the user, in the program's own folder.
    static QString defaultFile();

    [[nodiscard]] QByteArray geometry() const { return value("window/geometry").toByteArray(); }
    void setGeometry(const QByteArray &geometry) { set("window/geometry", geometry); }
    /// 0…5, in the order of the rail.
    [[nodiscard]] int page() const;
    void setPage(int page) { set("window/page", page); }
    [[nodiscard]] ThemeMode theme() const;
    void setTheme(ThemeMode theme);
    /// "en", "ko", or empty for the language of the system.
    [[nodiscard]] QString language() const { return value("window/language").toString(); }
    void setLanguage(const QString &language) { set("window/language", language); }
    /// kLeastTextFactor…kMostTextFactor, 1 as usual.
    [[nodiscard]] double textFactor() const;
    void setTextFactor(double factor) { set("window/text", factor); }
    /// The parts of a splitter in px, by a name of its own; empty where nothing was kept.
    [[nodiscard]] QByteArray panels(const QString &name) const;
    void setPanels(const QString &name, const QByteArray &state);

    /// Names of the charts of the page Live, by their places; empty: the usual ones.
    [[nodiscard]] QStringList liveCharts() const { return value("live/charts").toStringList(); }
    void setLiveCharts(const QStringList &names) { set("live/charts", names); }

    /// The preset or the file that was open; empty where it is unknown or gone.
    [[nodiscard]] QString lastScenario() const;
    /// Notes what is open now: a preset, or else a file, which is a recent one from now on.
    void noteScenario(const QString &preset, const QString &file);
    /// Files, the latest first; those that are gone come last.
    [[nodiscard]] QStringList recentFiles() const;
    void forgetRecentFiles() { set("scenario/recent", QStringList()); }

    /// Hosts that somebody answers for, once and for all.
    [[nodiscard]] QStringList trustedHosts() const { return value("hosts/trusted").toStringList(); }
    void trustHost(const QString &host);

private:
    [[nodiscard]] QVariant value(const char *key) const;
    void set(const char *key, const QVariant &value);

    std::unique_ptr<QSettings> m_file; ///< null: forgets
    QVariantMap m_values;              ///< where there is no file
};

} // namespace stampede
