// SPDX-License-Identifier: MIT
#pragma once

#include "checker/judgement.h"

#include <optional>
#include <span>
#include <vector>

namespace stampede {

/// One operation at the moment at which it is said to have happened.
struct Step
{
    std::int64_t atNs = 0;
    std::uint32_t operation = 0;
    std::uint32_t pieces = 1; ///< that it took, where rows count pieces and it took any
};

/// Why an order is no proof.
enum class Misfit : std::uint8_t
{
    None,
    NotThere,      ///< the step names no operation of the history
    Twice,         ///< the operation stands in the order already
    OutsideOfCall, ///< the step lies before the request was sent or after it was answered
    GoesBack,      ///< the step lies before the one in front of it
    NoEffect,      ///< such an answer has no place in the order
    AlreadyHeld,   ///< issued to somebody who holds as many as allowed
    NoStock,       ///< issued without stock
    NotHeld,       ///< "already issued" to somebody who may have another
    StockGone,     ///< "already issued" although the service looks at the stock first
    StockThere,    ///< "out of stock" while there was stock
    HolderRefused, ///< "out of stock" to a holder although the service looks at holders first
    NotRefusable,  ///< "not issued" to somebody who may have another, while there was stock
    LeftOut,       ///< an answered operation does not stand in the order
    OtherRows,     ///< the rows at the end are not those of the holders
    OtherStock,    ///< the stock at the end is another
};

/// How far a replay came.
struct ReplayedOrder
{
    std::size_t replayed = 0; ///< steps that fit
    Misfit misfit = Misfit::None;
    /// The first operation that does not fit; nothing where all do, or only the end does not.
    std::optional<std::uint32_t> operation;

    [[nodiscard]] bool proves() const { return misfit == Misfit::None; }
};

/// An order of all effects and answers that is legal if any is (the reasons stand in replay.cpp).
/// Requests without a definite answer are in it only where the rows show their effect, and answers
/// that the rules leave no way to judge are not in it. O(n log n).
[[nodiscard]] std::vector<Step> orderOf(const HistoryFacts &facts,
                                        std::span<const JudgedOperation> operations);

/// Plays an order through one coupon that serves one request at a time, and compares each answer,
/// the place of each step within its request, and the end. The order proves the history where all
/// fit: a step within each request keeps every "returned before invoked". Where pieces come back
/// only rows and the end are compared. Knows nothing of judge(), so that the two check each other.
/// Pure; any thread.
[[nodiscard]] ReplayedOrder replay(const HistoryFacts &facts,
                                   std::span<const JudgedOperation> operations,
                                   std::span<const Step> order);

} // namespace stampede
