// SPDX-License-Identifier: MIT
#pragma once

#include "ui/charts/chart_content.h"

#include <QFont>

class QPainter;

namespace stampede {

/// Shaded stretches of time with their words: beneath everything else.
/// `whole`: also those that came out of the run.
void paintStretches(QPainter &painter, const ChartContent &content, const ChartScale &scale,
                    const QFont &font, bool whole);
/// The dots, or the grid of counts: beneath the lines.
void paintCloud(QPainter &painter, const ChartContent &content, const ChartScale &scale,
                const QFont &font);
/// What the marks of the dots mean, or the shades of the counts, at the right end of that room.
void paintCloudLegend(QPainter &painter, const ChartContent &content, const QFont &font,
                      const QRectF &room);
/// Values that stand alone between two breaks of their line: a line needs two.
void paintLonePoints(QPainter &painter, const ChartContent &content, const ChartScale &scale);
/// What must come out, limits, flags: what is known without the run. `whole`: also the moments that
/// came out of it.
void paintMarks(QPainter &painter, const ChartContent &content, const ChartScale &scale,
                const QFont &font, bool whole);
/// A line at that moment and the values of every series there.
void paintCrosshair(QPainter &painter, const ChartContent &content, const ChartScale &scale,
                    const QFont &font, double seconds);

} // namespace stampede
