#pragma once

#include "ui/session/session.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedLayout;
class QTableWidget;
class QTabWidget;

namespace stampede {

class CheckDetails;
class CheckList;
class DatabaseAuditor;
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

    /// Audits the session's database as it is, without a load.
    void auditDatabase();

public Q_SLOTS:
    /// The one after the check that is shown, of those that did not hold.
    void nextFinding();
    void previousFinding();

Q_SIGNALS:
    /// The hot row is to show a check's row, from 0; −1: the check as a whole.
    void sightRequested(const QString &checkId, int row);
    /// Somebody wants a database audited as it is, and has to say which; see auditDatabase().
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
    void showDatabaseAudit(const std::shared_ptr<const RunRecord> &record, const QString &why);
    void showRunning();
    void showPhase(Phase phase);
    void showProgress();
    void showCheck(const QString &id);

    Session &m_session;
    DatabaseAuditor *m_auditor;
    QStackedLayout *m_stack;
    QLabel *m_progress;
    QLabel *m_note; ///< of an audit without a load
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
