// SPDX-License-Identifier: MIT
#include "ui/widgets/fitted_columns.h"

#include "ui/look/type.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kLeastLetters = 14; ///< of the flexible column
constexpr int kLeastRowPadding = 4;

} // namespace

FittedColumns::FittedColumns(QTableView *table, int flexible)
    : QObject(table)
    , m_table(table)
    , m_flexible(flexible)
    , m_rowPadding(
          std::max(kLeastRowPadding, table->verticalHeader()->defaultSectionSize() -
                                         qRound(table->fontMetrics().height() / textFactor())))
{
    table->viewport()->installEventFilter(this);
    table->horizontalHeader()->setResizeContentsPrecision(0); // of the rows in view: there may be
    table->horizontalHeader()->setStretchLastSection(false);  // a million
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    QAbstractItemModel *model = table->model();
    connect(table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        m_onlyGrows = m_onlyGrows || !m_isDue; // columns that dance are no help in reading
        fitSoon();
    });
    connect(model, &QAbstractItemModel::modelReset, this, &FittedColumns::fitSoon);
    connect(model, &QAbstractItemModel::layoutChanged, this, &FittedColumns::fitSoon);
    connect(model, &QAbstractItemModel::dataChanged, this, &FittedColumns::fitSoon);
    connect(model, &QAbstractItemModel::rowsInserted, this, &FittedColumns::fitSoon);
    connect(model, &QAbstractItemModel::columnsInserted, this, &FittedColumns::fitSoon);
    connect(model, &QAbstractItemModel::headerDataChanged, this, &FittedColumns::fitSoon);
}

void FittedColumns::setFlexible(int column)
{
    m_flexible = column;
    fitSoon();
}

bool FittedColumns::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        fitSoon();
        break;
    default: // nothing that changes what is needed
        break;
    }
    return QObject::eventFilter(watched, event);
}

void FittedColumns::fitSoon()
{
    if (!m_isDue) {
        m_isDue = true;
        QMetaObject::invokeMethod(this, &FittedColumns::fit, Qt::QueuedConnection);
    }
}

void FittedColumns::fit()
{
    m_isDue = false;
    const int row = m_table->fontMetrics().height() + m_rowPadding;
    m_table->verticalHeader()->setDefaultSectionSize(row);
    QHeaderView *header = m_table->horizontalHeader();
    int rest = m_table->viewport()->width();
    for (int column = 0; column < header->count(); ++column) {
        if (header->isSectionHidden(column) || column == m_flexible) {
            continue;
        }
        const QAbstractItemView *view = m_table;
        const int needed =
            std::max({header->sectionSizeHint(column), view->sizeHintForColumn(column),
                      m_onlyGrows ? header->sectionSize(column) : 0});
        header->resizeSection(column, needed);
        rest -= needed;
    }
    if (m_flexible >= 0 && m_flexible < header->count()) {
        const int least = std::max(header->sectionSizeHint(m_flexible),
                                   kLeastLetters * m_table->fontMetrics().averageCharWidth());
        header->resizeSection(m_flexible, std::max(rest, least));
    }
    m_onlyGrows = false;
}

} // namespace stampede
