#include "run/threshold_figures.h"

#include <algorithm>
#include <optional>

namespace stampede {

namespace {

constexpr double kNsPerMsReal = 1e6;

/// A limit's figure: has the run measured it at all, and what is it?
struct Figure
{
    bool measurable = true;
    std::optional<double> value; ///< nothing: no sample
};

Figure latencyFigure(const Threshold &threshold, const Histogram &histogram, bool valid)
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
std::optional<double> eventsOf(const QString &metric, const RunRecord &record)
{
    const auto told = [&record](Outcome outcome) {
        return static_cast<double>(record.outcomes.of(outcome));
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
        return static_cast<double>(record.outcomes.total());
    }
    if (!record.audit) {
        return std::nullopt;
    }
    const StateFigures &state = record.audit->state;
    if (metric == QLatin1String("oversold")) {
        return static_cast<double>(std::max<std::int64_t>(0, state.newRows - state.initialStock));
    }
    if (metric == QLatin1String("duplicates")) {
        return static_cast<double>(state.rows - state.distinctUsers);
    }
    if (metric == QLatin1String("lost_writes")) {
        return static_cast<double>(state.lostWrites);
    }
    if (metric == QLatin1String("unannounced")) {
        return static_cast<double>(state.unannounced);
    }
    return static_cast<double>(record.audit->findings().size());
}

Figure countFigure(const Threshold &threshold, const RunRecord &record)
{
    const auto events = eventsOf(threshold.metric, record);
    if (!events) {
        return {false, {}};
    }
    if (threshold.aggregation == Aggregation::Count) {
        return {true, events};
    }
    const bool perSecond = threshold.metric == QLatin1String("requests") ||
                           threshold.metric == QLatin1String("issued_per_second");
    if (perSecond && !record.generator.valid) {
        return {false, {}};
    }
    const double whole = perSecond ? record.throughput.durationSeconds
                                   : static_cast<double>(record.outcomes.total());
    return whole > 0 ? Figure{true, *events / whole} : Figure{};
}

} // namespace

QList<ThresholdOutcome> judgeThresholds(const RunRecord &record, const LatencySummary &latency)
{
    QList<ThresholdOutcome> outcomes;
    for (const Threshold &threshold : record.scenario.thresholds) {
        Figure figure;
        if (threshold.metric == QLatin1String("latency")) {
            figure = latencyFigure(threshold, latency.service.all, record.generator.valid);
        } else if (threshold.metric == QLatin1String("response_time")) {
            figure = latencyFigure(threshold, latency.response.all, record.generator.valid);
        } else {
            figure = countFigure(threshold, record);
        }
        if (!figure.measurable) {
            outcomes.append({threshold, std::nullopt, false});
            continue;
        }
        outcomes.append(
            judgeThreshold(threshold, [&figure](const Threshold &) { return figure.value; }));
    }
    return outcomes;
}

} // namespace stampede
