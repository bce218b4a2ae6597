// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QList>
#include <QWidget>

#include <array>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace stampede {

class AnswerRules;
class DoorButton;
class MustComeOut;
class RequestStep;
class RowsTab;
class SettingCell;
class TryRequest;

/// Sets up a test of one's own service in four steps, each with its state: the request, what its
/// answers mean, its database, the crowd. Edits the scenario of the session.
class ServicePage final : public QWidget
{
    Q_OBJECT

public:
    enum class Step
    {
        Request,
        Answers,
        Database,
        Crowd
    };
    static constexpr int kSteps = 4;

    explicit ServicePage(Session &session, QWidget *parent = nullptr);
    /// What a new scenario begins with.
    static QJsonObject newScenario();
    void showStep(Step step);
    [[nodiscard]] Step step() const;
    void retheme();
    /// Takes a request that another program copied or wrote down.
    void read(const QByteArray &content, const QString &place);
    /// Says something of the scenario, until it changes.
    void say(const QString &sentence);

Q_SIGNALS:
    void saveRequested();
    void settingsRequested(); ///< all of them, in the form

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /// What is known of a step.
    struct State
    {
        QString sentence;
        QString missing;  ///< what has to be done before a run; empty for nothing
        QString advice{}; ///< what may be done
        bool isDone = false;
    };
    QWidget *makeSteps();
    QWidget *makeBody();
    QWidget *makeCrowd();
    QWidget *makeFoot();
    QWidget *page(const QString &words, QWidget *content);
    void refresh();
    void next();
    void send();
    [[nodiscard]] State stateOf(Step step) const;
    [[nodiscard]] State answers() const;
    [[nodiscard]] State database() const;
    [[nodiscard]] State crowd() const;
    [[nodiscard]] Step firstMissing() const;

    Session &m_session;
    QList<SettingCell *> m_cells;
    std::array<DoorButton *, kSteps> m_steps{};
    QStackedWidget *m_stack;
    RequestStep *m_request;
    AnswerRules *m_rules;
    RowsTab *m_rows;
    MustComeOut *m_outcome;
    TryRequest *m_try;
    QWidget *m_tryCard;
    QLabel *m_next;
    QPushButton *m_send;
    QPushButton *m_go;
};

} // namespace stampede
