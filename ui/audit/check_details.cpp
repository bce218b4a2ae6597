// SPDX-License-Identifier: MIT
#include "ui/audit/check_details.h"

#include "formats/check_columns.h"
#include "record/check_text.h"
#include "text/number_text.h"
#include "ui/audit/check_texts.h"
#include "ui/hot_row/finding_bars.h"
#include "ui/look/theme.h"
#include "ui/session/saved_file.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/table_copy.h"

#include <QFileDialog>
#include <QFontDatabase>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace stampede {

namespace {

constexpr int kCheckMarkSize = 20;
constexpr int kRowHeight = 26;
constexpr int kLeastRows = 112; ///< height of the table
constexpr Qt::TextInteractionFlags kCopyable =
    Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard;

QColor markColor(const CheckResult &check)
{
    const Theme &theme = Theme::current();
    switch (check.verdict) {
    case CheckVerdict::Pass:
        return theme.held;
    case CheckVerdict::Fail:
        return check.cls == CheckClass::Warning ? theme.warning : theme.damage;
    case CheckVerdict::Inconclusive:
    case CheckVerdict::Skipped:
        return theme.muted;
    }
    return theme.muted;
}

/// Its usual wish for height would make the pane around it scroll as well.
class RowsTable : public QTableWidget
{
public:
    [[nodiscard]] QSize sizeHint() const override
    {
        return {QTableWidget::sizeHint().width(), kLeastRows};
    }
};

} // namespace

CheckDetails::CheckDetails(QWidget *parent)
    : QFrame(parent)
    , m_mark(new QLabel)
    , m_title(new QLabel)
    , m_class(new QLabel)
    , m_explanation(new QLabel)
    , m_mustBe(new QLabel)
    , m_is(new QLabel)
    , m_figures(nullptr)
    , m_sight(new QPushButton(tr("Show me the race")))
    , m_prove(new QPushButton(tr("Every way these two can meet")))
    , m_rowsPart(nullptr)
    , m_rowsTitle(new QLabel)
    , m_rowsNote(new QLabel)
    , m_rows(new RowsTable)
    , m_save(new QPushButton)
    , m_sql(new QLabel)
    , m_sqlFold(nullptr)
    , m_copySql(new QPushButton(tr("Copy")))
    , m_meaning(new QLabel)
{
    setProperty("card", true);
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("checkDetails"));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(makeHead());
    m_explanation->setWordWrap(true);
    m_explanation->setTextInteractionFlags(kCopyable);
    m_explanation->setObjectName(QStringLiteral("checkExplanation"));
    column->addWidget(m_explanation);
    column->addWidget(makeFigures());
    column->addWidget(makeRows(), 100);
    m_sql->setWordWrap(true);
    m_sql->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_sql->setTextInteractionFlags(kCopyable);
    m_sql->setObjectName(QStringLiteral("checkSql"));
    m_copySql->setObjectName(QStringLiteral("copySql"));
    connect(m_copySql, &QPushButton::clicked, this, [this] { copyText(this, m_check.sql); });
    m_sqlFold = addFold(column, tr("SQL that found it"), m_sql, m_copySql);
    m_sqlFold->setObjectName(QStringLiteral("sqlFold"));
    m_meaning->setWordWrap(true);
    m_meaning->setTextInteractionFlags(kCopyable);
    m_meaning->setObjectName(QStringLiteral("checkMeaning"));
    addFold(column, tr("What this check proves, and what not"), m_meaning, nullptr)
        ->setObjectName(QStringLiteral("meaningFold"));
    column->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(1, 1, 1, 1);
    all->addWidget(scrolling(content, this));
}

QWidget *CheckDetails::makeHead()
{
    auto *head = new QWidget;
    m_title->setFont(headingFont(font(), 1.2));
    m_title->setObjectName(QStringLiteral("checkTitle"));
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(kCopyable);
    m_class->setProperty("muted", true);
    m_class->setObjectName(QStringLiteral("checkClass"));
    m_mark->setFixedWidth(kCheckMarkSize);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_mark);
    row->addWidget(m_title, 1);
    row->addWidget(m_class);
    return head;
}

QWidget *CheckDetails::makeFigures()
{
    m_figures = new QWidget;
    auto *grid = new QGridLayout(m_figures);
    grid->setContentsMargins(0, 4, 0, 4);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    const auto name = [](const QString &words) {
        auto *label = new QLabel(words);
        label->setProperty("muted", true);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        return label;
    };
    m_mustBe->setObjectName(QStringLiteral("checkMustBe"));
    m_is->setObjectName(QStringLiteral("checkIs"));
    m_is->setFont(headingFont(font()));
    for (QLabel *figure : {m_mustBe, m_is}) {
        figure->setWordWrap(true);
        figure->setTextInteractionFlags(kCopyable);
    }
    m_sight->setObjectName(QStringLiteral("showMeTheRace"));
    grid->addWidget(name(tr("Must be")), 0, 0);
    grid->addWidget(m_mustBe, 0, 1);
    grid->addWidget(name(tr("Is")), 1, 0);
    grid->addWidget(m_is, 1, 1);
    m_prove->setObjectName(QStringLiteral("everyWay"));
    auto *sights = new QVBoxLayout;
    sights->setSpacing(4);
    sights->addWidget(m_sight);
    sights->addWidget(m_prove);
    grid->addLayout(sights, 0, 2, 2, 1, Qt::AlignRight | Qt::AlignVCenter);
    grid->setColumnStretch(1, 1);
    connect(m_sight, &QPushButton::clicked, this,
            [this] { Q_EMIT sightRequested(m_check.id, -1); });
    connect(m_prove, &QPushButton::clicked, this, &CheckDetails::proofRequested);
    return m_figures;
}

QWidget *CheckDetails::makeRows()
{
    m_rowsPart = new QWidget;
    m_rows->setObjectName(QStringLiteral("checkRows"));
    m_rows->setAccessibleName(tr("Rows"));
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rows->setTabKeyNavigation(false);
    m_rows->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_rows->setMinimumHeight(kLeastRows);
    m_rows->verticalHeader()->hide();
    m_rows->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_rows->setShowGrid(false);
    m_rows->horizontalHeader()->setStretchLastSection(true);
    m_rows->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_rows->horizontalHeader()->setHighlightSections(false);
    m_rowsTitle->setObjectName(QStringLiteral("rowsTitle"));
    m_rowsNote->setProperty("muted", true);
    m_rowsNote->setWordWrap(true);
    auto *copy = new QPushButton(tr("Copy"));
    copy->setObjectName(QStringLiteral("copyRows"));
    m_save->setObjectName(QStringLiteral("saveRows"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_rowsTitle, 1);
    head->addWidget(m_save);
    head->addWidget(copy);
    auto *column = new QVBoxLayout(m_rowsPart);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_rowsNote);
    column->addWidget(m_rows, 1);
    enableTableCopy(m_rows);
    connect(copy, &QPushButton::clicked, this, [this] { copyText(this, rowsAsText(m_check)); });
    connect(m_save, &QPushButton::clicked, this, &CheckDetails::saveRows);
    connect(m_rows, &QTableWidget::cellActivated, this, [this](int row) {
        if (m_sight->isVisibleTo(this)) {
            Q_EMIT sightRequested(m_check.id, row);
        }
    });
    return m_rowsPart;
}

QToolButton *CheckDetails::addFold(QVBoxLayout *column, const QString &words, QWidget *content,
                                   QWidget *beside)
{
    auto *fold = new QToolButton;
    fold->setText(words);
    fold->setProperty("section", true);
    fold->setCheckable(true);
    fold->setArrowType(Qt::RightArrow);
    fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *row = new QHBoxLayout;
    row->addWidget(fold);
    row->addStretch(1);
    if (beside != nullptr) {
        row->addWidget(beside);
    }
    column->addLayout(row);
    column->addWidget(content);
    content->hide();
    connect(fold, &QToolButton::toggled, this, [fold, content](bool open) {
        fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        content->setVisible(open);
    });
    return fold;
}

void CheckDetails::show(const RunRecord &record, const CheckResult &check)
{
    m_check = check;
    m_mark->setPixmap(
        themedPixmap(checkIcon(check), markColor(check), kCheckMarkSize, devicePixelRatioF()));
    m_title->setText(check.title);
    // "Held · Damage" would contradict itself: the class tells how bad a failure is.
    m_class->setText(check.verdict == CheckVerdict::Pass
                         ? verdictWord(check)
                         : QStringLiteral("%1 · %2").arg(verdictWord(check), className(check.cls)));
    m_class->setToolTip(check.id);
    m_explanation->setText(check.proof.isEmpty()
                               ? check.explanation
                               : check.explanation + QStringLiteral("\n\n") + check.proof);
    const FindingSight sight = sightOf(record, check);
    m_sight->setVisible(sight != FindingSight::None);
    m_prove->setVisible(sight == FindingSight::Race);
    m_sight->setText(sight == FindingSight::Race ? tr("Show me the race") : tr("Show in Hot row"));
    m_figures->setVisible(!check.expected.isEmpty() || sight != FindingSight::None);
    m_mustBe->setText(check.expected);
    m_is->setText(check.actual);
    fillRows();
    const bool hasSql = !check.sql.isEmpty();
    m_sql->setText(hasSql ? check.sql : tr("none: the answers decide it"));
    m_sqlFold->setText(check.verdict == CheckVerdict::Fail ? tr("SQL that found it")
                                                           : tr("SQL that decides it"));
    m_copySql->setVisible(hasSql);
    const CheckMeaning meaning = meaningOf(check);
    m_meaning->setText(meaning.question.isEmpty()
                           ? meaning.proves
                           : meaning.question + QLatin1Char('\n') + meaning.proves);
}

void CheckDetails::fillRows()
{
    const auto shown = static_cast<int>(m_check.rows.size());
    m_rowsPart->setVisible(shown > 0);
    const bool whole = m_check.rowCount <= shown;
    const QString all = text::count(m_check.rowCount);
    m_rowsTitle->setText(whole ? tr("%1 in all").arg(all)
                               : tr("%1 in all, the first %2").arg(all, text::count(shown)));
    m_save->setText(whole ? tr("Save all…") : tr("Save the first %1…").arg(text::count(shown)));
    const bool oversold = m_check.id == QLatin1String("stock-not-exceeded");
    m_rowsNote->setVisible(oversold);
    m_rowsNote->setText(oversold
                            ? tr("The rows after the last coupon there was, by row id. Row ids "
                                 "are given when a row is written, not when it is committed.")
                            : QString());
    m_rows->clear();
    m_rows->setColumnCount(static_cast<int>(m_check.columns.size()));
    QStringList titles;
    for (const QString &key : m_check.columns) {
        titles << columnTitle(key);
    }
    m_rows->setHorizontalHeaderLabels(titles);
    m_rows->setRowCount(shown);
    for (int r = 0; r < shown; ++r) {
        for (int c = 0; c < m_rows->columnCount(); ++c) {
            m_rows->setItem(
                r, c,
                new QTableWidgetItem(cellWords(m_check.columns[c], m_check.rows[r].value(c))));
        }
    }
    m_rows->resizeColumnsToContents();
}

void CheckDetails::saveRows()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save rows"), m_check.id + QStringLiteral(".csv"),
                                     tr("Comma-separated values (*.csv)"));
    if (path.isEmpty()) {
        return;
    }
    if (const auto saved = saveChosen(path, rowsAsCsv(m_check).toUtf8()); !saved) {
        QMessageBox::warning(this, tr("Save rows"), saved.error());
    }
}

} // namespace stampede
