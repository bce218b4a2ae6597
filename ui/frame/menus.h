// SPDX-License-Identifier: MIT
#pragma once

#include "ui/look/theme.h"

#include <QList>
#include <QObject>
#include <QString>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;

namespace stampede {

class Commands;
class Settings;

/// The menus over the window. What they hold are the commands, beside the choices of View and the
/// files of late.
class Menus final : public QObject
{
    Q_OBJECT

public:
    Menus(QMenuBar &bar, const Commands &commands, Settings &settings);
    void setTheme(ThemeMode mode);

Q_SIGNALS:
    void recentChosen(const QString &path);
    void themeChosen(stampede::ThemeMode mode);
    /// "en", "ko", or empty for the language of the system.
    void languageChosen(const QString &code);

private:
    void fillFile(QMenu &menu, const Commands &commands);
    void fillView(QMenu &menu, const Commands &commands);
    void fillLanguages(QMenu &menu);
    void fillRecent();

    Settings &m_settings;
    QMenu *m_recent = nullptr;
    QActionGroup *m_themes;
};

} // namespace stampede
