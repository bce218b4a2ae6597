// SPDX-License-Identifier: MIT
#include "sample_history.h"

#include "base/random.h"

#include <algorithm>
#include <cstdint>

namespace stampede::bench {

std::vector<Operation> sampleHistory()
{
    constexpr std::uint32_t kOperations = 1'000'000;
    std::vector<Operation> history(kOperations);
    std::int64_t at = 0;
    std::int32_t stock = kOperations / 4;
    std::uint32_t index = 0;
    for (Operation &operation : history) {
        const std::uint64_t random = splitMix64(index);
        at += static_cast<std::int64_t>(random % 60'000);
        operation.invokedNs = at;
        operation.returnedNs =
            at + 200'000 + static_cast<std::int64_t>((random >> 8U) % 80'000'000);
        operation.user = static_cast<std::int64_t>((random >> 16U) % 100'000) + 1;
        operation.request = index;
        operation.vu = static_cast<std::uint16_t>((random >> 24U) % 1'000);
        operation.lockedUs = static_cast<std::uint32_t>((random >> 32U) % 79'000);
        operation.outcome = index % 4 == 0 ? Outcome::Issued : Outcome::OutOfStock;
        operation.stockRead = std::max(stock, 0);
        if (operation.outcome == Outcome::Issued) {
            operation.rowId = ++index / 4;
            --index;
            --stock;
            operation.wroteUs =
                operation.lockedUs + 170 + static_cast<std::uint32_t>((random >> 40U) % 90);
            operation.committedUs =
                operation.wroteUs + 400 + static_cast<std::uint32_t>((random >> 48U) % 300);
        }
        ++index;
    }
    return history;
}

} // namespace stampede::bench
