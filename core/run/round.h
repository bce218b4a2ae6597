// SPDX-License-Identifier: MIT
#pragma once

#include "database/database_lock.h"
#include "measure/latency_summary.h"
#include "record/run_record.h"
#include "run/run_job.h"

#include <memory>

namespace stampede {

struct StepMemory;

/// What a round is made with; it goes on to the next one. All outlive the round.
struct RoundTools
{
    DatabaseHost &host;
    const RunStop &stop;
    const RunHooks &hooks;
    RunJournal *journal; ///< null where nothing is written along
    /// Keeps others from the tables of ours; taken where it is null.
    std::unique_ptr<DatabaseLock> &lock;
    int number = 1;
    /// What the steps of the run (target.steps, each "run") left behind; null before they were
    /// walked.
    std::shared_ptr<StepMemory> &stepsOfRun;
};

/// A round of a run on its way, whatever is attacked: the same phases in the same order. One job
/// thread; made once.
class Round
{
public:
    virtual ~Round() = default;
    Round(const Round &) = delete;
    Round &operator=(const Round &) = delete;

    /// Blocks. The record, or why no load could begin.
    Result<RunRecord, RunError> make();

protected:
    Round(const Scenario &scenario, const RoundTools &tools);

    /// Everything before the load, the prediction too.
    virtual Result<void, RunError> prepare() = 0;
    /// The load, until `m_latency` and the figures of the record are those of its history.
    virtual Result<void, RunError> load() = 0;
    /// Waits for rest and audits. Not called where the run was told to end now.
    virtual void audit() = 0;
    /// After audit(), called or not.
    virtual void afterAudit() {}

    void enter(Phase phase) const
    {
        if (m_hooks.phase) {
            m_hooks.phase(phase);
        }
    }
    /// Tells what must come out, and what can be said of the limits already.
    void predicted(Prediction prediction);
    void remark(const QString &text) { m_record.environment.remarks << text; }
    [[nodiscard]] const Scenario &scenario() const { return m_record.scenario; }

    DatabaseHost &m_host;
    const RunStop &m_stop;
    const RunHooks &m_hooks;
    RunJournal *m_journal; ///< may be null
    std::unique_ptr<DatabaseLock> &m_lock;
    std::shared_ptr<StepMemory> &m_stepsOfRun; ///< as of RoundTools
    RunRecord m_record;                        ///< filled in from phase to phase
    LatencySummary m_latency;
};

/// Makes one round, of the kind that the scenario's target asks for. As Round::make(); the
/// service's log, where it is ours, goes to the file `serviceLog`, or to a private one.
Result<RunRecord, RunError> makeRound(const Scenario &scenario, const RoundTools &tools,
                                      const QString &serviceLog);

} // namespace stampede
