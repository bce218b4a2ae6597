#pragma once

#include "text/outcome_names.h"

#include <QBrush>
#include <QColor>
#include <QPointF>
#include <QString>

class QPainter;

namespace stampede {

/// How an outcome is told from the others without its colour: "●", "◆" … "?!".
QString outcomeMark(Outcome outcome, UnknownReason reason = UnknownReason::None);
/// The same, drawn: for places where no font can be trusted to have it.
void drawOutcomeMark(QPainter &painter, const QPointF &center, qreal radius, Outcome outcome,
                     UnknownReason reason = UnknownReason::None);
/// Its filling in charts.
Qt::BrushStyle outcomePattern(Outcome outcome);
/// The colour, thin, under its pattern; the plain colour where the pattern is solid.
QBrush patternBrush(const QColor &color, Qt::BrushStyle pattern);
/// What it means, in a sentence.
QString outcomeMeaning(Outcome outcome, UnknownReason reason = UnknownReason::None);

} // namespace stampede
