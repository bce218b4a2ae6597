// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/scenario.h"

#include <cstdint>
#include <map>
#include <random>
#include <vector>

namespace stampede {

/// What a transaction sees of the others where it holds no row lock.
enum class Visibility
{
    Snapshot,       ///< REPEATABLE READ: the committed state of its first read
    Committed,      ///< READ COMMITTED: the committed state of each read
    Dirty,          ///< READ UNCOMMITTED: also what is not committed yet
    Serial,         ///< SERIALIZABLE: shared locks, deadlocks
    ChecksSnapshot, ///< REPEATABLE READ that refuses to write rows changed since its first read
};

/// What a simulated run left behind.
struct SimulatedRun
{
    std::vector<std::int64_t> asked; ///< the person of each request
    std::int64_t issued = 0;
    std::int64_t alreadyIssued = 0;
    std::int64_t outOfStock = 0;
    std::int64_t undecided = 0;                ///< contention and lost answers
    std::int64_t remaining = 0;                ///< the stock column
    std::map<std::int64_t, std::int64_t> rows; ///< of each person

    [[nodiscard]] std::int64_t rowCount() const;
    [[nodiscard]] bool hasDuplicates() const;
};

/// Runs the issuing transaction of every request, one statement at a time, in a random order of the
/// virtual users. `trouble` is the chance that a statement ends in contention, and a commit in a
/// lost answer.
SimulatedRun simulate(const Scenario &scenario, Visibility visibility, double trouble,
                      std::mt19937 &random);

} // namespace stampede
