#include "measure/timeline.h"

#include "base/check.h"
#include "base/clock.h"
#include "measure/histogram.h"
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
        : m_lengthNs(lengthNs)
        , m_bucketNs(bucketNs)
        , m_count(std::max<std::int64_t>(1, bucketsNeeded(lengthNs, bucketNs)))
    {}

    [[nodiscard]] std::size_t count() const { return static_cast<std::size_t>(m_count); }

    [[nodiscard]] std::size_t at(std::int64_t momentNs) const
    {
        return static_cast<std::size_t>(
            std::clamp<std::int64_t>(momentNs / m_bucketNs, 0, m_count - 1));
    }

    [[nodiscard]] std::size_t ofAnswer(const Operation &operation) const
    {
        return operation.returnedNs == Operation::kNoAnswer ? at(m_lengthNs)
                                                            : at(operation.returnedNs);
    }

private:
    std::int64_t m_lengthNs;
    std::int64_t m_bucketNs;
    std::int64_t m_count;
};

void countRequests(std::span<const Operation> history, const Buckets &buckets, Timeline &timeline)
{
    for (const Operation &operation : history) {
        ++timeline.buckets[buckets.at(operation.invokedNs)].asked;
        ++timeline.buckets[buckets.ofAnswer(operation)].answers[indexOf(operation.outcome)];
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

void rankIssued(std::span<const Operation> history, const Buckets &buckets, Timeline &timeline)
{
    std::vector<std::size_t> ends; // of each bucket's share of `latencies`
    std::size_t total = 0;
    for (const TimelineBucket &bucket : timeline.buckets) {
        ends.push_back(total);
        total += bucket.answers[indexOf(Outcome::Issued)];
    }
    std::vector<std::int64_t> latencies(total);
    for (const Operation &operation : history) {
        if (operation.outcome == Outcome::Issued) {
            latencies[ends[buckets.ofAnswer(operation)]++] = operation.serviceNs();
        }
    }
    std::size_t first = 0;
    for (std::size_t index = 0; index < timeline.buckets.size(); ++index) {
        const auto share = std::span(latencies).subspan(first, ends[index] - first);
        first = ends[index];
        if (share.empty()) {
            continue;
        }
        std::sort(share.begin(), share.end());
        const auto percentile = [share](double percent) {
            return share[nearestRank(percent, share.size()) - 1];
        };
        TimelineBucket &bucket = timeline.buckets[index];
        bucket.issuedP50Ns = percentile(50);
        bucket.issuedP95Ns = percentile(95);
        bucket.issuedP99Ns = percentile(99);
    }
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
                       std::int64_t initialStock)
{
    STAMPEDE_CHECK(lengthNs >= 0);
    Timeline timeline;
    timeline.bucketNs = timelineBucketNs(lengthNs);
    const Buckets buckets(lengthNs, timeline.bucketNs);
    timeline.buckets.resize(buckets.count());
    countRequests(history, buckets, timeline);
    followStock(history, buckets, initialStock, timeline);
    rankIssued(history, buckets, timeline);
    return timeline;
}

} // namespace stampede
