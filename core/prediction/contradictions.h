// SPDX-License-Identifier: MIT
#pragma once

#include "prediction/prediction.h"
#include "scenario/scenario.h"

#include <QStringList>

namespace stampede {

/// Whether the scenario's limits name exact figures (`count==N`) of answers.
bool givesFigures(const Scenario &scenario);

/// Figures that cannot all be true: those that the limits name exactly, held against what must come
/// out of the scenario and against each other. One sentence a pair: "'one user' and '12
/// issued' exclude each other: one person can be issued this coupon once."
QStringList contradictions(const Scenario &scenario, const Prediction &prediction);

} // namespace stampede
