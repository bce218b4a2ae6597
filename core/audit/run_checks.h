// SPDX-License-Identifier: MIT
#pragma once

#include "audit/audit_facts.h"
#include "record/check_result.h"

namespace stampede {

/// The checks about the run itself: could anything be concluded, what became of requests without an
/// answer, did it come out as predicted, did the service fail by its own account?
/// Whether there are new rows and not one of them belongs to anybody who was asked: then rows and
/// people are called differently.
bool knowsNobody(const AuditFacts &facts);

QList<CheckResult> checkGround(const AuditFacts &facts);
QList<CheckResult> checkRun(const AuditFacts &facts);

} // namespace stampede
