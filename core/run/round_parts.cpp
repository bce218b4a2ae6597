// SPDX-License-Identifier: MIT
#include "run/round_parts.h"

#include "base/clock.h"
#include "diagnosis/diagnosis.h"
#include "record/history_frame.h"
#include "record/run_figures.h"
#include "record/threshold_figures.h"
#include "run/host_resources.h"
#include "run/limit_watch.h"
#include "run/open_files.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QThread>

#include <algorithm>
#include <utility>

namespace stampede {

namespace {

LatencyTable tableOf(const LatencyByOutcome &latency)
{
    LatencyTable table;
    table.all = figuresOf(latency.all);
    for (const Outcome outcome : kAllOutcomes) {
        table.byOutcome[indexOf(outcome)] = figuresOf(latency.byOutcome[indexOf(outcome)]);
    }
    return table;
}

} // namespace

QString newRunId()
{
    const quint64 random = QRandomGenerator::system()->generate64();
    return QStringLiteral("%1").arg(random & 0xFFFF'FFFF'FFFFULL, 12, 16, QLatin1Char('0'));
}

Failure<RunError> databaseFault(const QString &what, const SqlError &error)
{
    return Failure{RunError{
        ExitCode::Unreachable,
        JobText::tr("%1: %2 (error %3).").arg(what, error.message, QString::number(error.code)),
        {},
        FaultKind::Database}};
}

Result<std::unique_ptr<DatabaseLock>, RunError> lockDatabase(const ConnectionSettings &settings,
                                                             const QList<DatabaseLock::Part> &parts,
                                                             DatabaseLock::Watcher watcher)
{
    auto lock = DatabaseLock::take(settings, parts, std::move(watcher));
    if (!lock) {
        return Failure{RunError{ExitCode::Unreachable, lock.error(), {}, FaultKind::Database}};
    }
    return std::move(lock).value();
}

Result<void, RunError> keepLocked(std::unique_ptr<DatabaseLock> &lock,
                                  const ConnectionSettings &settings,
                                  const QList<DatabaseLock::Part> &parts)
{
    if (lock && lock->check()) {
        return {};
    }
    lock.reset();
    auto taken = lockDatabase(settings, parts);
    if (!taken) {
        return Failure{taken.error()};
    }
    lock = std::move(taken).value();
    return {};
}

void tellLock(DatabaseLock *lock, RunRecord &record)
{
    if (lock == nullptr) {
        return;
    }
    const auto held = lock->check();
    record.environment.remarks += lock->remarks();
    if (held) {
        return;
    }
    record.audit.reset();
    if (record.auditError.isEmpty()) {
        record.auditError =
            JobText::tr("Somebody else may have written while the run went on: its lock on the "
                        "database was lost. %1")
                .arg(held.error());
    }
}

Result<void, RunError> fitsThisMachine(const Scenario &scenario, int connections)
{
    if (const auto files = checkOpenFiles(connections); !files) {
        RunError fault{ExitCode::Unreachable, files.error(), {}};
        fault.command = allowFilesCommand(connections);
        return Failure{fault};
    }
    if (const auto room = checkResources(resourcesNeeded(scenario), resourcesOfThisHost()); !room) {
        return Failure{RunError{ExitCode::Unreachable, room.error(), {}}};
    }
    return {};
}

RunError connectFault(const std::string &error)
{
    return {ExitCode::Unreachable,
            JobText::tr("Not every virtual user could connect: %1. Nothing was sent.")
                .arg(QString::fromStdString(error)),
            {}};
}

StartingState startingStateOf(const Scenario &scenario)
{
    const std::int64_t nowMs = QDateTime::currentMSecsSinceEpoch();
    StartingState state;
    state.couponName = scenario.coupon.name;
    state.discountPercent = scenario.coupon.discountPercent;
    state.stock = scenario.coupon.stock;
    state.startsAtUs = scenario.coupon.startsAt.epochMs(nowMs) * 1000;
    state.endsAtUs = scenario.coupon.endsAt.epochMs(nowMs) * 1000;
    state.users = scenario.users.count;
    state.balance = scenario.users.balance;
    state.uniqueKey = scenario.service.layers.uniqueKey;
    return state;
}

Result<LoadResult, std::string> runWatched(LoadEngine &engine, RunRecord &record,
                                           const RunStop &stop, const RunHooks &hooks)
{
    if (hooks.engine) {
        hooks.engine(&engine);
    }
    LimitWatch watch(record.scenario.thresholds, engine, stop.end);
    auto loaded = engine.run(watch.token());
    record.endedByLimit = watch.missed();
    if (hooks.engine) {
        hooks.engine(nullptr);
    }
    return loaded;
}

void takeLoad(RunRecord &record, LoadResult &load)
{
    record.finishedAt = QDateTime::currentDateTimeUtc();
    const std::int64_t sinceStartNs = monotonicNs() - load.startedAtNs;
    record.startedAt = record.finishedAt.addMSecs(-sinceStartNs / kNsPerMs);
    record.endedEarly = load.stoppedEarly;
    record.history = std::make_shared<const std::vector<Operation>>(std::move(load.history));
}

Prediction predictionForAsked(std::span<const Operation> history, const QDateTime &startedAt,
                              const Scenario &scenario, const ServerFacts &facts)
{
    std::vector<const Operation *> byRequest;
    byRequest.reserve(history.size());
    std::int64_t undecided = 0;
    for (const Operation &operation : history) {
        byRequest.push_back(&operation);
        undecided += isDefinite(operation.outcome) ? 0 : 1;
    }
    std::sort(byRequest.begin(), byRequest.end(),
              [](const auto *a, const auto *b) { return a->request < b->request; });
    std::vector<std::int64_t> users;
    users.reserve(byRequest.size());
    for (const Operation *operation : byRequest) {
        users.push_back(operation->user);
    }
    return predictAsked(scenario, startedAt.toMSecsSinceEpoch(), users, undecided, facts);
}

SettleStop::SettleStop(const RunStop &stop)
    : m_now(stop.now, Pass{m_source})
    , m_end(stop.end.stop_requested() ? std::stop_token() : stop.end, Pass{m_source})
{}

QString laterAuditCommand(const RunRecord &record)
{
    return QStringLiteral("stampede-cli audit --run ") + record.shortId();
}

void judgeRecord(RunRecord &record, const LatencySummary &latency)
{
    record.finishedAt = QDateTime::currentDateTimeUtc();
    record.loadTester = loadTesterView(record, *record.history);
    record.thresholds = judgeThresholds(record, latency);
    record.diagnosis = diagnosisOf(record);
    record.historySha256 = fingerprintOfHistory(record);
    record.verdict = verdictOf(record);
}

LatencySummary fillFromLoad(RunRecord &record, const LoadResult &load, std::int64_t initialStock)
{
    const std::vector<Operation> &history = *record.history;
    record.outcomes = countOutcomes(history);
    if (record.scenario.target.kind == TargetKind::Http) {
        record.statuses = countStatuses(history);
    }
    for (const Operation &operation : history) {
        ++record.unknownReasons[static_cast<std::size_t>(operation.reason)];
        record.retries += operation.attempts > 1 ? operation.attempts - 1 : 0;
    }
    LatencySummary latency = summariseLatency(history);
    record.service = tableOf(latency.service);
    record.response = tableOf(latency.response);
    record.timeline =
        buildTimeline(history, load.lengthNs, record.scenario.followsStock() ? initialStock : -1,
                      record.scenario.load.timeout.count());

    const double seconds = static_cast<double>(load.lengthNs) / static_cast<double>(kNsPerSecond);
    // What no rule matched is an answer all the same.
    const auto answers =
        static_cast<double>(record.outcomes.total() - record.outcomes.of(Outcome::Unknown) -
                            record.outcomes.of(Outcome::NotSent) -
                            record.outcomes.of(Outcome::Interrupted)) +
        static_cast<double>(record.notRecognised());
    record.throughput.durationSeconds = seconds;
    if (seconds > 0) {
        record.throughput.answersPerSecond = answers / seconds;
        record.throughput.issuedPerSecond =
            static_cast<double>(record.outcomes.of(Outcome::Issued)) / seconds;
    }
    record.generator.cpuSeconds = load.cpuSeconds;
    record.generator.processors = QThread::idealThreadCount();
    if (!history.empty()) {
        record.generator.cpuUsPerRequest =
            load.cpuSeconds * 1e6 / static_cast<double>(history.size());
    }
    record.generator.latenessP99Us = load.lateness.percentile(99) / kNsPerUs;
    record.generator.dropped = static_cast<std::int64_t>(load.dropped);
    record.generator.unsentAtStop = static_cast<std::int64_t>(load.unsentAtStop);
    record.generator.rateChanges = load.rateChanges;
    judgeGenerator(record);
    return latency;
}

} // namespace stampede
