// SPDX-License-Identifier: MIT
#pragma once

#include "base/outcome.h"
#include "measure/histogram.h"
#include "measure/operation.h"

#include <array>
#include <span>

namespace stampede {

/// Latency of one outcome, in ns; everything 0 where count is 0.
struct LatencyFigures
{
    std::uint64_t count = 0;
    std::int64_t minNs = 0;
    double meanNs = 0;
    std::int64_t p50Ns = 0;
    std::int64_t p90Ns = 0;
    std::int64_t p95Ns = 0;
    std::int64_t p99Ns = 0;
    std::int64_t p999Ns = 0;
    std::int64_t maxNs = 0;
};

LatencyFigures figuresOf(const Histogram &histogram);

/// Histograms of all answered operations and of each outcome.
struct LatencyByOutcome
{
    Histogram all;
    std::array<Histogram, kOutcomeCount> byOutcome;
};

struct LatencySummary
{
    LatencyByOutcome service;  ///< send to answer
    LatencyByOutcome response; ///< intended start to answer
    Histogram lateness;        ///< invoked minus intended start, every operation that was sent
};

/// Operations without an answer, those that were never sent among them, have no latency and are
/// left out.
LatencySummary summariseLatency(std::span<const Operation> history);

} // namespace stampede
