// SPDX-License-Identifier: MIT
#include "shown_texts.h"

#include "ui/charts/run_chart.h"
#include "ui/widgets/elided_label.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTabBar>

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
