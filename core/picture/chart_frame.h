// SPDX-License-Identifier: MIT
#pragma once

#include "picture/drawing.h"

#include <QString>

#include <vector>

namespace stampede {

/// An entry of a legend.
struct LegendEntry
{
    QString name;
    Ink ink = Ink::Text;
    Fill fill = Fill::Solid;
    bool line = false;
    Dash dash = Dash::Solid;
};

/// The axes of a chart over time, and where its values are drawn.
class ChartFrame
{
public:
    static constexpr double kWidth = 380;
    static constexpr double kHeight = 210;

    /// From 0 to `seconds` and to `top` or a little more: a round figure.
    ChartFrame(double seconds, double top);
    /// From `low` (> 0) to `high` (> low), logarithmic.
    static ChartFrame logarithmic(double seconds, double low, double high);

    [[nodiscard]] double x(double seconds) const;
    [[nodiscard]] double y(double value) const;
    /// Grid, axes and their figures.
    void drawAxes(Drawing &drawing) const;
    /// A stretch of time that something lay over, with its name, behind what is drawn later. At
    /// least so wide that it can be seen.
    void drawStretch(Drawing &drawing, double fromSeconds, double toSeconds,
                     const QString &name) const;
    /// The names of the series, above the chart.
    static void drawLegend(Drawing &drawing, const std::vector<LegendEntry> &entries);

private:
    double m_seconds;
    double m_top;
    double m_low = 0; ///< 0: linear from 0 on
    double m_step;
};

} // namespace stampede
