// SPDX-License-Identifier: MIT
#pragma once

#include "ui/audit/database_auditor.h"
#include "ui/session/session.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;
class QTableWidget;
class QTabWidget;

namespace stampede {

class CheckDetails;
class CheckList;
class EvidenceTab;
class Ledger;
class WhyTab;

/// The verdict check by check: grouped list on the left, one check with rows and SQL on the right.
class AuditPage final : public QWidget
{
    Q_OBJECT

public:
    explicit AuditPage(Session &session, QWidget *parent = nullptr);
    void retheme();
    /// Checks, Why, Evidence, Coupons.
    void showTab(int index);

    /// Audits a database as it is, without a load. Not while a run goes on.
    void auditDatabase(const DatabaseAuditRequest &request);

public Q_SLOTS:
    /// The one after the check that is shown, of those that did not hold.
    void nextFinding();
    void previousFinding();

Q_SIGNALS:
    /// The hot row is to show a check's row, from 0; −1: the check as a whole.
    void sightRequested(const QString &checkId, int row);
    /// Every order in which two requests of that service can meet is asked for.
    void proofRequested();
    /// Somebody wants a database audited as it is, and is to be asked which; see auditDatabase().
    void databaseRequested();

private:
    QWidget *makeContent();
    QWidget *makeChecks();
    QTableWidget *makeCoupons();
    void showCoupons(const RunRecord &record);
    QWidget *makeProgress();
    void addKeys();
    void stepFinding(int by);
    QWidget *makeEmpty();
    /// The record of the session.
    void showRecord();
    void showRun(const std::shared_ptr<const RunRecord> &record);
    void showDatabaseAudit(const std::shared_ptr<const RunRecord> &record, const QString &told);
    /// A button that asks which database is to be audited.
    QPushButton *makeAsk(QPushButton *button, const char *name);
    QWidget *makeNote();
    void enableAsking();
    void showRunning();
    void showPhase(Phase phase);
    void showProgress();
    void showCheck(const QString &id);

    Session &m_session;
    DatabaseAuditor *m_auditor;
    QStackedLayout *m_stack;
    QLabel *m_progress;
    QWidget *m_noteLine; ///< of an audit without a load
    QLabel *m_note;
    QPushButton *m_back;            ///< to the run
    QPushButton *m_cancel;          ///< an audit without a load
    QPushButton *m_askHere;         ///< beside the tabs
    DatabaseAuditRequest m_request; ///< the latest
    QLabel *m_refused;
    Ledger *m_ledger;
    QTabWidget *m_tabs;
    WhyTab *m_why;
    EvidenceTab *m_evidence;
    QTableWidget *m_coupons; ///< its tab shows where a run asked for several
    CheckList *m_list;
    CheckDetails *m_details;
    std::shared_ptr<const RunRecord> m_shown; ///< the session's, or of a database as it is
    QTimer m_sampler;
};

} // namespace stampede
