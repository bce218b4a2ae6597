// SPDX-License-Identifier: MIT
#include "ui/widgets/table_copy.h"

#include "text/number_text.h"
#include "ui/widgets/announce.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCoreApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QRegularExpression>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace stampede {

namespace {

struct TableCopyText
{
    Q_DECLARE_TR_FUNCTIONS(TableCopyText)
};

bool isHidden(const QAbstractItemView *view, int column)
{
    if (const auto *table = qobject_cast<const QTableView *>(view)) {
        return table->isColumnHidden(column);
    }
    const auto *tree = qobject_cast<const QTreeView *>(view);
    return tree != nullptr && tree->isColumnHidden(column);
}

/// A cell as one field: what would part rows or columns becomes a space.
QString field(QString words)
{
    words.replace(QLatin1Char('\t'), QLatin1Char(' '));
    words.replace(QLatin1Char('\n'), QLatin1Char(' '));
    static const QRegularExpression kNegative(QStringLiteral("^\u2212(?=[\\d.,]+$)"));
    return words.replace(kNegative, QStringLiteral("-")); // a spreadsheet reads it so
}

class Writer
{
public:
    explicit Writer(const QAbstractItemView *view)
        : m_view(view)
        , m_model(view->model())
    {
        for (int column = 0; column < m_model->columnCount(view->rootIndex()); ++column) {
            if (!isHidden(view, column)) {
                m_columns << column;
            }
        }
    }

    void writeHeadings()
    {
        QStringList fields;
        for (const int column : std::as_const(m_columns)) {
            fields << field(m_model->headerData(column, Qt::Horizontal).toString());
        }
        const bool isNamed = std::any_of(fields.begin(), fields.end(),
                                         [](const QString &name) { return !name.isEmpty(); });
        const auto *tree = qobject_cast<const QTreeView *>(m_view);
        const bool isShown = qobject_cast<const QTableView *>(m_view) != nullptr ||
                             (tree != nullptr && !tree->isHeaderHidden());
        if (isNamed && isShown) {
            m_lines << fields.join(QLatin1Char('\t'));
        }
    }

    /// False once there are too many.
    bool writeRow(const QModelIndex &first)
    {
        if (m_rows++ == kMostCopiedRows) {
            m_lines << TableCopyText::tr("… the first %1 rows").arg(text::count(kMostCopiedRows));
            return false;
        }
        QStringList fields;
        for (const int column : std::as_const(m_columns)) {
            fields << field(first.siblingAtColumn(column).data().toString());
        }
        m_lines << fields.join(QLatin1Char('\t'));
        return true;
    }

    /// All rows under `parent` that stand in the view, with those below them.
    bool writeAll(const QModelIndex &parent)
    {
        const auto *tree = qobject_cast<const QTreeView *>(m_view);
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            const QModelIndex first = m_model->index(row, 0, parent);
            const bool below = tree != nullptr && tree->isExpanded(first);
            if (!writeRow(first) || (below && !writeAll(first))) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] QString words() const { return m_lines.join(QLatin1Char('\n')); }

private:
    const QAbstractItemView *m_view;
    const QAbstractItemModel *m_model;
    QList<int> m_columns;
    QStringList m_lines;
    int m_rows = 0;
};

} // namespace

QString tableText(const QAbstractItemView *view, bool onlyChosen)
{
    if (view->model() == nullptr) {
        return {};
    }
    Writer writer(view);
    writer.writeHeadings();
    const QItemSelectionModel *chosen = view->selectionModel();
    if (!onlyChosen || chosen == nullptr || !chosen->hasSelection()) {
        writer.writeAll(view->rootIndex());
        return writer.words();
    }
    // Row by row in the order of the table, also where only some cells of a row are chosen.
    QModelIndexList rows;
    for (const QItemSelectionRange &range : chosen->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows.size() <= kMostCopiedRows;
             ++row) {
            rows << view->model()->index(row, 0, range.parent());
        }
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    for (const QModelIndex &row : std::as_const(rows)) {
        if (!writer.writeRow(row)) {
            break;
        }
    }
    return writer.words();
}

void enableTableCopy(QAbstractItemView *view)
{
    const auto add = [view](const QString &words, bool onlyChosen) {
        auto *action = new QAction(words, view);
        QObject::connect(action, &QAction::triggered, view,
                         [view, onlyChosen] { copyText(view, tableText(view, onlyChosen)); });
        view->addAction(action);
        return action;
    };
    QAction *copy = add(TableCopyText::tr("Copy"), true);
    copy->setObjectName(QStringLiteral("copyRows"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QAction *copyAll = add(TableCopyText::tr("Copy the whole table"), false);
    copyAll->setObjectName(QStringLiteral("copyAllRows"));
    view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

} // namespace stampede
