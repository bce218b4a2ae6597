// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/scenario_rules.h"

namespace stampede {

/// Contradictions between the target and the other settings. `given` and `faulty` as of
/// findContradictions().
std::vector<Contradiction> findTargetContradictions(const Scenario &scenario,
                                                    const QSet<QString> &given,
                                                    const QSet<QString> &faulty);

} // namespace stampede
