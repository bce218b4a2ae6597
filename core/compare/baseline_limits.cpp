// SPDX-License-Identifier: MIT
#include "compare/baseline_limits.h"

#include "compare/compare_text.h"

#include "base/check.h"
#include "compare/measured_rounds.h"
#include "compare/more_than_noise.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace stampede {

namespace {

constexpr double kDeviations = 3;

struct LimitOf
{
    const char *metric;
    const char *aggregation;
    bool moreIsWorse;
    std::function<double(const RoundFigures &)> of;
};

std::vector<double> valuesOf(const RunRecord &run, const LimitOf &limit)
{
    const std::vector<RoundFigures> rounds = measuredRounds(run);
    std::vector<double> values;
    values.reserve(rounds.size());
    for (const RoundFigures &round : rounds) {
        values.push_back(limit.of(round));
    }
    return values;
}

double marginPercent(const std::vector<double> &values, double mean)
{
    if (values.size() < NoiseTest::kLeastRounds) {
        return kUntestedMarginPercent;
    }
    double squares = 0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    const double deviation = std::sqrt(squares / static_cast<double>(values.size() - 1));
    return std::max(kLeastMarginPercent, 100 * kDeviations * deviation / mean);
}

/// Nothing where the baseline has no such figure, or where it varies so much that no limit is left.
std::optional<Threshold> thresholdFrom(const RunRecord &baseline, const LimitOf &limit)
{
    const std::vector<double> values = valuesOf(baseline, limit);
    double mean = 0;
    for (const double value : values) {
        mean += value / static_cast<double>(values.size());
    }
    if (mean <= 0) {
        return std::nullopt;
    }
    const double margin = marginPercent(values, mean) / 100;
    const double bound = mean * (limit.moreIsWorse ? 1 + margin : 1 - margin);
    if (bound <= 0) {
        return std::nullopt;
    }
    const auto threshold =
        parseThreshold(QString::fromLatin1(limit.metric),
                       QStringLiteral("%1%2%3").arg(QString::fromLatin1(limit.aggregation),
                                                    limit.moreIsWorse ? QStringLiteral("<=")
                                                                      : QStringLiteral(">="),
                                                    QString::number(bound, 'f', 3)));
    STAMPEDE_CHECK(threshold.ok());
    return threshold.value();
}

} // namespace

Result<QList<Threshold>, QString> baselineLimits(const RunRecord &baseline)
{
    if (!baseline.generator.valid) {
        return Failure{
            CompareText::tr("The speed of the baseline %1 is not to be trusted: %2")
                .arg(baseline.shortId(), baseline.generator.reasons.join(QLatin1Char(' ')))};
    }
    constexpr double kNsInMs = 1e6;
    const auto latency = [](std::int64_t LatencyFigures::*figure) {
        return [figure](const RoundFigures &round) {
            return static_cast<double>(round.service.all.*figure) / kNsInMs;
        };
    };
    const LimitOf all[] = {
        {"latency", "p(50)", true, latency(&LatencyFigures::p50Ns)},
        {"latency", "p(95)", true, latency(&LatencyFigures::p95Ns)},
        {"latency", "p(99)", true, latency(&LatencyFigures::p99Ns)},
        {"requests", "rate", false,
         [](const RoundFigures &round) { return round.throughput.answersPerSecond; }},
        {"issued_per_second", "rate", false,
         [](const RoundFigures &round) { return round.throughput.issuedPerSecond; }},
    };
    QList<Threshold> limits;
    for (const LimitOf &limit : all) {
        if (const auto threshold = thresholdFrom(baseline, limit)) {
            limits << *threshold;
        }
    }
    if (limits.isEmpty()) {
        return Failure{CompareText::tr("The baseline %1 has no figure that a limit could be made "
                                       "of.")
                           .arg(baseline.shortId())};
    }
    return limits;
}

} // namespace stampede
