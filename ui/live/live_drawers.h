// SPDX-License-Identifier: MIT
#pragma once

#include "measure/run_moments.h"
#include "record/run_record.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLineEdit;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace stampede {

class AnswerModel;
class LogDrawer;
class RequestModel;

/// Three tables at the foot of the page that open upward, one at a time: requests, answers by code,
/// the service's log.
class LiveDrawers final : public QWidget
{
    Q_OBJECT

public:
    explicit LiveDrawers(QWidget *parent = nullptr);
    /// A finished run; null while one goes on.
    void setRecord(const std::shared_ptr<const RunRecord> &record);
    /// The run as it was at a moment of its replay.
    void setMoment(const LiveSnapshot &moment, const std::shared_ptr<const RunMoments> &moments);
    /// Only requests with these outcomes; none: all.
    void setOutcomes(const std::vector<Outcome> &outcomes);
    /// Opens the requests and puts the cursor into their filter.
    void openRequests();
    /// Opens the requests and selects that one of the history.
    void showRequest(std::uint32_t index);
    /// px that it asks for with the drawer that is open, at least.
    [[nodiscard]] int leastHeight() const;

Q_SIGNALS:
    /// One was opened or closed.
    void opened();

private:
    QWidget *makeRequests();
    QWidget *makeAnswers();
    void addDrawer(QWidget *content, const char *name);
    void open(int drawer); ///< −1 closes it
    void showWords();
    void filter();
    void takeMoment();

    std::shared_ptr<const RunRecord> m_record;
    RequestModel *m_requests;
    AnswerModel *m_answers;
    LogDrawer *m_log;
    QLineEdit *m_filter;
    QTableView *m_requestTable = nullptr;
    QStackedWidget *m_stack;
    QList<QToolButton *> m_buttons;
    std::vector<Outcome> m_outcomes;
    int m_open = -1;
    LiveSnapshot m_moment;
    std::shared_ptr<const RunMoments> m_moments;
};

} // namespace stampede
