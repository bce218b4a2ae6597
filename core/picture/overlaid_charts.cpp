// SPDX-License-Identifier: MIT
#include "picture/overlaid_charts.h"

#include "base/clock.h"
#include "picture/chart_frame.h"
#include "picture/drawing_text.h"
#include "text/number_text.h"

#include <algorithm>
#include <array>
#include <functional>

namespace stampede {

namespace {

using Runs = QList<std::shared_ptr<const RunRecord>>;
using text::count;

constexpr std::size_t kMostPoints = 300;

/// One a run, in their order; there are no more runs than these.
constexpr std::array kInks = {Ink::Issued,   Ink::OutOfStock, Ink::Error,
                              Ink::NoAnswer, Ink::Muted,      Ink::Text};
constexpr std::array kDashes = {Dash::Solid,  Dash::Dashed, Dash::DashDot,
                                Dash::Dotted, Dash::Solid,  Dash::Dashed};

double secondsOf(std::int64_t ns)
{
    return static_cast<double>(ns) / static_cast<double>(kNsPerSecond);
}

double lengthOf(const Timeline &timeline)
{
    return secondsOf(timeline.bucketNs) * static_cast<double>(timeline.buckets.size());
}

struct Sample
{
    double seconds = 0;
    double value = 0;
};
using Samples = std::vector<Sample>;

/// How buckets that are drawn as one come to one value.
enum class Join
{
    Last,
    Highest,
    Mean
};

/// What a chart shows of a bucket, `seconds` long; below 0 where there is nothing.
using Value = std::function<double(const TimelineBucket &, double seconds)>;

struct Quantity
{
    QString title;
    QString remark;
    Value value;
    Join join = Join::Last;
    bool fromZero = false; ///< begins at 0
    /// A run in words.
    std::function<QString(const RunRecord &)> words;
};

Samples samplesOf(const Timeline &timeline, const Quantity &quantity)
{
    const double width = secondsOf(timeline.bucketNs);
    const std::size_t joined =
        std::max<std::size_t>((timeline.buckets.size() + kMostPoints - 1) / kMostPoints, 1);
    Samples samples;
    if (quantity.fromZero) {
        samples.push_back({0, 0});
    }
    for (std::size_t from = 0; from < timeline.buckets.size(); from += joined) {
        const std::size_t end = std::min(from + joined, timeline.buckets.size());
        double joinedValue = -1;
        for (std::size_t i = from; i < end; ++i) {
            const double value = quantity.value(timeline.buckets[i], width);
            switch (quantity.join) {
            case Join::Last:
                joinedValue = value;
                break;
            case Join::Highest:
                joinedValue = std::max(joinedValue, value);
                break;
            case Join::Mean:
                joinedValue = std::max(joinedValue, 0.0) + value / static_cast<double>(end - from);
                break;
            }
        }
        if (joinedValue >= 0) {
            samples.push_back({width * static_cast<double>(end), joinedValue});
        }
    }
    return samples;
}

/// Numbers alone where there is no room for more.
QString legendName(const Runs &runs, qsizetype i)
{
    constexpr qsizetype kMostNamed = 3;
    const QString number = count(i + 1);
    return runs.size() > kMostNamed ? number
                                    : QStringLiteral("%1 · %2").arg(number, runs[i]->shortId());
}

Picture pictureOf(const Runs &runs, const Quantity &quantity)
{
    double length = 0;
    double top = 0;
    std::vector<Samples> all;
    for (const auto &run : runs) {
        length = std::max(length, lengthOf(run->timeline));
        all.push_back(samplesOf(run->timeline, quantity));
        for (const Sample &sample : all.back()) {
            top = std::max(top, sample.value);
        }
    }
    const ChartFrame frame(length, top);
    Picture picture;
    picture.title = quantity.title;
    picture.remark = quantity.remark;
    frame.drawAxes(picture.drawing);
    std::vector<LegendEntry> legend;
    QStringList words;
    for (std::size_t i = all.size(); i-- > 0;) { // the first on top
        LineShape line{{}, kInks[i], 2, kDashes[i]};
        for (const Sample &sample : all[i]) {
            line.points.push_back({frame.x(sample.seconds), frame.y(sample.value)});
        }
        if (line.points.size() == 1) {
            picture.drawing.add(CircleShape{line.points.front(), 2, line.ink});
        }
        picture.drawing.add(std::move(line));
        legend.insert(legend.begin(), {legendName(runs, static_cast<qsizetype>(i)), kInks[i],
                                       Fill::Solid, true, kDashes[i]});
    }
    for (qsizetype i = 0; i < runs.size(); ++i) {
        words << QStringLiteral("%1: %2").arg(count(i + 1), quantity.words(*runs[i]));
    }
    ChartFrame::drawLegend(picture.drawing, legend);
    picture.description = words.join(QStringLiteral(", "));
    return picture;
}

std::uint64_t answersIn(const TimelineBucket &bucket)
{
    std::uint64_t sum = 0;
    for (const Outcome outcome : kAllOutcomes) {
        sum += bucket.answers[indexOf(outcome)];
    }
    return sum;
}

QString mostAtOnce(const RunRecord &run)
{
    std::uint32_t most = 0;
    for (const TimelineBucket &bucket : run.timeline.buckets) {
        most = std::max(most, bucket.inFlight);
    }
    return DrawingText::tr("at most %1").arg(count(most));
}

QString p95Of(const RunRecord &run)
{
    const LatencyFigures &issued = run.service.byOutcome[indexOf(Outcome::Issued)];
    return issued.count == 0 ? QStringLiteral("–")
                             : DrawingText::tr("p95 %1 ms")
                                   .arg(text::latencyMs(static_cast<double>(issued.p95Ns)));
}

} // namespace

QList<Picture> overlaidCharts(const Runs &runs)
{
    const Quantity quantities[] = {
        {DrawingText::tr("Issued"), DrawingText::tr("coupons, from the start of the load"),
         [](const TimelineBucket &bucket, double) {
             return static_cast<double>(bucket.issuedTotal);
         },
         Join::Last, true,
         [](const RunRecord &run) {
             return count(static_cast<std::int64_t>(run.outcomes.of(Outcome::Issued)));
         }},
        {DrawingText::tr("Answers a second"), DrawingText::tr("of any outcome"),
         [](const TimelineBucket &bucket, double seconds) {
             return static_cast<double>(answersIn(bucket)) / std::max(seconds, 1e-9);
         },
         Join::Mean, false,
         [](const RunRecord &run) {
             return DrawingText::tr("%1 on average")
                 .arg(count(std::llround(run.throughput.answersPerSecond)));
         }},
        {DrawingText::tr("Latency of issued, p95"), DrawingText::tr("ms, service time"),
         [](const TimelineBucket &bucket, double) {
             return bucket.issuedP95Ns > 0 ? static_cast<double>(bucket.issuedP95Ns) / 1e6 : -1.0;
         },
         Join::Highest, false, p95Of},
        {DrawingText::tr("Requests under way"), DrawingText::tr("at the end of each step"),
         [](const TimelineBucket &bucket, double) { return static_cast<double>(bucket.inFlight); },
         Join::Highest, false, mostAtOnce},
    };
    QList<Picture> pictures;
    for (const Quantity &quantity : quantities) {
        pictures << pictureOf(runs, quantity);
    }
    return pictures;
}

} // namespace stampede
