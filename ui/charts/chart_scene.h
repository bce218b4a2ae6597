// SPDX-License-Identifier: MIT
#pragma once

#include "ui/charts/chart_content.h"

#include <QFont>
#include <QGraphicsScene>

#include <memory>
#include <vector>

class QAbstractSeries;
class QAreaSeries;
class QCategoryAxis;
class QChart;
class QLineSeries;
class QXYSeries;

namespace stampede {

/// A chart as Qt Charts draws it: axes, grid, lines, piled areas and the legend, with the marks
/// that it has none of painted beneath and above. Whatever is measured (ranges, ticks, breaks)
/// comes with the content and the scale and is only rendered here. UI thread.
class ChartScene final
{
public:
    ChartScene();
    ~ChartScene();
    ChartScene(const ChartScene &) = delete;
    ChartScene &operator=(const ChartScene &) = delete;

    /// Takes over what has changed since the last time. `content` outlives this.
    void show(const ChartContent &content, const ChartScale &scale, const QSizeF &size,
              const QFont &font);
    /// Renders what was shown last into a rectangle of that size from the origin on.
    void render(QPainter &painter, bool withSeries);
    /// Where the legend has the entry of that name; empty where it has none.
    [[nodiscard]] QRectF legendEntry(const QString &name) const;
    /// The entry at that place; empty where there is none.
    [[nodiscard]] QString legendEntryAt(const QPointF &place) const;

private:
    class Painted;
    struct Line
    {
        std::vector<QLineSeries *> pieces; ///< between its breaks; the first is in the legend
    };
    struct Area
    {
        QAreaSeries *series = nullptr;
        QLineSeries *upper = nullptr;
        QLineSeries *lower = nullptr;
    };
    /// Of the legend, seen at the moment.
    struct Entry
    {
        QString name;
        QRectF place;
    };

    QLineSeries *addPiece(Line &line, const QString &name, qreal width);
    Area addArea(const QString &name);
    void attach(QAbstractSeries *series);
    void makeSeries();
    void showAxes();
    void showLines();
    void showLine(std::size_t index);
    void showLayers();
    void showGaps();
    void showLegend();
    [[nodiscard]] QRectF legendRoom() const;
    void showEntry(QAbstractSeries *series, bool isThere, bool isShown, const QPen &pen,
                   const QBrush &brush);
    [[nodiscard]] QList<Entry> entries() const;
    [[nodiscard]] double shownValue(double value) const;

    QGraphicsScene m_scene;
    QChart *m_chart;
    QCategoryAxis *m_time;
    QCategoryAxis *m_values;
    Painted *m_beneath;
    Painted *m_cloud;
    Painted *m_above;
    std::vector<Line> m_lines;
    std::vector<Area> m_layers;
    std::vector<Area> m_gaps;
    const ChartContent *m_content = nullptr;
    ChartScale m_scale;
    QFont m_font;
    QSizeF m_size;
    bool m_withSeries = true;
};

} // namespace stampede
