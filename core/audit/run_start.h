// SPDX-License-Identifier: MIT
#pragma once

#include "audit/audit_facts.h"
#include "audit/snapshot.h"
#include "record/check_result.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace stampede {

/// What can be found out afterwards of the tables as they were before a run of which nobody said
/// it.
struct RunStartFound
{
    enum class By
    {
        NoRows,  ///< there are none now
        Times,   ///< issuedAt tells the older rows
        Nothing, ///< no column says when rows were issued
        Unclear  ///< what it says cannot be held against the moments of the run
    };
    By by = By::Nothing;
    StartKnowledge known = StartKnowledge::Unknown;
    StartOfRows start;             ///< rows alone; of Unknown see favourableHolders()
    std::int64_t stock = 0;        ///< as far as `known` says
    std::int64_t olderRows = 0;    ///< with Times
    std::int64_t clockAheadUs = 0; ///< with Times: of the rows' clock before the tool's, about
};

/// `startedUs`: epoch, where the history's moments count from, by the clock of whoever made it.
/// `stock`: before the run, where somebody said it.
///
/// Rows of before are those that are older than the first request. How the two clocks stand to
/// each other is taken from people with one row who were told "issued" once: their row was written
/// while their request was under way. Where too few of them agree, the database's clock has to be
/// within a minute, and a wall clock of no zone within a day.
RunStartFound findRunStart(const Snapshot &snapshot, std::span<const Operation> history,
                           std::int64_t startedUs, std::optional<std::int64_t> stock);

/// Where nothing is known: for each person as many rows of before as accuse nobody, sorted.
std::vector<std::int64_t> favourableHolders(const Snapshot &snapshot,
                                            std::span<const Operation> history);

/// Of a history in which requests are missing: for each new row that none of its requests can have
/// made, one of its person, under way since the beginning and never answered.
std::vector<Operation> missingRequests(const Snapshot &snapshot, const AuditInput &input);

/// For each row whether it was written while a request of its person was under way, by its time and
/// as far as the clocks are known to agree; false where nobody knows. `startedUs`: epoch, 0 where
/// that is not known.
std::vector<bool> writtenWithinRequests(const Snapshot &snapshot,
                                        std::span<const Operation> history, std::int64_t startedUs);

/// Turns into *cannot tell* what rests on something before the run that is not known, and says what
/// would tell it.
void withdrawWhatStartDecides(QList<CheckResult> &checks, const AuditFacts &facts);

} // namespace stampede
