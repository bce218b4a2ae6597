// SPDX-License-Identifier: MIT
#include "measure/latency_heat.h"

#include "base/check.h"
#include "measure/timeline.h"

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

constexpr std::size_t kRows = 24;
constexpr double kLeastNs = 1000; ///< 1 µs: below that no latency means anything

std::int64_t latencyOf(const Operation &operation, bool ofResponse)
{
    return ofResponse ? operation.responseNs() : operation.serviceNs();
}

} // namespace

LatencyHeat latencyHeat(std::span<const Operation> history, std::int64_t lengthNs, bool ofResponse,
                        std::size_t mostColumns)
{
    STAMPEDE_CHECK(mostColumns > 0);
    double lowest = 0;
    double highest = 0;
    for (const Operation &each : history) {
        if (each.returnedNs != Operation::kNoAnswer) {
            const double ns = std::max(kLeastNs, static_cast<double>(latencyOf(each, ofResponse)));
            lowest = lowest > 0 ? std::min(lowest, ns) : ns;
            highest = std::max(highest, ns);
        }
    }
    LatencyHeat heat;
    if (highest <= 0 || lengthNs <= 0) {
        return heat;
    }
    highest = std::max(highest, lowest * 2); // a grid of equal values has room too
    const double factor = std::pow(highest / lowest, 1.0 / kRows);
    for (std::size_t row = 0; row <= kRows; ++row) {
        heat.edgesNs.push_back(lowest * std::pow(factor, static_cast<double>(row)));
    }
    const std::int64_t bucketNs = timelineBucketNs(lengthNs);
    const auto buckets = static_cast<std::size_t>((lengthNs + bucketNs - 1) / bucketNs);
    const std::size_t joined = (buckets + mostColumns - 1) / mostColumns;
    heat.stepNs = bucketNs * static_cast<std::int64_t>(joined);
    const std::size_t columns = (buckets + joined - 1) / joined;
    heat.counts.resize(columns * kRows);
    const double perRow = 1 / std::log(factor);
    for (const Operation &each : history) {
        if (each.returnedNs == Operation::kNoAnswer) {
            continue;
        }
        const double ns = std::max(kLeastNs, static_cast<double>(latencyOf(each, ofResponse)));
        const auto row = static_cast<std::size_t>(std::max(0.0, std::log(ns / lowest) * perRow));
        const auto column =
            static_cast<std::size_t>(std::max<std::int64_t>(0, each.returnedNs) / heat.stepNs);
        std::uint32_t &count =
            heat.counts[std::min(column, columns - 1) * kRows + std::min(row, kRows - 1)];
        heat.most = std::max(heat.most, ++count);
    }
    return heat;
}

} // namespace stampede
