// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "record/run_record.h"
#include "scenario/threshold.h"

#include <QList>
#include <QString>

namespace stampede {

/// The limits that a run of earlier sets for the same scenario, so that what has become worse fails
/// as a limit does: service time at p50, p95 and p99, requests a second and issued a second. Each
/// lies beyond the mean over the baseline's rounds by a margin in the direction of worse: three
/// times the standard deviation of the rounds, at least kLeastMarginPercent; with fewer than three
/// rounds nobody knows how much of a difference is noise, and it is kUntestedMarginPercent. The
/// error says why the run sets none. Pure; any thread.
Result<QList<Threshold>, QString> baselineLimits(const RunRecord &baseline);

inline constexpr double kLeastMarginPercent = 10;
inline constexpr double kUntestedMarginPercent = 25;

} // namespace stampede
