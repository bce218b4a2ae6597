#pragma once

#include "measure/latency_summary.h"
#include "run/run_record.h"

namespace stampede {

/// Judges every limit of the scenario by the figures of the run. Latency is in ms. A figure that
/// the run does not have (no audit; speed of a generator that was the bottleneck) fails its limit.
QList<ThresholdOutcome> judgeThresholds(const RunRecord &record, const LatencySummary &latency);

} // namespace stampede
