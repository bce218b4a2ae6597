// SPDX-License-Identifier: MIT
#pragma once

#include "ui/look/theme.h"

#include <QPointF>
#include <QRectF>

class QPainter;

namespace stampede {

/// Waiting: hatched in the colour of the outcome.
void paintWaiting(QPainter &painter, const QRectF &where, const QColor &color);
/// Having the row: solid.
void paintHolding(QPainter &painter, const QRectF &where, const QColor &color);
/// The mark of an outcome: a circle for issued, a diamond, a square, …
void paintOutcomeMark(QPainter &painter, const QPointF &center, qreal size, Outcome outcome,
                      const QColor &color);
/// The octagon of a finding.
void paintFindingMark(QPainter &painter, const QPointF &center, qreal size, const Theme &theme);
/// Black or white, whichever is easier to read on that colour.
QColor readableOn(const QColor &color);

} // namespace stampede
