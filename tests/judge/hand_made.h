#pragma once

#include "small_history.h"

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

} // namespace stampede
