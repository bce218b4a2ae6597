#pragma once

#include "ui/charts/chart_content.h"

#include <QFont>

class QPainter;

namespace stampede {

/// Layers and lines.
void paintSeries(QPainter &painter, const ChartContent &content, const ChartScale &scale);
/// What must come out, limits, flags: what is known without the run.
void paintMarks(QPainter &painter, const ChartContent &content, const ChartScale &scale,
                const QFont &font);
/// A line at that moment and the values of every series there.
void paintCrosshair(QPainter &painter, const ChartContent &content, const ChartScale &scale,
                    const QFont &font, double seconds);

} // namespace stampede
