// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QList>
#include <QMap>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace stampede {

class SettingCell;
class TablePicker;

/// Where the rows of a service of somebody else are: nowhere, with a serve of ours, or in tables
/// that a profile describes, which is made here.
class RowsTab final : public QWidget
{
    Q_OBJECT

public:
    explicit RowsTab(Session &session, QWidget *parent = nullptr);
    void refresh();
    /// Asks for the database in a dialog, and looks at its tables.
    void askForDatabase();
    /// What is wrong with the tables as they are described, by setting; empty while nobody has
    /// looked at them.
    [[nodiscard]] QMap<QString, QString> faults() const;
    /// Whether the tables of the database that the scenario names are shown.
    [[nodiscard]] bool showsTables() const;

Q_SIGNALS:
    /// Somebody looked at the tables, or they are not shown any more.
    void shown();

public:
    [[nodiscard]] const QList<SettingCell *> &cells() const { return m_cells; }

private:
    void addCells();
    [[nodiscard]] bool rowsInProfile() const;
    [[nodiscard]] bool holdsTables() const;
    void keepTables(const Profile &profile);
    void adoptGuess(const SchemaInspection &look);
    void followScenario();
    [[nodiscard]] Profile withPeopleWritten(Profile profile) const;
    [[nodiscard]] QString placeOf(const QString &file) const;
    void connectToTables();
    [[nodiscard]] std::optional<Profile> profileToShow() const;
    void take(const SchemaInspector::Answer &answer);
    void showState(const QString &sentence, bool isFault);
    void openProfile();
    void saveProfile();

    Session &m_session;
    QList<SettingCell *> m_cells;
    QPushButton *m_dialog;
    QPushButton *m_connect;
    QPushButton *m_open;
    QLabel *m_state;
    QPushButton *m_allow;
    QLabel *m_rights;
    TablePicker *m_picker;
    QString m_host;     ///< not this computer, and not allowed yet
    QString m_database; ///< whose tables are shown
    QMap<QString, QString> m_faults;
    QList<TableFacts> m_tables; ///< of m_database
    /// A profile of a file that somebody changed and has not saved yet, and where that was.
    struct Work
    {
        Profile profile;
        QString database;
        QString file;
    };
    std::optional<Work> m_work;
};

} // namespace stampede
