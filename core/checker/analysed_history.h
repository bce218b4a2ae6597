// SPDX-License-Identifier: MIT
#pragma once

#include "checker/findings.h"
#include "checker/judgement.h"
#include "checker/user_table.h"

#include <optional>
#include <span>
#include <vector>

namespace stampede {

/// A moment before all others.
inline constexpr std::int64_t kAlwaysNs = std::numeric_limits<std::int64_t>::min();

/// A row taken: when it was asked for, by whom (a slot of the table), and how many pieces it is.
struct Take
{
    std::int64_t askedNs = kAlwaysNs;
    std::uint32_t slot = 0;
    std::uint32_t pieces = 1;
    friend bool operator<(const Take &left, const Take &right)
    {
        return left.askedNs < right.askedNs;
    }
};

/// Rows and answers of a history held against each other: all that a verdict is made of.
struct AnalysedHistory
{
    AnalysedHistory(const HistoryFacts &facts, std::span<const JudgedOperation> operations)
        : table(facts, operations)
        , findings(operations)
    {}

    UserTable table;
    Findings findings;       ///< every operation whose answer is wrong on its own
    Judgement judgement;     ///< the figures and the strangers; no violation yet
    std::vector<Take> takes; ///< one for every new row; sorted where rows count pieces
    /// "Out of stock" told before this moment came too early: the last coupon had not been asked
    /// for. kAlwaysNs where there was none to wait for. Where rows count pieces, of the last take.
    std::int64_t lastTakeNs = kAlwaysNs;
    std::int64_t lastTaker = 0;                       ///< who asked then
    std::vector<std::int64_t> brokenUsers;            ///< R1, sorted
    std::vector<std::int64_t> moreRowUsers;           ///< R3 of kind MoreRows, sorted
    std::optional<LateHolderAnswer> lateHolderAnswer; ///< C6
};

/// Weighs a history: one pass over rows, two over operations, one over users; one more over
/// operations where users have more than one new row each.
[[nodiscard]] AnalysedHistory analyse(const HistoryFacts &facts,
                                      std::span<const JudgedOperation> operations);

} // namespace stampede
