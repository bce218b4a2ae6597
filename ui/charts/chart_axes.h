// SPDX-License-Identifier: MIT
#pragma once

#include "ui/charts/chart_content.h"

#include <QFont>

namespace stampede {

/// The font of figures at axes: 8.5 pt beside a body of 10.
QFont axisFont(const QFont &font);
/// A moment as the time axis of the chart says it: "0.12 s", or a time of day. `step` is the
/// distance of two figures, seconds.
QString momentText(const ChartContent &content, double seconds, double step);
/// A value with as many digits as it deserves, and the chart's unit.
QString valueText(const ChartContent &content, double value);

/// The scale for that content in that rectangle. `from` and `to` are seconds; `leastLeft` is room
/// for the figures at the left edge at least.
ChartScale scaleOf(const ChartContent &content, const QRectF &room, const QFont &font, double from,
                   double to, qreal leastLeft);
/// How much room the figures of the value axis need.
qreal leftNeeded(const ChartContent &content, const QFont &font, qreal height, double from,
                 double to);

/// A line of the grid and what stands beside it.
struct AxisTick
{
    double at = 0; ///< seconds, or a value
    QString words;
};

/// Those of the value axis; the topmost one says the unit.
QList<AxisTick> valueTicks(const ChartContent &content, const ChartScale &scale, const QFont &font);
/// Those of the time axis from 0 on: what lies before the run, a warm-up, has none.
QList<AxisTick> timeTicks(const ChartContent &content, const ChartScale &scale, const QFont &font);

} // namespace stampede
