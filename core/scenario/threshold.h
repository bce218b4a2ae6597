// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace stampede {

/// What is done with its samples.
enum class Aggregation
{
    Count,
    Rate,
    Avg,
    Min,
    Med,
    Max,
    Percentile
};

enum class Comparison
{
    Less,
    LessOrEqual,
    Equal,
    NotEqual,
    GreaterOrEqual,
    Greater
};

/// One limit, in the grammar of k6: METRIC: AGGREGATION COMPARISON NUMBER, e.g. latency
/// "p(95)<200".
struct Threshold
{
    QString metric;
    QString expression; ///< as written, e.g. "count==0"
    Aggregation aggregation = Aggregation::Count;
    double percentile = 0; ///< 0…100, only with Aggregation::Percentile
    Comparison comparison = Comparison::Equal;
    double bound = 0;
    bool abortOnFail = false; ///< end the load as soon as it is certain to be missed
    /// How long after the start that is first looked at.
    std::chrono::nanoseconds delayAbortEval = std::chrono::nanoseconds::zero();
    friend bool operator==(const Threshold &, const Threshold &) = default;

    /// Whether the limit is met by that figure.
    [[nodiscard]] bool isMetBy(double actual) const;
};

/// Reads one expression. The error says what was expected.
Result<Threshold, QString> parseThreshold(const QString &metric, const QString &expression);

/// Every metric of the contract, in its order.
const QStringList &thresholdMetrics();

/// Whether the metric can be known while the load still runs; the others come from the audit.
bool isKnownLive(const QString &metric);

/// What came of one limit.
struct ThresholdOutcome
{
    Threshold threshold;
    std::optional<double> actual; ///< nothing where there was no sample
    bool pass = false;
};

/// Judges a limit: `figure` gives the metric's value under the aggregation, or nothing where the
/// metric has no sample (count and rate are 0 then; anything else fails).
ThresholdOutcome
judgeThreshold(const Threshold &threshold,
               const std::function<std::optional<double>(const Threshold &)> &figure);

} // namespace stampede
