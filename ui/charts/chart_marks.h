#pragma once

#include "ui/charts/chart_content.h"

#include <QFont>

class QPainter;

namespace stampede {

/// Shaded stretches of time with their words: beneath everything else.
void paintStretches(QPainter &painter, const ChartContent &content, const ChartScale &scale,
                    const QFont &font);
/// Values that stand alone between two breaks of their line: a line needs two.
void paintLonePoints(QPainter &painter, const ChartContent &content, const ChartScale &scale);
/// What must come out, limits, flags: what is known without the run.
void paintMarks(QPainter &painter, const ChartContent &content, const ChartScale &scale,
                const QFont &font);
/// A line at that moment and the values of every series there.
void paintCrosshair(QPainter &painter, const ChartContent &content, const ChartScale &scale,
                    const QFont &font, double seconds);

} // namespace stampede
