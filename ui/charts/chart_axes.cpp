// SPDX-License-Identifier: MIT
#include "ui/charts/chart_axes.h"

#include "picture/axis_ticks.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

struct ChartAxesText
{
    Q_DECLARE_TR_FUNCTIONS(ChartAxesText)
};

constexpr qreal kAxisShare = 0.85;
constexpr qreal kTickGap = 4;
constexpr qreal kLabelMargins = 16; ///< px that Qt Charts keeps beside a figure
constexpr int kMostValueTicks = 6;
constexpr double kFarLimit = 2.5; // times the highest value: further off a limit is only named

int valueTickCount(const QFont &font, qreal height)
{
    return std::clamp(static_cast<int>(height / (QFontMetricsF(font).height() * 1.9)), 1,
                      kMostValueTicks);
}

struct ValueRange
{
    double low = 0;
    double high = 1;
};

/// From 0, or a power of ten, up to a round figure that nothing exceeds.
ValueRange valueRange(const ChartContent &content, const QFont &font, qreal height, double from,
                      double to)
{
    const int ticks = valueTickCount(font, height);
    double top = content.highest(from, to);
    if (content.bounds.known) {
        // Its words stand above it.
        const qreal words = std::min(QFontMetricsF(font).height() + 2 * kTickGap, height / 2);
        const qreal free = content.boundsName.isEmpty() ? 0 : words / std::max<qreal>(1, height);
        top = std::max(top, content.bounds.high / (1 - free));
    }
    for (const ChartLimit &limit : content.limits) {
        if (limit.value <= kFarLimit * top) {
            top = std::max(top, limit.value * 1.05);
        }
    }
    if (top <= 0) {
        top = 1;
    }
    if (content.logarithmic) {
        // Zero has no place on it: the axis begins at the smallest value that there is.
        const double lowest = content.lowestPositive(from, to);
        const double low = lowest > 0 ? std::pow(10.0, std::floor(std::log10(lowest))) : top / 10;
        const double high = logTicks(low, top * 10).empty() ? top : top * 1.1;
        return {low, std::max(high, low * 10)};
    }
    const double step = niceStep(top, ticks);
    return {0, std::ceil(top / step - 1e-9) * step};
}

std::vector<double> valuesOf(const ChartScale &scale, const QFont &font)
{
    return scale.logarithmic
               ? logTicks(scale.low, scale.high)
               : niceTicks(scale.low, scale.high, valueTickCount(font, scale.plot.height()));
}

QString valueTickText(const ChartContent &content, const ChartScale &scale, double tick,
                      const std::vector<double> &ticks)
{
    const double step = scale.logarithmic ? tick : (ticks.size() > 1 ? ticks[1] - ticks[0] : 1);
    const QString figure = tickText(tick, step);
    // The topmost one says what they are.
    return content.unit.isEmpty() || tick != ticks.back()
               ? figure
               : QStringLiteral("%1 %2").arg(figure, content.unit);
}

/// The distance of the figures of the time axis.
double timeStep(const ChartContent &content, const ChartScale &scale, const QFont &font)
{
    const QString longest =
        content.clock ? QStringLiteral("00:00:00.000") : QStringLiteral("0.000 s");
    const qreal width = QFontMetricsF(font).horizontalAdvance(longest) * 1.5;
    const int most = std::clamp(static_cast<int>(scale.plot.width() / width), 1, 10);
    return niceStep(scale.to - scale.from, most);
}

} // namespace

QFont axisFont(const QFont &font)
{
    QFont axis = font;
    axis.setPointSizeF(font.pointSizeF() * kAxisShare);
    return axis;
}

QString momentText(const ChartContent &content, double seconds, double step)
{
    if (content.clock) {
        const QDateTime moment =
            content.clock->addMSecs(static_cast<qint64>(std::llround(seconds * 1e3)));
        return moment.toLocalTime().time().toString(step < 1 ? QStringLiteral("HH:mm:ss.zzz")
                                                             : QStringLiteral("HH:mm:ss"));
    }
    return ChartAxesText::tr("%1 s").arg(tickText(seconds, step));
}

QString valueText(const ChartContent &content, double value)
{
    const bool isWhole = std::abs(value - std::round(value)) < 1e-6 && content.unit.isEmpty();
    const int decimals = isWhole || value >= 100 ? 0 : (value < 10 ? 2 : 1);
    const QString figure = QLocale().toString(value, 'f', decimals);
    return content.unit.isEmpty() ? figure : QStringLiteral("%1 %2").arg(figure, content.unit);
}

qreal leftNeeded(const ChartContent &content, const QFont &font, qreal height, double from,
                 double to)
{
    const QFont axis = axisFont(font);
    const ValueRange range = valueRange(content, axis, height, from, to);
    ChartScale scale;
    scale.plot = QRectF(0, 0, 1, std::max<qreal>(1, height));
    scale.low = range.low;
    scale.high = range.high;
    scale.logarithmic = content.logarithmic;
    qreal widest = 0;
    for (const AxisTick &tick : valueTicks(content, scale, axis)) {
        widest = std::max(widest, QFontMetricsF(axis).horizontalAdvance(tick.words));
    }
    return widest + kLabelMargins;
}

ChartScale scaleOf(const ChartContent &content, const QRectF &room, const QFont &font, double from,
                   double to, qreal leastLeft)
{
    const QFontMetricsF metrics(axisFont(font));
    const qreal height = room.height() - 1.5 * metrics.height() - kTickGap;
    ChartScale scale;
    scale.from = from;
    scale.to = to > from ? to : from + 1;
    const ValueRange range = valueRange(content, axisFont(font), height, from, scale.to);
    scale.low = range.low;
    scale.high = range.high;
    scale.logarithmic = content.logarithmic;
    const qreal left = std::max(leastLeft, leftNeeded(content, font, height, from, scale.to));
    scale.plot = QRectF(room.left() + left, room.top() + metrics.height() / 2,
                        std::max<qreal>(1, room.width() - left - metrics.height()),
                        std::max<qreal>(1, height - metrics.height() / 2));
    return scale;
}

QList<AxisTick> valueTicks(const ChartContent &content, const ChartScale &scale, const QFont &font)
{
    QList<AxisTick> ticks;
    const auto values = valuesOf(scale, font);
    for (const double value : values) {
        ticks.append({value, valueTickText(content, scale, value, values)});
    }
    return ticks;
}

QList<AxisTick> timeTicks(const ChartContent &content, const ChartScale &scale, const QFont &font)
{
    QList<AxisTick> ticks;
    const double step = timeStep(content, scale, font);
    for (double index = std::max(0.0, std::ceil(scale.from / step - 1e-9));
         index * step <= scale.to + 1e-9 * step; ++index) {
        ticks.append({index * step, momentText(content, index * step, step)});
    }
    return ticks;
}

} // namespace stampede
