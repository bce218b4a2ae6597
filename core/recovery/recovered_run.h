// SPDX-License-Identifier: MIT
#pragma once
// recovery: runs whose program was gone before they were audited, from their journals.

#include "audit/audit.h"
#include "base/result.h"
#include "recovery/unfinished_runs.h"
#include "run/run_job.h"

namespace stampede {

class RunController;

/// Audits a run that was broken off, from its journal and its database, which is only read. A
/// private server is started again in the folder of the run, unless `current`, the host in use, has
/// it already; a database of somebody else is reached as the journal says. Requests in flight are
/// unknown. Of those that the journal lost, only the ones that took effect leave a trace: for each
/// row that no recorded request can have made, and that is young enough, a request of its person is
/// taken to have been asked and never answered. The record is that of a run that ended early, with
/// what was lost among its remarks. Blocks; one job thread.
Result<RunRecord, RunError> recoverRun(const UnfinishedRun &run, DatabaseHost &current,
                                       const RunHooks &hooks);

/// The same as the run of `controller`, which is idle; the journal goes when the run is kept.
void recover(RunController &controller, const UnfinishedRun &run);

/// What the journal does not hold and the rows show: a request without an answer for each such row.
/// `rows`: of the coupon. Sorted by invokedNs with `history`, which has the requests in flight.
std::vector<Operation> lostRequests(const std::vector<Operation> &history,
                                    const std::vector<IssuedRow> &rows,
                                    const JournalContents &journal, const RunStart &start);

} // namespace stampede
