// SPDX-License-Identifier: MIT
#include "recovery/recovered_run.h"

#include "recovery/recovery_text.h"

#include "audit/answers_audit.h"
#include "base/clock.h"
#include "database/server_counters.h"
#include "issuance/in_process_target.h"
#include "record/fault_text.h"
#include "record/run_figures.h"
#include "run/round.h"
#include "run/round_parts.h"
#include "run/run_controller.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>

#include <algorithm>
#include <chrono>
#include <tuple>
#include <utility>

namespace stampede {

namespace {

/// How far the clocks of program and database may lie apart.
constexpr std::int64_t kClockToleranceMs = 1'000;

bool isBefore(const Operation &left, const Operation &right)
{
    return std::tie(left.invokedNs, left.request) < std::tie(right.invokedNs, right.request);
}

Operation unanswered(const BegunRequest &begun)
{
    Operation operation;
    operation.invokedNs = begun.invokedNs;
    operation.user = begun.user;
    operation.request = begun.request;
    operation.vu = begun.vu;
    operation.outcome = Outcome::Unknown;
    operation.reason = UnknownReason::Reset;
    return operation;
}

/// The rest of a round whose load is over, and whose program is gone.
class RecoveredRound : public Round
{
public:
    RecoveredRound(const UnfinishedRun &run, const RoundTools &tools)
        : Round(run.opening.scenario, tools)
        , m_run(run)
    {}

private:
    Result<void, RunError> prepare() override;
    Result<void, RunError> load() override { return {}; }
    void audit() override;

    Result<void, RunError> readTheJournal();
    void nameThePeople();
    Result<void, RunError> connect();
    SettleResult settle();
    void auditRows();
    void judgeAnswersOnly(const QString &why);
    void fill(std::vector<Operation> history);
    void tellWhatIsMissing(std::size_t lost);
    [[nodiscard]] bool isRunOf(const Snapshot &snapshot) const;
    [[nodiscard]] bool hasRows() const
    {
        return scenario().target.kind == TargetKind::InProcess ||
               scenario().target.audit.rows == TargetRows::Serve;
    }

    const UnfinishedRun &m_run;
    JournalContents m_journal;
    std::unique_ptr<Connection> m_connection;
};

Result<void, RunError> RecoveredRound::prepare()
{
    if (auto read = readTheJournal(); !read) {
        return read;
    }
    return hasRows() ? connect() : Result<void, RunError>();
}

void RecoveredRound::audit()
{
    if (hasRows()) {
        auditRows();
        return;
    }
    judgeAnswersOnly(scenario().target.audit.rows == TargetRows::Profile
                         ? RecoveryText::tr("The rows belong to somebody else's tables: `audit "
                                            "--profile` looks at them.")
                         : QString());
}

Result<void, RunError> RecoveredRound::readTheJournal()
{
    auto read = readJournal(QFile::encodeName(m_run.path).toStdString());
    if (!read) {
        return Failure{RunError{ExitCode::Scenario,
                                RecoveryText::tr("The journal %1 cannot be read: %2.")
                                    .arg(m_run.path, QString::fromStdString(read.error())),
                                {}}};
    }
    m_journal = std::move(read).value();
    const JournalOpening &opening = m_run.opening;
    m_record.id = opening.id;
    m_record.version = opening.version;
    m_record.scenario = opening.scenario;
    m_record.seed = opening.seed;
    m_record.coupon = opening.coupon;
    m_record.startedAt = QDateTime::fromMSecsSinceEpoch(opening.startedMs, Qt::UTC);
    m_record.endedEarly = true;
    m_record.cutOff = true;
    m_record.environment.databaseUrl = opening.database;
    m_record.environment.host = describeMachine();
    for (const BegunRequest &begun : m_journal.inFlight) {
        m_journal.ended.push_back(unanswered(begun));
    }
    std::sort(m_journal.ended.begin(), m_journal.ended.end(), isBefore);
    m_record.prediction = predict(m_record.scenario, opening.startedMs);
    nameThePeople();
    return {};
}

/// As they are called in the people's file, if that is still the one of the run.
void RecoveredRound::nameThePeople()
{
    const QByteArray &sha256 = m_run.opening.peopleSha256;
    if (sha256.isEmpty()) {
        return;
    }
    const PersonDirectory everybody(m_record.scenario.users.loaded.file);
    if (everybody.fingerprint() != sha256) {
        remark(RecoveryText::tr("The people's file %1 is not that of the run any more, so people "
                                "are called by numbers, in the order of the old one.")
                   .arg(m_record.scenario.users.path));
        return;
    }
    std::vector<std::int64_t> people;
    for (const Operation &operation : m_journal.ended) {
        people.push_back(operation.user);
    }
    auto named = PersonDirectory::of(
        std::move(people), [&everybody](std::int64_t person) { return everybody.nameOf(person); });
    m_record.people = named ? std::move(named).value() : everybody;
}

Result<void, RunError> RecoveredRound::connect()
{
    auto settings = m_host.open(1, m_hooks.message);
    if (!settings) {
        return Failure{settings.error()};
    }
    auto connection = Connection::open(settings.value());
    if (!connection) {
        return databaseFault(RecoveryText::tr("The database cannot be reached"),
                             connection.error());
    }
    m_connection = std::move(connection).value();
    auto lock = lockDatabase(settings.value(), {DatabaseLock::Part::Work});
    if (!lock) {
        return Failure{lock.error()};
    }
    m_lock = std::move(lock).value();
    auto server = describeServer(*m_connection);
    if (!server) {
        return databaseFault(RecoveryText::tr("The server could not be asked about itself"),
                             server.error());
    }
    m_record.environment.database = std::move(server).value();
    if (auto only = m_connection->readOnlyFromNow(kRowsWithin); !only) {
        return databaseFault(
            RecoveryText::tr("The connection could not be made one that only reads"), only.error());
    }
    return {};
}

/// Every preparation writes the moment of its start into the coupon.
bool RecoveredRound::isRunOf(const Snapshot &snapshot) const
{
    const RunStart &start = m_run.opening.start;
    return snapshot.couponThere() && snapshot.total() == start.stock &&
           snapshot.startsAtUs() == start.startsAtUs && snapshot.endsAtUs() == start.endsAtUs;
}

/// The service in this program ended with it; a `serve` may still be at work.
SettleResult RecoveredRound::settle()
{
    const TargetSettings &target = m_record.scenario.target;
    SettleOrder order;
    order.layout = TableLayout::own();
    order.coupon = m_record.coupon;
    order.limits = SettleLimits::of(true, target.audit.settle);
    if (target.kind == TargetKind::InProcess) {
        order.ownConnections.emplace();
    } else {
        order.history = m_journal.ended;
        order.loadStartedMs = m_run.opening.startedMs;
    }
    order.holdersBefore = m_run.opening.start.holdersBefore;
    order.tell = m_hooks.waiting;
    return Settler(*m_connection, std::move(order)).untilRest(std::stop_token());
}

void RecoveredRound::auditRows()
{
    enter(Phase::Settle);
    const TableLayout layout = TableLayout::own();
    AuditInput input;
    input.settled = settle();
    enter(Phase::Audit);
    auto taken = Snapshot::take(*m_connection, layout, m_record.coupon);
    if (!taken || !isRunOf(taken.value())) {
        judgeAnswersOnly(
            taken ? RecoveryText::tr("The database has been prepared for another run "
                                     "since, so that the rows of this one are gone.")
                  : RecoveryText::tr("The rows could not be read: %1.").arg(taken.error().message));
        return;
    }
    const RunStart &start = m_run.opening.start;
    std::vector<Operation> history = m_journal.ended;
    const auto lost = lostRequests(history, taken.value().rows(), m_journal, start);
    history.insert(history.end(), lost.begin(), lost.end());
    std::sort(history.begin(), history.end(), isBefore);
    tellWhatIsMissing(lost.size());
    fill(std::move(history));
    input.coupon = m_record.coupon;
    input.layout = layout;
    input.hasScenario = false; // what it would need besides is gone with the program
    input.initialStock = start.stock;
    input.holdersBefore = start.holdersBefore;
    input.startsAtUs = start.startsAtUs;
    input.endsAtUs = start.endsAtUs;
    input.history = *m_record.history;
    input.endedEarly = true;
    input.precedence = m_record.scenario.target.kind == TargetKind::InProcess
                           ? precedenceOf(m_record.scenario.service)
                           : Precedence::Any;
    m_record.audit = auditSnapshot(taken.value(), input, m_hooks.auditProgress);
}

void RecoveredRound::judgeAnswersOnly(const QString &why)
{
    if (!why.isEmpty()) {
        remark(why);
    }
    tellWhatIsMissing(0);
    fill(m_journal.ended);
    const bool stockKnown = m_record.scenario.knowsStock();
    m_record.audit = auditAnswers(
        *m_record.history, stockKnown ? std::optional(m_run.opening.start.stock) : std::nullopt,
        m_record.scenario, m_record.people);
}

void RecoveredRound::fill(std::vector<Operation> history)
{
    LoadResult load;
    load.lengthNs = m_journal.lastLookNs;
    for (const Operation &operation : history) {
        load.lengthNs = std::max({load.lengthNs, operation.returnedNs, operation.invokedNs});
    }
    m_record.history = std::make_shared<const std::vector<Operation>>(std::move(history));
    m_latency = fillFromLoad(m_record, load, m_run.opening.start.stock);
}

void RecoveredRound::tellWhatIsMissing(std::size_t lost)
{
    using text::count;
    for (const PlannedFault &fault : m_record.scenario.faults) {
        remark(RecoveryText::tr("Planned: %1 Whether it came the journal does not tell.")
                   .arg(plannedFaultSentence(fault)));
    }
    if (m_journal.losesNothing()) {
        remark(RecoveryText::tr("The program ended after the load and before the audit; the "
                                "journal has every answer."));
        return;
    }
    remark(RecoveryText::tr("The program ended while the load ran. The journal has the answers up "
                            "to %1; what began later is not known.")
               .arg(text::duration(m_journal.completeToNs)));
    const auto inFlight = static_cast<std::int64_t>(m_journal.inFlight.size());
    if (inFlight > 0 || lost > 0) {
        remark(RecoveryText::tr("Requests without a recorded answer: %1 in flight, and %2 that "
                                "only their rows tell of.")
                   .arg(count(inFlight), count(static_cast<std::int64_t>(lost))));
    }
    if (m_journal.damagedBlocks > 0) {
        remark(RecoveryText::tr("Blocks of the journal that could not be read: %1.")
                   .arg(count(static_cast<std::int64_t>(m_journal.damagedBlocks))));
    }
}

} // namespace

std::vector<Operation> lostRequests(const std::vector<Operation> &history,
                                    const std::vector<IssuedRow> &rows,
                                    const JournalContents &journal, const RunStart &start)
{
    if (journal.losesNothing()) {
        return {};
    }
    // For every person: rows that are there, less those that recorded requests may have made.
    QHash<std::int64_t, std::int64_t> explained;
    for (const std::int64_t holder : start.holdersBefore) {
        ++explained[holder];
    }
    std::uint32_t next = 0;
    for (const Operation &operation : history) {
        next = std::max(next, operation.request + 1);
        if (operation.outcome == Outcome::Issued || operation.outcome == Outcome::Unknown ||
            operation.outcome == Outcome::ServerError) {
            ++explained[operation.user];
        }
    }
    const std::int64_t completeMs =
        journal.lastLookEpochMs - (journal.lastLookNs - journal.completeToNs) / kNsPerMs;
    std::vector<Operation> lost;
    for (const IssuedRow &row : rows) {
        if (explained.value(row.user) > 0) {
            --explained[row.user];
            continue;
        }
        const bool isOld = row.issuedAtUs != IssuedRow::kNoTime &&
                           row.issuedAtUs / kNsPerUs < completeMs - kClockToleranceMs;
        if (!isOld) {
            lost.push_back(unanswered({journal.completeToNs, row.user, next++, 0}));
        }
    }
    return lost;
}

Result<RunRecord, RunError> recoverRun(const UnfinishedRun &run, DatabaseHost &current,
                                       const RunHooks &hooks)
{
    std::unique_ptr<DatabaseLock> lock;
    std::shared_ptr<StepMemory> noSteps; // nothing is sent any more
    const RunStop never;
    const PrivateServer *server = current.privateServer();
    if (server != nullptr && server->dataFolder() == run.opening.serverFolder) {
        return RecoveredRound(run, {current, never, hooks, nullptr, lock, 1, noSteps}).make();
    }
    const auto url = parseDatabaseUrl(run.opening.database);
    if (!url) {
        return Failure{RunError{ExitCode::Unreachable, url.error(), {}, FaultKind::Database}};
    }
    DatabaseHost own(url.value(), current.allowedHosts());
    own.useServerFolder(run.opening.serverFolder);
    return RecoveredRound(run, {own, never, hooks, nullptr, lock, 1, noSteps}).make();
}

void recover(RunController &controller, const UnfinishedRun &run)
{
    controller.start(
        run.opening.scenario,
        [run](DatabaseHost &host, const RunHooks &hooks, const RunStop & /*stop*/) {
            return recoverRun(run, host, hooks);
        },
        [run] { static_cast<void>(forgetUnfinishedRun(run)); });
}

} // namespace stampede
