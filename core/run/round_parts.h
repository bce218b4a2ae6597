// SPDX-License-Identifier: MIT
#pragma once
// What every round of a run does alike, whatever is attacked.

#include "database/database_host.h"
#include "database/database_lock.h"
#include "database/schema.h"
#include "database/sql_error.h"
#include "load/load_engine.h"
#include "measure/latency_summary.h"
#include "record/run_record.h"
#include "run/run_job.h"

#include <QCoreApplication>
#include <QString>

#include <chrono>
#include <memory>
#include <span>
#include <stop_token>
#include <string>

namespace stampede {

/// What a statement that reads the rows of an audit may take.
inline constexpr std::chrono::milliseconds kRowsWithin{30'000};

/// The translation context of what a run says while it is made.
struct JobText
{
    Q_DECLARE_TR_FUNCTIONS(JobText)
};

/// 12 hexadecimal digits.
QString newRunId();

/// What went wrong at the database, as a fault that names it.
Failure<RunError> databaseFault(const QString &what, const SqlError &error);
/// Takes the database for this program, or says who has it (Unreachable); nothing has been touched
/// then. See DatabaseLock.
Result<std::unique_ptr<DatabaseLock>, RunError> lockDatabase(const ConnectionSettings &settings,
                                                             const QList<DatabaseLock::Part> &parts,
                                                             DatabaseLock::Watcher watcher = {});
/// The same where `lock` does not hold it already, as in the second round of a run.
Result<void, RunError> keepLocked(std::unique_ptr<DatabaseLock> &lock,
                                  const ConnectionSettings &settings,
                                  const QList<DatabaseLock::Part> &parts);
/// After the audit: where the database was not ours alone all the time the audit is taken out of
/// the record, which says so. `lock` may be null.
void tellLock(DatabaseLock *lock, RunRecord &record);
/// Whether this machine can hold the run: open files for that many connections, threads, memory,
/// disk.
Result<void, RunError> fitsThisMachine(const Scenario &scenario, int connections);
/// Why no load could begin.
RunError connectFault(const std::string &error);

/// What the tables of ours have to hold when that scenario begins now.
StartingState startingStateOf(const Scenario &scenario);

/// Runs the load, shown through the hooks, ended by `stop` or by a limit, which the record keeps.
Result<LoadResult, std::string> runWatched(LoadEngine &engine, RunRecord &record,
                                           const RunStop &stop, const RunHooks &hooks);

/// Takes history, times and how it ended out of a load that has just ended.
void takeLoad(RunRecord &record, LoadResult &load);

/// What must come out of the requests of a history, by invokedNs, of a run that began then.
Prediction predictionForAsked(std::span<const Operation> history, const QDateTime &startedAt,
                              const Scenario &scenario, const ServerFacts &facts);

/// What ends the settling of a run: `now`, and an `end` that comes while it settles. One that ended
/// the load does not, as what ran is audited.
class SettleStop
{
public:
    explicit SettleStop(const RunStop &stop);
    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    struct Pass
    {
        std::stop_source &to;
        void operator()() const { to.request_stop(); }
    };
    std::stop_source m_source;
    std::stop_callback<Pass> m_now;
    std::stop_callback<Pass> m_end;
};

/// The command that audits a kept run once more.
QString laterAuditCommand(const RunRecord &record);

/// Fills in what follows from everything else: limits, diagnosis, fingerprint, verdict.
void judgeRecord(RunRecord &record, const LatencySummary &latency);

/// Fills in what follows from the history and the load alone: outcomes, reasons, latency,
/// throughput, time line, retries, generator. `initialStock`: −1 where it is not known. The history
/// stands in the record. Gives back the full histograms, for limits on percentiles of any kind.
LatencySummary fillFromLoad(RunRecord &record, const LoadResult &load, std::int64_t initialStock);

} // namespace stampede
