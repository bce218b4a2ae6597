// SPDX-License-Identifier: MIT
#pragma once

#include "audit/audit.h"
#include "measure/operation.h"
#include "scenario/scenario.h"

#include <cstdint>
#include <optional>
#include <span>

namespace stampede {

/// Judges the answers of a run where nobody can see rows: more pieces told "issued" than there were
/// in stock (where that is known), and people told so more often than users.perPerson allows.
/// Whether "out of stock" told before the answers gave out the stock, or figures that were not
/// predicted, accuse the service or what was said of it, answers cannot tell: these leave it open.
/// Every other check is skipped and says why. Needs no database; of a kept run without its people's
/// file pieces that stand in a column are not known. `people` names those whom the history has as
/// numbers; `predicted` are the bounds for the requests really made, null where there are none.
AuditReport auditAnswers(std::span<const Operation> history, std::optional<std::int64_t> stock,
                         const Scenario &scenario, const PersonDirectory &people = {},
                         const Prediction *predicted = nullptr);

} // namespace stampede
