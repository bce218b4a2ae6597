// SPDX-License-Identifier: MIT
#pragma once

#include "ui/charts/chart_content.h"

#include <QFont>
#include <QList>

class QPainter;

namespace stampede {

/// Words about a bound of what must come out, and where they stand.
struct BoundLabel
{
    QString words;
    QRectF place;
};

/// One label where exactly one figure must come out, else one for each bound: beside its line,
/// where no line of the chart runs, if there is such a place.
QList<BoundLabel> boundLabels(const ChartContent &content, const ChartScale &scale,
                              const QFont &font);
/// The dashed lines: just beyond the figures that are allowed, so that a line that runs along a
/// bound is seen beside it. Belongs under the series.
void paintBoundLines(QPainter &painter, const ChartContent &content, const ChartScale &scale);
void paintBoundLabels(QPainter &painter, const ChartContent &content, const ChartScale &scale,
                      const QFont &font);

} // namespace stampede
