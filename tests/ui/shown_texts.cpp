#include "shown_texts.h"

#include "ui/charts/run_chart.h"
#include "ui/elided_label.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

namespace stampede::test {

namespace {

QString readable(QString text)
{
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    return text.replace(tag, QStringLiteral(" ")).remove(QLatin1Char('&')).simplified();
}

void addModel(const QAbstractItemView &view, QList<ShownText> &all)
{
    const QAbstractItemModel *model = view.model();
    if (model == nullptr) {
        return;
    }
    const int columns = model->columnCount();
    for (int column = 0; column < columns; ++column) {
        all.append({&view, model->headerData(column, Qt::Horizontal).toString()});
    }
    const int rows = std::min(model->rowCount(), 200);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const QModelIndex index = model->index(row, column);
            all.append({&view, index.data().toString()});
            all.append({&view, index.data(Qt::ToolTipRole).toString()});
            all.append({&view, index.data(Qt::AccessibleTextRole).toString()});
            const int children = std::min(model->rowCount(index), 200);
            for (int child = 0; child < children; ++child) {
                all.append({&view, model->index(child, 0, index).data().toString()});
            }
        }
    }
}

void addWidget(const QWidget &widget, QList<ShownText> &all)
{
    const auto add = [&](const QString &text) { all.append({&widget, text}); };
    add(widget.toolTip());
    add(widget.accessibleName());
    add(widget.accessibleDescription());
    if (const auto *elided = qobject_cast<const ElidedLabel *>(&widget)) {
        add(elided->whole());
    } else if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        add(label->text());
    } else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        add(button->text());
    } else if (const auto *group = qobject_cast<const QGroupBox *>(&widget)) {
        add(group->title());
    } else if (const auto *line = qobject_cast<const QLineEdit *>(&widget)) {
        add(line->placeholderText());
    } else if (const auto *choice = qobject_cast<const QComboBox *>(&widget)) {
        for (int i = 0; i < choice->count(); ++i) {
            add(choice->itemText(i));
        }
    } else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
            add(tabs->tabText(i));
            add(tabs->tabToolTip(i));
        }
    } else if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget)) {
        addModel(*view, all);
    }
    if (const auto *chart = qobject_cast<const RunChart *>(&widget)) {
        for (const ChartLine &line : chart->content().lines) {
            add(line.name);
        }
        for (const ChartLayer &layer : chart->content().layers) {
            add(layer.name);
        }
    }
    const auto actions = widget.actions();
    for (const QAction *action : actions) {
        add(action->text());
        add(action->toolTip());
    }
}

/// The header of a table or a tree, or null.
const QHeaderView *headerOf(const QWidget &widget)
{
    if (const auto *table = qobject_cast<const QTableView *>(&widget)) {
        return table->horizontalHeader();
    }
    const auto *tree = qobject_cast<const QTreeView *>(&widget);
    return tree == nullptr ? nullptr : tree->header();
}

void addCutHeaders(const QHeaderView &header, QStringList &cut)
{
    if (!header.isVisible() || header.model() == nullptr) {
        return;
    }
    for (int i = 0; i < header.count(); ++i) {
        const QString text = header.model()->headerData(i, Qt::Horizontal).toString();
        const int needed = QFontMetrics(header.font()).horizontalAdvance(text);
        if (!header.isSectionHidden(i) && header.sectionSize(i) < needed) {
            cut << QStringLiteral("%1: header \"%2\" needs %3 of %4")
                       .arg(pathOf(&header), text)
                       .arg(needed)
                       .arg(header.sectionSize(i));
        }
    }
}

/// What a label or button needs and does not have, or nothing.
QString lackOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        if (label->text().isEmpty() || qobject_cast<const ElidedLabel *>(label) != nullptr) {
            return {};
        }
        if (label->text().startsWith(QLatin1String("<table"))) {
            return {}; // fills its label, and asks for more than it takes
        }
        if (label->wordWrap()) {
            const int needed = label->heightForWidth(label->width());
            return needed > label->height() ? QStringLiteral("\"%1\" needs a height of %2, has %3")
                                                  .arg(label->text())
                                                  .arg(needed)
                                                  .arg(label->height())
                                            : QString();
        }
        const int needed = label->sizeHint().width();
        return needed > label->width() ? QStringLiteral("\"%1\" needs %2, has %3")
                                             .arg(label->text())
                                             .arg(needed)
                                             .arg(label->width())
                                       : QString();
    }
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    if (button == nullptr || button->text().isEmpty()) {
        return {};
    }
    const auto *tool = qobject_cast<const QToolButton *>(button);
    if (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly) {
        return {}; // its words are its tooltip
    }
    const int needed = QFontMetrics(button->font()).horizontalAdvance(readable(button->text()));
    return needed > button->width() - 4 ? QStringLiteral("\"%1\" needs %2, has %3")
                                              .arg(button->text())
                                              .arg(needed)
                                              .arg(button->width())
                                        : QString();
}

} // namespace

QList<ShownText> textsOf(const QWidget &root)
{
    QList<ShownText> all;
    addWidget(root, all);
    const auto widgets = root.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        addWidget(*widget, all);
    }
    for (ShownText &shown : all) {
        shown.text = readable(shown.text);
    }
    return all;
}

QStringList cutOffTexts(const QWidget &root)
{
    QStringList cut;
    const auto widgets = root.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible()) {
            continue;
        }
        if (const QString lack = lackOf(*widget); !lack.isEmpty()) {
            cut << pathOf(widget) + QStringLiteral(": ") + lack;
        }
        if (const QHeaderView *header = headerOf(*widget)) {
            addCutHeaders(*header, cut);
        }
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                const int needed = QFontMetrics(tabs->font()).horizontalAdvance(tabs->tabText(i));
                if (tabs->isTabVisible(i) && tabs->tabRect(i).width() < needed) {
                    cut << pathOf(tabs) + QStringLiteral(": tab ") + tabs->tabText(i);
                }
            }
        }
    }
    return cut;
}

QString pathOf(const QWidget *widget)
{
    QStringList path;
    for (const QWidget *at = widget; at != nullptr; at = at->parentWidget()) {
        path.prepend(at->objectName().isEmpty() ? QString::fromLatin1(at->metaObject()->className())
                                                : at->objectName());
    }
    return path.mid(std::max<qsizetype>(0, path.size() - 4)).join(QLatin1Char('/'));
}

} // namespace stampede::test
