#pragma once

#include "run/run_job.h"

namespace stampede {

/// Makes a round against a service over HTTP. As makeRound(); the service's log is its own affair.
Result<RunRecord, RunError> makeServiceRound(const Scenario &scenario, DatabaseHost &host,
                                             const RunStop &stop, const RunHooks &hooks,
                                             RunJournal *journal,
                                             std::unique_ptr<DatabaseLock> &lock);

} // namespace stampede
