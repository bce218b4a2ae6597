#pragma once

#include "ui/look/theme.h"

#include <QDateTime>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace stampede {

/// Bounds of what must come out, as heights of a chart; none where `known` is not set.
struct ChartBounds
{
    bool known = false;
    double low = 0;
    double high = 0;
};

/// What somebody demands of a figure: a dotted line with its words at the right end.
struct ChartLimit
{
    double value = 0;
    QString label;
    friend bool operator==(const ChartLimit &, const ChartLimit &) = default;
};

/// A shaded stretch of time with its words on top: a warm-up, a fault.
struct ChartStretch
{
    double from = 0; ///< seconds
    double to = 0;
    QString label;
    bool harmful = false; ///< shaded in the colour of damage
    friend bool operator==(const ChartStretch &, const ChartStretch &) = default;
};

struct ChartLine
{
    QString name;
    QColor Theme::*color = nullptr;
    Qt::PenStyle style = Qt::SolidLine;
    qreal width = 1.5;
    QList<QPointF> points;   ///< seconds, value; seconds ascend
    QList<qsizetype> breaks; ///< points before which the line is broken, ascending
    bool shown = true;
    bool dimmed = false;
    /// The latest value at or before that moment; nothing in a break.
    [[nodiscard]] std::optional<double> valueAt(double seconds) const;
    /// The points between the breaks. `positive`: without those that have no place on a
    /// logarithmic axis.
    [[nodiscard]] QList<QList<QPointF>> pieces(bool positive) const;
};

struct ChartLayer
{
    QString name;
    QColor Theme::*color = nullptr;
    Qt::BrushStyle pattern = Qt::SolidPattern; ///< NoBrush: an outline
    std::vector<double> heights;               ///< of each stretch
    bool shown = true;
    bool dimmed = false;
    [[nodiscard]] bool isEmpty() const;
};

/// What lies between two lines where the upper one should have been the lower one: hatched in the
/// colour of damage.
struct ChartGap
{
    QString name;
    QList<QPointF> upper; ///< seconds, value; as many as of the lower one, at the same seconds
    QList<QPointF> lower;
};

/// Everything that is to be seen on a chart.
struct ChartContent
{
    QList<ChartLine> lines;
    QList<ChartLayer> layers; ///< from the bottom up
    QList<ChartGap> gaps;
    double stepWidth = 0; ///< seconds that a height of a layer stands for
    QString boundsName;
    ChartBounds bounds;
    QList<ChartLimit> limits;
    QList<ChartStretch> stretches;
    QList<double> flags; ///< seconds
    QString unit;        ///< of the values, empty where they are counts
    bool logarithmic = false;
    std::optional<QDateTime> clock; ///< the time of day at 0; nothing: elapsed time

    /// The end of everything, seconds.
    [[nodiscard]] double rightEnd() const;
    /// Where an axis that goes on to `end` begins, seconds: at 0, or before it where a stretch lies
    /// there, with as much of that as leaves the rest its room.
    [[nodiscard]] double leftEnd(double end) const;
    /// The sum of the shown layers over that stretch.
    [[nodiscard]] double pile(std::size_t stretch) const;
    [[nodiscard]] std::size_t stretchCount() const;
    /// The largest and the smallest positive value between two moments; 0 where there is none.
    [[nodiscard]] double highest(double from, double to) const;
    [[nodiscard]] double lowestPositive(double from, double to) const;
    /// As comma-separated values with a line of headings: what every line was at every moment that
    /// one of them has, or the heights of every stretch.
    [[nodiscard]] QString csv() const;
};

/// Where moments and values lie.
struct ChartScale
{
    QRectF plot;
    double from = 0; ///< seconds at the left edge
    double to = 1;
    double low = 0; ///< value at the bottom
    double high = 1;
    bool logarithmic = false;

    [[nodiscard]] qreal x(double seconds) const;
    [[nodiscard]] qreal y(double value) const;
    [[nodiscard]] double secondsAt(qreal x) const;
};

} // namespace stampede
