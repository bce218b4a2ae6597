// SPDX-License-Identifier: MIT
#include "compare/measured_rounds.h"

namespace stampede {

std::vector<RoundFigures> measuredRounds(const RunRecord &run)
{
    if (!run.allRounds.empty()) {
        return run.allRounds;
    }
    RoundFigures only;
    only.service = run.service;
    only.throughput = run.throughput;
    return {only};
}

} // namespace stampede
