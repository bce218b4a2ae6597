#pragma once

#include "audit/audit.h"
#include "measure/operation.h"

#include <cstdint>
#include <optional>
#include <span>

namespace stampede {

/// Judges the answers of a run where nobody can see rows: more people told "issued" than there were
/// coupons (where their number is known), and people told so more than once. Every other check is
/// skipped and says why. Needs no database. `people` names those whom the history has as numbers.
AuditReport auditAnswers(std::span<const Operation> history, std::optional<std::int64_t> stock,
                         const PersonDirectory &people = {});

} // namespace stampede
