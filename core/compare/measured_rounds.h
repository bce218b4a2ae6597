// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <vector>

namespace stampede {

/// The rounds of a run; of a run with a single one, that one, with its latencies and rates only.
std::vector<RoundFigures> measuredRounds(const RunRecord &run);

} // namespace stampede
