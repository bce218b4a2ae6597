// SPDX-License-Identifier: MIT
#pragma once

#include "measure/operation.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace stampede {

/// How many answers of a run came when and after how long: a grid of equal steps of time and
/// latencies that grow by the same factor.
struct LatencyHeat
{
    std::int64_t stepNs = 0;           ///< of a column
    std::vector<double> edgesNs;       ///< of the rows, ascending; one more than there are rows
    std::vector<std::uint32_t> counts; ///< column by column, each from the lowest row up
    std::uint32_t most = 0;            ///< of them

    [[nodiscard]] std::size_t rows() const { return edgesNs.empty() ? 0 : edgesNs.size() - 1; }
    [[nodiscard]] std::size_t columns() const
    {
        const std::size_t each = rows();
        return each == 0 ? 0 : counts.size() / each;
    }
    [[nodiscard]] std::uint32_t at(std::size_t column, std::size_t row) const
    {
        return counts[column * rows() + row];
    }
};

/// Of every request that was answered: its service time, or its response time, at the moment of its
/// answer; the last column also holds what came after `lengthNs`. At most so many columns. Empty
/// without an answer.
LatencyHeat latencyHeat(std::span<const Operation> history, std::int64_t lengthNs, bool ofResponse,
                        std::size_t mostColumns);

} // namespace stampede
