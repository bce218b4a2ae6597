// SPDX-License-Identifier: MIT
#pragma once

#include "checker/judgement.h"

#include <span>

namespace stampede {

/// Judges a history: whether its answers and its end could have come from one coupon that served
/// one request at a time, each at a moment within its interval. Exact for histories that were read
/// after everything had come to rest; docs/judging.md states the conditions and why they decide.
///
/// Operations may stand in any order; fewer than 2^32 − 1 of them. Time O(n): the K-th coupon is
/// selected, not sorted for; only what is wrong is sorted. Beside the operations it takes 4 bytes
/// an operation and at most 64 a user, and some 24 more for each operation whose answer is wrong.
/// Pure; any thread.
///
/// `watched` leaves conditions out; tests use it to show that each one is needed.
[[nodiscard]] Judgement judge(const HistoryFacts &facts,
                              std::span<const JudgedOperation> operations,
                              ConditionMask watched = kEveryCondition);

} // namespace stampede
