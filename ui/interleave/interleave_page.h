// SPDX-License-Identifier: MIT
#pragma once

#include "interleave/interleave_runner.h"
#include "run/background.h"
#include "ui/session/session.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <stop_token>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QStackedWidget;
class QTableWidget;
class QToolButton;

namespace stampede {

class OrderLanes;

/// Every order in which two requests can meet, carried out on a private server of the page's own:
/// in how many the data ends wrong, and each of them step by step.
class InterleavePage final : public QWidget
{
    Q_OBJECT

public:
    explicit InterleavePage(Session &session, QWidget *parent = nullptr);
    ~InterleavePage() override;
    void retheme();
    /// Chooses that service, and carries every order out; two people, plenty of stock.
    void prove(const ServiceSettings &service);
    /// Reads transactions of somebody's own and carries every order out. A file that is none is
    /// told on the page.
    void openTransactions(const QString &path);
    [[nodiscard]] bool isBusy() const { return m_job.isBusy(); }
    /// The order that is shown, or null.
    [[nodiscard]] std::shared_ptr<const Order> order() const;

public Q_SLOTS:
    void copyPicture();
    void stop();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Made
    {
        std::shared_ptr<const InterleaveOutcome> outcome; ///< null with `fault`
        std::optional<RunError> fault;
        bool serverRuns = false;
    };

    QWidget *makeControls();
    QWidget *makeContent();
    QWidget *makeOrderCard();
    void addStepKeys();
    /// As the scenario has it, until somebody has chosen otherwise here.
    void followScenario();
    /// Something else than the scenario's service is chosen from now on; no file either.
    void chooseHere();
    void choose(const ServiceSettings &service, Situation situation);
    [[nodiscard]] InterleaveSubject subject() const;
    void enableControls();
    void start(InterleavePlan plan);
    void take(const Made &made);
    void takeAgain(const InterleaveResult &again);
    void sample();
    void say(const QString &answer, const QString &remark, const char *icon);
    void sayFault(const QString &sentence);
    void showResult(const InterleaveResult &result, const InterleaveResult *better);
    void showMatrix(const InterleaveOutcome &outcome);
    void fillGroups(const InterleaveResult &result);
    void openCell(qsizetype cell);
    void showGroup(int row);
    void showMoment();
    void runAgain();
    void copyScript();
    void chooseFile();

    Session &m_session;
    std::shared_ptr<InterleaveRunner> m_runner;
    Background<Made> m_job;
    std::stop_source m_stop;
    QTimer m_look;
    QTimer m_play;
    InterleavePlan m_plan;                             ///< what is or was carried out last
    std::shared_ptr<const InterleaveOutcome> m_shown;  ///< whose results are on the page
    std::shared_ptr<const InterleaveOutcome> m_matrix; ///< the last matrix, or null
    const InterleaveResult *m_result = nullptr;        ///< of m_shown or m_matrix: whose orders
    std::shared_ptr<const Transactions> m_own;         ///< chosen instead of the service, or null
    bool m_follows = true;                             ///< the scenario

    QStackedLayout *m_stack;
    QComboBox *m_situation;
    QComboBox *m_strategy;
    QComboBox *m_isolation;
    QCheckBox *m_rowLock;
    QCheckBox *m_duplicateCheck;
    QCheckBox *m_uniqueKey;
    QPushButton *m_every;
    QPushButton *m_all;
    QPushButton *m_file;
    QPushButton *m_stopButton;
    QPushButton *m_back; ///< to the matrix
    QLabel *m_mark;
    QLabel *m_answer;
    QLabel *m_remark;
    QStackedWidget *m_tables;
    QTableWidget *m_groups;
    QTableWidget *m_cells;
    QWidget *m_card;
    QLabel *m_title;
    QLabel *m_note;
    OrderLanes *m_lanes;
    QLabel *m_end;
    QToolButton *m_first;
    QToolButton *m_stepBack;
    QToolButton *m_stepOn;
    QToolButton *m_slowly;
    QPushButton *m_again;
    QPushButton *m_picture;
    QPushButton *m_script;
};

} // namespace stampede
