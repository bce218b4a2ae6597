// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <optional>

namespace stampede {

/// What the coupon allows, and what its rows count.
struct IssueRules
{
    /// Rows a person may have, 1…; nothing where there is no limit.
    std::optional<std::int64_t> limitPerPerson = 1;
    /// The limit holds only within equal values of columns that a history does not hold. What
    /// depends on the limit is then not judged.
    bool limitWithin = false;
    /// Pieces come back during the run, e.g. of cancelled rows: only the end is judged.
    bool givesBack = false;
    /// With givesBack: the service says so. Where nobody does and rows look as if, a history in
    /// which nothing is wrong then is not proved right.
    bool givesBackSaid = true;
    /// There is no stock that could be used up: nobody may be told "out of stock".
    bool unlimited = false;
    /// Rows stand for pieces: the limit counts rows, the stock pieces.
    bool countsPieces = false;
    /// With countsPieces: how many pieces a request asked for is known. Where it is not, nobody can
    /// say whether "out of stock" was right.
    bool quantityKnown = true;

    friend bool operator==(const IssueRules &, const IssueRules &) = default;
};

/// The stock that the judge is told of where there is no limit.
inline constexpr std::int64_t kNoEndOfStock = std::numeric_limits<std::int64_t>::max() / 2;

/// The most pieces that a single row or request can stand for.
inline constexpr std::int64_t kMostPieces = std::numeric_limits<std::uint32_t>::max();

} // namespace stampede
