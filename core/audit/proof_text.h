// SPDX-License-Identifier: MIT
#pragma once

#include "audit/audit_facts.h"
#include "record/check_result.h"

#include <QString>

namespace stampede {

/// The sentence that proves a broken check by names and times; empty where its explanation says it
/// all. Times are seconds from the start of the load.
QString proofOf(const AuditFacts &facts, const CheckResult &check);

/// Why "already issued" was told when the stock had gone, for a service that looks at the stock
/// first.
QString proofOfLateHolder(const AuditFacts &facts);

} // namespace stampede
