// SPDX-License-Identifier: MIT
#pragma once

#include "load/load_plan.h"
#include "scenario/scenario.h"

namespace stampede {

/// What the engine has to do for that scenario.
LoadPlan loadPlanOf(const Scenario &scenario);

/// The same crowd at its usual pace for as long as the scenario warms up: as many virtual users, or
/// the mean rate of an open model.
LoadPlan warmUpPlanOf(const Scenario &scenario);

} // namespace stampede
