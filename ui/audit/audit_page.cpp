#include "ui/audit/audit_page.h"

#include "audit/check_text.h"
#include "text/number_text.h"
#include "ui/audit/evidence_tab.h"
#include "ui/audit/ledger.h"
#include "ui/audit/why_tab.h"
#include "ui/labels.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTabWidget>
#include <QTableWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace stampede {

namespace {

constexpr int kListWidth = 380;

using text::count;

QString className(CheckClass cls)
{
    switch (cls) {
    case CheckClass::Damage:
        return AuditPage::tr("Damage");
    case CheckClass::Answers:
        return AuditPage::tr("Answers");
    case CheckClass::Warning:
        return AuditPage::tr("Warning");
    case CheckClass::Ground:
        return AuditPage::tr("Ground");
    }
    return {};
}

QString verdictWord(const CheckResult &check)
{
    switch (check.verdict) {
    case CheckVerdict::Pass:
        return AuditPage::tr("Held");
    case CheckVerdict::Fail:
        return check.cls == CheckClass::Warning ? AuditPage::tr("Warning")
                                                : AuditPage::tr("Broken");
    case CheckVerdict::Inconclusive:
        return AuditPage::tr("Cannot tell");
    case CheckVerdict::Skipped:
        return AuditPage::tr("Not applicable");
    }
    return {};
}

/// The name of a column for people; the keys are those of the result file.
QString columnTitle(const QString &key)
{
    const std::pair<const char *, QString> titles[] = {
        {"user", AuditPage::tr("person")},
        {"answered_at_s", AuditPage::tr("answered at, s")},
        {"asked_at_s", AuditPage::tr("asked at, s")},
        {"row_ids", AuditPage::tr("row ids")},
        {"at_start", AuditPage::tr("at start")},
        {"issued_at", AuditPage::tr("issued at")},
        {"remaining", AuditPage::tr("left")},
        {"should_have_been", AuditPage::tr("should have been")},
        {"because_of", AuditPage::tr("because of")},
    };
    for (const auto &[name, title] : titles) {
        if (key == QLatin1String(name)) {
            return title;
        }
    }
    return key;
}

} // namespace

AuditPage::AuditPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_stack(new QStackedLayout(this))
    , m_ledger(new Ledger(this))
    , m_tabs(new QTabWidget(this))
    , m_why(new WhyTab(this))
    , m_evidence(new EvidenceTab(this))
    , m_list(new QTreeWidget(this))
    , m_title(new QLabel(this))
    , m_class(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_expected(new QLabel(this))
    , m_rowsTitle(new QLabel(this))
    , m_rows(new QTableWidget(this))
    , m_sql(new QLabel(this))
{
    auto *empty = new QLabel(tr("The audit runs by itself when the load has settled."), this);
    empty->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(empty);
    m_stack->addWidget(makeContent());
    connect(&m_session, &Session::recordChanged, this, &AuditPage::showRecord);
}

QWidget *AuditPage::makeContent()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(10);
    column->addWidget(m_ledger);
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(QStringLiteral("auditTabs"));
    m_tabs->addTab(makeChecks(), tr("Checks"));
    m_tabs->addTab(m_why, tr("Why"));
    m_tabs->addTab(m_evidence, tr("Evidence"));
    column->addWidget(m_tabs, 1);
    return content;
}

QWidget *AuditPage::makeChecks()
{
    auto *content = new QWidget(this);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, 10, 0, 0);
    row->setSpacing(10);
    auto *listCard = new QFrame(content);
    listCard->setProperty("card", true);
    listCard->setFixedWidth(kListWidth);
    auto *listColumn = new QVBoxLayout(listCard);
    listColumn->setContentsMargins(6, 6, 6, 6);
    m_list->setObjectName(QStringLiteral("checks"));
    m_list->setHeaderHidden(true);
    m_list->setColumnCount(2);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->setIndentation(14);
    listColumn->addWidget(m_list);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item != nullptr && item->parent() != nullptr) {
            showCheck(item->data(0, Qt::UserRole).toString());
        }
    });
    row->addWidget(listCard);
    row->addWidget(makeDetails(), 1);
    return content;
}

QWidget *AuditPage::makeDetails()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    m_title->setFont(headingFont(font(), 1.2));
    m_title->setObjectName(QStringLiteral("checkTitle"));
    m_class->setProperty("muted", true);
    m_explanation->setWordWrap(true);
    m_explanation->setObjectName(QStringLiteral("checkExplanation"));
    m_expected->setWordWrap(true);
    m_expected->setTextFormat(Qt::RichText);
    m_rows->setObjectName(QStringLiteral("checkRows"));
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->verticalHeader()->hide();
    m_rows->setShowGrid(false);
    m_rows->horizontalHeader()->setStretchLastSection(true);
    m_rows->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_sql->setWordWrap(true);
    m_sql->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_sql->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *heading = new QHBoxLayout;
    heading->addWidget(m_title, 1);
    heading->addWidget(m_class);
    auto *sqlRow = new QHBoxLayout;
    auto *sqlTitle = new QLabel(tr("SQL that decides it"), card);
    sqlTitle->setProperty("muted", true);
    auto *copy = new QPushButton(tr("Copy"), card);
    sqlRow->addWidget(sqlTitle, 1);
    sqlRow->addWidget(copy);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_shownSql); });
    column->addLayout(heading);
    column->addWidget(m_explanation);
    column->addWidget(m_expected);
    column->addWidget(m_rowsTitle);
    column->addWidget(m_rows, 100);
    column->addLayout(sqlRow);
    column->addWidget(m_sql);
    column->addStretch(1);
    return card;
}

void AuditPage::showRecord()
{
    const auto record = m_session.record();
    if (!record) {
        m_stack->setCurrentIndex(0);
        return;
    }
    m_stack->setCurrentIndex(1);
    m_ledger->show(record);
    m_list->clear();
    m_why->show(*record);
    m_evidence->show(*record);
    if (record->audit) {
        m_tabs->setTabText(0, tr("Checks %1").arg(count(record->audit->checks.size())));
        fillList(*record->audit);
    }
}

QTreeWidgetItem *AuditPage::addGroup(const QString &name, const QString &icon, const QColor &color,
                                     const QList<CheckResult> &checks, bool open)
{
    if (checks.isEmpty()) {
        return nullptr;
    }
    auto *group = new QTreeWidgetItem(m_list, {name, count(checks.size())});
    group->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    group->setIcon(0, themedIcon(icon, color));
    group->setFont(0, headingFont(font()));
    QTreeWidgetItem *first = nullptr;
    for (const CheckResult &check : checks) {
        auto *item = new QTreeWidgetItem(
            group, {check.title, check.rowCount > 0 ? count(check.rowCount) : QString()});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, Qt::UserRole, check.id);
        item->setToolTip(0, check.explanation);
        first = first == nullptr ? item : first;
    }
    group->setExpanded(open);
    return first;
}

void AuditPage::fillList(const AuditReport &audit)
{
    const Theme &theme = Theme::current();
    const auto those = [&audit](auto &&fits) {
        QList<CheckResult> found;
        for (const CheckResult &check : audit.checks) {
            if (fits(check)) {
                found.append(check);
            }
        }
        return found;
    };
    const auto ground = those([](const CheckResult &check) {
        return check.cls == CheckClass::Ground && check.verdict == CheckVerdict::Fail;
    });
    const auto withVerdict = [&those](CheckVerdict verdict) {
        return those([verdict](const CheckResult &check) { return check.verdict == verdict; });
    };
    const bool allHeld = audit.findings().isEmpty() && ground.isEmpty();
    QTreeWidgetItem *const firsts[] = {
        addGroup(tr("Missing ground"), QStringLiteral("unknown"), theme.muted, ground, true),
        addGroup(tr("Broken"), QStringLiteral("broken"), theme.damage, audit.findings(), true),
        addGroup(tr("Warning"), QStringLiteral("warning"), theme.warning, audit.warnings(), true),
        addGroup(tr("Cannot tell"), QStringLiteral("unknown"), theme.muted,
                 withVerdict(CheckVerdict::Inconclusive), true),
        addGroup(tr("Held"), QStringLiteral("held"), theme.held, withVerdict(CheckVerdict::Pass),
                 allHeld),
        addGroup(tr("Not applicable"), QStringLiteral("skipped"), theme.muted,
                 withVerdict(CheckVerdict::Skipped), false),
    };
    for (QTreeWidgetItem *first : firsts) {
        if (first != nullptr) {
            m_list->setCurrentItem(first);
            break;
        }
    }
}

void AuditPage::showCheck(const QString &id)
{
    const auto record = m_session.record();
    const CheckResult *check = record && record->audit ? record->audit->check(id) : nullptr;
    if (check == nullptr) {
        return;
    }
    m_title->setText(check->title);
    m_class->setText(
        QStringLiteral("%1 · %2 · %3").arg(verdictWord(*check), className(check->cls), check->id));
    m_explanation->setText(check->proof.isEmpty()
                               ? check->explanation
                               : check->explanation + QStringLiteral("\n\n") + check->proof);
    QString expected;
    if (!check->expected.isEmpty()) {
        expected =
            QStringLiteral("<table><tr><td style='padding-right:16px'>%1</td><td>%2</td></tr>"
                           "<tr><td>%3</td><td><b>%4</b></td></tr></table>")
                .arg(tr("Must be"), check->expected.toHtmlEscaped(), tr("Is"),
                     check->actual.toHtmlEscaped());
    }
    m_expected->setText(expected);
    const bool hasRows = !check->rows.isEmpty();
    m_rows->setVisible(hasRows);
    m_rowsTitle->setVisible(hasRows);
    m_rowsTitle->setText(
        check->rowCount > check->rows.size()
            ? tr("%1 in all, the first %2").arg(count(check->rowCount), count(check->rows.size()))
            : tr("%1 in all").arg(count(check->rowCount)));
    m_rows->clear();
    m_rows->setColumnCount(static_cast<int>(check->columns.size()));
    QStringList titles;
    for (const QString &key : check->columns) {
        titles << columnTitle(key);
    }
    m_rows->setHorizontalHeaderLabels(titles);
    m_rows->setRowCount(static_cast<int>(check->rows.size()));
    for (int r = 0; r < m_rows->rowCount(); ++r) {
        for (int c = 0; c < m_rows->columnCount(); ++c) {
            m_rows->setItem(r, c, new QTableWidgetItem(cellText(check->rows[r].value(c))));
        }
    }
    m_rows->resizeColumnsToContents();
    m_shownSql = check->sql;
    m_sql->setText(check->sql.isEmpty() ? tr("none: the answers decide it") : check->sql);
}

void AuditPage::showTab(int index)
{
    m_tabs->setCurrentIndex(index);
}

void AuditPage::retheme()
{
    showRecord();
}

} // namespace stampede
