// SPDX-License-Identifier: MIT
#pragma once

#include "measure/latency_summary.h"
#include "record/run_record.h"

#include <optional>

namespace stampede {

/// What limits are judged by, at the end of a run or while it goes on.
struct LimitFacts
{
    const OutcomeCounts &outcomes;
    double seconds = 0;      ///< since the start of the load
    bool speedCounts = true; ///< false where the generator was the bottleneck
    const Histogram &service;
    const Histogram &response;
    const AuditReport *audit = nullptr; ///< null where there is none, or not yet
};

/// A limit's figure: has the run measured it at all, and what is it?
struct LimitFigure
{
    bool measurable = true;
    std::optional<double> value; ///< nothing: no sample. Latency in ms.
};

LimitFigure limitFigure(const Threshold &threshold, const LimitFacts &facts);

/// Whether a limit is missed for certain while more answers may come: a number of something can
/// only grow, a share or a latency is taken as it is. Never for a figure without a sample.
bool isMissedAlready(const Threshold &threshold, const LimitFacts &facts);

/// Judges every limit of the scenario by the figures of the run. Latency is in ms. A figure that
/// the run does not have (no audit; speed of a generator that was the bottleneck) fails its limit;
/// so does the limit that ended the load, whatever came after.
QList<ThresholdOutcome> judgeThresholds(const RunRecord &record, const LatencySummary &latency);

} // namespace stampede
