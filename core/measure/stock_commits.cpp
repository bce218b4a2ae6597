// SPDX-License-Identifier: MIT
#include "measure/stock_commits.h"

#include "base/check.h"
#include "base/clock.h"

#include <algorithm>
#include <tuple>

namespace stampede {

bool tellsStock(const Operation &operation)
{
    const bool wrote =
        operation.outcome == Outcome::Issued && operation.committedUs != Operation::kNotReached;
    return operation.stockRead >= 0 && operation.returnedNs != Operation::kNoAnswer &&
           (operation.httpStatus() != 0 || wrote);
}

std::int64_t stockKnownFromNs(const Operation &operation)
{
    return operation.httpStatus() != 0 ? operation.invokedNs : operation.stockLeftNs() - kNsPerUs;
}

namespace {

bool isOvertaken(const StockCommit &commit, const StockCommit &latest)
{
    return commit.isAnswer ? commit.stock > latest.stock && commit.writtenNs <= latest.momentNs
                           : commit.writtenNs < latest.writtenNs - kNsPerUs;
}

} // namespace

std::vector<StockCommit> stockCommits(std::span<const Operation> history)
{
    std::vector<StockCommit> commits;
    for (const Operation &operation : history) {
        if (tellsStock(operation)) {
            const bool isAnswer = operation.httpStatus() != 0;
            const bool saysWhen = operation.wroteUs != Operation::kNotReached;
            commits.push_back(
                {operation.stockLeftNs(), operation.stockLeft(),
                 isAnswer   ? operation.invokedNs
                 : saysWhen ? operation.invokedNs + std::int64_t{operation.wroteUs} * kNsPerUs
                            : operation.stockLeftNs(),
                 isAnswer});
        }
    }
    std::sort(
        commits.begin(), commits.end(), [](const StockCommit &left, const StockCommit &right) {
            return std::tie(left.momentNs, right.stock) < std::tie(right.momentNs, left.stock);
        });
    const StockCommit *latest = nullptr; // that was not overtaken
    for (StockCommit &commit : commits) {
        if (latest != nullptr && isOvertaken(commit, *latest)) {
            commit.stock = latest->stock;
        } else {
            latest = &commit;
        }
    }
    return commits;
}

std::int64_t stockAfter(std::span<const StockCommit> commits, std::size_t count)
{
    STAMPEDE_CHECK(count >= 1 && count <= commits.size());
    const std::int64_t latest = commits[count - 1].momentNs;
    std::int64_t stock = commits[count - 1].stock;
    for (std::size_t i = count; i-- > 0 && commits[i].momentNs >= latest - kNsPerUs;) {
        stock = std::min(stock, commits[i].stock);
    }
    return stock;
}

} // namespace stampede
