// SPDX-License-Identifier: MIT
#include "picture/stock_story.h"

#include "base/clock.h"
#include "prediction/prediction.h"

#include <algorithm>

namespace stampede {

namespace {

double secondsOf(std::int64_t ns)
{
    return static_cast<double>(ns) / static_cast<double>(kNsPerSecond);
}

/// When issued answers came, ns, in no order; empty without a history.
std::vector<std::int64_t> issuedMoments(const RunRecord &record)
{
    std::vector<std::int64_t> moments;
    if (record.history) {
        for (const Operation &each : *record.history) {
            if (each.outcome == Outcome::Issued && each.returnedNs != Operation::kNoAnswer) {
                moments.push_back(each.returnedNs);
            }
        }
    }
    return moments;
}

void tellEndOfStock(const RunRecord &record, std::int64_t stock, StockStory &story)
{
    const auto issued = static_cast<std::int64_t>(record.outcomes.of(Outcome::Issued));
    if (stock <= 0 || issued < stock) {
        return;
    }
    story.tooMany = issued - stock;
    std::vector<std::int64_t> moments = issuedMoments(record);
    if (static_cast<std::int64_t>(moments.size()) >= stock) {
        const auto last = moments.begin() + (stock - 1);
        std::nth_element(moments.begin(), last, moments.end());
        story.soldOutAt = secondsOf(*last);
        story.lastIssuedAt = secondsOf(*std::max_element(last, moments.end()));
        return;
    }
    for (const SeriesPoint &point : story.issued) { // as exactly as the buckets tell
        const bool isSoldOut = point.value >= static_cast<double>(stock);
        if (isSoldOut && !story.soldOutAt) {
            story.soldOutAt = point.seconds;
        }
        if (point.value > story.issued.back().value - 1) {
            story.lastIssuedAt = point.seconds;
            break;
        }
    }
}

/// `issued` at the moments of story.left.
void tellWhatShouldBeLeft(const RunRecord &record, std::int64_t stock,
                          const std::vector<std::int64_t> &issued, StockStory &story)
{
    const std::int64_t drift = foundDrift(record);
    for (std::size_t i = 0; i < story.left.size(); ++i) {
        const auto should = static_cast<double>(std::max<std::int64_t>(0, stock - issued[i]));
        story.shouldBeLeft.push_back({story.left[i].seconds, should});
        // A drift above 0 took more from the stock than was handed out. Commits that are on their
        // way to their answers lie on that side as well.
        story.isApart[i] = (story.left[i].value - should) * static_cast<double>(drift) < 0;
    }
}

} // namespace

std::optional<std::int64_t> onePieceStock(const RunRecord &record)
{
    const bool isAsAudited =
        !record.audit || (!record.audit->rules.countsPieces && !record.audit->rules.givesBack &&
                          !record.audit->rules.unlimited);
    const bool proves =
        provesWhileRunning(record.scenario.target.quantity, record.prediction.service);
    return isAsAudited && proves ? record.stockAtStart() : std::nullopt;
}

std::int64_t foundDrift(const RunRecord &record)
{
    const CheckResult *check =
        record.audit ? record.audit->check(QStringLiteral("stock-adds-up")) : nullptr;
    const bool isFound = check != nullptr && check->verdict == CheckVerdict::Fail;
    return isFound ? record.audit->state.drift.value_or(0) : 0;
}

StockStory stockStory(const RunRecord &record, std::size_t mostPoints)
{
    const Timeline &timeline = record.timeline;
    const std::size_t joined =
        std::max<std::size_t>((timeline.buckets.size() + mostPoints - 1) / mostPoints, 1);
    StockStory story;
    story.issued.push_back({0, 0});
    std::vector<std::int64_t> issuedAtLeft;
    for (std::size_t begin = 0; begin < timeline.buckets.size(); begin += joined) {
        const std::size_t end = std::min(begin + joined, timeline.buckets.size());
        const TimelineBucket &bucket = timeline.buckets[end - 1];
        const double at = std::min(secondsOf(timeline.bucketNs * static_cast<std::int64_t>(end)),
                                   record.throughput.durationSeconds);
        story.issued.push_back({at, static_cast<double>(bucket.issuedTotal)});
        if (bucket.stock >= 0) {
            story.left.push_back({at, static_cast<double>(bucket.stock)});
            issuedAtLeft.push_back(bucket.issuedTotal);
        }
    }
    const std::optional<std::int64_t> stock = record.stockAtStart();
    if (!story.left.empty() && stock && record.scenario.knowsStock()) {
        story.left.insert(story.left.begin(), {0, static_cast<double>(*stock)});
        issuedAtLeft.insert(issuedAtLeft.begin(), 0);
    }
    story.isApart.assign(story.left.size(), false);
    if (const auto counted = onePieceStock(record)) {
        tellWhatShouldBeLeft(record, *counted, issuedAtLeft, story);
        tellEndOfStock(record, *counted, story);
    }
    return story;
}

} // namespace stampede
