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

std::vector<StockCommit> stockCommits(std::span<const Operation> history)
{
    std::vector<StockCommit> commits;
    for (const Operation &operation : history) {
        if (tellsStock(operation)) {
            const bool writes =
                operation.httpStatus() == 0 && operation.wroteUs != Operation::kNotReached;
            commits.push_back({operation.stockLeftNs(), operation.stockLeft(),
                               writes ? operation.invokedNs + std::int64_t{operation.wroteUs} * 1000
                                      : operation.stockLeftNs()});
        }
    }
    std::sort(
        commits.begin(), commits.end(), [](const StockCommit &left, const StockCommit &right) {
            return std::tie(left.momentNs, right.stock) < std::tie(right.momentNs, left.stock);
        });
    const StockCommit *latest = nullptr; // write
    for (StockCommit &commit : commits) {
        if (latest != nullptr && commit.writtenNs < latest->writtenNs - kNsPerUs) {
            commit.stock = latest->stock;
            commit.writtenNs = latest->writtenNs;
        }
        latest = &commit;
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
