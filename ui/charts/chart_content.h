// SPDX-License-Identifier: MIT
#pragma once

#include "ui/look/theme.h"

#include <QDateTime>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace stampede {

struct ChartScale;

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
    bool cameOut = false; ///< of the run: a replay does not show it before
    friend bool operator==(const ChartStretch &, const ChartStretch &) = default;
};

/// A moment with its words at the top of the chart.
struct ChartMark
{
    double at = 0; ///< seconds
    QString label;
    bool harmful = false; ///< in the colour of damage
    friend bool operator==(const ChartMark &, const ChartMark &) = default;
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

/// A value of the whole run: a line over all of it, with its words.
struct ChartLevel
{
    double value = 0;
    QString label;
    QColor Theme::*color = nullptr;
    friend bool operator==(const ChartLevel &, const ChartLevel &) = default;
};

/// What lies between two lines where the upper one should have been the lower one: hatched in the
/// colour of damage.
struct ChartGap
{
    QString name;
    QList<QPointF> upper; ///< seconds, value; as many as of the lower one, at the same seconds
    QList<QPointF> lower;
};

/// One answer as a dot.
struct ChartDot
{
    double seconds = 0;
    double value = 0;
    Outcome outcome = Outcome::Unknown; ///< its mark and colour
    std::uint32_t index = 0;            ///< what the chart's owner knows it by
};

/// Counts of a grid, by shade.
struct ChartHeat
{
    double stepWidth = 0;              ///< seconds of a column
    std::vector<double> edges;         ///< values, ascending; one more than there are rows
    std::vector<std::uint32_t> counts; ///< column by column, each from the lowest row up
    std::uint32_t most = 0;
    QString name; ///< what is counted
    /// The shade of so many, 0 … 1: by the logarithm, since a few must be seen beside many.
    [[nodiscard]] double shade(std::uint32_t count) const;
};

/// Everything that is to be seen on a chart.
struct ChartContent
{
    QList<ChartLine> lines;
    QList<ChartLayer> layers; ///< from the bottom up
    QList<ChartGap> gaps;
    std::vector<ChartDot> dots;           ///< in the order of their seconds
    std::vector<Outcome> dotsHighlighted; ///< the others are faint; empty: none
    ChartHeat heat;
    QList<ChartLevel> levels;
    double stepWidth = 0; ///< seconds that a height of a layer stands for
    QString boundsName;
    ChartBounds bounds;
    QList<ChartLimit> limits;
    QList<ChartStretch> stretches;
    QList<ChartMark> moments;
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
    /// The dot within so many pixels of a place, the nearest; null where there is none.
    [[nodiscard]] const ChartDot *dotAt(const ChartScale &scale, const QPointF &place,
                                        qreal within) const;
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
