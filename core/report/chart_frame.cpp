#include "report/chart_frame.h"

#include "report/report_words.h"

#include <QLocale>

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

QString axisText(double value, double step)
{
    const int decimals = step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
    return QLocale().toString(value, 'f', decimals);
}

} // namespace

double roundStep(double top, int most)
{
    if (top <= 0) {
        return 1;
    }
    const double raw = top / most;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (raw <= factor * power * (1 + 1e-9)) {
            return factor * power;
        }
    }
    return 10 * power;
}

ChartFrame::ChartFrame(double seconds, double top)
    : m_seconds(std::max(seconds, 1e-6))
    , m_top(0)
    , m_step(roundStep(top, kStepsUp))
{
    m_top = std::max(std::ceil(top / m_step - 1e-9), 1.0) * m_step;
}

double ChartFrame::x(double seconds) const
{
    return kLeft + (kWidth - kLeft - kRight) * std::clamp(seconds / m_seconds, 0.0, 1.0);
}

double ChartFrame::y(double value) const
{
    return kHeight - kBottom - (kHeight - kTopEdge - kBottom) * std::clamp(value / m_top, 0.0, 1.0);
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
    const auto lines = static_cast<int>(m_top / m_step * (1 + 1e-9));
    for (int line = 0; line <= lines; ++line) {
        const bool isBase = line == 0;
        const double value = line * m_step;
        drawing.add(LineShape{{{kLeft, y(value)}, {kWidth - kRight, y(value)}},
                              isBase ? Ink::Muted : Ink::Border,
                              isBase ? 1.0 : 0.75});
        drawing.add(TextShape{{kLeft - 6, y(value) + kText * 0.35},
                              axisText(value, m_step),
                              kText,
                              Anchor::End,
                              Ink::Muted});
    }
    const bool inMs = m_seconds < 1;
    const double unit = inMs ? 1000 : 1;
    const double step = roundStep(m_seconds * unit, kStepsAcross);
    const auto ticks = static_cast<int>(m_seconds * unit / step * (1 + 1e-9));
    for (int tick = 0; tick <= ticks; ++tick) {
        const double at = tick * step;
        const double where = x(at / unit);
        const bool isLast = tick == ticks;
        drawing.add(
            LineShape{{{where, kHeight - kBottom}, {where, kHeight - kBottom + 4}}, Ink::Muted});
        // The last figure carries the unit.
        const QString figure = axisText(at, step);
        drawing.add(TextShape{
            {where, kHeight - 7},
            isLast ? (inMs ? ReportText::tr("%1 ms") : ReportText::tr("%1 s")).arg(figure) : figure,
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
