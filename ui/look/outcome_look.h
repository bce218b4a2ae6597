// SPDX-License-Identifier: MIT
#pragma once

#include "text/outcome_names.h"

#include <QBrush>
#include <QColor>
#include <QPointF>
#include <QString>

class QPainter;

namespace stampede {

/// How an outcome is told from the others without its colour: "●", "◆" … "?!".
QString outcomeSign(Outcome outcome, UnknownReason reason = UnknownReason::None);
/// The same, drawn: for places where no font can be trusted to have it.
void drawOutcomeMark(QPainter &painter, const QPointF &center, qreal radius, Outcome outcome,
                     UnknownReason reason = UnknownReason::None);
/// The filling of a layer of answers in charts, and so of every outcome in it.
Qt::BrushStyle layerPattern(AnswerLayer layer);
/// The colour, thin, under its pattern; the plain colour where the pattern is solid.
QBrush patternBrush(const QColor &color, Qt::BrushStyle pattern);

} // namespace stampede
