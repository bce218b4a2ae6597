// SPDX-License-Identifier: MIT
#include "record/threshold_figures.h"

#include <algorithm>
#include <optional>

namespace stampede {

namespace {

constexpr double kNsPerMsReal = 1e6;

LimitFigure latencyFigure(const Threshold &threshold, const Histogram &histogram, bool valid)
{
    const auto count = static_cast<double>(histogram.count());
    if (threshold.aggregation == Aggregation::Count) {
        return {true, count};
    }
    if (!valid) {
        return {false, {}};
    }
    if (histogram.count() == 0) {
        return {};
    }
    switch (threshold.aggregation) {
    case Aggregation::Count:
    case Aggregation::Rate:
        return {};
    case Aggregation::Avg:
        return {true, histogram.mean() / kNsPerMsReal};
    case Aggregation::Min:
        return {true, static_cast<double>(histogram.min()) / kNsPerMsReal};
    case Aggregation::Med:
        return {true, static_cast<double>(histogram.percentile(50)) / kNsPerMsReal};
    case Aggregation::Max:
        return {true, static_cast<double>(histogram.max()) / kNsPerMsReal};
    case Aggregation::Percentile:
        return {true,
                static_cast<double>(histogram.percentile(threshold.percentile)) / kNsPerMsReal};
    }
    return {};
}

/// Number of events a metric counts, or nothing where only an audit would know.
std::optional<double> eventsOf(const QString &metric, const LimitFacts &facts)
{
    const auto told = [&facts](Outcome outcome) {
        return static_cast<double>(facts.outcomes.of(outcome));
    };
    if (metric == QLatin1String("issued") || metric == QLatin1String("issued_per_second")) {
        return told(Outcome::Issued);
    }
    if (metric == QLatin1String("already_issued")) {
        return told(Outcome::AlreadyIssued);
    }
    if (metric == QLatin1String("out_of_stock")) {
        return told(Outcome::OutOfStock);
    }
    if (metric == QLatin1String("server_errors")) {
        return told(Outcome::Contention) + told(Outcome::ServerError) + told(Outcome::NotSent);
    }
    if (metric == QLatin1String("unknown")) {
        return told(Outcome::Unknown);
    }
    if (metric == QLatin1String("requests")) {
        return static_cast<double>(facts.outcomes.total());
    }
    if (facts.audit == nullptr) {
        return std::nullopt;
    }
    const StateFigures &state = facts.audit->state;
    if (metric == QLatin1String("oversold")) {
        return static_cast<double>(facts.audit->oversold());
    }
    if (metric == QLatin1String("duplicates")) {
        return static_cast<double>(facts.audit->duplicates());
    }
    if (metric == QLatin1String("lost_writes")) {
        return static_cast<double>(state.lostWrites);
    }
    if (metric == QLatin1String("unannounced")) {
        return static_cast<double>(state.unannounced);
    }
    return static_cast<double>(facts.audit->findings().size());
}

LimitFigure countFigure(const Threshold &threshold, const LimitFacts &facts)
{
    const auto events = eventsOf(threshold.metric, facts);
    if (!events) {
        return {false, {}};
    }
    if (threshold.aggregation == Aggregation::Count) {
        return {true, events};
    }
    const bool perSecond = threshold.metric == QLatin1String("requests") ||
                           threshold.metric == QLatin1String("issued_per_second");
    if (perSecond && !facts.speedCounts) {
        return {false, {}};
    }
    const double whole = perSecond ? facts.seconds : static_cast<double>(facts.outcomes.total());
    return whole > 0 ? LimitFigure{true, *events / whole} : LimitFigure{};
}

/// Whether a growing figure that is at `value` can still come to meet the limit.
bool canStillBeMet(const Threshold &threshold, double value)
{
    switch (threshold.comparison) {
    case Comparison::Less:
    case Comparison::LessOrEqual:
        return threshold.isMetBy(value);
    case Comparison::Equal:
        return value <= threshold.bound;
    case Comparison::NotEqual:
    case Comparison::GreaterOrEqual:
    case Comparison::Greater:
        return true;
    }
    return true;
}

} // namespace

LimitFigure limitFigure(const Threshold &threshold, const LimitFacts &facts)
{
    if (threshold.metric == QLatin1String("latency")) {
        return latencyFigure(threshold, facts.service, facts.speedCounts);
    }
    if (threshold.metric == QLatin1String("response_time")) {
        return latencyFigure(threshold, facts.response, facts.speedCounts);
    }
    return countFigure(threshold, facts);
}

bool isMissedAlready(const Threshold &threshold, const LimitFacts &facts)
{
    const LimitFigure figure = limitFigure(threshold, facts);
    if (!figure.measurable || !figure.value) {
        return false;
    }
    return threshold.aggregation == Aggregation::Count ? !canStillBeMet(threshold, *figure.value)
                                                       : !threshold.isMetBy(*figure.value);
}

QList<ThresholdOutcome> judgeThresholds(const RunRecord &record, const LatencySummary &latency)
{
    const LimitFacts facts{record.outcomes,        record.throughput.durationSeconds,
                           record.generator.valid, latency.service.all,
                           latency.response.all,   record.audit ? &*record.audit : nullptr};
    QList<ThresholdOutcome> outcomes;
    for (const Threshold &threshold : record.scenario.thresholds) {
        const LimitFigure figure = limitFigure(threshold, facts);
        if (record.endedByLimit && record.endedByLimit->threshold == threshold) {
            outcomes.append(*record.endedByLimit);
        } else if (!figure.measurable) {
            outcomes.append({threshold, std::nullopt, false});
        } else {
            outcomes.append(
                judgeThreshold(threshold, [&figure](const Threshold &) { return figure.value; }));
        }
    }
    return outcomes;
}

} // namespace stampede
