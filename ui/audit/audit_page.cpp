// SPDX-License-Identifier: MIT
#include "ui/audit/audit_page.h"

#include "report/coupon_table.h"
#include "text/number_text.h"
#include "ui/audit/check_details.h"
#include "ui/audit/check_list.h"
#include "ui/audit/evidence_tab.h"
#include "ui/audit/ledger.h"
#include "ui/audit/why_tab.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/table_copy.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>

#include <chrono>

namespace stampede {

namespace {

constexpr int kListWidth = 420;
constexpr int kNarrowListWidth = 320;
constexpr int kMargin = 16;
constexpr int kGap = 12;
constexpr std::chrono::milliseconds kSampleInterval{250};

enum Sheet
{
    NothingYet,
    Running,
    Content
};

} // namespace

AuditPage::AuditPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_auditor(new DatabaseAuditor(this))
    , m_stack(new QStackedLayout(this))
    , m_progress(new QLabel(this))
    , m_noteLine(new QWidget(this))
    , m_note(new QLabel(m_noteLine))
    , m_back(new QPushButton(m_noteLine))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_askHere(makeAsk(new QPushButton(tr("Audit a database…"), this), "auditDatabaseHere"))
    , m_refused(new QLabel(this))
    , m_ledger(new Ledger(this))
    , m_tabs(new QTabWidget(this))
    , m_why(new WhyTab(this))
    , m_evidence(new EvidenceTab(this))
    , m_coupons(makeCoupons())
    , m_list(new CheckList(this))
    , m_details(new CheckDetails(this))
{
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeProgress());
    m_stack->addWidget(makeContent());
    addKeys();
    connect(&m_session, &Session::recordChanged, this, &AuditPage::showRecord);
    connect(&m_session, &Session::runEnded, this, &AuditPage::showRecord);
    connect(&m_session, &Session::phaseChanged, this, &AuditPage::showPhase);
    connect(&m_sampler, &QTimer::timeout, this, &AuditPage::showProgress);
    connect(&m_session, &Session::runStarted, this, [this] {
        m_auditor->cancel(); // the page is about the run now
        enableAsking();
    });
    connect(&m_session, &Session::runEnded, this, &AuditPage::enableAsking);
    connect(m_auditor, &DatabaseAuditor::audited, this, &AuditPage::showDatabaseAudit);
    connect(m_list, &CheckList::chosen, this, &AuditPage::showCheck);
    connect(m_details, &CheckDetails::sightRequested, this, &AuditPage::sightRequested);
    connect(m_details, &CheckDetails::proofRequested, this, &AuditPage::proofRequested);
}

QWidget *AuditPage::makeEmpty()
{
    auto *content = new QWidget(this);
    auto *empty = new EmptyPage(tr("The audit runs by itself when the load has settled. You can "
                                   "also audit a database as it is."),
                                content);
    makeAsk(empty->addAction(tr("Audit a database…")), "auditDatabase");
    m_refused->setObjectName(QStringLiteral("auditRefused"));
    m_refused->setWordWrap(true);
    m_refused->setAlignment(Qt::AlignCenter);
    m_refused->setProperty("fault", true);
    m_refused->hide();
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(kMargin, kGap, kMargin, kGap);
    column->addWidget(empty, 1);
    column->addWidget(m_refused);
    return content;
}

QPushButton *AuditPage::makeAsk(QPushButton *button, const char *name)
{
    button->setObjectName(QLatin1String(name));
    button->setToolTip(tr("Audits a database as it is, without a run; only reads"));
    connect(button, &QPushButton::clicked, this, &AuditPage::databaseRequested);
    return button;
}

void AuditPage::enableAsking()
{
    const bool may = !m_session.isRunning() && !m_auditor->isBusy();
    m_askHere->setEnabled(may);
}

void AuditPage::auditDatabase(const DatabaseAuditRequest &request)
{
    if (m_session.isRunning() || m_auditor->isBusy()) {
        return;
    }
    m_request = request;
    m_auditor->start(m_session.host(), request,
                     m_session.archive() != nullptr ? m_session.archive()->place()
                                                    : ArchivePlace());
    showRunning();
    enableAsking();
}

QWidget *AuditPage::makeProgress()
{
    auto *content = new QWidget(this);
    m_progress->setObjectName(QStringLiteral("auditProgress"));
    m_progress->setAlignment(Qt::AlignCenter);
    m_cancel->setObjectName(QStringLiteral("cancelAudit"));
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_auditor->cancel();
        showRecord();
    });
    auto *column = new QVBoxLayout(content);
    column->setSpacing(kGap);
    column->addStretch(1);
    column->addWidget(m_progress);
    column->addWidget(m_cancel, 0, Qt::AlignHCenter);
    column->addStretch(1);
    return content;
}

QWidget *AuditPage::makeContent()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(kMargin, kGap, kMargin, kGap);
    column->setSpacing(kGap);
    column->addWidget(makeNote());
    column->addWidget(m_ledger);
    m_tabs->setObjectName(QStringLiteral("auditTabs"));
    m_tabs->addTab(makeChecks(), tr("Checks"));
    m_tabs->addTab(m_why, tr("Why"));
    m_tabs->addTab(m_evidence, tr("Evidence"));
    m_tabs->setTabVisible(m_tabs->addTab(m_coupons, tr("Coupons")), false);
    m_tabs->tabBar()->setDrawBase(false);
    // High enough for the button beside them, which gets no more than the tabs have.
    m_tabs->tabBar()->setStyleSheet(QStringLiteral("QTabBar::tab { padding: 12px 9px; }"));
    auto *beside = new QWidget(this);
    auto *row = new QHBoxLayout(beside);
    row->setContentsMargins(0, 2, 0, 4);
    row->addWidget(m_askHere);
    m_tabs->setCornerWidget(beside);
    column->addWidget(m_tabs, 1);
    return content;
}

QWidget *AuditPage::makeNote()
{
    m_note->setObjectName(QStringLiteral("auditNote"));
    m_note->setProperty("muted", true);
    m_note->setWordWrap(true);
    m_back->setObjectName(QStringLiteral("backToRun"));
    connect(m_back, &QPushButton::clicked, this, &AuditPage::showRecord);
    auto *row = new QHBoxLayout(m_noteLine);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_note, 1);
    row->addWidget(m_back);
    m_noteLine->hide();
    return m_noteLine;
}

QWidget *AuditPage::makeChecks()
{
    auto *content = new QWidget(this);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, kGap, 0, 0);
    row->setSpacing(kGap);
    auto *card = new QFrame(content);
    card->setProperty("card", true);
    card->setMinimumWidth(kNarrowListWidth);
    card->setMaximumWidth(kListWidth);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_list);
    row->addWidget(card, 2);
    row->addWidget(m_details, 3);
    return content;
}

QTableWidget *AuditPage::makeCoupons()
{
    auto *table = new QTableWidget(this);
    table->setObjectName(QStringLiteral("coupons"));
    table->setAccessibleName(tr("Coupons"));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    enableTableCopy(table);
    return table;
}

void AuditPage::showCoupons(const RunRecord &record)
{
    constexpr int kWords = 2; // columns of words at the left, and the last one
    const TableBlock coupons =
        record.audit ? couponTable(*record.audit, CouponFindings::Named) : TableBlock();
    m_tabs->setTabVisible(m_tabs->indexOf(m_coupons), !coupons.rows.isEmpty());
    m_coupons->setColumnCount(static_cast<int>(coupons.head.size()));
    m_coupons->setHorizontalHeaderLabels(coupons.head);
    m_coupons->setRowCount(static_cast<int>(coupons.rows.size()));
    for (int row = 0; row < m_coupons->rowCount(); ++row) {
        const QStringList &cells = coupons.rows[row];
        for (int column = 0; column < m_coupons->columnCount(); ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            const bool isFigure = column >= kWords && column + 1 < m_coupons->columnCount();
            item->setTextAlignment((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
            item->setToolTip(cells[column]);
            m_coupons->setItem(row, column, item);
        }
    }
    m_coupons->resizeColumnsToContents();
}

void AuditPage::addKeys()
{
    for (const auto &[key, by] : {std::pair(Qt::Key_N, 1), std::pair(Qt::Key_P, -1)}) {
        auto *shortcut = new QShortcut(key, this, [this, by = by] { stepFinding(by); });
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    }
}

void AuditPage::nextFinding()
{
    stepFinding(1);
}

void AuditPage::previousFinding()
{
    stepFinding(-1);
}

void AuditPage::stepFinding(int by)
{
    if (m_stack->currentIndex() == Content) {
        m_tabs->setCurrentIndex(0);
        m_list->stepFinding(by);
    }
}

void AuditPage::showPhase(Phase phase)
{
    if (phase == Phase::Audit) {
        showRunning();
    }
}

void AuditPage::showRunning()
{
    m_stack->setCurrentIndex(Running);
    m_cancel->setVisible(!m_session.isRunning());
    m_sampler.start(kSampleInterval);
    showProgress();
}

void AuditPage::showDatabaseAudit(const std::shared_ptr<const RunRecord> &record,
                                  const QString &told)
{
    showRecord();
    m_back->setText(m_session.record() ? tr("Back to the run") : tr("Close"));
    if (!record) {
        m_refused->setText(told);
        m_refused->show();
        m_note->setText(tr("No audit was made. %1").arg(told));
        m_noteLine->show();
        return;
    }
    showRun(record);
    const QString what =
        m_request.run.isEmpty()
            ? tr("%1 as it is, without a run: only what the rows alone tell was judged.")
                  .arg(record->environment.databaseUrl)
            : tr("%1 as it is now, held against the answers of the run %2.")
                  .arg(record->environment.databaseUrl, m_request.run.left(6));
    m_note->setText(told.isEmpty() ? what : what + QLatin1Char(' ') + told);
    m_noteLine->show();
}

void AuditPage::showProgress()
{
    const RunProgress progress = m_session.progress();
    const bool ofARun = m_session.isRunning();
    const int done = ofARun ? progress.auditDone : m_auditor->done();
    const int total = ofARun ? progress.auditTotal : m_auditor->total();
    m_progress->setText(total > 0 ? tr("%1 of %2 checks. Findings appear as they come.")
                                        .arg(text::count(done), text::count(total))
                                  : tr("The audit begins."));
}

void AuditPage::showRecord()
{
    m_sampler.stop();
    enableAsking();
    m_noteLine->hide();
    m_refused->hide();
    const auto record = m_session.record();
    if (!record) {
        m_stack->setCurrentIndex(NothingYet);
        return;
    }
    showRun(record);
}

void AuditPage::showRun(const std::shared_ptr<const RunRecord> &record)
{
    m_stack->setCurrentIndex(Content);
    const bool anew = record != m_shown;
    m_shown = record;
    m_ledger->show(record);
    m_why->show(*record);
    m_evidence->show(*record);
    showCoupons(*record);
    if (record->audit) {
        m_tabs->setTabText(0, tr("Checks %1").arg(text::count(record->audit->checks.size())));
        m_list->show(*record->audit, anew);
    } else {
        m_tabs->setTabText(0, tr("Checks"));
        m_list->showNothing();
    }
    m_details->setVisible(record->audit.has_value());
}

void AuditPage::showCheck(const QString &id)
{
    const CheckResult *check = m_shown && m_shown->audit ? m_shown->audit->check(id) : nullptr;
    if (check != nullptr) {
        m_details->show(*m_shown, *check);
    }
}

void AuditPage::showTab(int index)
{
    m_tabs->setCurrentIndex(index);
}

void AuditPage::retheme()
{
    if (m_shown && m_stack->currentIndex() == Content) {
        showRun(m_shown);
    }
}

} // namespace stampede
