// SPDX-License-Identifier: MIT
#include "picture/chart_frame.h"

#include "picture/axis_ticks.h"
#include "picture/drawing_text.h"

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

constexpr double kLeft = 48;
constexpr double kRight = 12;
constexpr double kTopEdge = 30; // room for the legend
constexpr double kBottom = 24;
constexpr double kText = 10.5;
constexpr int kStepsUp = 4;
constexpr int kStepsAcross = 5;

/// 1 where there is nothing to divide.
double stepOf(double length, int most)
{
    return length > 0 ? niceStep(length, most) : 1;
}

} // namespace

ChartFrame::ChartFrame(double seconds, double top)
    : m_seconds(std::max(seconds, 1e-6))
    , m_top(0)
    , m_step(stepOf(top, kStepsUp))
{
    m_top = std::max(std::ceil(top / m_step - 1e-9), 1.0) * m_step;
}

ChartFrame ChartFrame::logarithmic(double seconds, double low, double high)
{
    ChartFrame frame(seconds, high);
    frame.m_low = low;
    frame.m_top = high;
    return frame;
}

double ChartFrame::x(double seconds) const
{
    return kLeft + (kWidth - kLeft - kRight) * std::clamp(seconds / m_seconds, 0.0, 1.0);
}

double ChartFrame::y(double value) const
{
    const double share = m_low > 0
                             ? std::log(std::max(value, m_low) / m_low) / std::log(m_top / m_low)
                             : value / m_top;
    return kHeight - kBottom - (kHeight - kTopEdge - kBottom) * std::clamp(share, 0.0, 1.0);
}

void ChartFrame::drawStretch(Drawing &drawing, double fromSeconds, double toSeconds,
                             const QString &name) const
{
    constexpr double kNarrowest = 3;
    constexpr double kNameBelowTop = 10;
    const double left = std::min(x(fromSeconds), kWidth - kRight - kNarrowest);
    const double width = std::max(x(toSeconds) - left, kNarrowest);
    RectsShape area;
    area.rects = {{left, kTopEdge, width, kHeight - kBottom - kTopEdge}};
    area.ink = Ink::Border;
    area.edge = Ink::Damage;
    drawing.add(std::move(area));
    // The name stands where there is room for it.
    const bool toTheRight = left < kWidth / 2;
    drawing.add(TextShape{{toTheRight ? left + 2 : left + width - 2, kTopEdge + kNameBelowTop},
                          name,
                          kText,
                          toTheRight ? Anchor::Start : Anchor::End,
                          Ink::Damage});
}

void ChartFrame::drawAxes(Drawing &drawing) const
{
    drawing.width = kWidth;
    drawing.height = kHeight;
    if (m_low > 0) {
        drawing.add(LineShape{{{kLeft, y(m_low)}, {kWidth - kRight, y(m_low)}}, Ink::Muted, 1.0});
    }
    const auto lines = static_cast<int>(m_top / m_step * (1 + 1e-9));
    std::vector<double> values = m_low > 0 ? logTicks(m_low, m_top) : std::vector<double>();
    for (int line = 0; m_low <= 0 && line <= lines; ++line) {
        values.push_back(line * m_step);
    }
    for (const double value : values) {
        const bool isBase = value <= 0;
        drawing.add(LineShape{{{kLeft, y(value)}, {kWidth - kRight, y(value)}},
                              isBase ? Ink::Muted : Ink::Border,
                              isBase ? 1.0 : 0.75});
        drawing.add(TextShape{{kLeft - 6, y(value) + kText * 0.35},
                              tickText(value, m_low > 0 ? value : m_step),
                              kText,
                              Anchor::End,
                              Ink::Muted});
    }
    const bool inMs = m_seconds < 1;
    const double unit = inMs ? 1000 : 1;
    const double step = stepOf(m_seconds * unit, kStepsAcross);
    const auto ticks = static_cast<int>(m_seconds * unit / step * (1 + 1e-9));
    for (int tick = 0; tick <= ticks; ++tick) {
        const double at = tick * step;
        const double where = x(at / unit);
        const bool isLast = tick == ticks;
        drawing.add(
            LineShape{{{where, kHeight - kBottom}, {where, kHeight - kBottom + 4}}, Ink::Muted});
        // The last figure carries the unit.
        const QString figure = tickText(at, step);
        drawing.add(TextShape{
            {where, kHeight - 7},
            isLast ? (inMs ? DrawingText::tr("%1 ms") : DrawingText::tr("%1 s")).arg(figure)
                   : figure,
            kText,
            where > kWidth - kRight - 20 ? Anchor::End : Anchor::Middle,
            Ink::Muted});
    }
}

void ChartFrame::drawLegend(Drawing &drawing, const std::vector<LegendEntry> &entries)
{
    constexpr double kMark = 16;
    constexpr double kGap = 14;
    double at = kLeft;
    for (const LegendEntry &entry : entries) {
        if (entry.line) {
            drawing.add(LineShape{{{at, 10}, {at + kMark, 10}}, entry.ink, 2, entry.dash});
        } else {
            drawing.add(RectsShape{{{at, 5, kMark - 4, 10}}, entry.ink, entry.fill});
        }
        drawing.add(TextShape{{at + kMark + 3, 10 + kText * 0.36}, entry.name, kText});
        at += kMark + 3 + estimatedWidth(entry.name, kText) + kGap;
    }
}

} // namespace stampede
