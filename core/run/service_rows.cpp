#include "run/service_rows.h"

#include "audit/answers_audit.h"
#include "audit/audit_at_rest.h"
#include "audit/own_checks.h"
#include "database/account_rights.h"
#include "database/ownership.h"
#include "database/schema.h"
#include "profile/profile_prediction.h"
#include "profile/profile_reader.h"
#include "run/round_parts.h"
#include "scenario/asked_quantity.h"
#include "scenario/user_picker.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <chrono>

namespace stampede {

namespace {

struct RowsText
{
    Q_DECLARE_TR_FUNCTIONS(ServiceRows)
};

Failure<RunFault> scenarioFault(const QString &text)
{
    return Failure{RunFault{ExitCode::Scenario, text, {}}};
}

/// How many pieces each request asked for, where rows stand for pieces.
void takeQuantities(AuditInput &input, const Scenario &scenario)
{
    if (input.layout.quantity.isEmpty()) {
        return;
    }
    const bool ofFile = scenario.users.pick == Pick::File && scenario.users.loaded.file;
    const UserPicker picker(scenario.users, scenario.seed);
    for (const Operation &operation : input.history) {
        const auto quantity =
            quantityOf(scenario, ofFile ? picker.rowOf(operation.request) : std::size_t{0});
        if (!quantity) {
            input.rules.quantityKnown = false;
            input.quantities.clear();
            return;
        }
        input.quantities.push_back(static_cast<std::uint32_t>(*quantity));
    }
}

} // namespace

ServiceRows::ServiceRows(RunRecord &record, DatabaseHost &host, std::unique_ptr<DatabaseLock> &lock)
    : m_record(record)
    , m_host(host)
    , m_lock(lock)
{}

QString ServiceRows::pathOf(const QString &file) const
{
    return QDir(scenario().target.folder.path).filePath(file);
}

Result<void, RunFault> ServiceRows::prepare(const std::function<void(const QString &)> &message)
{
    m_record.environment.host = describeMachine();
    switch (where().rows) {
    case TargetRows::None:
        if (scenario().knowsStock()) {
            m_stock = scenario().coupon.stock;
        }
        return {};
    case TargetRows::Serve:
        return prepareServe();
    case TargetRows::Profile:
        return prepareProfile(message);
    }
    return {};
}

Result<void, RunFault> ServiceRows::connect(DatabaseHost &host,
                                            const std::function<void(const QString &)> &message)
{
    auto settings = host.open(1, message);
    if (!settings) {
        return Failure{settings.error()};
    }
    auto connection = Connection::open(settings.value());
    if (!connection) {
        return databaseFault(RowsText::tr("The database cannot be reached"), connection.error());
    }
    m_connection = std::move(connection).value();
    m_settings = std::move(settings).value();
    auto server = describeServer(*m_connection);
    if (!server) {
        return databaseFault(RowsText::tr("The server could not be asked about itself"),
                             server.error());
    }
    m_record.environment.database = std::move(server).value();
    m_record.environment.databaseUrl = host.url().display();
    return {};
}

/// The run is the only one there, and a `serve` is.
Result<void, RunFault> ServiceRows::lockServe()
{
    if (auto alone = keepLocked(m_lock, m_settings, {DatabaseLock::Part::Work}); !alone) {
        return alone;
    }
    const auto served = DatabaseLock::isHeld(*m_connection, DatabaseLock::Part::Service);
    if (!served) {
        return databaseFault(RowsText::tr("The database cannot be reached"), served.error());
    }
    if (!served.value()) {
        return Failure{
            RunFault{ExitCode::Unreachable,
                     RowsText::tr("No `stampede-cli serve` works at the database %1, as "
                                  "target.audit \"serve\" says. Nothing was touched. Start it "
                                  "with this database, or name the database that it prints.")
                         .arg(m_host.databaseName()),
                     {},
                     FaultKind::Database}};
    }
    return {};
}

Result<void, RunFault> ServiceRows::claim(const std::function<void(const QString &)> &message)
{
    if (!areOurs()) {
        return {};
    }
    if (m_host.url().kind == DatabaseUrl::Kind::Managed) {
        return Failure{RunFault{ExitCode::Unreachable,
                                RowsText::tr("target.audit \"serve\" needs the database of that "
                                             "service: --database with the URL that `serve` prints "
                                             "when it starts."),
                                {},
                                FaultKind::Database}};
    }
    if (auto done = connect(m_host, message); !done) {
        return done;
    }
    if (auto locked = lockServe(); !locked) {
        return locked;
    }
    const auto contents = databaseContents(*m_connection, m_host.databaseName());
    if (!contents || contents.value() != DatabaseContents::Ours) {
        return Failure{RunFault{
            ExitCode::Unreachable,
            contents ? RowsText::tr("The database %1 is empty: no `serve` has prepared it.")
                           .arg(m_host.databaseName())
                     : contents.error(),
            {},
            FaultKind::Database}};
    }
    return {};
}

Result<void, RunFault> ServiceRows::prepareServe()
{
    m_record.coupon = CouponId{scenario().target.couponId.toLongLong()};
    const StartingState state = startingStateOf(scenario());
    const auto filled = refillTables(*m_connection, state, m_record.coupon);
    if (!filled) {
        return databaseFault(RowsText::tr("The rows could not be prepared"), filled.error());
    }
    if (!filled.value()) {
        return scenarioFault(
            RowsText::tr("%1: target.couponId: the database %2 has no coupon %3")
                .arg(scenario().name, m_host.databaseName(), scenario().target.couponId));
    }
    m_stock = state.stock;
    m_startsAtUs = state.startsAtUs;
    m_endsAtUs = state.endsAtUs;
    m_fit.layout = TableLayout::own();
    return {};
}

Result<void, RunFault>
ServiceRows::prepareProfile(const std::function<void(const QString &)> &message)
{
    const auto profile = loadProfile(pathOf(where().profile));
    if (!profile) {
        return scenarioFault(profile.error().join(QLatin1Char('\n')));
    }
    const auto url = parseDatabaseUrl(where().database);
    if (!url) {
        return scenarioFault(
            QStringLiteral("%1: target.audit.database: %2").arg(scenario().name, url.error()));
    }
    m_theirs.emplace(url.value(), m_host.allowedHosts());
    if (auto done = connect(*m_theirs, message); !done) {
        return done;
    }
    const auto rights = writingRights(*m_connection, m_theirs->databaseName());
    if (rights && !rights.value().isEmpty()) {
        m_record.environment.remarks
            << RowsText::tr("The account that reads the rows may write (%1). Stampede does not, "
                            "and an account with SELECT only would do.")
                   .arg(rights.value().mid(0, 5).join(QStringLiteral(", ")));
    }
    if (auto only = m_connection->readOnlyFromNow(kRowsWithin); !only) {
        return databaseFault(RowsText::tr("The connection could not be made one that only reads"),
                             only.error());
    }
    auto fitted = fitProfile(*m_connection, profile.value(),
                             {.coupon = {}, .hasRun = true, .file = scenario().users.loaded.file});
    if (!fitted) {
        return databaseFault(RowsText::tr("The tables could not be looked up"), fitted.error());
    }
    m_fit = std::move(fitted).value();
    if (!m_fit.faults.isEmpty()) {
        return scenarioFault(m_fit.faults.join(QLatin1Char('\n')));
    }
    m_fit.layout.requestIdPrefix = m_record.id + QLatin1Char('-');
    m_fit.layout.names = m_fit.layout.makeNames();
    m_ownChecks = profile.value().checks;
    m_precedence = profile.value().precedence;
    m_promised = predictedServiceOf(profile.value(), scenario());
    return readStart(profile.value());
}

/// What is there before the load is where the run begins.
Result<void, RunFault> ServiceRows::readStart(const Profile &profile)
{
    auto taken = Snapshot::take(*m_connection, m_fit.layout, m_fit.coupon);
    if (!taken) {
        return databaseFault(RowsText::tr("The rows could not be read"), taken.error());
    }
    const Snapshot &start = taken.value();
    m_fit.layout = start.readableLayout();
    auto held = std::make_shared<StartOfRows>(startOf(start));
    held->ownRows = ownRowsOf(profile.checks, taken.value());
    m_start = std::move(held);
    m_holdersBefore = m_start->holders;
    m_rules = m_fit.rules;
    m_rules.unlimited = start.unlimited();
    if (start.unlimited()) {
        m_stock.reset();
    } else if (start.remaining()) {
        m_stock = *start.remaining();
    } else if (start.total()) {
        m_stock = std::max<std::int64_t>(0, *start.total() - m_start->piecesInAll());
    } else {
        return scenarioFault(RowsText::tr("%1: stock: needs remaining or total, else nobody knows "
                                          "how many coupons there are before the run")
                                 .arg(profile.file) +
                             (m_fit.layout.unread.isEmpty()
                                  ? QString()
                                  : QStringLiteral(" (%1)").arg(m_fit.layout.unread)));
    }
    m_startsAtUs = start.startsAtUs().value_or(AuditInput::kNoStart);
    m_endsAtUs =
        start.endsAtUs() ? *start.endsAtUs() + m_fit.layout.endReachesUs : AuditInput::kNoEnd;
    if (m_stock) {
        m_record.scenario.coupon.stock = *m_stock;
    }
    return {};
}

ServerFacts ServiceRows::facts() const
{
    ServerFacts facts;
    facts.service = predictedServiceOf(scenario());
    if (m_promised) {
        facts.service = m_promised;
        facts.service->knowsHolders = true;
        facts.service->stock =
            m_stock ? PredictedService::Stock::Known : PredictedService::Stock::Unlimited;
        facts.holdersBefore = m_holdersBefore;
    }
    return facts;
}

void ServiceRows::beforeLoad()
{
    if (where().log) {
        const QFileInfo file(pathOf(where().log->file));
        m_logBegin = file.exists() ? file.size() : -1;
    }
    if (m_connection) {
        m_transactionsBefore = freshOpenTransactions(*m_connection);
        if (auto counters = readServerCounters(*m_connection)) {
            m_countersBefore = std::move(counters).value();
        }
    }
}

/// What got in each other's way at the whole server; commits of others say nothing of the run.
void ServiceRows::noteCounters()
{
    const auto after = readServerCounters(*m_connection);
    if (!after || !m_countersBefore) {
        return;
    }
    const ServerCounters during = after.value().since(*m_countersBefore);
    m_record.counters.deadlocks = during.deadlocks;
    m_record.counters.lockWaits = during.lockWaits;
    m_record.counters.lockWaitMs = during.lockWaitMs;
}

LogEvidence ServiceRows::ofLog() const
{
    LogEvidence evidence;
    if (!where().log) {
        evidence.unavailable = RowsText::tr(
            "The service runs elsewhere; target.audit.log would say where its log is.");
        return evidence;
    }
    const QString path = pathOf(where().log->file);
    if (QFileInfo(path).size() < m_logBegin) {
        evidence.unavailable =
            RowsText::tr("The log %1 is shorter than before the run; it was begun anew.").arg(path);
        evidence.incomplete = true;
        return evidence;
    }
    const LogPatterns patterns{where().log->issued, where().log->outOfStock,
                               where().log->blockedByKey};
    const auto counts = countLogLines(path, std::max<std::int64_t>(0, m_logBegin), patterns);
    if (counts) {
        evidence.counts = counts.value();
    } else {
        evidence.unavailable = counts.error();
    }
    return evidence;
}

void ServiceRows::tellApart(LoadPlan &plan)
{
    const std::shared_ptr<PersonNames> names = m_fit.layout.names;
    const qsizetype taken = names ? names->takenForOthers() : 0;
    if (taken == 0) {
        return;
    }
    m_record.environment.remarks
        << RowsText::tr("For the table, %1 of the people are the same as others (%2).")
               .arg(QString::number(taken), m_fit.layout.userCollation);
    plan.userOf = [names, userOf = plan.userOf](std::uint64_t request) {
        return names->takenFor(userOf(request));
    };
}

void ServiceRows::keepPeople()
{
    const PersonDirectory running = m_record.people;
    std::vector<std::int64_t> people;
    if (!running.areNumbers() && m_record.history) {
        for (const Operation &operation : *m_record.history) {
            people.push_back(operation.user);
        }
    }
    const PersonNames *names = m_fit.layout.names.get();
    if (names != nullptr && m_record.audit) {
        for (const auto *users : {&m_record.audit->rowUsers, &m_record.audit->holdersBefore}) {
            std::copy_if(users->begin(), users->end(), std::back_inserter(people),
                         [&](std::int64_t user) {
                             return user < 0 ? names->isStranger(user) : !running.areNumbers();
                         });
        }
    }
    auto named = PersonDirectory::of(people, [&](std::int64_t person) {
        return person < 0 ? names->nameOf(person) : running.nameOf(person);
    });
    m_record.people = named ? std::move(named).value() : running;
    const bool hasOwnTexts = m_fit.layout.people.lastNamed() > 0;
    if (hasOwnTexts && m_fit.layout.userFormat != QLatin1String("{userId}")) {
        for (const Operation &operation : *m_record.history) {
            people.push_back(operation.user);
        }
        auto inTable = PersonDirectory::of(std::move(people), [&](std::int64_t person) {
            return m_fit.layout.people.nameOf(person);
        });
        m_record.inTable = inTable ? std::move(inTable).value() : PersonDirectory();
    }
}

AuditInput ServiceRows::input() const
{
    AuditInput input;
    const bool isOurs = where().rows == TargetRows::Serve;
    input.coupon = isOurs ? m_record.coupon : m_fit.coupon;
    input.couponName = isOurs ? QString() : m_fit.couponName;
    input.layout = m_fit.layout;
    input.initialStock = m_stock.value_or(0);
    input.holdersBefore = m_holdersBefore;
    input.start = m_start;
    input.rules = m_rules;
    input.startsAtUs = m_startsAtUs;
    input.endsAtUs = m_endsAtUs;
    input.history = *m_record.history;
    takeQuantities(input, scenario());
    input.endedEarly = m_record.endedEarly;
    input.precedence = m_precedence;
    input.ownChecks = m_ownChecks;
    input.lock.unavailable =
        RowsText::tr("The service runs elsewhere, so nobody counted the locks of its sessions.");
    input.predictedForAsked = predictionForAsked(m_record, scenario(), facts());
    return input;
}

SettleOrder ServiceRows::settling(const AuditInput &input, const RunHooks &hooks) const
{
    SettleOrder order;
    order.layout = input.layout;
    order.coupon = input.coupon;
    order.limits = SettleLimits::of(where().rows == TargetRows::Serve, where().settle);
    order.before = m_transactionsBefore;
    order.loadStartedMs = m_record.startedAt.toMSecsSinceEpoch();
    order.history = *m_record.history;
    order.holdersBefore = m_holdersBefore;
    order.later = laterAuditCommand(m_record);
    order.tell = hooks.waiting;
    return order;
}

void ServiceRows::audit(const RunStop &stop, const RunHooks &hooks)
{
    if (where().rows == TargetRows::None) {
        m_record.audit = auditAnswers(*m_record.history, m_stock, scenario(), m_record.people);
        return;
    }
    noteCounters();
    AuditInput input = this->input();
    const auto enter = [&hooks](Phase phase) {
        return [&hooks, phase] {
            if (hooks.phase) {
                hooks.phase(phase);
            }
        };
    };
    RestfulAudit order;
    order.confirm = where().rows == TargetRows::Profile;
    order.settling = enter(Phase::Settle);
    order.auditing = enter(Phase::Audit);
    order.audit = [&](const SettleResult &settled) {
        input.settled = settled;
        input.log = ofLog();
        return runAudit(*m_connection, input, hooks.auditProgress);
    };
    const SettleStop ends(stop);
    Settler settler(*m_connection, settling(input, hooks));
    auto report = auditAtRest(settler, order, ends.token());
    if (where().log) {
        m_record.logFile = pathOf(where().log->file);
        m_record.logCounts = input.log.counts;
    }
    if (report) {
        m_record.audit = std::move(report).value();
    } else {
        m_record.auditError =
            RowsText::tr("The database could not be read: %1.").arg(report.error().message);
    }
}

} // namespace stampede
