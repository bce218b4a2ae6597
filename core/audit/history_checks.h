// SPDX-License-Identifier: MIT
#pragma once

#include "audit/audit_facts.h"
#include "record/check_result.h"

namespace stampede {

/// The checks about the whole history at once, docs/judging.md: was every refusal right at the
/// moment at which it was given, and is there one order of all requests that gives these answers?
/// `others` are the checks made before: where one of them is broken there is no such order.
QList<CheckResult> checkHistory(const AuditFacts &facts, const QList<CheckResult> &others);

} // namespace stampede
