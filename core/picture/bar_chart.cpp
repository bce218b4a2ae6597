// SPDX-License-Identifier: MIT
#include "picture/bar_chart.h"

#include "picture/axis_ticks.h"
#include "picture/chart_frame.h"

#include <QLocale>

#include <algorithm>

namespace stampede {

namespace {

constexpr double kWidth = 780;
constexpr double kLine = 24;
constexpr double kBar = 14;
constexpr double kAxis = 26;
constexpr double kText = 11;
constexpr double kMostLabel = 300;
constexpr double kGap = 8;
constexpr int kSteps = 5;

/// The text, or as much of it as fits.
QString fitting(const QString &text, double width)
{
    QString cut = text;
    while (cut.size() > 1 && estimatedWidth(cut, kText) > width) {
        cut = cut.left(cut.endsWith(u'…') ? cut.size() - 2 : cut.size() - 1) + u'…';
    }
    return cut;
}

} // namespace

Drawing barChart(const QList<Bar> &bars)
{
    double left = 0;
    double right = 0;
    double largest = 0;
    for (const Bar &bar : bars) {
        left = std::max(left, estimatedWidth(bar.label, kText));
        right =
            std::max(right, estimatedWidth(bar.figure, kText) +
                                (bar.mark.isEmpty() ? 0 : kGap + estimatedWidth(bar.mark, kText)));
        largest = std::max(largest, bar.value);
    }
    left = std::min(left, kMostLabel) + kGap;
    const double room = std::max(kWidth - left - right - 2 * kGap, 100.0);
    const double step = largest > 0 ? niceStep(largest, kSteps) : 1;
    const double scale = largest > 0 ? room / largest : 0;
    Drawing drawing;
    drawing.width = kWidth;
    drawing.height = kLine * static_cast<double>(bars.size()) + kAxis;
    const double foot = drawing.height - kAxis;
    const auto steps = largest > 0 ? static_cast<int>(largest / step + 1e-9) : 0;
    for (int mark = 0; mark <= steps; ++mark) {
        const double at = mark * step;
        const double x = left + at * scale;
        drawing.add(LineShape{{{x, 0}, {x, foot + 4}}, at > 0 ? Ink::Border : Ink::Muted, 0.75});
        drawing.add(TextShape{{x, foot + 17},
                              QLocale().toString(at, 'f', step < 1 ? 1 : 0),
                              kText - 1,
                              Anchor::Middle,
                              Ink::Muted});
    }
    double y = 0;
    for (const Bar &bar : bars) {
        const double base = y + kLine / 2 + kText * 0.36;
        const bool isMarked = !bar.mark.isEmpty();
        drawing.add(
            TextShape{{left - kGap, base}, fitting(bar.label, left - kGap), kText, Anchor::End});
        const double width = std::max(bar.value * scale, 0.0);
        drawing.add(RectsShape{{{left, y + (kLine - kBar) / 2, width, kBar}},
                               Ink::Issued,
                               isMarked ? Fill::Diagonal : Fill::Solid});
        const double behind = left + width + kGap;
        drawing.add(TextShape{{behind, base}, bar.figure, kText});
        if (isMarked) {
            drawing.add(TextShape{{behind + estimatedWidth(bar.figure, kText) + kGap, base},
                                  bar.mark,
                                  kText,
                                  Anchor::Start,
                                  bar.markInk,
                                  true});
        }
        y += kLine;
    }
    return drawing;
}

} // namespace stampede
