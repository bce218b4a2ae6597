// SPDX-License-Identifier: MIT
#pragma once

#include "measure/latency_heat.h"
#include "measure/timeline.h"
#include "picture/stock_story.h"
#include "record/run_record.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace stampede {

/// From more requests than so many on a dot for each says less than their counts do.
inline constexpr std::size_t kMostDots = 5'000;

/// Answers "issued" that a stretch of time needs to have a p50, p95 and p99.
inline constexpr std::array<std::uint64_t, 3> kPercentileFewest = {20, 20, 100};

/// Whether the chart "Latency" of that run has a dot for each answer.
bool hasDotsOfLatency(const RunRecord &record);

/// The latency of one answer.
struct LatencyDot
{
    double seconds = 0; ///< when it came
    double ms = 0;
    Outcome outcome = Outcome::Unknown;
    std::uint32_t index = 0; ///< in the history
};

/// Of every request that was answered, in the order of the answers; empty without a history.
std::vector<LatencyDot> latencyDots(const RunRecord &record, bool ofResponse);

/// A series that is broken where nothing was measured.
struct BrokenSeries
{
    std::vector<SeriesPoint> points;
    std::vector<std::size_t> breaks; ///< points before which it is broken, ascending
};

/// p50, p95 and p99 of the issued in the steps of the timeline that hold enough of them, ms; broken
/// where none was issued. `response`: as of issuedResponse(); empty: service time.
std::array<BrokenSeries, 3> issuedPercentiles(const Timeline &timeline,
                                              std::span<const Percentiles> response = {});

} // namespace stampede
