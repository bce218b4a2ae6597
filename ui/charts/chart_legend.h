#pragma once

#include "ui/charts/chart_content.h"

#include <QFont>
#include <QList>
#include <QRectF>
#include <QSizeF>
#include <QString>

class QPainter;

namespace stampede {

/// A line or layer in the legend of a chart.
struct ChartLegendEntry
{
    QString name;
    QRectF place;
    bool isLayer = false;
    qsizetype index = 0; ///< among the lines, or the layers
};

/// The entries at the foot of a chart of that size, from `left` on; a layer with nothing in it has
/// none.
QList<ChartLegendEntry> legendEntries(const ChartContent &content, const QFont &font,
                                      const QSizeF &size, qreal left);
/// Draws them; what is not shown is struck out.
void paintLegend(QPainter &painter, const ChartContent &content, const QFont &font,
                 const QList<ChartLegendEntry> &entries);

} // namespace stampede
