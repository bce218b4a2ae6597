#include "run/database_audit.h"

#include "audit/audit_at_rest.h"
#include "database/account_rights.h"
#include "run/round_parts.h"
#include "run/run_figures.h"

#include <QCoreApplication>

namespace stampede {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseAudit)
};

Failure<RunFault> unreadable(const QString &what, const SqlError &error)
{
    return Failure{RunFault{ExitCode::Unreachable,
                            QStringLiteral("%1: %2.").arg(what, error.message),
                            {},
                            FaultKind::Database}};
}

/// One audit on its way. Members are filled in from step to step.
class Job
{
public:
    Job(DatabaseHost &host, const DatabaseAuditOrder &order, const DatabaseAuditHooks &hooks)
        : m_host(host)
        , m_order(order)
        , m_hooks(hooks)
    {}

    Result<DatabaseAudit, RunFault> make()
    {
        m_audit.hasRun = m_order.history.has_value();
        m_audit.source = m_order.profile ? m_order.profile->name : QString();
        m_audit.record.version = QCoreApplication::applicationVersion();
        m_audit.record.startedAt = QDateTime::currentDateTimeUtc();
        if (auto done = connect(); !done) {
            return Failure{done.error()};
        }
        if (auto done = fit(); !done) {
            return Failure{done.error()};
        }
        if (auto done = audit(); !done) {
            return Failure{done.error()};
        }
        if (m_lock) {
            if (auto alone = m_lock->check(); !alone) {
                return Failure{RunFault{
                    ExitCode::Inconclusive,
                    Text::tr("The audit lost its lock on the database, and somebody else may have "
                             "written while it read. %1")
                        .arg(alone.error()),
                    {},
                    FaultKind::Database}};
            }
            m_audit.record.environment.remarks += m_lock->remarks();
        }
        m_audit.record.finishedAt = QDateTime::currentDateTimeUtc();
        return std::move(m_audit);
    }

private:
    Result<void, RunFault> connect();
    void describeAccount();
    Result<void, RunFault> fit();
    Result<void, RunFault> audit();
    [[nodiscard]] AuditInput input() const;
    [[nodiscard]] SettleOrder settling() const;
    Result<AuditReport, SqlError> auditOnce(const SettleResult &settled);

    DatabaseHost &m_host;
    const DatabaseAuditOrder &m_order;
    const DatabaseAuditHooks &m_hooks;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<DatabaseLock> m_lock; ///< while the tables are ours
    ProfileFit m_fit;
    DatabaseAudit m_audit;
};

Result<void, RunFault> Job::connect()
{
    auto settings = m_host.open(1, m_hooks.message);
    if (!settings) {
        return Failure{settings.error()};
    }
    auto connection = Connection::open(settings.value());
    if (!connection) {
        return unreadable(Text::tr("The database cannot be reached"), connection.error());
    }
    m_connection = std::move(connection).value();
    if (!m_order.profile) { // tables of ours; of somebody else's nothing is held or locked
        auto lock = lockDatabase(settings.value(), {DatabaseLock::Part::Work});
        if (!lock) {
            return Failure{lock.error()};
        }
        m_lock = std::move(lock).value();
    }
    auto server = describeServer(*m_connection);
    if (!server) {
        return unreadable(Text::tr("The server could not be asked about itself"), server.error());
    }
    RunEnvironment &environment = m_audit.record.environment;
    environment.database = std::move(server).value();
    environment.databaseUrl = m_host.url().display();
    environment.host = describeMachine();
    describeAccount();
    if (auto only = m_connection->readOnlyFromNow(m_order.statementLimit); !only) {
        return unreadable(Text::tr("The connection could not be made one that only reads"),
                          only.error());
    }
    return {};
}

void Job::describeAccount()
{
    if (m_host.url().kind == DatabaseUrl::Kind::Managed) {
        return; // our own private server
    }
    QStringList &remarks = m_audit.record.environment.remarks;
    const auto rights = writingRights(*m_connection, m_host.databaseName());
    if (!rights) {
        remarks << Text::tr("Whether this account may write could not be found out (%1).")
                       .arg(rights.error().message);
    } else if (!rights.value().isEmpty()) {
        remarks << Text::tr("This account may write (%1). The audit does not, and an account with "
                            "SELECT only would do.")
                       .arg(rights.value().mid(0, 5).join(QStringLiteral(", ")) +
                            (rights.value().size() > 5 ? QStringLiteral(", …") : QString()));
    }
}

Result<void, RunFault> Job::fit()
{
    FitWish wish{.coupon = m_order.coupon, .hasRun = m_audit.hasRun};
    if (m_order.history) {
        wish.people = m_order.history->people;
        wish.inTable = m_order.history->inTable;
    }
    auto fitted = m_order.profile ? fitProfile(*m_connection, *m_order.profile, wish)
                                  : fitOwnTables(*m_connection, wish);
    if (!fitted) {
        return unreadable(Text::tr("The tables could not be looked up"), fitted.error());
    }
    m_fit = std::move(fitted).value();
    if (m_order.history && !m_order.history->id.isEmpty()) {
        m_fit.layout.requestIdPrefix = m_order.history->id + QLatin1Char('-');
    }
    m_audit.couponName = m_fit.couponName;
    m_audit.plan = m_fit.plan;
    if (!m_fit.faults.isEmpty()) {
        if (m_order.profile && m_hooks.planned) {
            m_hooks.planned(m_fit);
        }
        return Failure{RunFault{m_order.profile || !m_order.coupon.isEmpty()
                                    ? ExitCode::Scenario
                                    : ExitCode::Unreachable,
                                m_fit.faults.join(QLatin1Char('\n')),
                                {},
                                FaultKind::Database}};
    }
    if (m_hooks.planned) {
        m_hooks.planned(m_fit);
    }
    return {};
}

AuditInput Job::input() const
{
    AuditInput input;
    input.coupon = m_fit.coupon;
    input.couponName = m_order.profile ? m_fit.couponName : QString();
    input.hasRun = m_audit.hasRun;
    input.hasScenario = false;
    input.layout = m_fit.layout;
    if (m_order.profile) {
        input.ownChecks = m_order.profile->checks;
        input.rules = m_fit.rules;
    }
    if (m_order.history) {
        input.initialStock = m_order.history->facts.stock;
        input.holdersBefore = m_order.history->facts.holdersBefore;
        input.history = m_order.history->operations;
        input.quantities = m_order.history->quantities;
        input.precedence = m_order.history->facts.precedence;
    }
    return input;
}

/// Takes from the snapshot what no run has told. A column that is NULL for this coupon is as good
/// as missing.
void readStart(AuditInput &input, const Snapshot &snapshot)
{
    input.startsAtUs = snapshot.startsAtUs().value_or(AuditInput::kNoStart);
    input.endsAtUs =
        snapshot.endsAtUs() ? *snapshot.endsAtUs() + input.layout.endReachesUs : AuditInput::kNoEnd;
    if (!snapshot.couponThere()) {
        return;
    }
    input.rules.unlimited = snapshot.unlimited();
    input.layout = snapshot.readableLayout();
    const auto dropNull = [](QString &column, const std::optional<std::int64_t> &value) {
        if (!value) {
            column.clear();
        }
    };
    dropNull(input.layout.remaining, snapshot.remaining());
    dropNull(input.layout.issuedCounter, snapshot.issuedCounter());
    dropNull(input.layout.total, snapshot.total());
    if (input.hasRun) {
        return;
    }
    if (snapshot.total()) {
        input.initialStock = *snapshot.total();
    } else if (snapshot.remaining() && snapshot.issuedCounter()) {
        input.initialStock = *snapshot.remaining() + *snapshot.issuedCounter();
    }
}

SettleOrder Job::settling() const
{
    SettleOrder order;
    order.layout = m_fit.layout;
    order.coupon = m_fit.coupon;
    order.limits = SettleLimits::of(!m_order.profile, m_order.settle);
    if (m_order.history) {
        order.loadStartedMs = m_order.history->startedMs;
        order.history = m_order.history->operations;
        order.holdersBefore = m_order.history->facts.holdersBefore;
    }
    order.later = m_order.later;
    order.tell = m_hooks.waiting;
    return order;
}

Result<AuditReport, SqlError> Job::auditOnce(const SettleResult &settled)
{
    AuditInput input = this->input();
    input.settled = settled;
    auto snapshot = Snapshot::take(*m_connection, input.layout, input.coupon);
    if (!snapshot) {
        return Failure{snapshot.error()};
    }
    readStart(input, snapshot.value());
    return auditSnapshot(snapshot.value(), input, m_hooks.progress);
}

Result<void, RunFault> Job::audit()
{
    RestfulAudit order;
    order.confirm = m_order.profile.has_value();
    order.audit = [this](const SettleResult &settled) { return auditOnce(settled); };
    Settler settler(*m_connection, settling());
    auto report = auditAtRest(settler, order, m_hooks.stop);
    if (!report) {
        return unreadable(Text::tr("The rows could not be read"), report.error());
    }
    RunRecord &record = m_audit.record;
    record.audit = std::move(report).value();
    record.coupon = m_fit.coupon;
    if (m_order.history) {
        record.outcomes = countOutcomes(m_order.history->operations);
        auto statuses = countStatuses(m_order.history->operations);
        record.statuses = statuses && !statuses->empty() ? std::move(statuses) : std::nullopt;
        record.loadTester = loadTesterView(record, m_order.history->operations);
    }
    switch (record.audit->verdict) {
    case AuditVerdict::Held:
        record.verdict = RunVerdict::Pass;
        break;
    case AuditVerdict::Broken:
        record.verdict = RunVerdict::Violation;
        break;
    case AuditVerdict::Undecided:
        record.verdict = RunVerdict::Inconclusive;
        break;
    }
    return {};
}

} // namespace

Result<DatabaseAudit, RunFault> auditDatabase(DatabaseHost &host, const DatabaseAuditOrder &order,
                                              const DatabaseAuditHooks &hooks)
{
    return Job(host, order, hooks).make();
}

ExitCode exitCodeOf(const DatabaseAudit &audit)
{
    return exitCodeOf(audit.record.audit->verdict);
}

ExitCode exitCodeOf(AuditVerdict verdict)
{
    switch (verdict) {
    case AuditVerdict::Held:
        return ExitCode::Success;
    case AuditVerdict::Broken:
        return ExitCode::Violation;
    case AuditVerdict::Undecided:
        return ExitCode::Inconclusive;
    }
    return ExitCode::Internal;
}

} // namespace stampede
