// SPDX-License-Identifier: MIT
#pragma once

#include "base/precedence.h"
#include "prediction/prediction.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace stampede {

/// How two transactions of a run can meet.
enum class Meeting
{
    InTurn,    ///< one after the other: by the row lock, or because there is one virtual user
    Racing,    ///< they read the same committed stock and write over each other
    Dirty,     ///< racing, and they also read what is not committed yet
    Colliding, ///< the database breaks one of them off instead
};

/// What decides an answer.
struct IssueModel
{
    std::int64_t stock = 0; ///< ≥ 0
    bool duplicateCheck = true;
    bool uniqueKey = true;
    Meeting meeting = Meeting::InTurn;
    /// Whether a holder is told so (duplicate-first) or "out of stock" (stock-first) once the stock
    /// is gone; either with Any.
    Precedence precedence = Precedence::StockFirst;
    PredictedService::Stock stockIs =
        PredictedService::Stock::Known; ///< whether `stock` says anything
    /// Pieces of the stock that a coupon takes.
    std::int64_t fewestPieces = 1;              ///< 0 where nobody knows
    std::optional<std::int64_t> mostPieces = 1; ///< nothing where nobody knows; else ≥ fewestPieces
    bool givesBack = false;                     ///< pieces come back meanwhile
    bool hasLimit = true;    ///< somebody may have as many coupons as a person may
    bool heldBefore = false; ///< somebody may have had them before the first request

    [[nodiscard]] bool knowsStock() const { return stockIs == PredictedService::Stock::Known; }
    /// Whether a person can never get a second coupon.
    [[nodiscard]] bool onePerPerson() const
    {
        const bool checkHolds = meeting == Meeting::InTurn || meeting == Meeting::Colliding;
        return uniqueKey || (duplicateCheck && checkHolds);
    }
};

/// Who asks.
struct Crowd
{
    std::optional<std::int64_t> requests; ///< nothing where only time ends the load
    std::int64_t distinct = 0;            ///< people; at most, where requests are open
    /// Requests that are issued a coupon, in whatever order, as long as there is stock: of each
    /// person as many as they may still have, or as they ask for.
    std::int64_t sure = 0;            ///< at least
    std::optional<std::int64_t> most; ///< at most; nothing where nothing bounds it
};

/// Where the sale lies in relation to the load.
enum class SaleTime
{
    Open,     ///< during the whole load
    Before,   ///< it starts after the load
    After,    ///< it ended before the load
    Never,    ///< it ends before it starts
    Changing, ///< it may start or end while the load runs
};

/// The figures that must come out.
struct Bounds
{
    Range issued;
    Range remaining;
    Range alreadyIssued;
    Range outOfStock;
    Range outsideSale;
    friend bool operator==(const Bounds &, const Bounds &) = default;
};

// The functions below are pure; docs/prediction.md says why each bound holds.

/// The bounds of a crowd during an open sale, whatever the order of its requests.
Bounds boundsOf(const IssueModel &rules, const Crowd &crowd);

/// The exact figures where a crowd with a fixed number of requests asks one after the other, the
/// i-th request by the person `userAt(i)` in 1…userLimit.
Bounds replayInTurn(const IssueModel &rules, const Crowd &crowd, std::int64_t userLimit,
                    const std::function<std::int64_t(std::int64_t)> &userAt);

/// The bounds where the sale is not open during the whole load.
Bounds boundsForSale(const Bounds &whenOpen, SaleTime sale, const IssueModel &rules,
                     const Crowd &crowd);

/// The bounds where `undecided` of the requests have no definite answer.
Bounds widened(const Bounds &bounds, std::int64_t undecided, const IssueModel &model);

/// The bounds where some answers mean "already issued or out of stock", which are then counted as
/// neither. `namesBoth`: other answers may say which.
struct OneRefusal
{
    Range alreadyIssued;
    Range outOfStock;
    Range notIssued;
};
OneRefusal refusedAlike(const Bounds &bounds, const Crowd &crowd, std::int64_t undecided,
                        SaleTime sale, bool namesBoth);

/// The damage that is possible within the bounds.
PossibleDamage possibleDamage(const IssueModel &rules, const Crowd &crowd, const Bounds &bounds);

} // namespace stampede
