// SPDX-License-Identifier: MIT
#include "ui/charts/chart_content.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace stampede {

namespace {

constexpr double kMostBefore = 0.12; ///< of the axis' length after 0 that is shown before it

QString csvField(const QString &words)
{
    QString quoted = words;
    quoted.replace(QLatin1Char('"'), QLatin1String("\"\""));
    const bool isPlain = !words.contains(QLatin1Char(',')) && !words.contains(QLatin1Char('"'));
    return isPlain ? words : QStringLiteral("\"%1\"").arg(quoted);
}

QString csvNumber(double value)
{
    return QString::number(value, 'g', 10);
}

QString csvOfLayers(const ChartContent &content)
{
    QStringList head = {QStringLiteral("from_s"), QStringLiteral("to_s")};
    for (const ChartLayer &layer : content.layers) {
        head << csvField(layer.name);
    }
    QStringList lines = {head.join(QLatin1Char(','))};
    for (std::size_t i = 0; i < content.stretchCount(); ++i) {
        QStringList fields = {csvNumber(content.stepWidth * static_cast<double>(i)),
                              csvNumber(content.stepWidth * static_cast<double>(i + 1))};
        for (const ChartLayer &layer : content.layers) {
            fields << csvNumber(layer.heights[i]);
        }
        lines << fields.join(QLatin1Char(','));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString csvOfLines(const ChartContent &content)
{
    QStringList head = {QStringLiteral("seconds")};
    std::vector<double> moments;
    for (const ChartLine &line : content.lines) {
        head << csvField(content.unit.isEmpty()
                             ? line.name
                             : QStringLiteral("%1 %2").arg(line.name, content.unit));
        for (const QPointF &point : line.points) {
            moments.push_back(point.x());
        }
    }
    std::sort(moments.begin(), moments.end());
    moments.erase(std::unique(moments.begin(), moments.end()), moments.end());
    QStringList lines = {head.join(QLatin1Char(','))};
    for (const double moment : moments) {
        QStringList fields = {csvNumber(moment)};
        for (const ChartLine &line : content.lines) {
            const auto value = line.valueAt(moment);
            fields << (value ? csvNumber(*value) : QString());
        }
        lines << fields.join(QLatin1Char(','));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString csvOfDots(const ChartContent &content)
{
    QString lines =
        QStringLiteral("answered_s,%1,outcome\n")
            .arg(csvField(content.unit.isEmpty() ? QStringLiteral("value") : content.unit));
    for (const ChartDot &dot : content.dots) {
        const std::string_view key = outcomeKey(dot.outcome);
        lines += QStringLiteral("%1,%2,%3\n")
                     .arg(csvNumber(dot.seconds), csvNumber(dot.value),
                          QLatin1String(key.data(), static_cast<qsizetype>(key.size())));
    }
    return lines;
}

QString csvOfHeat(const ChartContent &content)
{
    const ChartHeat &heat = content.heat;
    const std::size_t rows = heat.edges.size() - 1;
    QString lines = QStringLiteral("from_s,to_s,from,to,answers\n");
    for (std::size_t i = 0; i < heat.counts.size(); ++i) {
        if (heat.counts[i] > 0) {
            const std::size_t place = i / rows;
            const auto column = static_cast<double>(place);
            lines += QStringLiteral("%1,%2,%3,%4,%5\n")
                         .arg(csvNumber(heat.stepWidth * column),
                              csvNumber(heat.stepWidth * (column + 1)),
                              csvNumber(heat.edges[i % rows]), csvNumber(heat.edges[i % rows + 1]))
                         .arg(heat.counts[i]);
        }
    }
    return lines;
}

} // namespace

std::optional<double> ChartLine::valueAt(double seconds) const
{
    const auto after =
        std::upper_bound(points.begin(), points.end(), seconds,
                         [](double moment, const QPointF &point) { return moment < point.x(); });
    if (after == points.begin()) {
        return std::nullopt;
    }
    const bool isInBreak =
        breaks.contains(after - points.begin()) && std::prev(after)->x() < seconds;
    return isInBreak ? std::nullopt : std::optional(std::prev(after)->y());
}

QList<QList<QPointF>> ChartLine::pieces(bool positive) const
{
    QList<QList<QPointF>> pieces;
    for (qsizetype i = 0; i < points.size(); ++i) {
        if (pieces.isEmpty() || breaks.contains(i)) {
            pieces.append(QList<QPointF>());
        }
        if (!positive || points[i].y() > 0) {
            pieces.last().append(points[i]);
        }
    }
    return pieces;
}

bool ChartLayer::isEmpty() const
{
    return std::none_of(heights.begin(), heights.end(), [](double height) { return height > 0; });
}

std::size_t ChartContent::stretchCount() const
{
    return layers.isEmpty() ? 0 : layers.constFirst().heights.size();
}

double ChartContent::rightEnd() const
{
    double right = stepWidth * static_cast<double>(stretchCount());
    for (const ChartLine &line : lines) {
        if (!line.points.isEmpty()) {
            right = std::max(right, line.points.constLast().x());
        }
    }
    return right;
}

double ChartContent::leftEnd(double end) const
{
    double left = 0;
    for (const ChartStretch &stretch : stretches) {
        left = std::min(left, stretch.from);
    }
    return std::max(left, -kMostBefore * end);
}

double ChartContent::pile(std::size_t stretch) const
{
    double sum = 0;
    for (const ChartLayer &layer : layers) {
        sum += layer.shown ? layer.heights[stretch] : 0;
    }
    return sum;
}

double ChartContent::highest(double from, double to) const
{
    double top = 0;
    for (std::size_t i = 0; i < stretchCount(); ++i) {
        const double begin = stepWidth * static_cast<double>(i);
        if (begin < to && begin + stepWidth > from) {
            top = std::max(top, pile(i));
        }
    }
    for (const ChartLine &line : lines) {
        for (const QPointF &point : line.points) {
            if (line.shown && point.x() >= from && point.x() <= to) {
                top = std::max(top, point.y());
            }
        }
        // A line that comes from the left of what is shown.
        const auto before = line.shown ? line.valueAt(from) : std::nullopt;
        top = std::max(top, before.value_or(0));
    }
    for (const ChartDot &dot : dots) {
        if (dot.seconds >= from && dot.seconds <= to) {
            top = std::max(top, dot.value);
        }
    }
    return heat.edges.empty() ? top : std::max(top, heat.edges.back());
}

double ChartContent::lowestPositive(double from, double to) const
{
    double lowest = 0;
    for (const ChartLine &line : lines) {
        for (const QPointF &point : line.points) {
            if (line.shown && point.x() >= from && point.x() <= to && point.y() > 0) {
                lowest = lowest > 0 ? std::min(lowest, point.y()) : point.y();
            }
        }
    }
    for (const ChartDot &dot : dots) {
        if (dot.seconds >= from && dot.seconds <= to && dot.value > 0) {
            lowest = lowest > 0 ? std::min(lowest, dot.value) : dot.value;
        }
    }
    if (!heat.edges.empty()) {
        lowest = lowest > 0 ? std::min(lowest, heat.edges.front()) : heat.edges.front();
    }
    return lowest;
}

double ChartHeat::shade(std::uint32_t count) const
{
    constexpr double kFaintest = 0.14;
    if (count == 0 || most == 0) {
        return 0;
    }
    const double share = most == 1 ? 1 : std::log(count) / std::log(most);
    return kFaintest + (1 - kFaintest) * share;
}

const ChartDot *ChartContent::dotAt(const ChartScale &scale, const QPointF &place,
                                    qreal within) const
{
    const ChartDot *nearest = nullptr;
    double least = within * within;
    const auto isBefore = [](const ChartDot &dot, double seconds) { return dot.seconds < seconds; };
    const auto begin =
        std::lower_bound(dots.begin(), dots.end(), scale.secondsAt(place.x() - within), isBefore);
    for (auto dot = begin; dot != dots.end() && scale.x(dot->seconds) <= place.x() + within;
         ++dot) {
        const QPointF apart = QPointF(scale.x(dot->seconds), scale.y(dot->value)) - place;
        const double distance = QPointF::dotProduct(apart, apart);
        if (distance <= least) {
            least = distance;
            nearest = &*dot;
        }
    }
    return nearest;
}

QString ChartContent::csv() const
{
    if (!dots.empty()) {
        return csvOfDots(*this);
    }
    if (!heat.counts.empty()) {
        return csvOfHeat(*this);
    }
    return layers.isEmpty() ? csvOfLines(*this) : csvOfLayers(*this);
}

qreal ChartScale::x(double seconds) const
{
    return plot.left() + plot.width() * (seconds - from) / (to - from);
}

qreal ChartScale::y(double value) const
{
    const double share = logarithmic ? std::log(std::max(value, low) / low) / std::log(high / low)
                                     : (value - low) / (high - low);
    return plot.bottom() - plot.height() * share;
}

double ChartScale::secondsAt(qreal x) const
{
    return from + (to - from) * (x - plot.left()) / plot.width();
}

} // namespace stampede
