// SPDX-License-Identifier: MIT
#pragma once
// What is written on a window, gathered as a reader would: for tests of its languages.

#include <QList>
#include <QString>

class QWidget;

namespace stampede::test {

struct ShownText
{
    const QWidget *widget;
    QString text; ///< without tags and access keys
};

/// Every text of the widget and of what is in it: labels, buttons, tooltips, accessible names,
/// choices, tabs, headers, cells, menus, names of series.
QList<ShownText> textsOf(const QWidget &root);

/// The widget by its classes and names from the window down, for a message.
QString pathOf(const QWidget *widget);

} // namespace stampede::test
