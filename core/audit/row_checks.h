// SPDX-License-Identifier: MIT
#pragma once

#include "audit/audit_facts.h"
#include "record/check_result.h"

#include <QList>

#include <optional>

namespace stampede {

/// The checks of class damage ask whether the rows are right, whatever anybody was told. One result
/// each, in the order of the interface, all of them even after one fails.
QList<CheckResult> checkStock(const AuditFacts &facts, Snapshot &snapshot);
QList<CheckResult> checkHolders(const AuditFacts &facts, Snapshot &snapshot);

/// The rows whose campaign does not exist, of every coupon; nothing where the tables do not tell.
/// What it finds before a run belongs to the start of its rows, under its id.
std::optional<OwnCheck> rowsWithoutCampaign(const TableLayout &layout);

/// Whether a unique key over person and coupon stands guard.
CheckResult checkUniqueKey(const AuditFacts &facts, Snapshot &snapshot);

} // namespace stampede
