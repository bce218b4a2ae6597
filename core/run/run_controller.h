// SPDX-License-Identifier: MIT
#pragma once
// run: one scenario from preparing the database to the finished record; no widgets, both programs
// use it.

#include "base/result.h"
#include "database/database_host.h"
#include "record/keeping.h"
#include "run/background.h"
#include "run/live_violation.h"
#include "run/run_job.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace stampede {

/// What there is to see of a run that goes on, by value.
struct RunProgress
{
    Phase phase = Phase::Prepare;
    std::int64_t phaseSinceNs = 0; ///< monotonicNs() of its begin
    int round = 1;
    int rounds = 1;
    LiveSnapshot live;         ///< of the load, or its last state once it has ended
    std::int64_t planned = -1; ///< requests, −1 where only time ends the load
    int opened = 0;            ///< virtual users connected
    int auditDone = 0;
    int auditTotal = 0;
    QString waitingFor; ///< while it settles
    std::optional<Prediction> prediction;
    /// What is certainly wrong already, each kind once, as it was first seen.
    std::vector<LiveViolation> alarms;
};

/// Makes runs, one at a time, in a thread of its own. Belongs to the thread that made it; its
/// signals arrive there. Knows no widget.
class RunController final : public QObject
{
    Q_OBJECT

public:
    explicit RunController(std::shared_ptr<DatabaseHost> host, QObject *parent = nullptr);
    /// Ends a run that is going on, without an audit, and waits for it.
    ~RunController() override;

    /// Uses another database from the next run on. Only when none is going on. A private server of
    /// the old one is ended in the background.
    void setHost(std::shared_ptr<DatabaseHost> host);
    /// Connects to a database of somebody else in the background; looked() says what is there.
    void lookAt(DatabaseHost host);
    /// Appends the service's log to that file from the next run on.
    void setServiceLog(const QString &path) { m_serviceLog = path; }
    /// Called in the job's thread with every finished record, as the last step of its run. Its
    /// remarks are told with remarked(); the journal of a run that it did not keep stays. Only when
    /// none is going on.
    using Saver = std::function<Keeping(const RunRecord &)>;
    void setSaver(Saver saver) { m_saver = std::move(saver); }
    /// What the UI thread has used since the run began goes into its record. Without a call there
    /// is no window.
    void noteUiCost(double cpuSeconds, double longestStallMs);
    /// Runs are written along there from the next one on, until they are kept; see RunJournal. Only
    /// when none is going on.
    void setJournalFolder(const QString &folder) { m_journalFolder = folder; }
    [[nodiscard]] const QString &journalFolder() const { return m_journalFolder; }
    /// Begins a run. Only when none is going on.
    void start(const Scenario &scenario);
    /// A run that `make` makes instead, in the job's thread; `kept` is called there when the record
    /// has been kept. Only when none is going on.
    using Maker = std::function<Result<RunRecord, RunError>(DatabaseHost &, const RunHooks &,
                                                            const RunStop &)>;
    void start(const Scenario &scenario, Maker make, std::function<void()> kept);
    /// From now on so many requests a second. False where no open model runs.
    bool setRate(double perSecond);
    /// Ends the load early; what ran is audited.
    void stop();
    /// Ends everything early; nothing more is audited.
    void stopNow();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// A look at the run, any thread, any time.
    [[nodiscard]] RunProgress progress() const;
    /// The latest finished run, or the fault that kept it from being made; null before the first.
    [[nodiscard]] std::shared_ptr<const Result<RunRecord, RunError>> result() const
    {
        return m_result;
    }

Q_SIGNALS:
    void phaseChanged(stampede::Phase phase);
    void message(const QString &line);
    /// Something about keeping the run that a person has to know.
    void remarked(const QString &sentence);
    void finished();
    /// What lookAt() found, or why the database cannot be used.
    void looked(bool usable, const QString &sentence);

private:
    RunHooks hooks();
    /// From here on a run goes on. Returns its number.
    std::uint64_t begin(const Scenario &scenario);
    /// In the job's thread: the result goes to takeResult().
    void deliver(std::uint64_t generation, Result<RunRecord, RunError> made);
    void takeResult(std::uint64_t generation,
                    const std::shared_ptr<const Result<RunRecord, RunError>> &result);

    std::shared_ptr<DatabaseHost> m_host;
    std::shared_ptr<const Result<RunRecord, RunError>> m_result;
    QString m_serviceLog;
    QString m_journalFolder;
    Saver m_saver;
    bool m_running = false;
    std::uint64_t m_generation = 0; ///< a result of an older one is dropped
    std::stop_source m_end;
    std::stop_source m_now;

    /// Adds what the latest look proves. Under the mutex.
    void noteAlarms(const LiveSnapshot &live) const;

    /// Fills in what only this side knows, and keeps the record. In the job's thread.
    /// Whether the journal may go.
    bool finish(RunRecord &record, const Saver &saver);

    mutable std::mutex m_mutex;                        ///< guards all down to the engine
    std::optional<std::pair<double, double>> m_uiCost; ///< seconds of processor, longest stall, ms
    std::optional<std::int64_t> m_stock; ///< at the start of the run, where it is known
    bool m_ownService = true;            ///< nobody but the run can be using it
    bool m_alarmsProve = true;           ///< what is said while the run goes on proves something
    bool m_alarmsAreCertain = true;      ///< somebody said that no piece comes back
    std::optional<AskedQuantity> m_quantity; ///< of the run's requests
    mutable std::vector<LiveViolation> m_alarms;
    RunProgress m_progress;
    LoadEngine *m_engine = nullptr;

    using Look = std::pair<bool, QString>; ///< what looked() says
    Background<Look> m_looking;
    // Their ends wait for what they do, as a server would be left and a run would be lost else.
    QThreadPool m_retiring; ///< ends databases of earlier
    QThreadPool m_job;      ///< one at a time; last, so that it has ended before the rest goes
};

} // namespace stampede
