// SPDX-License-Identifier: MIT
#include "ui/runs/compare_tab.h"

#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/table_copy.h"

#include <QHeaderView>
#include <QLabel>
#include <QRegularExpression>
#include <QStackedLayout>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kLineHeight = 26;
constexpr int kWidestColumn = 320; ///< what is longer is broken into lines

/// Whether every cell of the column is a figure, or says that there is none.
bool isOfFigures(const QList<QStringList> &lines, int column)
{
    static const QRegularExpression figure(
        QStringLiteral("^([+−-]?[0-9][0-9.,]*( ?(%|s|ms|/s|µs))?|–|)$"));
    return std::all_of(lines.begin(), lines.end(), [column](const QStringList &line) {
        return figure.match(line[column]).hasMatch();
    });
}

} // namespace

CompareTab::CompareTab(const QString &id, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_hint(new QLabel(this))
    , m_table(new QTableWidget(this))
    , m_method(new QLabel(this))
    , m_columns(nullptr)
{
    m_hint->setObjectName(id + QStringLiteral("Hint"));
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setProperty("muted", true);
    m_table->setObjectName(id + QStringLiteral("Table"));
    m_table->setAccessibleName(name);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true); // nothing is cut: long cells take several lines
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setMaximumSectionSize(kWidestColumn);
    m_table->verticalHeader()->setDefaultSectionSize(kLineHeight);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_columns = new FittedColumns(m_table, 0);
    enableTableCopy(m_table);
    m_method->setProperty("muted", true);
    m_method->setWordWrap(true);
    auto *page = new GivingWay;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_table, 1);
    column->addWidget(m_method);
    m_stack->addWidget(m_hint);
    m_stack->addWidget(scrolling(page, this));
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
    for (int i = 0; i < m_table->columnCount(); ++i) {
        const Qt::Alignment side = i > 0 && isOfFigures(lines, i) ? Qt::AlignRight : Qt::AlignLeft;
        m_table->horizontalHeaderItem(i)->setTextAlignment(side | Qt::AlignVCenter);
        for (int row = 0; row < m_table->rowCount(); ++row) {
            auto *item = new QTableWidgetItem(lines[row][i]);
            item->setToolTip(lines[row][i]);
            item->setTextAlignment(side | Qt::AlignVCenter);
            if (i == 0) {
                item->setFont(headingFont(font()));
            }
            m_table->setItem(row, i, item);
        }
    }
    m_columns->setFlexible(m_table->columnCount() - 1);
    m_method->setText(meaning);
    m_method->setVisible(!meaning.isEmpty());
    m_stack->setCurrentIndex(1);
}

void CompareTab::showComparison(const QStringList &titles, const RunComparison &comparison)
{
    QStringList heads;
    for (qsizetype i = 0; i < titles.size(); ++i) {
        heads << titles[i] + QLatin1Char('\n') + comparison.heads[i];
    }
    QList<QStringList> lines;
    for (const ComparisonLine &line : comparison.lines) {
        lines << QStringList{line.label} + line.cells + QStringList{line.remark};
    }
    showLines(QStringList{QString()} + heads + QStringList{QString()}, lines, comparison.method);
}

} // namespace stampede
