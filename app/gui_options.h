// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/database_url.h"
#include "ui/look/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace stampede {

/// How the window was asked to start.
struct GuiOptions
{
    QString scenario; ///< file or preset; empty: what was open last, or usualScenario()
    DatabaseUrl database;
    bool run = false;
    bool demo = false;   ///< opens the guided demo
    QString screenshots; ///< folder for one picture a page, after the run where one is made; empty:
                         ///< none
    bool screenshotsDuring = false; ///< one more of the live page in the middle of the load
    std::optional<QSize> size;
    bool quitWhenDone = false;
    std::optional<ThemeMode> theme;
    QString log;
    bool force = false;    ///< files of others may be overwritten
    QString printAndLeave; ///< help or version

    /// Whether a person sits before it, whose window is as it was left; otherwise the same call
    /// shows the same.
    [[nodiscard]] bool remembers() const { return screenshots.isEmpty() && !quitWhenDone; }
    static QString usualScenario() { return QStringLiteral("hundred-users"); }
};

/// Reads the arguments, the program's name first. The error says what is wrong.
Result<GuiOptions, QString> parseGuiOptions(const QStringList &arguments);

} // namespace stampede
