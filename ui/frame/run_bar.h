// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QFrame>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace stampede {

class ElidedLabel;
class Protections;

/// The bar that is always there: which scenario, which database, which protections, Run or Stop.
class RunBar final : public QFrame
{
    Q_OBJECT

public:
    explicit RunBar(Session &session, QWidget *parent = nullptr);
    /// Folds the protections into one button where there is little room.
    void setNarrow(bool narrow);
    void focusRun();
    void retheme();

Q_SIGNALS:
    void openRequested();
    void presetRequested(const QString &id);
    void databaseRequested();

private:
    void layOut();
    void fillScenarioMenu(QMenu &menu);
    void update();
    void updateScenario();
    void updateRun();
    void updateDatabase();
    void pressRun();

    Session &m_session;
    QToolButton *m_scenario;
    ElidedLabel *m_scenarioHint;
    QToolButton *m_database;
    QLabel *m_databaseHint;
    Protections *m_protections;
    QPushButton *m_run;
};

} // namespace stampede
