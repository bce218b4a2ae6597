// SPDX-License-Identifier: MIT
#pragma once

#include "audit/audit_facts.h"
#include "record/check_result.h"

namespace stampede {

/// The checks that ask for evidence beside rows and answers: was the row lock seen at work, does
/// the service's own log tell the same?
QList<CheckResult> checkEvidence(const AuditFacts &facts);

} // namespace stampede
