// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.h"
#include "report/sweep_table.h"

namespace stampede {

/// A sweep as a report: the verdict of the worst run, issued a second of every combination as bars
/// with a mark where one was broken, the table, and how to see each run again. `scenario` is what
/// the sweep was started from. Pure; any thread.
Report sweepReport(const QString &scenario, const QList<SweptRun> &runs);

} // namespace stampede
