// SPDX-License-Identifier: MIT
#include "run/service_rows.h"

#include "run/run_text.h"

#include "audit/answers_audit.h"
#include "audit/audit_at_rest.h"
#include "audit/coupons_audit.h"
#include "audit/own_checks.h"
#include "audit/row_checks.h"
#include "database/account_rights.h"
#include "database/ownership.h"
#include "database/schema.h"
#include "database/server_counters.h"
#include "profile/profile_prediction.h"
#include "profile/profile_reader.h"
#include "record/history_caller.h"
#include "run/kept_people.h"
#include "run/round_parts.h"
#include "scenario/asked_quantity.h"
#include "scenario/classify_setting.h"
#include "scenario/scenario_text.h"
#include "scenario/user_picker.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <chrono>

namespace stampede {

namespace {

Failure<RunError> scenarioFault(const QString &text)
{
    return Failure{RunError{ExitCode::Scenario, text, {}}};
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

Result<void, RunError> ServiceRows::prepare(const std::function<void(const QString &)> &message)
{
    m_record.environment.host = describeMachine();
    switch (where().rows) {
    case TargetRows::None:
        if (scenario().knowsStock()) {
            m_coupons.front().stock = scenario().coupon.stock;
        }
        return {};
    case TargetRows::Serve:
        return prepareServe();
    case TargetRows::Profile:
        return prepareProfile(message);
    }
    return {};
}

Result<void, RunError> ServiceRows::connect(DatabaseHost &host,
                                            const std::function<void(const QString &)> &message)
{
    auto settings = host.open(1, message);
    if (!settings) {
        return Failure{settings.error()};
    }
    auto connection = Connection::open(settings.value());
    if (!connection) {
        return databaseFault(RunText::tr("The database cannot be reached"), connection.error());
    }
    m_connection = std::move(connection).value();
    m_settings = std::move(settings).value();
    auto server = describeServer(*m_connection);
    if (!server) {
        return databaseFault(RunText::tr("The server could not be asked about itself"),
                             server.error());
    }
    m_record.environment.database = std::move(server).value();
    m_record.environment.databaseUrl = host.url().display();
    m_record.environment.remarks += host.remarksOn(m_record.environment.database);
    return {};
}

/// The run is the only one there, and a `serve` is.
Result<void, RunError> ServiceRows::lockServe()
{
    if (auto alone = keepLocked(m_lock, m_settings, {DatabaseLock::Part::Work}); !alone) {
        return alone;
    }
    const auto served = DatabaseLock::isHeld(*m_connection, DatabaseLock::Part::Service);
    if (!served) {
        return databaseFault(RunText::tr("The database cannot be reached"), served.error());
    }
    if (!served.value()) {
        return Failure{
            RunError{ExitCode::Unreachable,
                     RunText::tr("No `stampede-cli serve` works at the database %1, as "
                                 "target.audit \"serve\" says. Nothing was touched. Start it "
                                 "with this database, or name the database that it prints.")
                         .arg(m_host.databaseName()),
                     {},
                     FaultKind::Database}};
    }
    return {};
}

Result<void, RunError> ServiceRows::claim(const std::function<void(const QString &)> &message)
{
    if (!areOurs()) {
        return {};
    }
    if (m_host.url().kind == DatabaseUrl::Kind::Managed) {
        return Failure{RunError{ExitCode::Unreachable,
                                RunText::tr("target.audit \"serve\" needs the database of that "
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
        return Failure{
            RunError{ExitCode::Unreachable,
                     contents ? RunText::tr("The database %1 is empty: no `serve` has prepared it.")
                                    .arg(m_host.databaseName())
                              : contents.error(),
                     {},
                     FaultKind::Database}};
    }
    return {};
}

Result<void, RunError> ServiceRows::prepareServe()
{
    m_record.coupon = CouponId{scenario().target.couponId.toLongLong()};
    const StartingState state = startingStateOf(scenario());
    const auto filled = refillTables(*m_connection, state, m_record.coupon);
    if (!filled) {
        return databaseFault(RunText::tr("The rows could not be prepared"), filled.error());
    }
    if (!filled.value()) {
        return scenarioFault(
            RunText::tr("%1: target.couponId: the database %2 has no coupon %3")
                .arg(scenario().name, m_host.databaseName(), scenario().target.couponId));
    }
    Coupon &coupon = m_coupons.front();
    coupon.stock = state.stock;
    coupon.startsAtUs = state.startsAtUs;
    coupon.endsAtUs = state.endsAtUs;
    coupon.fit.layout = TableLayout::own();
    return {};
}

Result<void, RunError>
ServiceRows::prepareProfile(const std::function<void(const QString &)> &message)
{
    auto profile = loadProfile(profilePlace(scenario().target));
    if (!profile) {
        return scenarioFault(profile.error().join(QLatin1Char('\n')));
    }
    profile.value().coupon.replace(QLatin1String("{round}"), QString::number(m_record.round));
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
            << RunText::tr("The account that reads the rows may write (%1). Stampede does not, "
                           "and an account with SELECT only would do.")
                   .arg(rights.value().mid(0, 5).join(QStringLiteral(", ")));
    }
    if (auto only = m_connection->readOnlyFromNow(kRowsWithin); !only) {
        return databaseFault(RunText::tr("The connection could not be made one that only reads"),
                             only.error());
    }
    if (auto fitted = fitCoupons(profile.value()); !fitted) {
        return fitted;
    }
    m_ownChecks = profile.value().checks;
    m_precedence = profile.value().precedence;
    m_promised = predictedServiceOf(profile.value(), scenario());
    m_promised->severalCoupons = m_coupons.size() > 1;
    if (auto looked = lookForCoupons(profile.value(), message); !looked) {
        return looked;
    }
    for (Coupon &coupon : m_coupons) {
        if (auto read = readStart(profile.value(), coupon); !read) {
            return read;
        }
    }
    if (m_coupons.size() > 1) {
        joinHolders();
    }
    if (stock()) {
        m_record.scenario.coupon.stock = *stock();
    }
    if (m_coupons.size() == 1) {
        m_record.couponName = m_coupons.front().fit.couponName;
    }
    return {};
}

/// Finds the coupons of the load in the tables.
Result<void, RunError> ServiceRows::fitCoupons(const Profile &profile)
{
    auto asked = AskedCoupons::of(profile, scenario());
    if (!asked) {
        return scenarioFault(asked.error());
    }
    const FitWish wish = {.coupon = {}, .hasRun = true, .file = scenario().users.loaded.file};
    const QStringList names = asked.value() ? asked.value()->names() : QStringList{profile.coupon};
    auto fitted = fitProfile(*m_connection, profile, wish, names);
    if (!fitted) {
        return databaseFault(RunText::tr("The tables could not be looked up"), fitted.error());
    }
    m_coupons.clear();
    Faults faults;
    for (ProfileFit &fit : fitted.value()) {
        for (const QString &fault : std::as_const(fit.faults)) {
            if (!faults.contains(fault)) {
                faults << fault;
            }
        }
        fit.layout.requestIdPrefix = m_record.id + QLatin1Char('-');
        fit.layout.names =
            m_coupons.empty() ? fit.layout.makeNames() : m_coupons.front().fit.layout.names;
        m_coupons.push_back({.fit = std::move(fit)});
    }
    if (!faults.isEmpty()) {
        return scenarioFault(faults.join(QLatin1Char('\n')));
    }
    m_asked = std::move(asked).value();
    return m_asked ? joinSameCoupons() : Result<void, RunError>();
}

/// What the database takes for one coupon is one, however the people's file writes it.
Result<void, RunError> ServiceRows::joinSameCoupons()
{
    std::vector<Coupon> coupons;
    QStringList names;
    for (Coupon &coupon : m_coupons) {
        const TableLayout &layout = coupon.fit.layout;
        if (!layout.stockId.isEmpty()) {
            const auto name =
                m_connection->value(QStringLiteral("SELECT %1 FROM %2")
                                        .arg(TableLayout::idSql(layout.stockId, layout.stockIdForm),
                                             layout.stockOf(coupon.fit.coupon)));
            if (!name) {
                return databaseFault(RunText::tr("The tables could not be looked up"),
                                     name.error());
            }
            coupon.fit.couponName = shownId(name.value().toString(), layout.stockIdForm);
        }
        const qsizetype at = names.indexOf(coupon.fit.couponName);
        m_couponOf.push_back(static_cast<std::size_t>(at < 0 ? names.size() : at));
        if (at < 0) {
            names << coupon.fit.couponName;
            coupons.push_back(std::move(coupon));
        }
    }
    m_coupons = std::move(coupons);
    return {};
}

/// Whether a column of the people's file stands where the coupon stands, and the profile does not
/// say so: then it is told before anything is sent, and nobody is accused afterwards.
Result<void, RunError>
ServiceRows::lookForCoupons(const Profile &profile,
                            const std::function<void(const QString &)> &message)
{
    constexpr qsizetype kValuesTried = 10;
    const auto &file = scenario().users.loaded.file;
    for (const QString &column : possibleCouponColumns(profile, scenario())) {
        const QStringList values = valuesOf(*file, column, kValuesTried);
        const auto fits = fitProfile(*m_connection, profile,
                                     {.coupon = {}, .hasRun = true, .file = file}, values);
        if (!fits) {
            return databaseFault(RunText::tr("The tables could not be looked up"), fits.error());
        }
        const bool areCoupons =
            values.size() > 1 && std::all_of(fits.value().begin(), fits.value().end(),
                                             [](const auto &fit) { return fit.faults.isEmpty(); });
        if (!areCoupons) {
            continue;
        }
        m_promised->severalCoupons = true;
        m_notJudged =
            RunText::tr("The requests ask for several coupons: the column %1 of the people's file "
                        "holds ids of %2, and {couponId} stands nowhere. Which answer belongs to "
                        "which coupon is not known. \"couponFormat\": \"{%1}\" under issued in "
                        "%3 would say it; the text of one coupon there would say that all ask for "
                        "that one.")
                .arg(printable(column), m_coupons.front().fit.layout.stockTable, profile.file);
        m_record.environment.remarks << m_notJudged;
        if (message) {
            message(m_notJudged);
        }
        return {};
    }
    return {};
}

/// What is there before the load is where the run begins.
Result<void, RunError> ServiceRows::readStart(const Profile &profile, Coupon &coupon)
{
    auto taken = Snapshot::take(*m_connection, coupon.fit.layout, coupon.fit.coupon);
    if (!taken) {
        return databaseFault(RunText::tr("The rows could not be read"), taken.error());
    }
    const Snapshot &start = taken.value();
    coupon.fit.layout = start.readableLayout();
    auto held = std::make_shared<StartOfRows>(startOf(start));
    if (&coupon == &m_coupons.front()) { // their statements are of no coupon
        held->ownRows = ownRowsOf(profile.checks, taken.value());
    }
    if (const auto orphans = rowsWithoutCampaign(coupon.fit.layout)) {
        held->ownRows.insert(ownRowsOf({*orphans}, taken.value()));
    }
    coupon.start = std::move(held);
    coupon.holdersBefore = coupon.start->holders;
    coupon.rules = coupon.fit.rules;
    coupon.rules.unlimited = start.unlimited();
    if (start.unlimited()) {
        coupon.stock.reset();
    } else if (start.remaining()) {
        coupon.stock = *start.remaining();
    } else if (start.total()) {
        coupon.stock = std::max<std::int64_t>(0, *start.total() - coupon.start->piecesInAll());
    } else {
        return scenarioFault(RunText::tr("%1: stock: needs remaining or total, else nobody knows "
                                         "how many coupons there are before the run")
                                 .arg(profile.file) +
                             (coupon.fit.layout.unread.isEmpty()
                                  ? QString()
                                  : QStringLiteral(" (%1)").arg(coupon.fit.layout.unread)));
    }
    coupon.startsAtUs = start.startsAtUs().value_or(AuditInput::kNoStart);
    coupon.endsAtUs =
        start.endsAtUs() ? *start.endsAtUs() + coupon.fit.layout.endReachesUs : AuditInput::kNoEnd;
    return {};
}

/// As the tables have it; nothing where the profile names no window.
std::optional<SaleWindow> ServiceRows::saleOf(const Coupon &coupon)
{
    constexpr std::int64_t kUsPerMs = 1000;
    const TableLayout &layout = coupon.fit.layout;
    const bool starts = !layout.startsAt.isEmpty();
    const bool ends = !layout.endsAt.isEmpty();
    if (!starts && !ends) {
        return std::nullopt;
    }
    const bool isWallClock = (starts && layout.startsAtKind == TimeKind::WallClock) ||
                             (ends && layout.endsAtKind == TimeKind::WallClock);
    return SaleWindow{coupon.startsAtUs / kUsPerMs, coupon.endsAtUs / kUsPerMs, isWallClock};
}

std::optional<std::int64_t> ServiceRows::stock() const
{
    std::int64_t sum = 0;
    for (const Coupon &coupon : m_coupons) {
        if (!coupon.stock) {
            return std::nullopt;
        }
        sum += *coupon.stock;
    }
    return sum;
}

void ServiceRows::joinHolders()
{
    for (const Coupon &coupon : m_coupons) {
        m_allHolders.insert(m_allHolders.end(), coupon.holdersBefore.begin(),
                            coupon.holdersBefore.end());
    }
    std::sort(m_allHolders.begin(), m_allHolders.end());
}

RunStart ServiceRows::start() const
{
    const Coupon &first = m_coupons.front();
    return {stock().value_or(0),
            first.startsAtUs,
            first.endsAtUs,
            {holders().begin(), holders().end()}};
}

ServerFacts ServiceRows::facts() const
{
    ServerFacts facts;
    facts.service = predictedServiceOf(scenario());
    if (m_promised) {
        facts.service = m_promised;
        facts.service->knowsHolders = true;
        facts.service->stock =
            stock() ? PredictedService::Stock::Known : PredictedService::Stock::Unlimited;
        facts.holdersBefore = holders();
        if (m_coupons.size() == 1) {
            facts.service->sale = saleOf(m_coupons.front());
        }
    }
    return facts;
}

Prediction ServiceRows::predicted() const
{
    const std::int64_t now = QDateTime::currentMSecsSinceEpoch();
    Prediction all = predict(scenario(), now, facts());
    if (!m_asked || m_coupons.size() < 2 || !all.requests.max || !scenario().faults.isEmpty()) {
        return all;
    }
    const UserPicker picker(scenario().users, scenario().seed);
    std::vector<std::vector<std::int64_t>> users(m_coupons.size());
    for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(*all.requests.max); ++i) {
        users[m_couponOf[m_asked->placeOf(i)]].push_back(picker.userOf(i).value);
    }
    QList<Prediction> parts;
    for (std::size_t i = 0; i < m_coupons.size(); ++i) {
        Scenario asked = scenario();
        asked.coupon.stock = m_coupons[i].stock.value_or(asked.coupon.stock);
        parts << predictAsked(asked, now, users[i], 0, factsOf(m_coupons[i]));
    }
    sumUp(all, parts, scenario(), now);
    return all;
}

/// The same where nothing else is asked for.
ServerFacts ServiceRows::factsOf(const Coupon &coupon) const
{
    ServerFacts facts;
    facts.service = m_promised.value_or(predictedServiceOf(scenario()));
    if (m_promised) {
        facts.service->severalCoupons = false;
        facts.service->knowsHolders = true;
        facts.service->stock =
            coupon.stock ? PredictedService::Stock::Known : PredictedService::Stock::Unlimited;
        facts.holdersBefore = coupon.holdersBefore;
        facts.service->sale = saleOf(coupon);
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
    evidence.ofRun = m_record.outcomes;
    if (!where().log) {
        evidence.unavailable =
            RunText::tr("The service runs elsewhere; target.audit.log would say where its log is.");
        return evidence;
    }
    const QString path = pathOf(where().log->file);
    if (QFileInfo(path).size() < m_logBegin) {
        evidence.unavailable =
            RunText::tr("The log %1 is shorter than before the run; it was begun anew.").arg(path);
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
    const TableLayout &layout = m_coupons.front().fit.layout;
    const std::shared_ptr<PersonNames> names = layout.names;
    const qsizetype taken = names ? names->takenForOthers() : 0;
    if (taken == 0) {
        return;
    }
    m_record.environment.remarks
        << RunText::tr("For the table, people who are the same as others: %1 (%2).")
               .arg(QString::number(taken), layout.userCollation);
    plan.userOf = [names, userOf = plan.userOf](std::uint64_t request) {
        return names->takenFor(userOf(request));
    };
}

void ServiceRows::keepPeople()
{
    keepPeopleIn(m_record, m_coupons.front().fit.layout);
}

/// The history by coupon; as a whole in one part where the run asked for one.
std::vector<ServiceRows::Part> ServiceRows::partsOfHistory() const
{
    std::vector<Part> parts(m_coupons.size());
    if (!m_asked) {
        return parts;
    }
    const std::vector<Operation> &history = *m_record.history;
    for (std::size_t i = 0; i < history.size(); ++i) {
        Part &part = parts[m_couponOf[m_asked->placeOf(history[i].request)]];
        part.places.push_back(static_cast<std::int64_t>(i));
        part.operations.push_back(history[i]);
    }
    return parts;
}

AuditInput ServiceRows::inputOf(const Coupon &coupon, std::span<const Operation> history) const
{
    AuditInput input;
    const bool isOurs = where().rows == TargetRows::Serve;
    input.coupon = isOurs ? m_record.coupon : coupon.fit.coupon;
    input.couponName = isOurs ? QString() : coupon.fit.couponName;
    input.layout = coupon.fit.layout;
    input.initialStock = coupon.stock.value_or(0);
    input.holdersBefore = coupon.holdersBefore;
    input.start = coupon.start;
    input.rules = coupon.rules;
    input.startsAtUs = coupon.startsAtUs;
    input.endsAtUs = coupon.endsAtUs;
    input.saleIsOfRun = true;
    input.startedUs = m_record.startedAt.toMSecsSinceEpoch() * 1'000;
    input.history = history;
    takeQuantities(input, scenario());
    input.endedEarly = m_record.endedEarly;
    input.precedence = m_precedence;
    if (&coupon == &m_coupons.front()) {
        input.ownChecks = m_ownChecks;
    }
    input.lock.unavailable =
        RunText::tr("The service runs elsewhere, so nobody counted the locks of its sessions.");
    Scenario asked = scenario();
    asked.coupon.stock = coupon.stock.value_or(asked.coupon.stock);
    input.predictedForAsked =
        predictionForAsked(history, m_record.startedAt, asked, m_asked ? factsOf(coupon) : facts());
    input.notJudged = m_notJudged;
    input.oneCaller = oneCallerOf(scenario(), *m_record.history);
    return input;
}

SettleOrder ServiceRows::settling(const RunHooks &hooks) const
{
    SettleOrder order;
    order.layout = m_coupons.front().fit.layout;
    order.coupon =
        where().rows == TargetRows::Serve ? m_record.coupon : m_coupons.front().fit.coupon;
    for (std::size_t i = 1; i < m_coupons.size(); ++i) {
        order.besides << m_coupons[i].fit.layout;
    }
    order.limits = SettleLimits::of(where().rows == TargetRows::Serve, where().settle);
    order.before = m_transactionsBefore;
    order.loadStartedMs = m_record.startedAt.toMSecsSinceEpoch();
    order.history = *m_record.history;
    order.holdersBefore = holders();
    order.later = laterAuditCommand(m_record);
    order.tell = hooks.waiting;
    return order;
}

Result<AuditReport, SqlError>
ServiceRows::auditCoupons(const std::vector<AuditInput> &inputs, const std::vector<Part> &parts,
                          const std::function<void(int, int)> &progress)
{
    if (!m_asked) {
        return runAudit(*m_connection, inputs.front(), progress);
    }
    std::vector<CouponAudit> coupons;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        auto report = runAudit(*m_connection, inputs[i], progress);
        if (!report) {
            return report;
        }
        coupons.push_back({inputs[i].couponName, parts[i].places, std::move(report).value()});
    }
    return auditOfAll(std::move(coupons));
}

void ServiceRows::audit(const RunStop &stop, const RunHooks &hooks)
{
    if (where().rows == TargetRows::None) {
        const Prediction asked =
            predictionForAsked(*m_record.history, m_record.startedAt, scenario(), facts());
        m_record.audit = auditAnswers(*m_record.history, stock(), scenario(), m_record.people,
                                      m_record.endedEarly ? nullptr : &asked);
        return;
    }
    noteCounters();
    const std::vector<Part> parts = partsOfHistory();
    std::vector<AuditInput> inputs;
    for (std::size_t i = 0; i < m_coupons.size(); ++i) {
        inputs.push_back(inputOf(m_coupons[i], m_asked ? std::span(parts[i].operations)
                                                       : std::span(*m_record.history)));
    }
    const auto enter = [&hooks](Phase phase) {
        return [&hooks, phase] {
            if (hooks.phase) {
                hooks.phase(phase);
            }
        };
    };
    LogEvidence log;
    RestfulAudit order;
    order.confirm = where().rows == TargetRows::Profile;
    order.settling = enter(Phase::Settle);
    order.auditing = enter(Phase::Audit);
    order.audit = [&](const SettleResult &settled) {
        log = ofLog();
        for (AuditInput &input : inputs) {
            input.settled = settled;
            input.log = log;
        }
        return auditCoupons(inputs, parts, hooks.auditProgress);
    };
    const SettleStop ends(stop);
    Settler settler(*m_connection, settling(hooks));
    auto report = auditAtRest(settler, order, ends.token());
    if (where().log) {
        m_record.logFile = pathOf(where().log->file);
        m_record.logCounts = log.counts;
    }
    if (report) {
        m_record.audit = std::move(report).value();
    } else {
        m_record.auditError =
            RunText::tr("The database could not be read: %1.").arg(report.error().message);
    }
}

} // namespace stampede
