// SPDX-License-Identifier: MIT
#pragma once

#include "run/round.h"

namespace stampede {

/// Makes a round against a service over HTTP. As Round::make(); the service's log is its own
/// affair.
Result<RunRecord, RunError> makeServiceRound(const Scenario &scenario, const RoundTools &tools);

} // namespace stampede
