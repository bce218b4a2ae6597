#pragma once

#include "judge/findings.h"
#include "judge/judgement.h"
#include "judge/user_table.h"

#include <optional>
#include <span>
#include <tuple>
#include <vector>

namespace stampede {

/// A moment before all others.
inline constexpr std::int64_t kAlwaysNs = std::numeric_limits<std::int64_t>::min();

/// A coupon taken: when it was asked for, and by whom.
struct Take
{
    std::int64_t askedNs = kAlwaysNs;
    std::int64_t user = 0;
    friend bool operator<(const Take &left, const Take &right)
    {
        return std::tie(left.askedNs, left.user) < std::tie(right.askedNs, right.user);
    }
};

/// Rows and answers of a history held against each other: all that a verdict is made of.
struct WeighedHistory
{
    WeighedHistory(const HistoryFacts &facts, std::span<const JudgedOperation> operations)
        : table(facts, operations)
        , findings(operations)
    {}

    UserTable table;
    Findings findings;       ///< every operation whose answer is wrong on its own
    Judgement judgement;     ///< the figures and the strangers; no violation yet
    std::vector<Take> takes; ///< at least one for every new row; partly sorted
    /// "Out of stock" told before this moment came too early: the last coupon had not been asked
    /// for. kAlwaysNs where there was none to wait for.
    Take lastTake;
    std::vector<std::int64_t> brokenUsers;            ///< R1, sorted
    std::optional<LateHolderAnswer> lateHolderAnswer; ///< C6
};

/// Weighs a history: one pass over rows, two over operations, one over users.
[[nodiscard]] WeighedHistory weigh(const HistoryFacts &facts,
                                   std::span<const JudgedOperation> operations);

} // namespace stampede
