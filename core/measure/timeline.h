// SPDX-License-Identifier: MIT
#pragma once

#include "base/outcome.h"
#include "measure/operation.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace stampede {

/// The rate of an open model was changed while it ran.
struct RateChange
{
    std::int64_t atNs = 0; ///< since the start of the load
    double perSecond = 0;  ///< from then on
};

/// What happened in one stretch of time.
struct TimelineBucket
{
    std::array<std::uint32_t, kOutcomeCount>
        answers{};                ///< by outcome, counted when the answer came
    std::uint32_t asked = 0;      ///< requests that left in this bucket
    std::uint32_t inFlight = 0;   ///< at the end of the bucket
    std::int64_t issuedTotal = 0; ///< issued so far
    std::int64_t stock = -1;      ///< as of LiveSnapshot::lastStock, −1: not known
    std::int64_t issuedP50Ns = 0; ///< service time of issued in this bucket; 0: none
    std::int64_t issuedP95Ns = 0;
    std::int64_t issuedP99Ns = 0;
};

/// A run in equal steps of time from the start of the load.
struct Timeline
{
    std::int64_t bucketNs = 0;
    std::vector<TimelineBucket> buckets;
};

/// The width for a run of that length: one of 1, 2, 5, 10, 20, 50 … ms (then s, min), so that there
/// are 40 to 300 buckets where that is possible; never below 1 ms.
std::int64_t timelineBucketNs(std::int64_t lengthNs);

/// The finished run from its history, sorted by invokedNs. `initialStock` is the stock before the
/// first commit (−1: not known). A bucket holds the moments from its start up to the next one's;
/// the last also holds lengthNs and whatever came later. Operations without an answer count as
/// answers when they were given up; see RequestEnds, also for `timeoutNs`. Percentiles are exact
/// (nearest rank).
Timeline buildTimeline(std::span<const Operation> history, std::int64_t lengthNs,
                       std::int64_t initialStock, std::int64_t timeoutNs = 0);

/// p50, p95 and p99 of a stretch, ns; 0 where there is nothing to rank.
using Percentiles = std::array<std::int64_t, 3>;

/// Response time of issued (intended start to answer) in the buckets of buildTimeline() for the
/// same history and length. Exact (nearest rank).
std::vector<Percentiles> issuedResponse(std::span<const Operation> history, std::int64_t lengthNs);

/// Where the time of the requests went that say when they had the row and when they had committed.
struct TimeShares
{
    /// Until they had the row: from asking until it had been read, or, where reading does not lock
    /// and the server queues the writes, from there until the stock had been written.
    std::int64_t waitNs = 0;
    std::int64_t workNs = 0;   ///< the rest
    std::int64_t commitNs = 0; ///< from the write until the commit had been confirmed
    [[nodiscard]] std::int64_t totalNs() const { return waitNs + workNs + commitNs; }
};

TimeShares timeShares(std::span<const Operation> history, bool readLocks);

} // namespace stampede
