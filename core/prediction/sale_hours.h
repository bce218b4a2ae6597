// SPDX-License-Identifier: MIT
#pragma once

#include "prediction/prediction.h"

namespace stampede {

/// Whether anybody said when the sale of that service is open. Of somebody else's service only
/// its tables do; where they do not, "outside the sale" is predicted to be anything. Any thread.
[[nodiscard]] bool knowsSaleHours(const Scenario &scenario, const PredictedService &service);

} // namespace stampede
