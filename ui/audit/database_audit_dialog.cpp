// SPDX-License-Identifier: MIT
#include "ui/audit/database_audit_dialog.h"

#include "archive/later_audit.h"
#include "ui/runs/runs_model.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kDialogWidth = 620;

} // namespace

DatabaseAuditDialog::DatabaseAuditDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_place(new DatabaseFields(session, this))
    , m_coupon(new QLineEdit(this))
    , m_run(new QComboBox(this))
    , m_fault(new QLabel(this))
    , m_audit(nullptr)
    , m_looking([this](const RowsPlace &place) { showPlace(place); })
{
    setWindowTitle(tr("Audit a database"));
    setMinimumWidth(kDialogWidth);
    m_coupon->setObjectName(QStringLiteral("auditCoupon"));
    m_coupon->setPlaceholderText(tr("the only one, or the profile's"));
    m_run->setObjectName(QStringLiteral("auditRun"));
    m_run->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_run->addItem(tr("no run: only what the rows alone tell"));
    m_fault->setObjectName(QStringLiteral("auditFault"));
    m_fault->setWordWrap(true);
    m_fault->setProperty("fault", true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_audit = buttons->addButton(tr("Audit"), QDialogButtonBox::AcceptRole);
    m_audit->setObjectName(QStringLiteral("startAudit"));
    m_audit->setDefault(true);
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft);
    m_place->addTo(*form);
    form->addRow(tr("Coupon"), m_coupon);
    form->addRow(tr("Answers of"), m_run);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(mutedLabel(tr("Only reads: nothing in the database is changed, and the next "
                                    "run still uses the database of the window."),
                                 this));
    column->addWidget(mutedLabel(tr("A database is \"managed:\", "
                                    "mysql://USER@HOST:PORT/DATABASE or "
                                    "mysql://USER@/DATABASE?socket=PATH; its password comes from "
                                    "STAMPEDE_DB_PASSWORD or ?password-file=PATH."),
                                 this));
    column->addLayout(form);
    column->addWidget(m_fault);
    column->addStretch(1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_place, &DatabaseFields::changed, this, &DatabaseAuditDialog::judge);
    connect(m_run, &QComboBox::currentIndexChanged, this, &DatabaseAuditDialog::lookUpRun);
    if (m_session.archive() != nullptr) {
        connect(m_session.archive(), &ArchiveWorker::listed, this, &DatabaseAuditDialog::listRuns);
        m_session.archive()->refresh();
    }
    judge();
}

void DatabaseAuditDialog::listRuns(const QList<RunSummary> &runs)
{
    const QString chosen = m_run->currentData().toString();
    const QSignalBlocker quiet(m_run);
    while (m_run->count() > 1) {
        m_run->removeItem(m_run->count() - 1);
    }
    for (const RunSummary &run : runs) {
        m_run->addItem(
            QStringLiteral("%1 · %2 · %3 · %4")
                .arg(whenText(run.startedAt), shownTitle(run), shortVerdict(run), run.shortId()),
            run.id);
    }
    m_run->setCurrentIndex(std::max(0, m_run->findData(chosen)));
}

void DatabaseAuditDialog::lookUpRun()
{
    const QString id = m_run->currentData().toString();
    if (id.isEmpty()) {
        m_looking.drop();
        return;
    }
    m_looking.start([id, place = m_session.archive()->place()]() -> RowsPlace {
        const auto archive = Archive::open(place);
        const auto record =
            archive ? archive.value()->read(id, Archive::History::Leave) : Failure{archive.error()};
        if (!record) {
            return {}; // the audit will say so
        }
        const RowsOfRun rows =
            rowsOf(record.value().scenario, record.value().environment.databaseUrl);
        const bool isOurs = record.value().scenario.target.kind == TargetKind::InProcess;
        return {rows.profile, isOurs ? record.value().environment.databaseUrl : rows.database};
    });
}

void DatabaseAuditDialog::showPlace(const RowsPlace &place)
{
    m_place->chooseOwnTables();
    m_place->propose(place.database, place.profile);
}

void DatabaseAuditDialog::judge()
{
    const QString wrong = m_place->fault();
    m_fault->setText(wrong);
    m_audit->setEnabled(wrong.isEmpty());
}

DatabaseAuditRequest DatabaseAuditDialog::request() const
{
    return {m_place->url(), m_place->allowedHosts(), m_place->profile(), m_coupon->text().trimmed(),
            m_run->currentData().toString()};
}

void DatabaseAuditDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fitHeight(*this);
}

} // namespace stampede
