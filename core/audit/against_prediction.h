// SPDX-License-Identifier: MIT
#pragma once

#include "measure/recorder.h"
#include "prediction/prediction.h"
#include "record/check_result.h"

#include <cstdint>
#include <optional>

namespace stampede {

/// What came of a run, and what was predicted for the requests that were made.
struct AgainstPrediction
{
    const Prediction &predicted;
    const OutcomeCounts &outcomes;
    std::optional<std::int64_t> left{}; ///< nothing where nobody knows, or not yet
    bool knowsHours = true; ///< of the sale; else nobody can say how many were rightly outside it
};

/// Holds what came to what was predicted: a pass, or a fail with the figures that lie outside.
/// What nobody knows is not compared. Any thread.
void holdToPrediction(CheckResult &check, const AgainstPrediction &order);

} // namespace stampede
