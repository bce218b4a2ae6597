// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <vector>

namespace stampede {

/// What is kept of a round.
RoundFigures roundFiguresOf(const RunRecord &record);

/// Minimum, median and maximum over the rounds of: issued, issued and answers a second, and of all
/// answers the service and response time's p50, p95 and p99 in µs. Rounds without an answer have no
/// latency and are left out there.
std::vector<SpreadFigure> spreadOf(const std::vector<RoundFigures> &rounds);

} // namespace stampede
