// SPDX-License-Identifier: MIT
#pragma once

#include "audit/snapshot.h"
#include "record/check_result.h"

#include <QList>

namespace stampede {

/// Gives the rows of all checks the ids of people and rows as the tables have them; the checks
/// themselves reckon with numbers. Own checks show their own columns and are left alone.
void nameCells(QList<CheckResult> &checks, const Snapshot &snapshot);

/// The same where there are no tables: people by what they are called.
void nameCells(QList<CheckResult> &checks, const PersonDirectory &people);

} // namespace stampede
