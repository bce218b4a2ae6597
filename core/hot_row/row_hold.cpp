// SPDX-License-Identifier: MIT
#include "hot_row/hot_row.h"

#include "hot_row/moments.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace stampede {

namespace {

struct Span
{
    std::int64_t fromNs = 0;
    std::int64_t toNs = 0;
};

/// How long at least one of them lasted.
std::int64_t coveredNs(std::vector<Span> spans)
{
    std::sort(spans.begin(), spans.end(),
              [](const Span &a, const Span &b) { return a.fromNs < b.fromNs; });
    std::int64_t covered = 0;
    std::int64_t until = std::numeric_limits<std::int64_t>::min();
    for (const Span &span : spans) {
        const std::int64_t from = std::max(span.fromNs, until);
        if (span.toNs > from) {
            covered += span.toNs - from;
            until = span.toNs;
        }
    }
    return covered;
}

bool hasMoments(const Operation &operation)
{
    return operation.lockedUs != Operation::kNotReached &&
           operation.wroteUs != Operation::kNotReached &&
           operation.committedUs != Operation::kNotReached;
}

} // namespace

double RowHold::perCouponUs() const
{
    return issued == 0 ? 0
                       : static_cast<double>(toWriteNs + toCommitNs) /
                             static_cast<double>(issued * kNsPerUs);
}

RowHold measureHold(std::span<const Operation> operations)
{
    RowHold hold;
    std::vector<Span> whole;
    std::vector<Span> writing;
    std::vector<const Operation *> asked;
    for (const Operation &operation : operations) {
        const bool counts = operation.outcome == Outcome::Issued && hasMoments(operation);
        if (counts) {
            const std::int64_t committed = momentNs(operation, operation.committedUs);
            whole.push_back({momentNs(operation, operation.lockedUs), committed});
            writing.push_back(
                {momentNs(operation, operation.lockedUs), momentNs(operation, operation.wroteUs)});
        }
        if (counts || operation.outcome == Outcome::OutOfStock) {
            asked.push_back(&operation);
        }
    }
    hold.issued = static_cast<std::int64_t>(whole.size());
    hold.toWriteNs = coveredNs(std::move(writing));
    hold.toCommitNs = coveredNs(std::move(whole)) - hold.toWriteNs;

    // From the last who asked to the first: the earliest commit among those who asked later.
    std::stable_sort(asked.begin(), asked.end(), [](const Operation *a, const Operation *b) {
        return a->invokedNs < b->invokedNs;
    });
    std::int64_t earliest = std::numeric_limits<std::int64_t>::max();
    for (auto each = asked.rbegin(); each != asked.rend(); ++each) {
        const Operation &operation = **each;
        const bool anyLater = earliest != std::numeric_limits<std::int64_t>::max();
        if (operation.outcome == Outcome::OutOfStock) {
            hold.emptyHanded += anyLater ? 1 : 0;
            continue;
        }
        const std::int64_t committed = momentNs(operation, operation.committedUs);
        hold.overtaken += earliest < committed ? 1 : 0;
        earliest = std::min(earliest, committed);
    }
    return hold;
}

} // namespace stampede
