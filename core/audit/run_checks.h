#pragma once

#include "audit/audit_facts.h"
#include "audit/check_result.h"

namespace stampede {

/// The checks about the run itself: could anything be concluded, what became of requests without an
/// answer, did it come out as predicted, did the service fail by its own account?
QList<CheckResult> checkGround(const AuditFacts &facts);
QList<CheckResult> checkRun(const AuditFacts &facts);

} // namespace stampede
