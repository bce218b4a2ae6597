// SPDX-License-Identifier: MIT
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
    std::int64_t momentNs = 0; ///< since the start of the load
    std::int64_t stock = 0;    ///< that is left at that moment
    /// When it was written, while the row was held; of an answer since when it can have been read.
    std::int64_t writtenNs = 0;
    bool isAnswer = false;
};

/// Whether an operation says what is left after it: Operation::stockLeft() is then below 0 only
/// where a service wrote that.
bool tellsStock(const Operation &operation);

/// From when on another may be the later one of the two although it was known of before: requests
/// that share one commit lie within a microsecond, the grain of the stamps; an answer over HTTP may
/// have been made at any moment of its request.
std::int64_t stockKnownFromNs(const Operation &operation);

/// All of them in a history, in their order. A confirmation may be overtaken by a later one: what
/// such a commit tells is the stock that the latest write before it left, which is the stock then.
/// Of answers over HTTP whose requests overlap nobody knows the order: as nothing comes back, the
/// lowest figure is the latest. It stands until an answer tells more whose request was sent after
/// it had come.
std::vector<StockCommit> stockCommits(std::span<const Operation> history);

/// The stock that the first `count` (≥ 1) of the commits left. Requests that share one commit lie
/// within a microsecond, the grain of the stamps: the lowest stock among them is the one that the
/// commit left.
std::int64_t stockAfter(std::span<const StockCommit> commits, std::size_t count);

} // namespace stampede
