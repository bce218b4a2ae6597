// SPDX-License-Identifier: MIT
#pragma once

#include "interleave/interleave_job.h"
#include "report/report.h"

namespace stampede {

/// What came of one subject as a report: the answer, the shortest wrong order as lanes, the ways it
/// can happen. `better` as in interleavingsSentence(). Pure; any thread.
Report interleavingsReport(const InterleaveResult &result, const InterleaveResult *better);
/// A matrix as a report: a table a situation, protections down, isolation levels across.
Report interleavingsReport(const QList<InterleaveResult> &cells);

} // namespace stampede
