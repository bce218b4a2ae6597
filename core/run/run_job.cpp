// SPDX-License-Identifier: MIT
#include "run/run_job.h"

#include "audit/audit.h"
#include "base/cpu_time.h"
#include "database/ownership.h"
#include "database/schema.h"
#include "database/server_counters.h"
#include "faults/fault_ground.h"
#include "faults/fault_injector.h"
#include "faults/fault_proxy.h"
#include "issuance/in_process_target.h"
#include "load/engine.h"
#include "record/run_figures.h"
#include "run/load_plan_of.h"
#include "run/round.h"
#include "run/round_parts.h"
#include "run/run_evidence.h"
#include "run/run_journal.h"
#include "run/service_round.h"
#include "text/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>
#include <utility>

namespace stampede {

namespace {

constexpr int kSpareConnections = 20;

/// The server's counters, with its processor time where its process is known (not 0).
Result<ServerCounters, SqlError> countersNow(Connection &connection, qint64 serverProcess)
{
    auto counters = readServerCounters(connection);
    const auto seconds = processCpuSeconds(static_cast<pid_t>(serverProcess));
    if (counters && seconds) {
        counters.value().cpuUs = std::llround(*seconds * 1e6);
    }
    return counters;
}

QString notPrepared()
{
    return JobText::tr("The tables could not be prepared");
}

/// A round against the service in this program.
class OwnRound : public Round
{
public:
    OwnRound(const Scenario &scenario, const RoundTools &tools, const QString &serviceLog)
        : Round(scenario, tools)
    {
        m_record.logFile = serviceLog;
    }

private:
    Result<void, RunError> prepare() override;
    Result<void, RunError> load() override;
    void audit() override;

    Result<void, RunError> prepareDatabase();
    Result<void, RunError> warmUp();
    void probeServer();
    /// After faults: the connection of before may be dead.
    void connectAgain();
    void readCounters(const Result<ServerCounters, SqlError> &before, qint64 serverProcess);
    AuditInput auditInput(const SettleResult &settled) const;

    ConnectionSettings m_settings;
    std::unique_ptr<Connection> m_connection;
    StartingState m_start;
    ServerFacts m_serverFacts;
    std::vector<qint64> m_connectionIds;
    RunEvidence m_evidence;
};

Result<void, RunError> OwnRound::prepare()
{
    if (auto opened = m_evidence.openLog(m_record.logFile); !opened) {
        return Failure{RunError{ExitCode::Usage, opened.error(), {}}};
    }
    if (auto may = mayMakeFaults(scenario(), m_host); !may) {
        return may;
    }
    const int connections = connectionsNeeded(scenario());
    if (auto fits = fitsThisMachine(scenario(), connections); !fits) {
        return fits;
    }
    auto settings = m_host.open(connections, m_hooks.message);
    if (!settings) {
        return Failure{settings.error()};
    }
    m_settings = std::move(settings).value();
    m_settings.comesBack = !scenario().faults.isEmpty();
    auto connection = Connection::open(m_settings);
    if (!connection) {
        return databaseFault(JobText::tr("The database cannot be reached"), connection.error());
    }
    m_connection = std::move(connection).value();
    if (auto alone =
            keepLocked(m_lock, m_settings, {DatabaseLock::Part::Work, DatabaseLock::Part::Service});
        !alone) {
        return alone;
    }
    if (auto done = prepareDatabase(); !done) {
        return done;
    }
    probeServer();
    return {};
}

Result<void, RunError> OwnRound::prepareDatabase()
{
    if (auto ours = claimDatabase(*m_connection, m_host.databaseName()); !ours) {
        return Failure{RunError{ExitCode::Unreachable, ours.error(), {}, FaultKind::ForeignTables}};
    }
    if (auto warm = warmUp(); !warm) {
        return warm;
    }
    m_start = startingStateOf(scenario());
    m_start.madeFor = m_record.id;
    auto coupon = prepareTables(*m_connection, m_start);
    if (!coupon) {
        return databaseFault(notPrepared(), coupon.error());
    }
    m_record.coupon = coupon.value();
    if (const auto kept = makeDurable(scenario(), *m_connection); !kept) {
        return databaseFault(notPrepared(), kept.error());
    }
    auto server = describeServer(*m_connection);
    if (!server) {
        return databaseFault(JobText::tr("The server could not be asked about itself"),
                             server.error());
    }
    m_record.environment.database = std::move(server).value();
    m_record.environment.databaseUrl = m_host.url().display();
    m_record.environment.remarks += m_host.remarksOn(m_record.environment.database);
    m_record.environment.host = describeMachine();
    return {};
}

/// Lets the crowd ask for a coupon of its own that is always on sale, and forgets all about it.
Result<void, RunError> OwnRound::warmUp()
{
    constexpr std::int64_t kPlenty = 1'000'000'000;
    constexpr std::int64_t kUsPerDay = kMsPerDay * 1000;
    if (scenario().warmup <= Duration::zero() || m_stop.end.stop_requested()) {
        return {};
    }
    enter(Phase::WarmUp);
    StartingState state = startingStateOf(scenario());
    const std::int64_t nowUs = QDateTime::currentMSecsSinceEpoch() * 1000;
    state.stock = kPlenty;
    state.startsAtUs = nowUs - kUsPerDay;
    state.endsAtUs = nowUs + kUsPerDay;
    const auto coupon = prepareTables(*m_connection, state);
    if (!coupon) {
        return databaseFault(notPrepared(), coupon.error());
    }
    InProcessTarget target(m_settings, scenario().service, coupon.value(),
                           scenario().load.timeout.count(), scenario().mostVus());
    const auto loaded = Engine(warmUpPlanOf(scenario()), target).run(m_stop.end);
    return loaded ? Result<void, RunError>() : Failure{connectFault(loaded.error())};
}

void OwnRound::probeServer()
{
    if (!scenario().service.layers.rowLock) {
        const SnapshotIsolation found = probeSnapshotIsolation(*m_connection);
        m_serverFacts.snapshotIsolationForced = found.isOn && !found.canBeOff;
        if (found.isOn && found.canBeOff) {
            m_record.environment.remarks
                << JobText::tr("innodb_snapshot_isolation was ON and was switched OFF for the "
                               "sessions of this run, as the row lock is off.");
        }
    }
    if (scenario().service.pause > Duration::zero()) {
        m_record.environment.remarks << JobText::tr("Pause between reading and writing: %1.")
                                            .arg(text::duration(scenario().service.pause.count()));
    }
    predicted(predict(scenario(), QDateTime::currentMSecsSinceEpoch(), m_serverFacts));
}

Result<void, RunError> OwnRound::load()
{
    enter(Phase::Run);
    const PrivateServer *server = m_host.privateServer();
    const qint64 serverProcess = server != nullptr ? server->processId() : 0;
    const auto before = countersNow(*m_connection, serverProcess);
    m_evidence.beforeLoad(*m_connection);
    const auto relay = FaultProxy::toDatabase(scenario(), m_settings);
    if (!relay) {
        return Failure{RunError{ExitCode::Unreachable, relay.error(), {}}};
    }
    InProcessTarget target(relay.value().through(m_settings), scenario().service, m_record.coupon,
                           scenario().load.timeout.count(), scenario().mostVus(), m_evidence.log());
    Engine engine(loadPlanOf(scenario()), target);
    const JournalScope journal(m_journal, m_record,
                               {m_start.stock, m_start.startsAtUs, m_start.endsAtUs}, m_host);
    journal.join(engine);
    FaultInjector director(scenario().faults,
                           {m_host.privateServer(), relay.value().relay(), m_settings,
                            scenario().seed, [&target] { return target.currentConnectionIds(); }},
                           m_stop.end);
    director.join(engine);
    auto loaded = runWatched(engine, m_record, {director.token(), m_stop.now}, m_hooks);
    if (!loaded) {
        return Failure{connectFault(loaded.error())};
    }
    LoadResult &load = loaded.value();
    takeLoad(m_record, load);
    journal.tell(m_record);
    m_connectionIds = target.connectionIds();
    m_record.faults = director.faults();
    if (!m_record.faults.empty()) {
        connectAgain();
    }
    if (m_connection) {
        readCounters(before, serverProcess);
        m_evidence.afterLoad(*m_connection, target);
    }
    const RowQuestion row{*m_record.history, scenario().service.layers.rowLock, m_start.stock};
    m_record.hotRow = summariseRow(row, drawRow(row));
    m_latency = fillFromLoad(m_record, load, m_start.stock);
    m_record.logLines = m_evidence.lastLines();
    return {};
}

void OwnRound::connectAgain()
{
    m_connection.reset();
    auto connection = Connection::open(m_settings);
    if (connection) {
        m_connection = std::move(connection).value();
        return;
    }
    m_record.auditError = JobText::tr("After the faults the database cannot be reached: %1.")
                              .arg(connection.error().message);
    const auto last = std::find_if(m_record.faults.rbegin(), m_record.faults.rend(),
                                   [](const InjectedFault &fault) { return fault.beganNs; });
    if (last != m_record.faults.rend() && last->failure.isEmpty()) {
        last->failure = m_record.auditError;
    }
}

/// Once more until nothing changes: a server adds up what a connection did a moment after it
/// closed.
Result<ServerCounters, SqlError> settledCounters(Connection &connection, qint64 serverProcess)
{
    constexpr int kMostReads = 50;
    constexpr int kSameReads = 3;
    auto counters = countersNow(connection, serverProcess);
    for (int reads = 1, same = 1; counters && same < kSameReads && reads < kMostReads; ++reads) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        auto later = countersNow(connection, serverProcess);
        const bool isSame = later && later.value().commits == counters.value().commits &&
                            later.value().rollbacks == counters.value().rollbacks;
        same = isSame ? same + 1 : 1;
        counters = std::move(later);
    }
    return counters;
}

void OwnRound::readCounters(const Result<ServerCounters, SqlError> &before, qint64 serverProcess)
{
    const auto after = settledCounters(*m_connection, serverProcess);
    if (!before || !after) {
        return;
    }
    const bool isAnother = m_record.countersBeganAnew();
    m_record.counters = isAnother ? after.value() : after.value().since(before.value());
    if (isAnother) {
        m_record.environment.remarks
            << JobText::tr("The server was started again during the load: what it counts of "
                           "deadlocks, lock waits and commits begins with that start.");
    }
}

AuditInput OwnRound::auditInput(const SettleResult &settled) const
{
    AuditInput input;
    input.coupon = m_record.coupon;
    input.initialStock = m_start.stock;
    input.startsAtUs = m_start.startsAtUs;
    input.endsAtUs = m_start.endsAtUs;
    input.history = *m_record.history;
    input.uniqueKeyExpected = m_start.uniqueKey;
    input.endedEarly = m_record.endedEarly;
    input.precedence = precedenceOf(scenario().service);
    input.settled = settled;
    input.layout = TableLayout::own();
    input.log = m_evidence.ofLog();
    input.lock = m_evidence.ofLock(scenario().service);
    input.predictedForAsked =
        predictionForAsked(*m_record.history, m_record.startedAt, scenario(), m_serverFacts);
    return input;
}

void OwnRound::audit()
{
    if (!m_connection) {
        return;
    }
    enter(Phase::Settle);
    SettleOrder order;
    order.layout = TableLayout::own();
    order.coupon = m_record.coupon;
    order.limits = SettleLimits::of(true);
    order.ownConnections = m_connectionIds;
    order.tell = m_hooks.waiting;
    const SettleStop ends(m_stop);
    const SettleResult settled = Settler(*m_connection, std::move(order)).untilRest(ends.token());
    enter(Phase::Audit);
    const AuditInput input = auditInput(settled);
    m_record.logCounts = input.log.counts;
    if (input.lock.reads) {
        m_record.lockingReads = input.lock.reads->count;
    }
    auto report = runAudit(*m_connection, input, m_hooks.auditProgress);
    if (report) {
        m_record.audit = std::move(report).value();
    } else {
        m_record.auditError =
            JobText::tr("The database could not be read: %1.").arg(report.error().message);
    }
}

} // namespace

int connectionsNeeded(const Scenario &scenario)
{
    return scenario.mostVus() + kSpareConnections;
}

Result<RunRecord, RunError> makeRound(const Scenario &scenario, const RoundTools &tools,
                                      const QString &serviceLog)
{
    return scenario.target.kind == TargetKind::Http ? makeServiceRound(scenario, tools)
                                                    : OwnRound(scenario, tools, serviceLog).make();
}

} // namespace stampede
