// SPDX-License-Identifier: MIT
#pragma once

#include "small_history.h"

#include <optional>
#include <utility>

namespace stampede {

inline JudgedOperation answered(Outcome outcome, std::int64_t user, std::int64_t invokedNs,
                                std::int64_t returnedNs)
{
    return {user, invokedNs, returnedNs, outcome};
}
inline JudgedOperation issued(std::int64_t user, std::int64_t invokedNs, std::int64_t returnedNs)
{
    return answered(Outcome::Issued, user, invokedNs, returnedNs);
}
inline JudgedOperation already(std::int64_t user, std::int64_t invokedNs, std::int64_t returnedNs)
{
    return answered(Outcome::AlreadyIssued, user, invokedNs, returnedNs);
}
inline JudgedOperation soldOut(std::int64_t user, std::int64_t invokedNs, std::int64_t returnedNs)
{
    return answered(Outcome::OutOfStock, user, invokedNs, returnedNs);
}
inline JudgedOperation notIssued(std::int64_t user, std::int64_t invokedNs, std::int64_t returnedNs)
{
    return answered(Outcome::NotIssued, user, invokedNs, returnedNs);
}
inline JudgedOperation noAnswer(std::int64_t user, std::int64_t invokedNs)
{
    return answered(Outcome::Unknown, user, invokedNs, kNeverNs);
}

/// A history whose stock adds up: remaining = stock − rows of users who held none before.
inline SmallHistory historyOf(std::int64_t stock, std::vector<JudgedOperation> operations,
                              std::vector<std::int64_t> rows, std::vector<std::int64_t> before = {},
                              Precedence precedence = Precedence::Any)
{
    const auto left =
        stock - static_cast<std::int64_t>(rows.size()) + static_cast<std::int64_t>(before.size());
    return {{stock, std::move(before), precedence, left, std::move(rows)}, std::move(operations)};
}

/// The same under other rules.
inline SmallHistory under(const IssueRules &rules, SmallHistory history)
{
    history.facts.rules = rules;
    return history;
}

/// With a limit of N rows a person; nothing for any number.
inline SmallHistory limitedTo(std::optional<std::int64_t> limit, SmallHistory history)
{
    return under({.limitPerPerson = limit}, std::move(history));
}

/// Whose rows stand for these pieces, and whose requests asked for these; the stock adds up.
inline SmallHistory inPieces(SmallHistory history, std::vector<std::int64_t> rowPieces,
                             const std::vector<std::uint32_t> &asked = {},
                             std::vector<std::int64_t> piecesBefore = {})
{
    HistoryFacts &facts = history.facts;
    facts.rules.countsPieces = true;
    facts.rules.quantityKnown = !asked.empty();
    facts.remaining = facts.stock;
    for (const std::int64_t pieces : rowPieces) {
        facts.remaining -= pieces;
    }
    for (const std::int64_t pieces : piecesBefore) {
        facts.remaining += pieces;
    }
    facts.rowPieces = std::move(rowPieces);
    facts.piecesBefore = std::move(piecesBefore);
    for (std::size_t i = 0; i < asked.size(); ++i) {
        history.operations.at(i).quantity = asked[i];
    }
    return history;
}

} // namespace stampede
