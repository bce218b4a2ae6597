// SPDX-License-Identifier: MIT
#pragma once

#include "audit/audit_facts.h"
#include "audit/snapshot.h"
#include "record/check_result.h"

#include <optional>

namespace stampede {

/// Holds every "not started" and "expired" of the run against the hours of the sale, as far as its
/// columns say them and the clocks of service and tool can be apart: by a minute, and where the
/// columns have no zone by that as well. Nothing where the input does not say when the run was.
std::optional<SaleAnswers> saleAnswers(const AuditInput &input, const Snapshot &snapshot);

/// Adds to the check of refusals what was found: broken where an answer denied an open sale, else a
/// sentence where nobody knows. Held, or left open, where there were no other refusals.
void judgeSaleAnswers(CheckResult &check, const AuditFacts &facts);

} // namespace stampede
