// SPDX-License-Identifier: MIT
#pragma once

#include "prediction/prediction.h"
#include "scenario/scenario.h"

#include <QString>

namespace stampede {

/// What `predict` prints: the figures that must come out, possible damage, and the notes.
QString predictionText(const Scenario &scenario, const Prediction &prediction);

} // namespace stampede
