#include "ui/audit/database_audit_dialog.h"

#include "archive/later_audit.h"
#include "ui/runs/runs_model.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kDialogWidth = 620;

} // namespace

DatabaseAuditDialog::DatabaseAuditDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_url(new QLineEdit(session.host().url().display(), this))
    , m_ownTables(new QRadioButton(tr("Stampede's own"), this))
    , m_byProfile(new QRadioButton(tr("of another service, described by a profile"), this))
    , m_profile(new QLineEdit(this))
    , m_choose(new QPushButton(tr("Choose…"), this))
    , m_coupon(new QLineEdit(this))
    , m_run(new QComboBox(this))
    , m_allow(new QCheckBox(this))
    , m_fault(new QLabel(this))
    , m_audit(nullptr)
    , m_looking([this](const RowsPlace &place) { showPlace(place); })
{
    setWindowTitle(tr("Audit a database"));
    setMinimumWidth(kDialogWidth);
    m_url->setObjectName(QStringLiteral("auditUrl"));
    m_url->setAccessibleName(tr("Database"));
    m_coupon->setObjectName(QStringLiteral("auditCoupon"));
    m_coupon->setPlaceholderText(tr("the only one, or the profile's"));
    m_run->setObjectName(QStringLiteral("auditRun"));
    m_run->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_run->addItem(tr("no run: only what the rows alone tell"));
    m_allow->setObjectName(QStringLiteral("auditAllow"));
    m_fault->setObjectName(QStringLiteral("auditFault"));
    m_fault->setWordWrap(true);
    m_fault->setProperty("fault", true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_audit = buttons->addButton(tr("Audit"), QDialogButtonBox::AcceptRole);
    m_audit->setObjectName(QStringLiteral("startAudit"));
    m_audit->setDefault(true);
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft);
    form->addRow(tr("Database"), m_url);
    form->addRow(QString(), m_allow);
    form->addRow(tr("Tables"), makeTables());
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
    connect(m_url, &QLineEdit::textChanged, this, &DatabaseAuditDialog::judge);
    connect(m_profile, &QLineEdit::textChanged, this, &DatabaseAuditDialog::judge);
    connect(m_byProfile, &QRadioButton::toggled, this, &DatabaseAuditDialog::judge);
    connect(m_allow, &QCheckBox::toggled, this, &DatabaseAuditDialog::judge);
    connect(m_run, &QComboBox::currentIndexChanged, this, &DatabaseAuditDialog::lookUpRun);
    if (m_session.archive() != nullptr) {
        connect(m_session.archive(), &ArchiveWorker::listed, this, &DatabaseAuditDialog::listRuns);
        m_session.archive()->refresh();
    }
    judge();
}

QWidget *DatabaseAuditDialog::makeTables()
{
    auto *tables = new QWidget(this);
    m_ownTables->setObjectName(QStringLiteral("auditOwnTables"));
    m_byProfile->setObjectName(QStringLiteral("auditByProfile"));
    m_profile->setObjectName(QStringLiteral("auditProfile"));
    m_profile->setAccessibleName(tr("Profile"));
    m_profile->setPlaceholderText(tr("a file that ends with .profile.json"));
    m_ownTables->setChecked(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_profile, 1);
    row->addWidget(m_choose);
    auto *column = new QVBoxLayout(tables);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_ownTables);
    column->addWidget(m_byProfile);
    column->addLayout(row);
    connect(m_choose, &QPushButton::clicked, this, &DatabaseAuditDialog::chooseProfile);
    return tables;
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
    if (!place.database.isEmpty()) {
        m_url->setText(place.database);
    }
    m_profile->setText(place.profile.isEmpty() ? m_profile->text() : place.profile);
    (place.profile.isEmpty() ? m_ownTables : m_byProfile)->setChecked(true);
}

void DatabaseAuditDialog::chooseProfile()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open a profile"), m_profile->text(),
                                     tr("Profiles (*.profile.json);;All files (*)"));
    if (!path.isEmpty()) {
        m_profile->setText(path);
        m_byProfile->setChecked(true);
    }
}

QString DatabaseAuditDialog::fault() const
{
    const auto url = parseDatabaseUrl(m_url->text().trimmed());
    if (!url) {
        return url.error();
    }
    if (!m_allow->isHidden() && !m_allow->isChecked()) {
        return tr("%1 is not this computer.").arg(url.value().host);
    }
    const QString profile = m_profile->text().trimmed();
    if (m_byProfile->isChecked() && !QFileInfo(profile).isFile()) {
        return profile.isEmpty() ? tr("Choose the profile that describes the tables.")
                                 : tr("There is no file %1.").arg(profile);
    }
    return {};
}

void DatabaseAuditDialog::judge()
{
    m_profile->setEnabled(m_byProfile->isChecked());
    m_choose->setEnabled(m_byProfile->isChecked());
    const auto url = parseDatabaseUrl(m_url->text().trimmed());
    const bool isElsewhere =
        url && !url.value().isLocal() &&
        !m_session.host().allowedHosts().contains(url.value().host, Qt::CaseInsensitive);
    m_allow->setVisible(isElsewhere);
    if (isElsewhere) {
        m_allow->setText(tr("I answer for %1: it may be read.").arg(url.value().host));
    }
    const QString wrong = fault();
    m_fault->setText(wrong);
    m_audit->setEnabled(wrong.isEmpty());
}

DatabaseAuditRequest DatabaseAuditDialog::request() const
{
    const DatabaseUrl url = parseDatabaseUrl(m_url->text().trimmed()).value();
    QStringList hosts = m_session.host().allowedHosts();
    if (!m_allow->isHidden()) {
        hosts << url.host;
    }
    return {url, hosts, m_byProfile->isChecked() ? m_profile->text().trimmed() : QString(),
            m_coupon->text().trimmed(), m_run->currentData().toString()};
}

void DatabaseAuditDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    // As high as its sentences are at this width, which a dialog does not ask for by itself.
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

} // namespace stampede
