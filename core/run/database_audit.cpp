// SPDX-License-Identifier: MIT
#include "run/database_audit.h"

#include "run/run_text.h"

#include "audit/audit_at_rest.h"
#include "audit/coupons_audit.h"
#include "audit/own_checks.h"
#include "audit/row_checks.h"
#include "audit/run_start.h"
#include "database/account_rights.h"
#include "database/schema.h"
#include "database/server_counters.h"
#include "profile/profile_prediction.h"
#include "record/run_figures.h"
#include "run/round_parts.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QSet>

#include <numeric>

namespace stampede {

namespace {

constexpr std::int64_t kUsPerMs = 1'000;

Failure<RunError> unreadable(const QString &what, const SqlError &error)
{
    return Failure{RunError{ExitCode::Unreachable,
                            QStringLiteral("%1: %2.").arg(what, error.message),
                            {},
                            FaultKind::Database}};
}

/// One audit on its way. Members are filled in from step to step.
class LaterAudit
{
public:
    LaterAudit(DatabaseHost &host, const DatabaseAuditOrder &order, const DatabaseAuditHooks &hooks)
        : m_host(host)
        , m_order(order)
        , m_hooks(hooks)
    {}

    Result<MadeDatabaseAudit, RunError> make()
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
                return Failure{RunError{
                    ExitCode::Inconclusive,
                    RunText::tr(
                        "The audit lost its lock on the database, and somebody else may have "
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

    Result<QByteArray, RunError> snapshot();

private:
    Result<void, RunError> connect();
    void describeAccount();
    Result<void, RunError> fit();
    Result<void, RunError> takeRules();
    void callPeopleAsTheTablesDo();
    Result<void, RunError> audit();
    Result<void, RunError> areOfTheRun();
    Result<void, RunError> chooseCoupons();
    Result<std::vector<ProfileFit>, SqlError> fitTables();
    [[nodiscard]] AuditInput inputOf(const ProfileFit &fit, const RunHistory *history) const;
    [[nodiscard]] SettleOrder settling() const;
    [[nodiscard]] bool lacksStart(const RunHistory *history) const;
    void takeStart(AuditInput &input, const RunHistory &history, const ProfileFit &fit,
                   Snapshot &snapshot);
    void takeFound(AuditInput &input, RunStartFound found, const Snapshot &snapshot);
    void remark(const QString &sentence);
    /// One coupon's part of an audit, and the history with what is missing in it.
    struct OneAudit
    {
        AuditReport report;
        std::vector<Operation> missing;
        bool isCompleted = false; ///< the history is not whole, and what is missing was looked for
    };
    Result<OneAudit, SqlError> auditOne(const ProfileFit &fit, const RunHistory *history,
                                        const SettleResult &settled);
    Result<void, RunError> startsAreTold() const;
    [[nodiscard]] const StartFile *startOfCoupon(const QString &coupon) const;
    void complete(std::vector<CouponAudit> &coupons,
                  const std::vector<std::vector<Operation>> &missing);
    Result<AuditReport, SqlError> auditOnce(const SettleResult &settled);

    DatabaseHost &m_host;
    const DatabaseAuditOrder &m_order;
    const DatabaseAuditHooks &m_hooks;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<DatabaseLock> m_lock; ///< while the tables are ours
    /// The coupon to look at, or each that the run asked for, and the answers that are of it; null
    /// without a run.
    std::vector<ProfileFit> m_fits;
    std::vector<const RunHistory *> m_histories;
    std::span<const Operation> m_operations; ///< of these
    std::vector<std::int64_t> m_holders;     ///< who held any of these before
    std::vector<Operation> m_completed;      ///< a history with what is missing in it
    QStringList m_startRemarks;              ///< of the last audit: what it began with
    MadeDatabaseAudit m_audit;
};

Result<void, RunError> LaterAudit::connect()
{
    auto settings = m_host.open(1, m_hooks.message);
    if (!settings) {
        return Failure{settings.error()};
    }
    auto connection = Connection::open(settings.value());
    if (!connection) {
        return unreadable(RunText::tr("The database cannot be reached"), connection.error());
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
        return unreadable(RunText::tr("The server could not be asked about itself"),
                          server.error());
    }
    RunEnvironment &environment = m_audit.record.environment;
    environment.database = std::move(server).value();
    environment.databaseUrl = m_host.url().display();
    environment.remarks += m_host.remarksOn(environment.database);
    environment.host = describeMachine();
    describeAccount();
    if (auto only = m_connection->readOnlyFromNow(m_order.statementLimit); !only) {
        return unreadable(RunText::tr("The connection could not be made one that only reads"),
                          only.error());
    }
    return {};
}

void LaterAudit::describeAccount()
{
    if (m_host.url().kind == DatabaseUrl::Kind::Managed) {
        return; // our own private server
    }
    QStringList &remarks = m_audit.record.environment.remarks;
    const auto rights = writingRights(*m_connection, m_host.databaseName());
    if (!rights) {
        remarks << RunText::tr("Whether this account may write could not be found out (%1).")
                       .arg(rights.error().message);
    } else if (!rights.value().isEmpty()) {
        remarks << RunText::tr(
                       "This account may write (%1). The audit does not, and an account with "
                       "SELECT only would do.")
                       .arg(rights.value().mid(0, 5).join(QStringLiteral(", ")) +
                            (rights.value().size() > 5 ? QStringLiteral(", …") : QString()));
    }
}

/// The answers that are held against the rows: all, or those of each coupon, or of the one that is
/// wanted.
Result<void, RunError> LaterAudit::chooseCoupons()
{
    const RunHistory *run = m_order.history ? &*m_order.history : nullptr;
    if (run == nullptr) {
        m_histories = {nullptr};
        return {};
    }
    m_operations = run->operations;
    if (run->coupons.empty()) {
        m_histories = {run};
        m_holders = run->facts.holdersBefore;
        return {};
    }
    QStringList names;
    for (const RunHistory &coupon : run->coupons) {
        names << coupon.coupon;
        if (m_order.coupon.isEmpty() || m_order.coupon == coupon.coupon) {
            m_histories.push_back(&coupon);
            const std::vector<std::int64_t> &held = coupon.facts.holdersBefore;
            m_holders.insert(m_holders.end(), held.begin(), held.end());
        }
    }
    if (m_histories.empty()) {
        return Failure{
            RunError{ExitCode::Scenario,
                     RunText::tr("--coupon: the run did not ask for %1 (it asked for %2)")
                         .arg(m_order.coupon, names.join(QStringLiteral(", "))),
                     {},
                     FaultKind::Database}};
    }
    if (m_histories.size() == 1) {
        m_operations = m_histories.front()->operations;
    }
    return {};
}

Result<std::vector<ProfileFit>, SqlError> LaterAudit::fitTables()
{
    FitWish wish{.coupon = m_order.coupon, .hasRun = m_audit.hasRun};
    if (m_order.history) {
        wish.people = m_order.history->people;
        wish.inTable = m_order.history->inTable;
    }
    if (m_order.profile && m_order.coupons.size() > 1) {
        return fitProfile(*m_connection, *m_order.profile, wish, m_order.coupons);
    }
    const RunHistory *first = m_histories.front();
    if (m_order.profile && first != nullptr && !first->coupon.isEmpty()) {
        QStringList names;
        for (const RunHistory *history : m_histories) {
            names << history->coupon;
        }
        return fitProfile(*m_connection, *m_order.profile, wish, names);
    }
    auto fitted = m_order.profile ? fitProfile(*m_connection, *m_order.profile, wish)
                                  : fitOwnTables(*m_connection, wish);
    if (!fitted) {
        return Failure{fitted.error()};
    }
    return std::vector<ProfileFit>{std::move(fitted).value()};
}

/// Every run against our own tables makes them anew, and says in them whose they are: those of
/// another run, or round, tell nothing of this one's answers.
Result<void, RunError> LaterAudit::areOfTheRun()
{
    if (m_order.profile || !m_order.history || !m_order.history->madeTables) {
        return {};
    }
    const auto made = tablesMadeFor(*m_connection);
    if (!made) {
        return unreadable(RunText::tr("The tables could not be looked up"), made.error());
    }
    const QString &id = m_order.history->id;
    const QString of = made.value().value_or(id); // whether they are there at all the fit says
    if (of == id) {
        return {};
    }
    const QString whose =
        of.isEmpty() ? RunText::tr("The tables were not made for the run %1.").arg(id.left(6))
                     : RunText::tr("The tables were made anew for the run %1 and hold its rows.")
                           .arg(of.left(6));
    return Failure{RunError{
        ExitCode::Unreachable,
        whose + QLatin1Char(' ') +
            RunText::tr(
                "The run %1 cannot be judged by them; `stampede-cli verify %1` judges it by "
                "what was kept.")
                .arg(id.left(6)),
        {},
        FaultKind::Database}};
}

Result<void, RunError> LaterAudit::fit()
{
    if (auto same = areOfTheRun(); !same) {
        return same;
    }
    if (auto chosen = chooseCoupons(); !chosen) {
        return chosen;
    }
    auto fitted = fitTables();
    if (!fitted) {
        return unreadable(RunText::tr("The tables could not be looked up"), fitted.error());
    }
    m_fits = std::move(fitted).value();
    QStringList names;
    Faults faults;
    for (ProfileFit &fit : m_fits) {
        if (m_order.history && !m_order.history->id.isEmpty()) {
            fit.layout.requestIdPrefix = m_order.history->id + QLatin1Char('-');
        }
        if (m_fits.size() > 1) {
            fit.layout.names =
                names.isEmpty() ? fit.layout.makeNames() : m_fits.front().layout.names;
        }
        names << fit.couponName;
        faults += fit.faults;
    }
    faults.removeDuplicates();
    ProfileFit &first = m_fits.front();
    first.faults = faults;
    m_audit.couponName = names.join(QStringLiteral(", "));
    m_audit.plan = first.plan;
    if (!faults.isEmpty()) {
        if (m_order.profile && m_hooks.planned) {
            m_hooks.planned(first);
        }
        return Failure{RunError{m_order.profile || !m_order.coupon.isEmpty()
                                    ? ExitCode::Scenario
                                    : ExitCode::Unreachable,
                                faults.join(QLatin1Char('\n')),
                                {},
                                FaultKind::Database}};
    }
    if (auto told = startsAreTold(); !told) {
        return told;
    }
    if (m_order.history) {
        if (auto taken = takeRules(); !taken) {
            return taken;
        }
        callPeopleAsTheTablesDo();
    }
    for (ProfileFit &fit : m_fits) { // for every snapshot, and what was there before
        fit.layout.names = fit.layout.names ? fit.layout.names : fit.layout.makeNames();
    }
    if (m_hooks.planned) {
        m_hooks.planned(first);
    }
    return {};
}

/// What the snapshot says of that coupon; null where it says nothing. One coupon of tables that
/// hold no other has no name.
const StartFile *LaterAudit::startOfCoupon(const QString &coupon) const
{
    const auto &files = m_order.before;
    const auto named = [&](Qt::CaseSensitivity sensitivity) {
        return std::find_if(files.begin(), files.end(), [&](const StartFile &file) {
            return file.coupon.compare(coupon, sensitivity) == 0;
        });
    };
    auto found = named(Qt::CaseSensitive);
    found = found == files.end() ? named(Qt::CaseInsensitive) : found;
    return found == files.end() ? nullptr : &*found;
}

/// A snapshot of another coupon says nothing of this one.
Result<void, RunError> LaterAudit::startsAreTold() const
{
    if (m_order.before.empty()) {
        return {};
    }
    QStringList told;
    for (const StartFile &file : m_order.before) {
        told << (file.coupon.isEmpty() ? RunText::tr("the only one") : file.coupon);
    }
    for (const ProfileFit &fit : m_fits) {
        if (startOfCoupon(fit.couponName) == nullptr) {
            return Failure{RunError{
                ExitCode::Scenario,
                RunText::tr("%1 says nothing of the coupon %2; it tells of %3. Before the run, "
                            "--coupon ID --snapshot FILE takes that coupon, and --coupon can be "
                            "given several times.")
                    .arg(m_order.beforeFile,
                         fit.couponName.isEmpty() ? RunText::tr("the only one") : fit.couponName,
                         told.join(QStringLiteral(", "))),
                {},
                FaultKind::Database}};
        }
    }
    return {};
}

/// What the history says of the coupon's rules stands beside the profile's: a history file by
/// itself tells by which rules its service was to issue.
Result<void, RunError> LaterAudit::takeRules()
{
    for (std::size_t i = 0; i < m_fits.size(); ++i) {
        const IssueRules &told = m_histories[i]->facts.rules;
        m_fits[i].rules.quantityKnown =
            m_fits[i].layout.quantity.isEmpty() || (told.countsPieces && told.quantityKnown);
    }
    if (!m_order.history->id.isEmpty()) { // of the archive: judged by the profile that is given
        return {};
    }
    const IssueRules &told = m_histories.front()->facts.rules;
    ServiceRules &rules = m_fits.front().rules;
    const bool countsPieces = !m_fits.front().layout.quantity.isEmpty();
    const PersonLimit usual;
    std::optional<std::int64_t> &limit = rules.perPerson.limit;
    QString wrong;
    if (told.countsPieces && !countsPieces) {
        wrong =
            RunText::tr("The history's rows stand for pieces (quantity): issued.quantity of the "
                        "profile has to name the column that says how many.");
    } else if (told.limitWithin && rules.perPerson.within.isEmpty()) {
        wrong =
            RunText::tr("In the history the limit of a person holds within columns "
                        "(per_person_within): perPerson.within of the profile has to name them.");
    } else if (told.limitPerPerson != usual.limit && limit != usual.limit &&
               told.limitPerPerson != limit) {
        const auto word = [](const std::optional<std::int64_t> &each) {
            return each ? QString::number(*each) : QStringLiteral("null");
        };
        wrong =
            RunText::tr("The history says per_person %1, the profile perPerson.limit %2: only one "
                        "of them can be so.")
                .arg(word(told.limitPerPerson), word(limit));
    }
    if (!wrong.isEmpty()) {
        return Failure{RunError{ExitCode::Scenario, wrong, {}}};
    }
    limit = told.limitPerPerson != usual.limit ? told.limitPerPerson : limit;
    if (told.givesBack && told.givesBackSaid) {
        rules.givesBack = true;
        rules.givesBackSaid = true;
    }
    return {};
}

/// Who asked for nothing stands in a history by the name that the tables had, where the run knew no
/// other.
void LaterAudit::callPeopleAsTheTablesDo()
{
    const RunHistory &history = *m_order.history;
    TableLayout &layout = m_fits.front().layout;
    if (!history.id.isEmpty() || history.people.areNumbers() || !layout.usersAreText) {
        return;
    }
    QSet<std::int64_t> asked;
    for (const Operation &operation : history.operations) {
        asked.insert(operation.user);
    }
    layout.names = layout.makeNames();
    for (const std::int64_t person : history.people.named()) {
        const QString name = history.people.nameOf(person);
        if (!asked.contains(person) && !layout.names->knows(name)) {
            layout.names->learn(name, person);
        }
    }
}

AuditInput LaterAudit::inputOf(const ProfileFit &fit, const RunHistory *history) const
{
    AuditInput input;
    input.coupon = fit.coupon;
    input.couponName = m_order.profile ? fit.couponName : QString();
    input.hasRun = m_audit.hasRun;
    input.hasScenario = false;
    input.layout = fit.layout;
    if (m_order.profile) {
        if (&fit == &m_fits.front()) { // they are of no coupon
            input.ownChecks = m_order.profile->checks;
        }
    }
    input.rules = fit.rules;
    if (history != nullptr) {
        const HistoryFacts &facts = history->facts;
        input.initialStock = facts.stock;
        input.rules.unlimited = facts.rules.unlimited;
        input.holdersBefore = facts.holdersBefore;
        input.piecesBefore = facts.piecesBefore;
        input.history = history->operations;
        input.quantities = history->quantities;
        input.precedence = facts.precedence;
        if (m_order.profile) { // a run against our own tables begins with the two alike
            input.counterAhead = history->counterAhead;
        }
        // Of a kept run that was sent in one person's name that says why, and no more.
        const bool namesPeople = m_order.history->namesPeople;
        (namesPeople ? input.notJudged : input.oneCaller) = m_order.history->notJudged;
        // A file that holds the answers of one coupon is judged by the coupon that is named.
        const bool isNamed = !m_order.coupon.isEmpty() && m_order.history->id.isEmpty();
        if (input.notJudged.isEmpty() && m_order.profile && m_order.history->coupons.empty() &&
            namesSeveralCoupons(*m_order.profile) && !isNamed) {
            input.notJudged = RunText::tr(
                "issued.couponFormat of the profile tells several coupons apart, and this "
                "history does not say which request asked for which.");
        }
    }
    return input;
}

/// They may have been under way since the beginning.
std::vector<Operation> withMissing(const std::vector<Operation> &missing,
                                   std::span<const Operation> operations)
{
    std::vector<Operation> all = missing;
    all.insert(all.end(), operations.begin(), operations.end());
    return all;
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
    input.rules.unlimited = input.rules.unlimited || snapshot.unlimited();
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
        std::int64_t issued = 0;
        if (!input.counterAhead && input.layout.remaining.isEmpty() && snapshot.remaining() &&
            !__builtin_sub_overflow(*snapshot.total(), input.initialStock, &issued)) {
            // What was left at the start is the total less the counter of then.
            const std::vector<std::int64_t> before = piecesBefore(input);
            input.counterAhead =
                issued - std::accumulate(before.begin(), before.end(), std::int64_t{0});
        }
        return;
    }
    if (snapshot.total()) {
        input.initialStock = *snapshot.total();
    } else if (snapshot.remaining() && snapshot.issuedCounter()) {
        input.initialStock = *snapshot.remaining() + *snapshot.issuedCounter();
    }
}

SettleOrder LaterAudit::settling() const
{
    SettleOrder order;
    order.layout = m_fits.front().layout;
    order.coupon = m_fits.front().coupon;
    for (std::size_t i = 1; i < m_fits.size(); ++i) {
        order.besides << m_fits[i].layout;
    }
    order.limits = SettleLimits::of(!m_order.profile, m_order.settle);
    if (m_order.history) {
        order.loadStartedMs = m_order.history->startedMs;
        order.history = m_operations;
        order.holdersBefore = m_holders;
    }
    order.later = m_order.later;
    order.tell = m_hooks.waiting;
    return order;
}

/// Whether nobody told what the tables held before the run, but for a snapshot.
bool LaterAudit::lacksStart(const RunHistory *history) const
{
    return history != nullptr &&
           (!m_order.before.empty() || (history->tool.isThere() && !history->hasEnd));
}

void LaterAudit::remark(const QString &sentence)
{
    if (!m_startRemarks.contains(sentence)) {
        m_startRemarks << sentence;
    }
}

/// Where nobody said what was there before the run: what can be found out of it.
void LaterAudit::takeFound(AuditInput &input, RunStartFound found, const Snapshot &snapshot)
{
    using text::count;
    input.startKnown = found.known;
    input.initialStock = found.stock;
    switch (found.by) {
    case RunStartFound::By::NoRows:
        remark(RunText::tr("Before the run: no row is there now, so none is taken to have been "
                           "there."));
        break;
    case RunStartFound::By::Times:
        remark(found.olderRows == 0
                   ? RunText::tr("Before the run: no row is older than its first request, by %1.")
                         .arg(snapshot.layout().issuedAt)
                   : text::plural(found.olderRows,
                                  RunText::tr("Before the run: %1 row is older than its first "
                                              "request, by %2."),
                                  RunText::tr("Before the run: %1 rows are older than its first "
                                              "request, by %2."))
                         .arg(count(found.olderRows), snapshot.layout().issuedAt));
        break;
    case RunStartFound::By::Nothing:
        remark(RunText::tr("Before the run: no column says when a row was issued "
                           "(issued.issuedAt), and there is no snapshot."));
        break;
    case RunStartFound::By::Unclear:
        remark(RunText::tr("Before the run: what %1 says cannot be held against the moments of the "
                           "run, and there is no snapshot.")
                   .arg(snapshot.layout().issuedAt));
        break;
    }
    if (found.known == StartKnowledge::Unknown) {
        input.holdersBefore = favourableHolders(snapshot, input.history);
        input.initialStock = kNoEndOfStock;
        return;
    }
    if (found.known == StartKnowledge::StockAtMost) {
        remark(RunText::tr("The stock before the run is taken to have been %1: the total less the "
                           "older rows.")
                   .arg(count(found.stock)));
    }
    input.holdersBefore = found.start.holders;
    input.start = std::make_shared<const StartOfRows>(std::move(found.start));
}

void LaterAudit::takeStart(AuditInput &input, const RunHistory &history, const ProfileFit &fit,
                           Snapshot &snapshot)
{
    using text::count;
    const auto said = m_order.stock       ? m_order.stock
                      : history.stockSaid ? std::optional(history.facts.stock)
                                          : std::nullopt;
    input.rules.unlimited = snapshot.unlimited();
    if (!m_order.before.empty()) {
        const StartFile &file = *startOfCoupon(fit.couponName);
        auto start = std::make_shared<StartOfRows>(startOf(file, *input.layout.names));
        input.holdersBefore = start->holders;
        input.start = std::move(start);
        const auto stock = said ? said : file.stock();
        input.startKnown =
            stock || input.rules.unlimited ? StartKnowledge::Known : StartKnowledge::StockUnknown;
        input.initialStock = stock.value_or(0);
        const QString ofIt = m_fits.size() > 1 ? fit.couponName + QStringLiteral(": ") : QString();
        remark(
            ofIt +
            text::plural(static_cast<std::int64_t>(file.rows.size()),
                         RunText::tr("Before the run: %1 row, %2 left (%3, taken at %4)."),
                         RunText::tr("Before the run: %1 rows, %2 left (%3, taken at %4)."))
                .arg(count(static_cast<std::int64_t>(file.rows.size())),
                     stock ? count(*stock) : QStringLiteral("?"), m_order.beforeFile,
                     file.takenAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))));
    } else {
        takeFound(input,
                  findRunStart(snapshot, history.operations, history.startedMs * kUsPerMs, said),
                  snapshot);
    }
}

Result<LaterAudit::OneAudit, SqlError>
LaterAudit::auditOne(const ProfileFit &fit, const RunHistory *history, const SettleResult &settled)
{
    AuditInput input = inputOf(fit, history);
    input.settled = settled;
    auto snapshot = Snapshot::take(*m_connection, input.layout, input.coupon);
    if (!snapshot) {
        return Failure{snapshot.error()};
    }
    readStart(input, snapshot.value());
    const SaleWindow sale{input.startsAtUs / kUsPerMs, input.endsAtUs / kUsPerMs,
                          m_order.history && m_order.history->sale &&
                              m_order.history->sale->isWallClock};
    if (history != nullptr && !m_order.history->id.isEmpty()) { // no file says when it was
        input.startedUs = m_order.history->startedMs * kUsPerMs;
        input.saleIsOfRun = m_order.history->sale == sale; // else it was another one then
    }
    OneAudit one;
    std::vector<Operation> completed;
    if (lacksStart(history)) {
        takeStart(input, *history, fit, snapshot.value());
        if (history->tool.incomplete && input.startKnown != StartKnowledge::Unknown) {
            one.isCompleted = true;
            one.missing = missingRequests(snapshot.value(), input);
            completed = withMissing(one.missing, history->operations);
            input.history = completed;
        }
    }
    one.report = auditSnapshot(snapshot.value(), input, m_hooks.progress);
    return one;
}

/// Puts what is missing into the history, and says so.
void LaterAudit::complete(std::vector<CouponAudit> &coupons,
                          const std::vector<std::vector<Operation>> &missing)
{
    std::vector<Operation> all;
    for (const std::vector<Operation> &each : missing) {
        all.insert(all.end(), each.begin(), each.end());
    }
    const auto inAll = static_cast<std::int64_t>(all.size());
    remark(text::plural(inAll,
                        RunText::tr("The results are not whole: for %1 new row a request is taken "
                                    "to have been made that nobody told of."),
                        RunText::tr("The results are not whole: for %1 new rows requests are "
                                    "taken to have been made that nobody told of."))
               .arg(text::count(inAll)));
    m_completed = withMissing(all, m_operations);
    std::int64_t first = 0;
    for (std::size_t i = 0; i < coupons.size(); ++i) {
        std::vector<std::int64_t> places(missing[i].size());
        std::iota(places.begin(), places.end(), first);
        first += static_cast<std::int64_t>(places.size());
        for (const std::int64_t place : m_histories[i]->places) {
            places.push_back(place + inAll);
        }
        coupons[i].operations = std::move(places);
    }
}

Result<AuditReport, SqlError> LaterAudit::auditOnce(const SettleResult &settled)
{
    m_startRemarks.clear();
    m_completed.clear();
    const bool tellsApart = m_order.history && !m_order.history->coupons.empty();
    const bool all = tellsApart && m_order.coupon.isEmpty();
    std::vector<CouponAudit> coupons;
    std::vector<std::vector<Operation>> missing;
    bool isCompleted = false;
    for (std::size_t i = 0; i < (all ? m_fits.size() : 1); ++i) {
        auto one = auditOne(m_fits[i], m_histories[i], settled);
        if (!one) {
            return Failure{one.error()};
        }
        isCompleted = isCompleted || one.value().isCompleted;
        missing.push_back(std::move(one.value().missing));
        coupons.push_back({m_fits[i].couponName,
                           all ? m_histories[i]->places : std::vector<std::int64_t>(),
                           std::move(one.value().report)});
    }
    if (isCompleted) {
        complete(coupons, missing);
    }
    return all ? auditOfAll(std::move(coupons)) : std::move(coupons.front().report);
}

Result<void, RunError> LaterAudit::audit()
{
    RestfulAudit order;
    order.confirm = m_order.profile.has_value();
    order.audit = [this](const SettleResult &settled) { return auditOnce(settled); };
    Settler settler(*m_connection, settling());
    auto report = auditAtRest(settler, order, m_hooks.stop);
    if (!report) {
        return unreadable(RunText::tr("The rows could not be read"), report.error());
    }
    RunRecord &record = m_audit.record;
    record.environment.remarks += m_startRemarks;
    record.audit = std::move(report).value();
    record.coupon = m_fits.front().coupon;
    m_audit.layout = m_fits.front().layout;
    m_audit.completed = std::move(m_completed);
    if (m_order.history) {
        record.outcomes = countOutcomes(m_operations);
        auto statuses = countStatuses(m_operations);
        record.statuses = statuses && !statuses->empty() ? std::move(statuses) : std::nullopt;
        record.loadTester = loadTesterView(record, m_operations);
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

Result<QByteArray, RunError> LaterAudit::snapshot()
{
    if (auto done = connect(); !done) {
        return Failure{done.error()};
    }
    if (auto done = fit(); !done) {
        return Failure{done.error()};
    }
    QByteArrayList parts;
    OwnRows own; // of no coupon
    for (const ProfileFit &fit : m_fits) {
        auto taken = Snapshot::take(*m_connection, fit.layout, fit.coupon);
        if (!taken) {
            return unreadable(RunText::tr("The rows could not be read"), taken.error());
        }
        if (m_order.profile && parts.isEmpty()) {
            own = ownRowsOf(m_order.profile->checks, taken.value());
        }
        if (const auto orphans = rowsWithoutCampaign(fit.layout); orphans && parts.isEmpty()) {
            own.insert(ownRowsOf({*orphans}, taken.value()));
        }
        parts << startPartOf(taken.value(), fit.couponName, own);
    }
    return startFileOf(parts);
}

} // namespace

Result<QByteArray, RunError> snapshotDatabase(DatabaseHost &host, const DatabaseAuditOrder &order,
                                              const DatabaseAuditHooks &hooks)
{
    return LaterAudit(host, order, hooks).snapshot();
}

Result<MadeDatabaseAudit, RunError>
auditDatabase(DatabaseHost &host, const DatabaseAuditOrder &order, const DatabaseAuditHooks &hooks)
{
    return LaterAudit(host, order, hooks).make();
}

} // namespace stampede
