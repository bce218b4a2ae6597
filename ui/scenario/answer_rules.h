// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QListView>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace stampede {

class RuleModel;

/// The list of the rules: Alt+Up and Alt+Down move the chosen one, Delete takes it away.
class RuleView final : public QListView
{
    Q_OBJECT

public:
    explicit RuleView(RuleModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void moveRequested(int by);
    void removeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

/// The rules that say what answers mean, with how often each decided in the run that is shown; the
/// chosen one is edited underneath.
class AnswerRules final : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerRules(Session &session, QWidget *parent = nullptr);
    void refresh();

private:
    QWidget *makeEditor();
    void showHits();
    void showChosen();
    void moveChosen(int by);
    void removeChosen();
    void addRule();
    void editChosen();
    void store(const QJsonArray &rules);
    [[nodiscard]] QJsonArray ownOrUsual() const;

    Session &m_session;
    RuleModel *m_model;
    RuleView *m_view;
    QLabel *m_first;
    QLabel *m_fault;
    QWidget *m_editor;
    QLineEdit *m_status;
    QLineEdit *m_pointer;
    QLineEdit *m_value;
    QComboBox *m_meaning;
    QPushButton *m_usual;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
};

} // namespace stampede
