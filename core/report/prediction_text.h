#pragma once

#include "scenario/prediction.h"
#include "scenario/scenario.h"

#include <QString>

namespace stampede {

/// "100", "10 to 100" or "0 or more".
QString rangeText(const Range &range);

/// What `predict` prints: the figures that must come out, possible damage, and the notes.
QString predictionText(const Scenario &scenario, const Prediction &prediction);

} // namespace stampede
