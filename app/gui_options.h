#pragma once

#include "base/result.h"
#include "database/database_url.h"
#include "ui/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

namespace stampede {

/// How the window was asked to start.
struct GuiOptions
{
    QString scenario = QStringLiteral("hundred-users"); ///< file or preset
    DatabaseUrl database;
    bool run = false;
    QString screenshots; ///< folder for one picture a page, after the run where one is made; empty:
                         ///< none
    bool screenshotsDuring = false; ///< one more of the live page in the middle of the load
    QSize size{1280, 800};
    bool quitWhenDone = false;
    ThemeMode theme = ThemeMode::System;
    QString log;
    QString printAndLeave; ///< help or version
};

/// Reads the arguments, the program's name first. The error says what is wrong.
Result<GuiOptions, QString> parseGuiOptions(const QStringList &arguments);

} // namespace stampede
