#include "report/chart_drawing.h"

#include "base/clock.h"
#include "measure/request_ends.h"
#include "record/fault_text.h"
#include "report/chart_frame.h"
#include "report/report_words.h"
#include "text/number_text.h"

#include <algorithm>
#include <array>

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
void drawBars(const RunRecord &record, Chart &chart)
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
    chart.remark = ReportText::tr("answers per %1")
                       .arg(text::duration(timeline.bucketNs * static_cast<std::int64_t>(joined)));
}

/// One stroke an answer, each outcome on a line of its own.
void drawStrokes(const RunRecord &record, Chart &chart)
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
    chart.remark = ReportText::tr("one stroke an answer");
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
    const QString words = issued == 0 ? ReportText::tr("Nothing was issued")
                                      : ReportText::tr("Issued rises to %1 at %2 s and stays")
                                            .arg(count(issued), text::seconds(atNs));
    return buckets.empty() || buckets.back().stock < 0
               ? words + QLatin1Char('.')
               : ReportText::tr("%1; %2 left.").arg(words, count(buckets.back().stock));
}

Chart issuedAndLeft(const RunRecord &record)
{
    const Timeline &timeline = record.timeline;
    const Range &must = record.prediction.issued;
    const auto issuedInAll = static_cast<std::int64_t>(record.outcomes.of(Outcome::Issued));
    const bool knowsStock = record.scenario.knowsStock();
    const std::int64_t stock = knowsStock ? record.scenario.coupon.stock : 0;
    const std::int64_t top = std::max({stock, issuedInAll, must.exact() ? must.min : 0});
    const ChartFrame frame(lengthOf(timeline), static_cast<double>(top));
    const double width = secondsOf(timeline.bucketNs);
    std::vector<DrawPoint> issued = {{frame.x(0), frame.y(0)}};
    std::vector<DrawPoint> left;
    if (knowsStock) {
        left.push_back({frame.x(0), frame.y(static_cast<double>(stock))});
    }
    const std::size_t joined = together(timeline);
    bool sawStock = false;
    for (std::size_t begin = 0; begin < timeline.buckets.size(); begin += joined) {
        const std::size_t end = std::min(begin + joined, timeline.buckets.size());
        const TimelineBucket &bucket = timeline.buckets[end - 1];
        const double at = frame.x(width * static_cast<double>(end));
        issued.push_back({at, frame.y(static_cast<double>(bucket.issuedTotal))});
        if (bucket.stock >= 0) {
            left.push_back({at, frame.y(static_cast<double>(bucket.stock))});
            sawStock = true;
        }
    }
    Chart chart;
    chart.title = sawStock ? ReportText::tr("Issued and left") : ReportText::tr("Issued");
    chart.remark = ReportText::tr("per %1").arg(text::duration(timeline.bucketNs));
    chart.description = issuedSentence(record);
    drawGround(record, frame, chart.drawing);
    std::vector<LegendEntry> legend = {
        {ReportText::tr("issued"), Ink::Issued, Fill::Solid, true, Dash::Solid}};
    if (must.exact()) {
        const double level = frame.y(static_cast<double>(must.min));
        chart.drawing.add(LineShape{{{frame.x(0), level}, {frame.x(lengthOf(timeline)), level}},
                                    Ink::Text,
                                    1.5,
                                    Dash::Dashed});
    }
    chart.drawing.add(steps(issued, Ink::Issued, 2, Dash::Solid));
    if (sawStock) {
        chart.drawing.add(steps(left, Ink::OutOfStock, 2, Dash::DashDot));
        legend.push_back(
            {ReportText::tr("left"), Ink::OutOfStock, Fill::Solid, true, Dash::DashDot});
    }
    if (must.exact()) {
        legend.push_back(
            {ReportText::tr("issued must come out"), Ink::Text, Fill::Solid, true, Dash::Dashed});
    }
    ChartFrame::drawLegend(chart.drawing, legend);
    return chart;
}

Chart answersByOutcome(const RunRecord &record)
{
    Chart chart;
    chart.title = ReportText::tr("Answers, by outcome");
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

Chart latencyOfIssued(const RunRecord &record)
{
    const Timeline &timeline = record.timeline;
    const std::size_t joined = together(timeline);
    const std::array figures = {&TimelineBucket::issuedP50Ns, &TimelineBucket::issuedP95Ns,
                                &TimelineBucket::issuedP99Ns};
    double top = 0;
    for (const TimelineBucket &bucket : timeline.buckets) {
        top = std::max(top, msOf(bucket.issuedP99Ns));
    }
    const ChartFrame frame(lengthOf(timeline), top);
    const std::array inks = {Ink::Issued, Ink::Text, Ink::Muted};
    const std::array widths = {1.0, 1.5, 2.0};
    const std::array dashes = {Dash::Solid, Dash::DashDot, Dash::Dashed};
    Chart chart;
    chart.title = ReportText::tr("Latency of issued");
    chart.remark = ReportText::tr("ms, service time");
    drawGround(record, frame, chart.drawing);
    const double width = secondsOf(timeline.bucketNs);
    for (std::size_t i = figures.size(); i-- > 0;) {
        LineShape line{{}, inks[i], widths[i], dashes[i]};
        std::int64_t highest = 0; // of the buckets drawn as one
        for (std::size_t at = 0; at < timeline.buckets.size(); ++at) {
            highest = std::max(highest, timeline.buckets[at].*figures[i]);
            if ((at + 1) % joined == 0 && highest > 0) {
                line.points.push_back(
                    {frame.x(width * (static_cast<double>(at) + 0.5)), frame.y(msOf(highest))});
                highest = 0;
            }
        }
        if (line.points.size() == 1) {
            const DrawPoint only = line.points.front();
            chart.drawing.add(CircleShape{only, 2, inks[i]});
        }
        chart.drawing.add(std::move(line));
    }
    ChartFrame::drawLegend(chart.drawing,
                           {{ReportText::tr("p50"), Ink::Issued, Fill::Solid, true, Dash::Solid},
                            {ReportText::tr("p95"), Ink::Text, Fill::Solid, true, Dash::DashDot},
                            {ReportText::tr("p99"), Ink::Muted, Fill::Solid, true, Dash::Dashed}});
    const LatencyFigures &all = record.service.byOutcome[indexOf(Outcome::Issued)];
    chart.description =
        all.count == 0 ? ReportText::tr("Nothing was issued.")
                       : ReportText::tr("Over the whole run p50 was %1 ms, p95 %2 ms, p99 %3 ms.")
                             .arg(text::latencyMs(static_cast<double>(all.p50Ns)),
                                  text::latencyMs(static_cast<double>(all.p95Ns)),
                                  text::latencyMs(static_cast<double>(all.p99Ns)));
    return chart;
}

Chart requestsUnderWay(const RunRecord &record)
{
    const Timeline &timeline = record.timeline;
    const std::size_t joined = together(timeline);
    std::uint32_t top = 0;
    for (const TimelineBucket &bucket : timeline.buckets) {
        top = std::max(top, bucket.inFlight);
    }
    const ChartFrame frame(lengthOf(timeline), top);
    Chart chart;
    chart.title = ReportText::tr("Requests under way");
    chart.remark = ReportText::tr("at the end of each step");
    chart.description =
        ReportText::tr("At the ends of the steps at most %1 at once.").arg(count(top));
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
    ChartFrame::drawLegend(chart.drawing, {{ReportText::tr("asked, not yet answered"), Ink::Muted,
                                            Fill::Solid, true, Dash::Solid}});
    return chart;
}

} // namespace stampede
