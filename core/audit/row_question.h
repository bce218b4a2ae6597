// SPDX-License-Identifier: MIT
#pragma once

#include "audit/audit_facts.h"
#include "audit/snapshot.h"
#include "record/check_result.h"

#include <QList>

namespace stampede {

/// Where rows were found to be too many or too few, and their table has a column that looks as if
/// it said which rows count, or for how much, the first such finding asks whether it does.
void askWhichRowsCount(QList<CheckResult> &checks, const AuditFacts &facts, Snapshot &snapshot);

} // namespace stampede
