// SPDX-License-Identifier: MIT
#pragma once
// What a widget writes on itself, read where it is drawn: whoever draws it, style, delegate, rich
// text or a chart's own painter, ends at a paint engine, and this one writes down what arrives.

#include <QList>
#include <QRectF>
#include <QString>

class QWidget;

namespace stampede::test {

/// One piece of text, in the coordinates of its widget.
struct DrawnText
{
    QString text;
    QRectF place; ///< of its ink
    QRectF clip;  ///< outside of it nothing is seen
};

/// Every text that the widget draws, without those of its children.
QList<DrawnText> drawnTexts(QWidget &widget);

/// A line a text that is not seen whole: wider or higher than its room, covered by something else,
/// drawn over another text of the same widget, or ended by … without a tooltip that holds all of
/// it. Of the visible widgets from `root` down. What can be scrolled into view is not cut off.
QStringList cutOffTexts(QWidget &root);

} // namespace stampede::test
