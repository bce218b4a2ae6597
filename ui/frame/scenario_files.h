// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QObject>
#include <QString>

class QWidget;

namespace stampede {

class Settings;

/// Opens and saves scenarios, and asks before changes would be lost.
class ScenarioFiles final : public QObject
{
    Q_OBJECT

public:
    /// Its questions stand before that window.
    ScenarioFiles(Session &session, Settings &settings, QWidget *window);

    void openPreset(const QString &id);
    /// Asks which file.
    void open();
    void openFile(const QString &path);
    /// The scenario that an earlier program left unsaved.
    void openUnsaved();
    /// True when the scenario was saved.
    bool save(bool askForName);
    /// Asks what becomes of changes that somebody would miss. False: stay with the scenario.
    bool mayLeave();

Q_SIGNALS:
    /// Another scenario was asked for, and the one that is there stays.
    void refused();
    /// A scenario was saved: where, and what the file lacks.
    void saved(const QString &sentence);
    /// A scenario was opened or saved, and the settings remember it.
    void noted();

private:
    [[nodiscard]] QString whatTheFileLacks() const;
    void load(const QString &fileOrPreset);

    Session &m_session;
    Settings &m_settings;
    QWidget *m_window;
};

} // namespace stampede
