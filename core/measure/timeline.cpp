// SPDX-License-Identifier: MIT
#include "measure/timeline.h"

#include "base/check.h"
#include "base/clock.h"
#include "measure/histogram.h"
#include "measure/request_ends.h"
#include "measure/stock_commits.h"

#include <algorithm>
#include <numeric>

namespace stampede {

namespace {

constexpr std::int64_t kMostBuckets = 300;
constexpr std::int64_t kNsPerMinute = 60 * kNsPerSecond;

std::int64_t bucketsNeeded(std::int64_t lengthNs, std::int64_t bucketNs)
{
    return lengthNs / bucketNs + (lengthNs % bucketNs == 0 ? 0 : 1);
}

/// Finds the bucket of a moment.
class Buckets
{
public:
    Buckets(std::int64_t lengthNs, std::int64_t bucketNs)
        : m_bucketNs(bucketNs)
        , m_count(std::max<std::int64_t>(1, bucketsNeeded(lengthNs, bucketNs)))
    {}

    [[nodiscard]] std::size_t count() const { return static_cast<std::size_t>(m_count); }

    [[nodiscard]] std::size_t at(std::int64_t momentNs) const
    {
        return static_cast<std::size_t>(
            std::clamp<std::int64_t>(momentNs / m_bucketNs, 0, m_count - 1));
    }

private:
    std::int64_t m_bucketNs;
    std::int64_t m_count;
};

void countRequests(std::span<const Operation> history, const RequestEnds &ends,
                   const Buckets &buckets, Timeline &timeline)
{
    for (std::size_t i = 0; i < history.size(); ++i) {
        ++timeline.buckets[buckets.at(history[i].invokedNs)].asked;
        ++timeline.buckets[buckets.at(ends.of(i))].answers[indexOf(history[i].outcome)];
    }
    std::uint64_t asked = 0;
    std::uint64_t answered = 0;
    std::int64_t issued = 0;
    for (TimelineBucket &bucket : timeline.buckets) {
        asked += bucket.asked;
        answered += std::accumulate(bucket.answers.begin(), bucket.answers.end(), std::uint64_t{0});
        issued += bucket.answers[indexOf(Outcome::Issued)];
        bucket.inFlight = static_cast<std::uint32_t>(asked - answered);
        bucket.issuedTotal = issued;
    }
}

void followStock(std::span<const Operation> history, const Buckets &buckets,
                 std::int64_t initialStock, Timeline &timeline)
{
    const std::vector<StockCommit> commits = stockCommits(history);
    std::int64_t stock = initialStock;
    std::size_t next = 0;
    for (std::size_t bucket = 0; bucket < timeline.buckets.size(); ++bucket) {
        const std::size_t first = next;
        while (next < commits.size() && buckets.at(commits[next].momentNs) <= bucket) {
            ++next;
        }
        if (next > first) {
            stock = stockAfter(commits, next);
        }
        timeline.buckets[bucket].stock = stock;
    }
}

/// Percentiles of what `latencyOf` says of the issued of every bucket.
template<typename LatencyOf>
std::vector<Percentiles> rankIssued(std::span<const Operation> history, const Buckets &buckets,
                                    const LatencyOf &latencyOf)
{
    std::vector<std::size_t> ends(buckets.count() + 1, 0); // of each bucket's share of `latencies`
    for (const Operation &operation : history) {
        if (operation.outcome == Outcome::Issued) {
            ++ends[buckets.at(operation.returnedNs) + 1];
        }
    }
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    std::vector<std::int64_t> latencies(ends.back());
    ends.pop_back();
    for (const Operation &operation : history) {
        if (operation.outcome == Outcome::Issued) {
            latencies[ends[buckets.at(operation.returnedNs)]++] = latencyOf(operation);
        }
    }
    std::vector<Percentiles> ranked;
    std::size_t first = 0;
    for (const std::size_t end : ends) {
        const auto share = std::span(latencies).subspan(first, end - first);
        first = end;
        std::sort(share.begin(), share.end());
        const auto percentile = [share](double percent) {
            return share.empty() ? 0 : share[nearestRank(percent, share.size()) - 1];
        };
        ranked.push_back({percentile(50), percentile(95), percentile(99)});
    }
    return ranked;
}

} // namespace

std::int64_t timelineBucketNs(std::int64_t lengthNs)
{
    const auto fits = [lengthNs](std::int64_t bucketNs) {
        return bucketsNeeded(lengthNs, bucketNs) <= kMostBuckets;
    };
    for (const std::int64_t ms : {1, 2, 5, 10, 20, 50, 100, 200, 500}) {
        if (fits(ms * kNsPerMs)) {
            return ms * kNsPerMs;
        }
    }
    for (const std::int64_t seconds : {1, 2, 5, 10, 20, 50}) {
        if (fits(seconds * kNsPerSecond)) {
            return seconds * kNsPerSecond;
        }
    }
    for (std::int64_t decade = kNsPerMinute;; decade *= 10) {
        for (const std::int64_t step : {1, 2, 5}) {
            if (fits(step * decade)) {
                return step * decade;
            }
        }
    }
}

Timeline buildTimeline(std::span<const Operation> history, std::int64_t lengthNs,
                       std::int64_t initialStock, std::int64_t timeoutNs)
{
    STAMPEDE_CHECK(lengthNs >= 0);
    Timeline timeline;
    timeline.bucketNs = timelineBucketNs(lengthNs);
    const Buckets buckets(lengthNs, timeline.bucketNs);
    timeline.buckets.resize(buckets.count());
    countRequests(history, RequestEnds(history, lengthNs, timeoutNs), buckets, timeline);
    followStock(history, buckets, initialStock, timeline);
    const auto ranked =
        rankIssued(history, buckets, [](const Operation &each) { return each.serviceNs(); });
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        timeline.buckets[i].issuedP50Ns = ranked[i][0];
        timeline.buckets[i].issuedP95Ns = ranked[i][1];
        timeline.buckets[i].issuedP99Ns = ranked[i][2];
    }
    return timeline;
}

std::vector<Percentiles> issuedResponse(std::span<const Operation> history, std::int64_t lengthNs)
{
    const Buckets buckets(lengthNs, timelineBucketNs(lengthNs));
    return rankIssued(history, buckets, [](const Operation &each) { return each.responseNs(); });
}

TimeShares timeShares(std::span<const Operation> history, bool readLocks)
{
    TimeShares shares;
    for (const Operation &each : history) {
        if (each.lockedUs == Operation::kNotReached || each.committedUs == Operation::kNotReached ||
            each.returnedNs == Operation::kNoAnswer) {
            continue;
        }
        const std::int64_t readNs = std::int64_t{each.lockedUs} * kNsPerUs;
        const std::int64_t committedNs = std::int64_t{each.committedUs} * kNsPerUs;
        const std::int64_t wroteNs = each.wroteUs == Operation::kNotReached
                                         ? committedNs
                                         : std::int64_t{each.wroteUs} * kNsPerUs;
        const std::int64_t waitNs = readLocks ? readNs : wroteNs - readNs;
        const std::int64_t commitNs = committedNs - wroteNs;
        shares.waitNs += waitNs;
        shares.commitNs += commitNs;
        shares.workNs += std::max<std::int64_t>(0, each.serviceNs() - waitNs - commitNs);
    }
    return shares;
}

} // namespace stampede
