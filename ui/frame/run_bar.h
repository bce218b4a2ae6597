#pragma once

#include "ui/session.h"

#include <QFrame>

#include <array>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace stampede {

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
    void showProtections();
    void fillScenarioMenu(QMenu &menu);
    void update();
    void showScenario();
    void updateDatabase();

    /// One switch: the button, its twin in the folded menu, and the setting behind both.
    struct Protection
    {
        QString path;
        bool Layers::*layer = nullptr; ///< the same in a scenario that is not edited
        QString name;
        QString on;
        QString off;
        QToolButton *button = nullptr;
        QAction *action = nullptr;
    };

    [[nodiscard]] bool isOn(const Protection &protection) const;

    Session &m_session;
    bool m_narrow = false;
    QToolButton *m_scenario;
    QLabel *m_scenarioHint;
    QToolButton *m_database;
    QLabel *m_databaseHint;
    QWidget *m_switches;
    QToolButton *m_folded;
    QPushButton *m_run;
    std::array<Protection, 3> m_protections;
};

} // namespace stampede
