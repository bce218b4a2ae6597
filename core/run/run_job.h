// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/database_host.h"
#include "load/load_engine.h"
#include "record/run_record.h"

#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>

namespace stampede {

class DatabaseLock;
class RunJournal;

/// The phases of a run, in their order.
enum class Phase
{
    Prepare,
    WarmUp,
    Run,
    Settle,
    Audit,
    Report
};

/// What a job tells while it goes on. Called in the job's thread; each may be empty.
struct RunHooks
{
    std::function<void(int)> round; ///< from 1, before anything of it
    std::function<void(Phase)> phase;
    std::function<void(const QString &)> message;      ///< a step of the preparation
    std::function<void(const Prediction &)> predicted; ///< before the load begins
    /// Coupons before the load, where the database and not the scenario says it.
    std::function<void(std::int64_t)> stock;
    /// The engine, to be sampled; null when the load is over. The engine lives until the null.
    std::function<void(LoadEngine *)> engine;
    std::function<void(int, int)> auditProgress; ///< checks made, of how many
    /// While it settles: what is waited for, several times a second.
    std::function<void(const QString &)> waiting;
};

/// How a run may be ended.
struct RunStop
{
    std::stop_token end; ///< ends the load early; what ran is audited
    std::stop_token now; ///< ends everything early; nothing is audited any more
};

/// Makes a whole run, all its rounds, each with the seed of the one before plus one. Blocks; one
/// job thread. The service's log is appended to the file `serviceLog`, or kept in a private one for
/// the run. With a journal each round is written along there; when makeRun() returns, the journal
/// of the last one is still there. The result is the record of the round with the worst verdict
/// (the first of them), also of a run that was ended early or violated, or the fault that kept one
/// from being made.
Result<RunRecord, RunError> makeRun(const Scenario &scenario, DatabaseHost &host,
                                    const RunStop &stop, const RunHooks &hooks,
                                    const QString &serviceLog = {}, RunJournal *journal = nullptr);

/// Connections that a run of that scenario needs beside the server's own.
int connectionsNeeded(const Scenario &scenario);

} // namespace stampede
