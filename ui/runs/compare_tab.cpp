#include "ui/runs/compare_tab.h"

#include "ui/labels.h"
#include "ui/table_copy.h"

#include <QHeaderView>
#include <QLabel>
#include <QStackedLayout>
#include <QTableWidget>
#include <QVBoxLayout>

namespace stampede {

namespace {

constexpr int kLineHeight = 26;

} // namespace

CompareTab::CompareTab(const QString &id, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_hint(new QLabel(this))
    , m_table(new QTableWidget(this))
    , m_method(new QLabel(this))
{
    m_hint->setObjectName(id + QStringLiteral("Hint"));
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setProperty("muted", true);
    m_table->setObjectName(id + QStringLiteral("Table"));
    m_table->setAccessibleName(name);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kLineHeight);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    enableTableCopy(m_table);
    m_method->setProperty("muted", true);
    m_method->setWordWrap(true);
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_table, 1);
    column->addWidget(m_method);
    m_stack->addWidget(m_hint);
    m_stack->addWidget(page);
}

void CompareTab::showHint(const QString &sentence)
{
    m_hint->setText(sentence);
    m_stack->setCurrentIndex(0);
}

void CompareTab::showLines(const QStringList &head, const QList<QStringList> &lines,
                           const QString &meaning)
{
    m_table->clear();
    m_table->setColumnCount(static_cast<int>(head.size()));
    m_table->setRowCount(static_cast<int>(lines.size()));
    m_table->setHorizontalHeaderLabels(head);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        for (int i = 0; i < m_table->columnCount(); ++i) {
            auto *item = new QTableWidgetItem(lines[row][i]);
            item->setToolTip(lines[row][i]);
            if (i == 0) {
                item->setFont(headingFont(font()));
            }
            m_table->setItem(row, i, item);
        }
    }
    auto *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_method->setText(meaning);
    m_method->setVisible(!meaning.isEmpty());
    m_stack->setCurrentIndex(1);
}

void CompareTab::showComparison(const QStringList &titles, const RunComparison &comparison)
{
    QList<QStringList> lines;
    for (const ComparisonLine &line : comparison.lines) {
        lines << QStringList{line.label} + line.cells + QStringList{line.remark};
    }
    showLines(QStringList{QString()} + titles + QStringList{QString()}, lines, comparison.method);
    if (titles.size() == 2) { // there is room for what sets them apart
        m_table->horizontalHeader()->setSectionResizeMode(m_table->columnCount() - 1,
                                                          QHeaderView::ResizeToContents);
    }
}

} // namespace stampede
