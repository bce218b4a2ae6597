// SPDX-License-Identifier: MIT
#include "run/other_run.h"

#include "base/clock.h"
#include "measure/histogram.h"
#include "run/database_audit.h"
#include "run/imported_record.h"
#include "run/round_parts.h"
#include "text/number_text.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <array>
#include <atomic>
#include <cerrno>
#include <system_error>

#include <poll.h>
#include <unistd.h>

namespace stampede {

namespace {

/// How often a stop is looked for while nothing comes.
constexpr int kPollMs = 100;
/// After a stop: whoever was stopped with us writes out what they have. Not longer than that.
constexpr int kQuietAfterStopMs = 300;
constexpr std::int64_t kMostAfterStopNs = 3 * kNsPerSecond;

/// The results of the other tool, as a load that somebody else makes.
class AttachedLoad final : public LoadEngine
{
public:
    explicit AttachedLoad(const OtherRunOrder &order)
        : m_order(order)
    {}

    Result<LoadResult, std::string> run(const std::stop_token &stop) override
    {
        m_startedNs = monotonicNs();
        m_running = true;
        ImportWatch watch;
        watch.taken = [this](const Operation &operation) { take(operation); };
        watch.words = [this](const QString &line) { takeWords(line); };
        m_imported.emplace(importStream(
            m_order.results,
            [this, &stop](char *to, std::size_t size) { return read(to, size, stop); }, watch,
            [this] { return m_endedEarly; }));
        m_endedNs = monotonicNs();
        m_running = false;
        LoadResult load;
        load.startedAtNs = m_startedNs;
        load.stoppedEarly = m_stopped;
        return load;
    }

    [[nodiscard]] LiveSnapshot live() const override
    {
        LiveSnapshot now;
        const std::int64_t startedNs = m_startedNs;
        const std::int64_t endedNs = m_endedNs;
        now.elapsedNs = startedNs == 0 ? 0 : (endedNs > 0 ? endedNs : monotonicNs()) - startedNs;
        now.loadRunning = m_running;
        for (std::size_t i = 0; i < kOutcomeCount; ++i) {
            now.outcomes.byOutcome[i] = m_counts[i];
        }
        const Histogram issued = m_issued.snapshot();
        now.issuedP50Ns = issued.percentile(50);
        now.issuedP95Ns = issued.percentile(95);
        now.issuedP99Ns = issued.percentile(99);
        return now;
    }
    [[nodiscard]] LiveLatency liveLatency() const override
    {
        return {m_all.snapshot(), m_all.snapshot()};
    }
    [[nodiscard]] int opened() const noexcept override { return 0; }
    bool setRate(double /*perSecond*/) override { return false; }

    /// After run().
    [[nodiscard]] Result<ImportedRun, QStringList> takeImported()
    {
        auto run = std::move(*m_imported);
        if (run) {
            ImportedRun &imported = run.value();
            imported.tool.sourceSha256 = m_hash.result().toHex().toStdString();
            if (m_interrupted > 0) {
                imported.tool.incomplete = true;
                imported.remarks << text::plural(
                                        m_interrupted,
                                        JobText::tr("%1 iteration was interrupted by the tool: a "
                                                    "request of it may be missing."),
                                        JobText::tr("%1 iterations were interrupted by the tool: "
                                                    "requests of theirs may be missing."))
                                        .arg(text::count(m_interrupted));
            }
        }
        return run;
    }

private:
    void take(const Operation &operation)
    {
        ++m_counts[indexOf(operation.outcome)];
        if (operation.returnedNs != Operation::kNoAnswer && operation.invokedNs > 0) {
            const std::int64_t ns = operation.returnedNs - operation.invokedNs;
            m_all.record(ns);
            if (operation.outcome == Outcome::Issued) {
                m_issued.record(ns);
            }
        }
    }

    /// k6 says at its end how many of its iterations it interrupted.
    void takeWords(const QString &line)
    {
        static const QRegularExpression kInterrupted(
            QStringLiteral("complete and ([0-9]+) interrupted iterations"));
        const auto match = kInterrupted.match(line);
        m_interrupted = match.hasMatch() ? match.captured(1).toLongLong() : m_interrupted;
        if (m_order.words) {
            m_order.words(line);
        }
    }

    std::ptrdiff_t read(char *to, std::size_t size, const std::stop_token &stop)
    {
        for (;;) {
            if (stop.stop_requested() && !m_stopped) {
                m_stopped = true;
                m_stoppedNs = monotonicNs();
                m_endedEarly = JobText::tr("reading was ended while the run went on; requests that "
                                           "were under way are missing");
            }
            if (m_stopped && monotonicNs() - m_stoppedNs > kMostAfterStopNs) {
                return 0;
            }
            pollfd input{m_order.descriptor, POLLIN, 0};
            const int ready = ::poll(&input, 1, m_stopped ? kQuietAfterStopMs : kPollMs);
            if (ready < 0 && errno != EINTR) {
                return failed();
            }
            if (ready == 0 && m_stopped) {
                return 0;
            }
            if (ready <= 0) {
                continue;
            }
            const ssize_t got = ::read(m_order.descriptor, to, size);
            if (got < 0 && errno != EINTR && errno != EAGAIN) {
                return failed();
            }
            if (got >= 0) {
                m_hash.addData(QByteArrayView(to, got));
                m_endsWithLine = got == 0 ? m_endsWithLine : to[got - 1] == '\n';
                if (got == 0 && !m_endsWithLine && m_endedEarly.isEmpty()) {
                    m_endedEarly = JobText::tr("it ended in the middle of a line: what the tool "
                                               "had still to say is missing");
                }
                return got;
            }
        }
    }

    std::ptrdiff_t failed()
    {
        m_endedEarly = JobText::tr("it could not be read on: %1")
                           .arg(QString::fromStdString(std::generic_category().message(errno)));
        return 0;
    }

    const OtherRunOrder &m_order;
    std::atomic<std::int64_t> m_startedNs = 0;
    std::atomic<std::int64_t> m_endedNs = 0;
    std::atomic<bool> m_running = false;
    std::array<std::atomic<std::uint64_t>, kOutcomeCount> m_counts{};
    SharedHistogram m_issued;
    SharedHistogram m_all;
    std::optional<Result<ImportedRun, QStringList>> m_imported;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QString m_endedEarly; ///< why what came is not all
    bool m_endsWithLine = true;
    bool m_stopped = false;
    std::int64_t m_stoppedNs = 0;
    std::int64_t m_interrupted = 0;
};

/// A run of another tool that is joined. Members are filled in from step to step.
class JudgedRun
{
public:
    JudgedRun(const OtherRunOrder &order, DatabaseHost &host, const RunHooks &hooks,
              const RunStop &stop)
        : m_order(order)
        , m_host(host)
        , m_hooks(hooks)
        , m_stop(stop)
    {
        m_audit.profile = order.profile;
        m_audit.settle = order.settle;
        m_audit.before = order.before;
        m_audit.beforeFile = order.beforeFile;
        m_audit.stock = order.stock;
        m_audit.later = order.later;
        m_watched.scenario = order.scenario;
    }

    Result<RunRecord, RunError> make()
    {
        enter(Phase::Prepare);
        if (auto begun = readStart(); !begun) {
            return Failure{begun.error()};
        }
        enter(Phase::Run);
        auto run = load();
        if (!run) {
            return Failure{run.error()};
        }
        return judge(std::move(run).value());
    }

private:
    void enter(Phase phase) const
    {
        if (m_hooks.phase) {
            m_hooks.phase(phase);
        }
    }

    [[nodiscard]] DatabaseAuditHooks auditHooks() const
    {
        DatabaseAuditHooks hooks;
        hooks.message = m_hooks.message;
        hooks.waiting = m_hooks.waiting;
        return hooks;
    }

    /// What is there before the first request, unless somebody looked earlier.
    Result<void, RunError> readStart()
    {
        if (m_audit.before.empty() && m_order.descriptor >= 0) {
            auto taken = snapshotDatabase(m_host, m_audit, auditHooks());
            if (!taken) {
                return Failure{taken.error()};
            }
            auto parsed = startFilesIn(taken.value());
            if (!parsed) {
                return Failure{RunError{ExitCode::Internal, parsed.error(), {}}};
            }
            m_audit.before = std::move(parsed).value();
            m_audit.beforeFile = JobText::tr("as this program began");
            m_readHere = true;
        }
        const auto stock = m_audit.stock || m_audit.before.empty() ? m_audit.stock
                                                                   : m_audit.before.front().stock();
        if (stock && m_hooks.stock) {
            m_hooks.stock(*stock);
        }
        return {};
    }

    Result<OtherRun, RunError> load()
    {
        auto imported = m_order.descriptor < 0 ? importRun(m_order.results) : join();
        if (!imported) {
            return Failure{
                RunError{ExitCode::Scenario, imported.error().join(QLatin1Char('\n')), {}}};
        }
        const auto stock = m_order.stock || !m_audit.before.empty() ? m_order.stock
                                                                    : stockSaidBy(m_order.scenario);
        return otherRunOf(std::move(imported).value(), m_order.scenario, stock);
    }

    Result<ImportedRun, QStringList> join()
    {
        AttachedLoad load(m_order);
        auto loaded = runWatched(load, m_watched, m_stop, m_hooks);
        m_watched.endedEarly = loaded && loaded.value().stoppedEarly;
        return load.takeImported();
    }

    /// A snapshot that was taken when requests were already under way says nothing of before.
    void judgeStart(OtherRun &run)
    {
        if (!m_readHere) {
            return;
        }
        const std::int64_t readByMs = m_audit.before.front().takenAt.toMSecsSinceEpoch() + 1;
        const std::int64_t firstMs = run.history.startedMs;
        if (firstMs >= readByMs) {
            return;
        }
        m_audit.before.clear();
        run.remarks << JobText::tr("The first request began before rows and stock were read: what "
                                   "was there before it is not known from that. Next time "
                                   "`stampede-cli audit --snapshot before.json` before the run, "
                                   "and --before before.json.");
    }

    Result<RunRecord, RunError> judge(OtherRun run)
    {
        if (!run.history.namesPeople) {
            return Failure{RunError{
                ExitCode::Scenario,
                JobText::tr("%1: no request names a person, so no answer can be held against the "
                            "rows. Where requests say who asks has to be named, and "
                            "`stampede-cli import recipe k6|jmeter|vegeta` prints what to add to "
                            "the script.")
                    .arg(m_order.results.path),
                {}}};
        }
        judgeStart(run);
        enter(Phase::Settle);
        m_audit.history = std::move(run.history);
        DatabaseAuditHooks hooks = auditHooks();
        const SettleStop ends(m_stop);
        hooks.stop = ends.token();
        bool isAuditing = false;
        hooks.progress = [this, &isAuditing](int done, int total) {
            if (!std::exchange(isAuditing, true)) {
                enter(Phase::Audit);
            }
            if (m_hooks.auditProgress) {
                m_hooks.auditProgress(done, total);
            }
        };
        auto audit = auditDatabase(m_host, m_audit, hooks);
        if (!audit) {
            return Failure{audit.error()};
        }
        run.history = std::move(*m_audit.history);
        enter(Phase::Report);
        RunRecord &record = audit.value().record;
        record.endedEarly = m_watched.endedEarly;
        record.endedByLimit = m_watched.endedByLimit;
        if (m_order.descriptor >= 0) {
            run.name = m_order.scenario.name;
        }
        record.environment.remarks << run.faults;
        completeImportedRecord(audit.value(), std::move(run), m_order.profileFile);
        return std::move(record);
    }

    const OtherRunOrder &m_order;
    DatabaseHost &m_host;
    const RunHooks &m_hooks;
    const RunStop &m_stop;
    DatabaseAuditOrder m_audit;
    RunRecord m_watched; ///< what the limits are watched by, and how the reading ended
    bool m_readHere = false;
};

} // namespace

Result<RunRecord, RunError> makeOtherRun(const OtherRunOrder &order, DatabaseHost &host,
                                         const RunHooks &hooks, const RunStop &stop)
{
    return JudgedRun(order, host, hooks, stop).make();
}

} // namespace stampede
