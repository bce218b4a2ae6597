#pragma once

#include "measure/operation.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace stampede {

/// A confirmed commit that changed the stock, or an answer over HTTP that told it.
struct StockCommit
{
    std::int64_t momentNs = 0;  ///< since the start of the load
    std::int64_t stock = 0;     ///< that is left at that moment
    std::int64_t writtenNs = 0; ///< when it was written, while the row was held
};

/// Whether an operation says what is left after it: Operation::stockLeft() is then below 0 only
/// where a service wrote that.
bool tellsStock(const Operation &operation);

/// All of them in a history, in their order. A confirmation may be overtaken by a later one: what
/// such a commit tells is the stock that the latest write before it left, which is the stock then.
std::vector<StockCommit> stockCommits(std::span<const Operation> history);

/// The stock that the first `count` (≥ 1) of the commits left. Requests that share one commit lie
/// within a microsecond, the grain of the stamps: the lowest stock among them is the one that the
/// commit left.
std::int64_t stockAfter(std::span<const StockCommit> commits, std::size_t count);

} // namespace stampede
