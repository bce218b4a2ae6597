// SPDX-License-Identifier: MIT
#include "picture/chart_drawing.h"

#include "base/clock.h"
#include "measure/request_ends.h"
#include "picture/chart_frame.h"
#include "picture/drawing_text.h"
#include "picture/latency_story.h"
#include "picture/stock_story.h"
#include "record/fault_text.h"
#include "record/outcome_label.h"
#include "text/number_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace stampede {

namespace {

using text::count;

constexpr std::size_t kMostPoints = 300;
constexpr std::size_t kStrokesBelow = 300; // requests

double secondsOf(std::int64_t ns)
{
    return static_cast<double>(ns) / static_cast<double>(kNsPerSecond);
}

double msOf(std::int64_t ns)
{
    return static_cast<double>(ns) / static_cast<double>(kNsPerMs);
}

/// How many buckets are drawn as one.
std::size_t together(const Timeline &timeline)
{
    return std::max<std::size_t>((timeline.buckets.size() + kMostPoints - 1) / kMostPoints, 1);
}

double lengthOf(const Timeline &timeline)
{
    return secondsOf(timeline.bucketNs) * static_cast<double>(timeline.buckets.size());
}

/// The axes, and the faults of the run behind everything else.
void drawGround(const RunRecord &record, const ChartFrame &frame, Drawing &drawing)
{
    frame.drawAxes(drawing);
    for (const InjectedFault &fault : record.faults) {
        if (fault.beganNs) {
            frame.drawStretch(drawing, secondsOf(*fault.beganNs),
                              fault.endedNs ? secondsOf(*fault.endedNs) : lengthOf(record.timeline),
                              faultName(fault.planned));
        }
    }
}

constexpr std::size_t kLayers = kAnswerLayers;

std::size_t layerAt(Outcome outcome)
{
    return indexOf(layerOf(outcome));
}

std::vector<LegendEntry> layerEntries(const std::array<std::uint64_t, kLayers> &sums)
{
    const std::array<LegendEntry, kLayers> all = {
        LegendEntry{layerName(AnswerLayer::Issued), Ink::Issued, Fill::Solid},
        LegendEntry{layerName(AnswerLayer::AlreadyIssued), Ink::AlreadyIssued, Fill::Diagonal},
        LegendEntry{layerName(AnswerLayer::OutOfStock), Ink::OutOfStock, Fill::Dots},
        LegendEntry{layerName(AnswerLayer::OtherRefusals), Ink::Muted, Fill::Solid},
        LegendEntry{layerName(AnswerLayer::Errors), Ink::Error, Fill::Cross},
        LegendEntry{layerName(AnswerLayer::NoAnswer), Ink::NoAnswer, Fill::Vertical},
    };
    std::vector<LegendEntry> shown;
    for (std::size_t i = 0; i < kLayers; ++i) {
        if (sums[i] > 0) {
            shown.push_back(all[i]);
        }
    }
    return shown;
}

std::array<std::uint64_t, kLayers> layerSums(const RunRecord &record)
{
    std::array<std::uint64_t, kLayers> sums{};
    for (const Outcome outcome : kAllOutcomes) {
        sums[layerAt(outcome)] += record.outcomes.of(outcome);
    }
    return sums;
}

constexpr std::array kLayerInks = {Ink::Issued, Ink::AlreadyIssued, Ink::OutOfStock,
                                   Ink::Muted,  Ink::Error,         Ink::NoAnswer};
constexpr std::array kLayerFills = {Fill::Solid, Fill::Diagonal, Fill::Dots,
                                    Fill::Solid, Fill::Cross,    Fill::Vertical};

/// Stacked bars, one a step.
void drawBars(const RunRecord &record, Picture &chart)
{
    const Timeline &timeline = record.timeline;
    const std::size_t joined = together(timeline);
    const std::size_t steps = (timeline.buckets.size() + joined - 1) / joined;
    std::vector<std::array<double, kLayers>> heights(steps);
    for (std::size_t i = 0; i < timeline.buckets.size(); ++i) {
        for (const Outcome outcome : kAllOutcomes) {
            heights[i / joined][layerAt(outcome)] +=
                static_cast<double>(timeline.buckets[i].answers[indexOf(outcome)]);
        }
    }
    double top = 0;
    for (const auto &step : heights) {
        double sum = 0;
        for (const double part : step) {
            sum += part;
        }
        top = std::max(top, sum);
    }
    const double width = secondsOf(timeline.bucketNs) * static_cast<double>(joined);
    const ChartFrame frame(lengthOf(timeline), top);
    drawGround(record, frame, chart.drawing);
    std::array<RectsShape, kLayers> bars;
    for (std::size_t i = 0; i < steps; ++i) {
        const double left = frame.x(width * static_cast<double>(i));
        const double right = frame.x(width * static_cast<double>(i + 1));
        double below = 0;
        for (std::size_t layer = 0; layer < kLayers; ++layer) {
            const double value = heights[i][layer];
            if (value > 0) {
                const double upper = frame.y(below + value);
                bars[layer].rects.push_back({left, upper, right - left, frame.y(below) - upper});
            }
            below += value;
        }
    }
    for (std::size_t layer = 0; layer < kLayers; ++layer) {
        if (!bars[layer].rects.empty()) {
            bars[layer].ink = kLayerInks[layer];
            bars[layer].fill = kLayerFills[layer];
            chart.drawing.add(std::move(bars[layer]));
        }
    }
    chart.remark = DrawingText::tr("answers per %1")
                       .arg(text::duration(timeline.bucketNs * static_cast<std::int64_t>(joined)));
}

/// One stroke an answer, each outcome on a line of its own.
void drawStrokes(const RunRecord &record, Picture &chart)
{
    const double length = lengthOf(record.timeline);
    const ChartFrame frame(length, 1);
    const auto sums = layerSums(record);
    std::array<std::size_t, kLayers> lineOf{};
    std::size_t lines = 0;
    for (std::size_t layer = 0; layer < kLayers; ++layer) {
        if (sums[layer] > 0) {
            lineOf[layer] = lines++;
        }
    }
    const double from = frame.y(1);
    const double room = frame.y(0) - from;
    const double height = room / static_cast<double>(std::max<std::size_t>(lines, 1));
    drawGround(record, frame, chart.drawing);
    // The axis upwards has nothing to say here.
    std::erase_if(chart.drawing.shapes, [](const Shape &shape) {
        const auto *words = std::get_if<TextShape>(&shape);
        return words != nullptr && words->anchor == Anchor::End && words->at.x < 48;
    });
    std::array<RectsShape, kLayers> strokes;
    const std::vector<Operation> &history = *record.history;
    const auto lengthNs = static_cast<std::int64_t>(length * 1e9);
    const RequestEnds ends(history, lengthNs, record.scenario.load.timeout.count());
    for (std::size_t i = 0; i < history.size(); ++i) {
        const double at = secondsOf(ends.of(i));
        const std::size_t layer = layerAt(history[i].outcome);
        const double top = from + height * static_cast<double>(lineOf[layer]);
        strokes[layer].rects.push_back({frame.x(at) - 0.75, top + 2, 1.5, height - 6});
    }
    for (std::size_t layer = 0; layer < kLayers; ++layer) {
        if (!strokes[layer].rects.empty()) {
            strokes[layer].ink = kLayerInks[layer];
            chart.drawing.add(std::move(strokes[layer]));
        }
    }
    chart.remark = DrawingText::tr("one stroke an answer");
}

LineShape steps(const std::vector<DrawPoint> &points, Ink ink, double width, Dash dash)
{
    LineShape line{{}, ink, width, dash};
    for (const DrawPoint &point : points) {
        if (!line.points.empty()) {
            line.points.push_back({point.x, line.points.back().y});
        }
        line.points.push_back(point);
    }
    return line;
}

} // namespace

QString issuedSentence(const RunRecord &record)
{
    const auto issued = static_cast<std::int64_t>(record.outcomes.of(Outcome::Issued));
    const auto &buckets = record.timeline.buckets;
    const auto reached = std::find_if(buckets.begin(), buckets.end(), [issued](const auto &each) {
        return each.issuedTotal >= issued;
    });
    const std::int64_t atNs =
        std::min(record.timeline.bucketNs * ((reached - buckets.begin()) + 1),
                 static_cast<std::int64_t>(record.throughput.durationSeconds *
                                           static_cast<double>(kNsPerSecond)));
    const QString words = issued == 0 ? DrawingText::tr("Nothing was issued")
                                      : DrawingText::tr("Issued rises to %1 at %2 s and stays")
                                            .arg(count(issued), text::seconds(atNs));
    return buckets.empty() || buckets.back().stock < 0
               ? words + QLatin1Char('.')
               : DrawingText::tr("%1; %2 left.").arg(words, count(buckets.back().stock));
}

namespace {

std::vector<DrawPoint> placesOf(const std::vector<SeriesPoint> &series, const ChartFrame &frame)
{
    std::vector<DrawPoint> places;
    places.reserve(series.size());
    for (const SeriesPoint &each : series) {
        places.push_back({frame.x(each.seconds), frame.y(each.value)});
    }
    return places;
}

/// The gap between the stock and what should be left, hatched where the audit found it.
RectsShape gapOf(const StockStory &story, const ChartFrame &frame)
{
    RectsShape gap;
    gap.ink = Ink::Damage;
    gap.fill = Fill::Diagonal;
    for (std::size_t i = 1; i < story.left.size(); ++i) {
        if (story.isApart[i - 1]) {
            const double from = frame.x(story.left[i - 1].seconds);
            const double one = frame.y(story.left[i - 1].value);
            const double other = frame.y(story.shouldBeLeft[i - 1].value);
            gap.rects.push_back({from, std::min(one, other), frame.x(story.left[i].seconds) - from,
                                 std::abs(one - other)});
        }
    }
    return gap;
}

void drawEndOfStock(const StockStory &story, const ChartFrame &frame, double top, Drawing &drawing)
{
    if (!story.soldOutAt) {
        return;
    }
    const double x = frame.x(*story.soldOutAt);
    const Ink ink = story.tooMany > 0 ? Ink::Damage : Ink::Text;
    if (story.tooMany > 0) {
        frame.drawStretch(drawing, *story.soldOutAt, story.lastIssuedAt,
                          DrawingText::tr("%1 issued too many").arg(count(story.tooMany)));
    }
    drawing.add(LineShape{{{x, frame.y(0)}, {x, frame.y(top)}}, ink, 1.5});
    constexpr double kText = 10.5;
    const QString words = DrawingText::tr("sold out");
    const bool toTheLeft = x - estimatedWidth(words, kText) > frame.x(0) + 4;
    drawing.add(TextShape{{toTheLeft ? x - 4 : x + 4, frame.y(top) + (toTheLeft ? 10 : 22)},
                          words,
                          kText,
                          toTheLeft ? Anchor::End : Anchor::Start,
                          ink});
}

} // namespace

Picture issuedAndLeft(const RunRecord &record)
{
    const Timeline &timeline = record.timeline;
    const Range &must = record.prediction.issued;
    const StockStory story = stockStory(record, kMostPoints);
    double top = must.exact() ? static_cast<double>(must.min) : 0;
    for (const auto *series : {&story.issued, &story.left, &story.shouldBeLeft}) {
        for (const SeriesPoint &each : *series) {
            top = std::max(top, each.value);
        }
    }
    const ChartFrame frame(lengthOf(timeline), top);
    const bool sawStock = !story.left.empty();
    Picture chart;
    chart.title = sawStock ? DrawingText::tr("Issued and left") : DrawingText::tr("Issued");
    chart.remark = DrawingText::tr("per %1").arg(text::duration(timeline.bucketNs));
    chart.description = issuedSentence(record);
    drawGround(record, frame, chart.drawing);
    std::vector<LegendEntry> legend = {
        {DrawingText::tr("issued"), Ink::Issued, Fill::Solid, true, Dash::Solid}};
    RectsShape gap = gapOf(story, frame);
    const bool isApart = !gap.rects.empty();
    if (isApart) {
        chart.drawing.add(std::move(gap));
    }
    drawEndOfStock(story, frame, top, chart.drawing);
    if (must.exact()) {
        const double level = frame.y(static_cast<double>(must.min));
        chart.drawing.add(LineShape{{{frame.x(0), level}, {frame.x(lengthOf(timeline)), level}},
                                    Ink::Text,
                                    1.5,
                                    Dash::Dashed});
    }
    chart.drawing.add(steps(placesOf(story.issued, frame), Ink::Issued, 2, Dash::Solid));
    if (!story.shouldBeLeft.empty()) {
        chart.drawing.add(steps(placesOf(story.shouldBeLeft, frame), Ink::Muted, 2, Dash::Dotted));
    }
    if (sawStock) {
        chart.drawing.add(steps(placesOf(story.left, frame), Ink::OutOfStock, 2, Dash::DashDot));
        legend.push_back(
            {DrawingText::tr("left"), Ink::OutOfStock, Fill::Solid, true, Dash::DashDot});
    }
    if (!story.shouldBeLeft.empty()) {
        legend.push_back(
            {DrawingText::tr("should be left"), Ink::Muted, Fill::Solid, true, Dash::Dotted});
    }
    if (isApart) {
        legend.push_back({DrawingText::tr("does not add up"), Ink::Damage, Fill::Diagonal});
    }
    if (must.exact()) {
        legend.push_back(
            {DrawingText::tr("issued must come out"), Ink::Text, Fill::Solid, true, Dash::Dashed});
    }
    ChartFrame::drawLegend(chart.drawing, legend);
    return chart;
}

Picture answersByOutcome(const RunRecord &record)
{
    Picture chart;
    chart.title = DrawingText::tr("Answers, by outcome");
    const bool few = record.history && record.history->size() < kStrokesBelow;
    if (few) {
        drawStrokes(record, chart);
    } else {
        drawBars(record, chart);
    }
    ChartFrame::drawLegend(chart.drawing, layerEntries(layerSums(record)));
    QStringList parts;
    for (const Outcome outcome : kAllOutcomes) {
        if (const std::uint64_t n = record.outcomes.of(outcome); n > 0) {
            parts << QStringLiteral("%1: %2").arg(outcomeLabel(record, outcome),
                                                  count(static_cast<std::int64_t>(n)));
        }
    }
    chart.description = parts.join(QStringLiteral(", "));
    return chart;
}

namespace {

/// A dot an answer: colour and shape of its layer, and the p95 of the issued over the whole run.
void drawDots(const RunRecord &record, Picture &chart)
{
    constexpr double kSide = 2.6;
    const std::vector<LatencyDot> dots = latencyDots(record, false);
    const LatencyFigures &issued = record.service.byOutcome[indexOf(Outcome::Issued)];
    double top = 0;
    for (const LatencyDot &dot : dots) {
        top = std::max(top, dot.ms);
    }
    const ChartFrame frame(lengthOf(record.timeline), top);
    drawGround(record, frame, chart.drawing);
    // Square, upright, lying: told apart without their colours.
    constexpr std::array kWidths = {1.0, 0.55, 1.5, 1.0, 1.4, 0.55};
    constexpr std::array kHeights = {1.0, 1.5, 0.55, 0.55, 1.4, 2.0};
    std::array<RectsShape, kLayers> marks;
    for (const LatencyDot &dot : dots) {
        const std::size_t layer = layerAt(dot.outcome);
        const double width = kSide * kWidths[layer];
        const double height = kSide * kHeights[layer];
        marks[layer].rects.push_back(
            {frame.x(dot.seconds) - width / 2, frame.y(dot.ms) - height / 2, width, height});
    }
    for (std::size_t layer = kLayers; layer-- > 0;) {
        if (!marks[layer].rects.empty()) {
            marks[layer].ink = kLayerInks[layer];
            chart.drawing.add(std::move(marks[layer]));
        }
    }
    std::vector<LegendEntry> legend = layerEntries(layerSums(record));
    for (LegendEntry &entry : legend) {
        entry.fill = Fill::Solid;
    }
    if (issued.count > 0) {
        const double level = frame.y(msOf(issued.p95Ns));
        chart.drawing.add(
            LineShape{{{frame.x(0), level}, {frame.x(lengthOf(record.timeline)), level}},
                      Ink::Text,
                      1.5,
                      Dash::DashDot});
        legend.push_back(
            {DrawingText::tr("p95 of issued"), Ink::Text, Fill::Solid, true, Dash::DashDot});
    }
    ChartFrame::drawLegend(chart.drawing, legend);
    chart.remark = DrawingText::tr("ms, service time, a dot an answer");
}

/// Counts by shade over a logarithmic axis.
void drawShades(const LatencyHeat &heat, const ChartFrame &frame, Drawing &drawing)
{
    constexpr std::size_t kShades = 5;
    std::array<RectsShape, kShades> shades;
    const double width = secondsOf(heat.stepNs);
    for (std::size_t column = 0; column < heat.columns(); ++column) {
        for (std::size_t row = 0; row < heat.rows(); ++row) {
            const std::uint32_t count = heat.at(column, row);
            if (count == 0) {
                continue;
            }
            const double share = heat.most > 1 ? std::log(count) / std::log(heat.most) : 1;
            const auto shade = static_cast<std::size_t>(std::lround(share * (kShades - 1)));
            const double left = frame.x(width * static_cast<double>(column));
            const double top = frame.y(heat.edgesNs[row + 1] / static_cast<double>(kNsPerMs));
            const double below = frame.y(heat.edgesNs[row] / static_cast<double>(kNsPerMs));
            shades[shade].rects.push_back(
                {left, top, frame.x(width * static_cast<double>(column + 1)) - left, below - top});
        }
    }
    for (std::size_t shade = 0; shade < kShades; ++shade) {
        if (!shades[shade].rects.empty()) {
            shades[shade].ink = Ink::Issued;
            shades[shade].strength = 0.15 + 0.85 * static_cast<double>(shade) / (kShades - 1);
            drawing.add(std::move(shades[shade]));
        }
    }
}

/// p50, p95 and p99 of the issued, where there are enough, over the counts of all answers.
void drawPercentiles(const RunRecord &record, Picture &chart)
{
    constexpr std::array kInks = {Ink::Text, Ink::Text, Ink::Text};
    constexpr std::array kWidths = {1.0, 1.5, 2.0};
    constexpr std::array kDashes = {Dash::Solid, Dash::DashDot, Dash::Dashed};
    const auto lines = issuedPercentiles(record.timeline);
    const auto lengthNs = static_cast<std::int64_t>(record.throughput.durationSeconds *
                                                    static_cast<double>(kNsPerSecond));
    constexpr std::size_t kColumns = 100;
    const LatencyHeat heat =
        record.history ? latencyHeat(*record.history, lengthNs, false, kColumns) : LatencyHeat();
    double top = 0;
    for (const BrokenSeries &line : lines) {
        for (const SeriesPoint &point : line.points) {
            top = std::max(top, point.value);
        }
    }
    const bool hasHeat = heat.rows() > 0;
    const ChartFrame frame =
        hasHeat ? ChartFrame::logarithmic(lengthOf(record.timeline),
                                          heat.edgesNs.front() / static_cast<double>(kNsPerMs),
                                          heat.edgesNs.back() / static_cast<double>(kNsPerMs))
                : ChartFrame(lengthOf(record.timeline), top);
    drawGround(record, frame, chart.drawing);
    drawShades(heat, frame, chart.drawing);
    std::vector<LegendEntry> legend;
    if (hasHeat) {
        legend.push_back({DrawingText::tr("1 to %1 answers").arg(count(heat.most)), Ink::Issued});
    }
    const std::array names = {DrawingText::tr("p50"), DrawingText::tr("p95"),
                              DrawingText::tr("p99")};
    for (std::size_t i = lines.size(); i-- > 0;) {
        const BrokenSeries &line = lines[i];
        for (std::size_t begin = 0; begin < line.points.size();) {
            const auto next = std::upper_bound(line.breaks.begin(), line.breaks.end(), begin);
            const std::size_t end = next == line.breaks.end() ? line.points.size() : *next;
            const std::vector<SeriesPoint> piece(
                line.points.begin() + static_cast<std::ptrdiff_t>(begin),
                line.points.begin() + static_cast<std::ptrdiff_t>(end));
            if (piece.size() == 1) {
                chart.drawing.add(CircleShape{placesOf(piece, frame).front(), 2, kInks[i]});
            } else {
                chart.drawing.add(
                    LineShape{placesOf(piece, frame), kInks[i], kWidths[i], kDashes[i]});
            }
            begin = end;
        }
        if (!line.points.empty()) {
            legend.push_back({names[i], kInks[i], Fill::Solid, true, kDashes[i]});
        }
    }
    ChartFrame::drawLegend(chart.drawing, legend);
    chart.remark = DrawingText::tr("ms, service time, lines of issued");
}

} // namespace

Picture latencyOfAnswers(const RunRecord &record)
{
    Picture chart;
    chart.title = DrawingText::tr("Latency");
    if (hasDotsOfLatency(record)) {
        drawDots(record, chart);
    } else {
        drawPercentiles(record, chart);
    }
    const LatencyFigures &all = record.service.byOutcome[indexOf(Outcome::Issued)];
    chart.description =
        all.count == 0 ? DrawingText::tr("Nothing was issued.")
                       : DrawingText::tr("Of issued over the whole run p50 was %1 ms, p95 %2 ms, "
                                         "p99 %3 ms.")
                             .arg(text::latencyMs(static_cast<double>(all.p50Ns)),
                                  text::latencyMs(static_cast<double>(all.p95Ns)),
                                  text::latencyMs(static_cast<double>(all.p99Ns)));
    return chart;
}

Picture requestsUnderWay(const RunRecord &record)
{
    const Timeline &timeline = record.timeline;
    const std::size_t joined = together(timeline);
    std::uint32_t top = 0;
    for (const TimelineBucket &bucket : timeline.buckets) {
        top = std::max(top, bucket.inFlight);
    }
    const ChartFrame frame(lengthOf(timeline), top);
    Picture chart;
    chart.title = DrawingText::tr("Requests under way");
    chart.remark = DrawingText::tr("at the end of each step");
    chart.description =
        DrawingText::tr("At the ends of the steps at most %1 at once.").arg(count(top));
    drawGround(record, frame, chart.drawing);
    const double width = secondsOf(timeline.bucketNs);
    std::vector<DrawPoint> points;
    std::uint32_t highest = 0;
    for (std::size_t i = 0; i < timeline.buckets.size(); ++i) {
        highest = std::max(highest, timeline.buckets[i].inFlight);
        if ((i + 1) % joined == 0 || i + 1 == timeline.buckets.size()) {
            points.push_back({frame.x(width * static_cast<double>(i + 1)), frame.y(highest)});
            highest = 0;
        }
    }
    chart.drawing.add(steps(points, Ink::Muted, 1.5, Dash::Solid));
    ChartFrame::drawLegend(chart.drawing, {{DrawingText::tr("asked, not yet answered"), Ink::Muted,
                                            Fill::Solid, true, Dash::Solid}});
    return chart;
}

namespace {

/// The answers of those outcomes in steps of the timeline, a second each.
std::vector<SeriesPoint> aSecond(const RunRecord &record, std::span<const Outcome> outcomes)
{
    const Timeline &timeline = record.timeline;
    const std::size_t joined = together(timeline);
    const double width = secondsOf(timeline.bucketNs);
    std::vector<SeriesPoint> points;
    for (std::size_t begin = 0; begin < timeline.buckets.size(); begin += joined) {
        const std::size_t end = std::min(begin + joined, timeline.buckets.size());
        double sum = 0;
        for (std::size_t i = begin; i < end; ++i) {
            for (const Outcome outcome : outcomes) {
                sum += timeline.buckets[i].answers[indexOf(outcome)];
            }
        }
        // The last step may reach beyond the run.
        const double from = width * static_cast<double>(begin);
        const double to = std::min(width * static_cast<double>(end),
                                   std::max(record.throughput.durationSeconds, from + 1e-6));
        points.push_back({(from + to) / 2, sum / (to - from)});
    }
    return points;
}

struct NamedSeries
{
    LegendEntry entry;
    std::vector<SeriesPoint> points;
};

void drawSeries(const RunRecord &record, const std::vector<NamedSeries> &all, Picture &chart)
{
    double top = 0;
    for (const NamedSeries &each : all) {
        for (const SeriesPoint &point : each.points) {
            top = std::max(top, point.value);
        }
    }
    const ChartFrame frame(lengthOf(record.timeline), top);
    drawGround(record, frame, chart.drawing);
    std::vector<LegendEntry> legend;
    for (const NamedSeries &each : all) {
        chart.drawing.add(
            LineShape{placesOf(each.points, frame), each.entry.ink, 1.5, each.entry.dash});
        legend.push_back(each.entry);
    }
    ChartFrame::drawLegend(chart.drawing, legend);
}

} // namespace

Picture answersASecond(const RunRecord &record)
{
    constexpr std::array kIssued = {Outcome::Issued};
    Picture chart;
    chart.title = DrawingText::tr("Answers a second");
    chart.remark = DrawingText::tr("over each step");
    chart.description = DrawingText::tr("Over the whole run %1 answers a second, %2 issued.")
                            .arg(count(std::llround(record.throughput.answersPerSecond)),
                                 count(std::llround(record.throughput.issuedPerSecond)));
    drawSeries(record,
               {{{DrawingText::tr("answers"), Ink::Text, Fill::Solid, true, Dash::DashDot},
                 aSecond(record, kAllOutcomes)},
                {{DrawingText::tr("issued"), Ink::Issued, Fill::Solid, true, Dash::Solid},
                 aSecond(record, kIssued)}},
               chart);
    return chart;
}

std::optional<Picture> errorsByKind(const RunRecord &record)
{
    constexpr std::array kInks = {Ink::Error, Ink::Error, Ink::Text,
                                  Ink::Muted, Ink::Muted, Ink::NoAnswer};
    constexpr std::array kDashes = {Dash::Solid,   Dash::Dashed, Dash::Dotted,
                                    Dash::DashDot, Dash::Dotted, Dash::Solid};
    std::vector<NamedSeries> all;
    QStringList parts;
    for (std::size_t i = 0; i < kErrorKinds.size(); ++i) {
        const std::uint64_t times = record.outcomes.of(kErrorKinds[i]);
        if (times == 0) {
            continue;
        }
        const QString name = outcomeLabel(record, kErrorKinds[i]);
        parts << QStringLiteral("%1: %2").arg(name, count(static_cast<std::int64_t>(times)));
        all.push_back({{name, kInks[i], Fill::Solid, true, kDashes[i]},
                       aSecond(record, std::array{kErrorKinds[i]})});
    }
    if (all.empty()) {
        return std::nullopt;
    }
    Picture chart;
    chart.title = DrawingText::tr("Errors, by kind");
    chart.remark = DrawingText::tr("a second");
    chart.description = parts.join(QStringLiteral(", "));
    drawSeries(record, all, chart);
    return chart;
}

} // namespace stampede
