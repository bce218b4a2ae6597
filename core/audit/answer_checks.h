// SPDX-License-Identifier: MIT
#pragma once

#include "audit/audit_facts.h"
#include "record/check_result.h"

#include <QList>

namespace stampede {

/// The checks of class answers: was anybody told something that the rows contradict? One result
/// each, in the order of the interface.
QList<CheckResult> checkAnswers(const AuditFacts &facts);

} // namespace stampede
