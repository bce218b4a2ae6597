// SPDX-License-Identifier: MIT
#pragma once

#include "audit/audit_facts.h"
#include "audit/snapshot.h"
#include "record/check_result.h"

#include <QList>

#include <cstdint>
#include <optional>
#include <vector>

namespace stampede {

/// What somebody else may have done to tables that are not ours, as far as no answer of the run and
/// no id of a request says otherwise: they took a coupon in the name of people who were asked for
/// too, or lowered the stock.
struct OtherWriters
{
    std::int64_t rows = 0;
    std::int64_t firstRow = 0; ///< id and person of the first of them
    std::int64_t firstUser = 0;
    std::int64_t pieces = 0; ///< gone from the stock, without a row or an answer
    /// The run as it would be with a request of theirs for each such row, and a stock without those
    /// pieces: its history is the one here.
    std::vector<Operation> history;
    AuditInput input;
};

/// Nothing where all rows and pieces are explained, or where nobody else can have written.
std::optional<OtherWriters> possibleWriters(const AuditFacts &facts);

/// Rows of people who were asked for, beyond what answers and ids of requests explain.
std::int64_t rowsUnexplained(const AuditFacts &facts);

/// Whether, where others of its report are broken, a check was not made because of them.
bool leansOnBroken(const CheckResult &check);

/// Takes back what `checks` call broken and what is not so if somebody else wrote that: `assumed`
/// are the same checks of others.input.
void leaveToOthers(QList<CheckResult> &checks, const QList<CheckResult> &assumed,
                   const OtherWriters &others, const AuditFacts &facts);

} // namespace stampede
