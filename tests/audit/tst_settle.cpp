// SPDX-License-Identifier: MIT
// Proves that nothing is judged before it has come to rest: what may still change the rows is
// waited for, by whatever it shows itself; what cannot change them is named and left out; and what
// looks broken is looked at again before a service of somebody else is accused.

#include "planted_run.h"

#include "audit/audit_at_rest.h"
#include "base/clock.h"
#include "test_program.h"

#include <QDateTime>
#include <QTest>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace tst_settle {

using namespace stampede;
using namespace std::chrono_literals;
using test::PlantedRun;
using test::TestDatabase;

namespace {

using Step = std::function<void(Connection &)>;

SettleLimits quick()
{
    SettleLimits limits;
    limits.quiet = 250ms;
    limits.blindQuiet = 400ms;
    limits.unanswered = 30s;
    limits.atMost = 1min; // others read innodb_trx on this server as well
    return limits;
}

/// As if the load began now, against a service of somebody else.
SettleOrder foreignOrder(const PlantedRun &run, const SettleLimits &limits = quick())
{
    SettleOrder order;
    order.layout = TableLayout::own();
    order.coupon = run.coupon();
    order.limits = limits;
    order.loadStartedMs = QDateTime::currentMSecsSinceEpoch();
    return order;
}

QString databaseOf(PlantedRun &run)
{
    return run.connection().value(QStringLiteral("SELECT DATABASE()")).value().toString();
}

/// Somebody else in the run's database.
std::unique_ptr<Connection> neighbour(PlantedRun &run, const QString &user = {})
{
    ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    settings.database = databaseOf(run);
    if (!user.isEmpty()) {
        settings.user = user;
        settings.password = QStringLiteral("r");
    }
    return test::connectTo(settings);
}

/// Goes on until it is told of something like that; else until rest.
SettleResult untilTold(Connection &connection, SettleOrder order,
                       const QString &what = QStringLiteral("open"))
{
    std::stop_source stop;
    order.tell = [&](const QString &told) {
        if (told.contains(what) || told.contains(QStringLiteral("not committed"))) {
            stop.request_stop();
        }
    };
    return Settler(connection, order).untilRest(stop.get_token());
}

/// What is open now, however often others look.
OpenTransactions openBefore(PlantedRun &run)
{
    constexpr int kMostTries = 10;
    for (int tries = 0; tries < kMostTries; ++tries) {
        if (auto open = freshOpenTransactions(run.connection())) {
            return *open;
        }
    }
    qFatal("the server never told what is open");
}

Step sql(const QStringList &statements)
{
    return [statements](Connection &connection) {
        for (const QString &statement : statements) {
            const auto done = connection.execute(statement);
            STAMPEDE_CHECK(done.ok());
        }
    };
}

/// Ends what a test has begun, also where it fails: a prepared transaction outlives everything.
class Ending
{
public:
    Ending(PlantedRun &run, std::unique_ptr<Connection> &connection, QStringList statements)
        : m_run(run)
        , m_connection(connection)
        , m_statements(std::move(statements))
    {}
    ~Ending() { now(); }
    Ending(const Ending &) = delete;
    Ending &operator=(const Ending &) = delete;
    void now()
    {
        if (!m_statements.isEmpty()) {
            sql(std::exchange(m_statements, {}))(*m_connection);
        }
    }
    /// The connection goes, what it prepared stays.
    void letGo() { m_connection = neighbour(m_run); }

private:
    PlantedRun &m_run;
    std::unique_ptr<Connection> &m_connection;
    QStringList m_statements;
};

/// Does something again and again until it ends, as a scheduler does.
class Ticker
{
public:
    Ticker(std::chrono::milliseconds tick, std::function<void()> job)
        : m_thread([tick, job = std::move(job)](const std::stop_token &stop) {
            std::mutex mutex;
            std::condition_variable_any wake;
            std::unique_lock lock(mutex);
            while (!wake.wait_for(lock, stop, tick, [&stop] { return stop.stop_requested(); })) {
                job();
            }
        })
    {}

private:
    std::jthread m_thread;
};

Operation request(std::int64_t user, Outcome outcome, UnknownReason reason = UnknownReason::None)
{
    Operation operation;
    operation.user = user;
    operation.outcome = outcome;
    operation.reason = reason;
    return operation;
}

/// Audits what was planted as the service of somebody else.
AuditReport auditOf(PlantedRun &run, Settler &settler, const std::vector<Operation> &history = {})
{
    RestfulAudit order;
    order.confirm = true;
    order.audit = [&run, &history](const SettleResult &settled) {
        run.input.settled = settled;
        run.input.history = history;
        return runAudit(run.connection(), run.input);
    };
    auto report = auditAtRest(settler, order, {});
    STAMPEDE_CHECK(report.ok());
    return std::move(report).value();
}

QString restOf(const AuditReport &report)
{
    return report.check(QStringLiteral("came-to-rest"))->explanation;
}

} // namespace

class TestSettle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quietDatabaseIsAtRest();
    void openTransactionOfOursIsWaitedFor();
    void transactionOfSomebodyElseIsNotOurs();
    void whatMayChangeRowsIsWaitedFor_data();
    void whatMayChangeRowsIsWaitedFor();
    void whatCannotIsNamedAndLeftOut_data();
    void whatCannotIsNamedAndLeftOut();
    void neighboursAreLeftOut();
    void neighboursCountWhereTablesAreInSeveralDatabases();
    void picturesAreOfTheMoment();
    void earlierTransactionThatGrowsIsWaitedFor();
    void waitingTransactionsAreCounted();
    void withoutPrivilegeItSaysSo();
    void unansweredRequests_data();
    void unansweredRequests();
    void unansweredRequestIsWaitedFor();
    void rowEndsTheWaitForItsRequest();
    void whatCannotBeWaitedForSaysWhenToLookAgain();
    void stopEndsTheWait();
    void queueWorkerIsWaitedFor();
    void columnWrittenBehindIsNotAccused();
    void damageIsConfirmed();
    void damageThatCannotBeConfirmedIsNotConcluded();
};

void TestSettle::quietDatabaseIsAtRest()
{
    PlantedRun run(3);
    SettleOrder order = foreignOrder(run);
    order.ownConnections.emplace();
    const SettleResult result = Settler(run.connection(), order).untilRest({});
    QVERIFY(result.atRest);
    QVERIFY(result.sawTransactions);
}

void TestSettle::openTransactionOfOursIsWaitedFor()
{
    PlantedRun run(3);
    const auto ours = neighbour(run);
    QVERIFY(ours->execute(QStringLiteral("SET autocommit = 0")).ok());
    QVERIFY(ours->execute(QStringLiteral("UPDATE coupons SET quantity = 1")).ok());
    SettleOrder order = foreignOrder(run);
    order.ownConnections = {ours->id()};
    const SettleResult moving = untilTold(run.connection(), order);
    QVERIFY(!moving.atRest);
    QCOMPARE(moving.open, 1);
    run.input.settled = moving;
    QVERIFY2(
        restOf(run.audit()).contains(QStringLiteral("1 transaction of this run is still open")),
        qPrintable(restOf(run.audit())));
    QVERIFY(ours->commit().ok());
    QVERIFY(Settler(run.connection(), order).untilRest({}).atRest);
}

void TestSettle::transactionOfSomebodyElseIsNotOurs()
{
    PlantedRun run(3);
    const auto stranger = neighbour(run);
    sql({QStringLiteral("BEGIN"), QStringLiteral("UPDATE coupons SET quantity = 1")})(*stranger);
    SettleOrder order = foreignOrder(run);
    order.ownConnections = {run.connection().id()};
    QVERIFY(Settler(run.connection(), order).untilRest({}).atRest);
}

void TestSettle::whatMayChangeRowsIsWaitedFor_data()
{
    QTest::addColumn<QStringList>("begins");
    QTest::addColumn<QStringList>("ends");
    QTest::addColumn<bool>("gone"); // its connection
    const QStringList rollback{QStringLiteral("ROLLBACK")};
    QTest::newRow("has inserted") << QStringList{QStringLiteral("BEGIN"),
                                                 QStringLiteral(
                                                     "INSERT INTO user_coupons (user_id, "
                                                     "coupon_id, issued_at) VALUES (1, 1, 1)")}
                                  << rollback << false;
    QTest::newRow("holds the row")
        << QStringList{QStringLiteral("BEGIN"), QStringLiteral("SELECT * FROM coupons FOR UPDATE")}
        << rollback << false;
    QTest::newRow("holds another table's rows")
        << QStringList{QStringLiteral("BEGIN"), QStringLiteral("SELECT * FROM users FOR UPDATE")}
        << rollback << false;
    const auto xa = [](const QString &change) {
        return QStringList{QStringLiteral("XA START 'settle'"), change,
                           QStringLiteral("XA END 'settle'"),
                           QStringLiteral("XA PREPARE 'settle'")};
    };
    const QString takes = QStringLiteral("UPDATE coupons SET quantity = 1");
    const QString inserts =
        QStringLiteral("INSERT INTO user_coupons (user_id, coupon_id, issued_at) VALUES (1, 1, 1)");
    const QStringList endXa{QStringLiteral("XA ROLLBACK 'settle'")};
    QTest::newRow("prepared over the stock") << xa(takes) << endXa << false;
    QTest::newRow("prepared over a row") << xa(inserts) << endXa << false;
    QTest::newRow("prepared over the stock, its connection gone") << xa(takes) << endXa << true;
    QStringList notYet = xa(QStringLiteral("SELECT * FROM users FOR UPDATE"));
    notYet.removeLast();
    QTest::newRow("about to be prepared, beside the coupon")
        << notYet << QStringList{QStringLiteral("XA ROLLBACK 'settle'")} << false;
}

void TestSettle::whatMayChangeRowsIsWaitedFor()
{
    QFETCH(const QStringList, begins);
    QFETCH(const QStringList, ends);
    QFETCH(const bool, gone);
    PlantedRun run(3);
    SettleOrder order = foreignOrder(run);
    order.before = openBefore(run);
    auto service = neighbour(run);
    sql(begins)(*service);
    Ending ending(run, service, ends);
    const bool prepared = begins.constLast().startsWith(QLatin1String("XA PREPARE"));
    if (gone) {
        ending.letGo();
    }
    const SettleResult moving = untilTold(run.connection(), order);
    QVERIFY(!moving.atRest);
    QCOMPARE(moving.open, prepared ? 0 : 1);
    QVERIFY(moving.uncommitted || !prepared);
    ending.now();
    QVERIFY(Settler(run.connection(), order).untilRest({}).atRest);
}

void TestSettle::whatCannotIsNamedAndLeftOut_data()
{
    QTest::addColumn<QStringList>("early"); // before the load
    QTest::addColumn<QStringList>("late");
    QTest::addColumn<QStringList>("ends");
    QTest::addColumn<bool>("gone"); // its connection
    const QStringList none;
    const QStringList rollback{QStringLiteral("ROLLBACK")};
    const QStringList idle{QStringLiteral("SET autocommit = 0"),
                           QStringLiteral("SELECT COUNT(*) FROM coupons")};
    const auto xa = [](const QString &change) {
        return QStringList{QStringLiteral("CREATE TABLE IF NOT EXISTS beside (id INT)"),
                           QStringLiteral("XA START 'beside'"), change,
                           QStringLiteral("XA END 'beside'"),
                           QStringLiteral("XA PREPARE 'beside'")};
    };
    const QStringList endXa{QStringLiteral("XA ROLLBACK 'beside'")};
    QTest::newRow("pool, autocommit off") << idle << none << rollback << false;
    QTest::newRow("pool, begun later") << none << idle << rollback << false;
    QTest::newRow("snapshot") << QStringList{QStringLiteral(
                                     "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY")}
                              << none << rollback << false;
    QTest::newRow("locks from before the load")
        << QStringList{QStringLiteral("BEGIN"), QStringLiteral("SELECT * FROM users FOR UPDATE")}
        << none << rollback << false;
    QTest::newRow("prepared before the load")
        << xa(QStringLiteral("INSERT INTO beside VALUES (1)")) << none << endXa << true;
    QTest::newRow("prepared meanwhile, beside the coupon")
        << none << xa(QStringLiteral("INSERT INTO beside VALUES (1)")) << endXa << true;
    QTest::newRow("prepared meanwhile, its connection there")
        << none << xa(QStringLiteral("INSERT INTO beside VALUES (1)")) << endXa << false;
    QTest::newRow("prepared meanwhile, reads the coupon with a lock")
        << none << xa(QStringLiteral("SELECT * FROM coupons LOCK IN SHARE MODE")) << endXa << false;
}

void TestSettle::whatCannotIsNamedAndLeftOut()
{
    QFETCH(const QStringList, early);
    QFETCH(const QStringList, late);
    QFETCH(const QStringList, ends);
    QFETCH(const bool, gone);
    PlantedRun run(3);
    auto other = neighbour(run);
    sql(early)(*other);
    SettleOrder order = foreignOrder(run);
    order.before = openBefore(run);
    sql(late)(*other);
    Ending ending(run, other, ends);
    const qint64 named = gone ? 0 : other->id();
    if (gone) {
        ending.letGo();
    }
    const SettleResult result = Settler(run.connection(), order).untilRest({});
    QVERIFY(result.atRest);
    QVERIFY(result.leftOut.contains(named));
    run.input.settled = result;
    QVERIFY2(restOf(run.audit()).contains(QStringLiteral("left out")),
             qPrintable(restOf(run.audit())));
}

void TestSettle::neighboursCountWhereTablesAreInSeveralDatabases()
{
    PlantedRun run(3);
    SettleOrder order = foreignOrder(run);
    order.layout.stockDatabase = databaseOf(run); // as of a profile with "database.table"
    const auto service = TestDatabase::instance().freshConnection();
    sql({QStringLiteral("CREATE TABLE t (id INT) ENGINE=InnoDB"), QStringLiteral("BEGIN"),
         QStringLiteral("INSERT INTO t VALUES (1)")})(*service);
    const SettleResult moving = untilTold(run.connection(), order);
    QVERIFY(!moving.atRest);
    QCOMPARE(moving.open, 1);
    QVERIFY(service->rollback().ok());
}

void TestSettle::neighboursAreLeftOut()
{
    PlantedRun run(3);
    const auto stranger = TestDatabase::instance().freshConnection();
    sql({QStringLiteral("CREATE TABLE t (id INT) ENGINE=InnoDB"), QStringLiteral("BEGIN"),
         QStringLiteral("INSERT INTO t VALUES (1)")})(*stranger);
    const SettleResult result = Settler(run.connection(), foreignOrder(run)).untilRest({});
    QVERIFY(result.atRest);
    QVERIFY(result.leftOut.contains(stranger->id()));
    // Unless they change the coupon's rows from there.
    sql({QStringLiteral("UPDATE %1.coupons SET quantity = 1")
             .arg(quotedIdentifier(databaseOf(run)))})(*stranger);
    const SettleResult moving = untilTold(run.connection(), foreignOrder(run));
    QVERIFY(!moving.atRest);
    QVERIFY(moving.uncommitted);
    QVERIFY(stranger->rollback().ok());
}

void TestSettle::picturesAreOfTheMoment()
{
    // Somebody reads the list so often that the server does not renew it.
    PlantedRun run(3);
    const auto monitor = neighbour(run);
    const Ticker often(60ms, [&monitor] { STAMPEDE_CHECK(readOpenTransactions(*monitor).ok()); });
    SettleOrder order = foreignOrder(run);
    const SettleResult result = Settler(run.connection(), order).untilRest({});
    QVERIFY(result.atRest);
    // Where a picture of the moment came in between, transactions were seen, else it is said.
    run.input.settled = result;
    QCOMPARE(result.sawTransactions, !result.stale);
    QCOMPARE(restOf(run.audit()).contains(QStringLiteral("so often")), result.stale);
    // What nobody has committed shows either way.
    const auto service = neighbour(run);
    sql({QStringLiteral("BEGIN"), QStringLiteral("UPDATE coupons SET quantity = 1")})(*service);
    const SettleResult moving = untilTold(run.connection(), order);
    QVERIFY(!moving.atRest);
    QVERIFY(moving.uncommitted || moving.open > 0);
    QVERIFY(service->rollback().ok());
}

void TestSettle::earlierTransactionThatGrowsIsWaitedFor()
{
    PlantedRun run(3);
    const auto service = neighbour(run);
    sql({QStringLiteral("BEGIN"), QStringLiteral("SELECT * FROM coupons")})(*service);
    SettleOrder order = foreignOrder(run);
    order.before = openBefore(run);
    sql({QStringLiteral("UPDATE coupons SET quantity = 1")})(*service);
    const SettleResult moving = untilTold(run.connection(), order);
    QVERIFY(!moving.atRest);
    QCOMPARE(moving.open, 1);
}

void TestSettle::waitingTransactionsAreCounted()
{
    PlantedRun run(3);
    SettleOrder order = foreignOrder(run);
    order.before = openBefore(run);
    order.later = QStringLiteral("stampede-cli audit --run 7f3a91");
    std::vector<std::jthread> waiting; // goes after who holds what they wait for
    const auto holder = neighbour(run);
    sql({QStringLiteral("BEGIN"), QStringLiteral("UPDATE coupons SET quantity = 1")})(*holder);
    constexpr int kWaiting = 3;
    for (int i = 0; i < kWaiting; ++i) {
        waiting.emplace_back([service = neighbour(run)]() mutable {
            const auto done = service->execute(QStringLiteral("UPDATE coupons SET quantity = 2"));
            STAMPEDE_CHECK(done.ok());
            service.reset();
        });
    }
    const SettleResult moving =
        untilTold(run.connection(), order, QStringLiteral("4 transactions are open"));
    QVERIFY(!moving.atRest);
    QCOMPARE(moving.open, kWaiting + 1);
    QVERIFY(moving.decidesInS > 0);
    run.input.settled = moving;
    QVERIFY2(restOf(run.audit())
                 .contains(QStringLiteral("4 transactions of the service are still "
                                          "open. `stampede-cli audit --run 7f3a91` "
                                          "in ")),
             qPrintable(restOf(run.audit())));
    QVERIFY(holder->commit().ok());
    QVERIFY(Settler(run.connection(), order).untilRest({}).atRest);
}

void TestSettle::withoutPrivilegeItSaysSo()
{
    PlantedRun run(3);
    const QString account = QStringLiteral("'settle_reader'@'localhost'");
    run.sql(QStringLiteral("CREATE OR REPLACE USER %1 IDENTIFIED BY 'r'").arg(account));
    run.sql(QStringLiteral("GRANT SELECT ON %1.* TO %2")
                .arg(quotedIdentifier(databaseOf(run)), account));
    const auto reader = neighbour(run, QStringLiteral("settle_reader"));
    QVERIFY(reader->readOnlyFromNow(30s).ok());
    SettleOrder order = foreignOrder(run);
    const SettleResult result = Settler(*reader, order).untilRest({});
    QVERIFY(result.atRest);
    QVERIFY(!result.sawTransactions);
    run.input.settled = result;
    QVERIFY(restOf(run.audit()).contains(QStringLiteral("GRANT PROCESS ON *.*")));
    // What nobody has committed shows even so, and nobody reads so afterwards.
    const auto service = neighbour(run);
    sql({QStringLiteral("BEGIN"), QStringLiteral("UPDATE coupons SET quantity = 1")})(*service);
    const SettleResult moving = untilTold(*reader, order);
    QVERIFY(!moving.atRest);
    QVERIFY(moving.uncommitted);
    QCOMPARE(reader->value(QStringLiteral("SELECT quantity FROM coupons")).value().toInt(), 3);
    run.sql(QStringLiteral("DROP USER %1").arg(account));
}

void TestSettle::unansweredRequests_data()
{
    QTest::addColumn<std::vector<Operation>>("history");
    QTest::addColumn<std::vector<std::int64_t>>("before");
    QTest::addColumn<std::vector<std::int64_t>>("rows");
    QTest::addColumn<int>("unexplained");
    using Requests = std::vector<Operation>;
    using People = std::vector<std::int64_t>;
    const Operation issued = request(1, Outcome::Issued);
    const Operation timeout = request(1, Outcome::Unknown, UnknownReason::Timeout);
    const auto status = [](std::uint16_t code) {
        Operation answer = request(1, Outcome::ServerError);
        answer.errorCode = code;
        return answer;
    };
    QTest::newRow("nothing") << Requests{} << People{} << People{} << 0;
    QTest::newRow("answered") << Requests{issued} << People{} << People{} << 0;
    QTest::newRow("no row") << Requests{timeout} << People{} << People{} << 1;
    QTest::newRow("its row") << Requests{timeout} << People{} << People{1} << 0;
    QTest::newRow("somebody else's row") << Requests{timeout} << People{} << People{2} << 1;
    QTest::newRow("a row that another answer explains")
        << Requests{issued, timeout} << People{} << People{1} << 1;
    QTest::newRow("one row for two") << Requests{timeout, timeout} << People{} << People{1} << 1;
    QTest::newRow("an earlier row") << Requests{timeout} << People{1} << People{1} << 1;
    QTest::newRow("a second row") << Requests{timeout} << People{1} << People{1, 1} << 0;
    QTest::newRow("not recognised is an answer")
        << Requests{request(1, Outcome::Unknown, UnknownReason::Unclassified)} << People{}
        << People{} << 0;
    QTest::newRow("500 is an answer") << Requests{status(500)} << People{} << People{} << 0;
    QTest::newRow("504 is the proxy's") << Requests{status(504)} << People{} << People{} << 1;
}

void TestSettle::unansweredRequests()
{
    QFETCH(const std::vector<Operation>, history);
    QFETCH(const std::vector<std::int64_t>, before);
    QFETCH(const std::vector<std::int64_t>, rows);
    QTEST(static_cast<int>(unexplainedRequests(history, before, rows)), "unexplained");
}

void TestSettle::unansweredRequestIsWaitedFor()
{
    PlantedRun run(3);
    const std::vector<Operation> history{request(1, Outcome::Unknown, UnknownReason::Timeout)};
    SettleOrder order = foreignOrder(run);
    order.limits.unanswered = 1s;
    order.history = history;
    QStringList told;
    order.tell = [&told](const QString &what) { told << what; };
    const SettleResult result = Settler(run.connection(), order).untilRest({});
    QVERIFY(result.atRest);
    QCOMPARE(result.unanswered, 1);
    QVERIFY(!told.filter(QStringLiteral("1 request without an answer")).isEmpty());
    run.input.settled = result;
    QVERIFY2(restOf(run.audit()).contains(QStringLiteral("assumed not to take effect")),
             qPrintable(restOf(run.audit())));
    order.loadStartedMs -= 60'000; // long ago: nothing to wait for
    told.clear();
    QVERIFY(Settler(run.connection(), order).untilRest({}).atRest);
    QVERIFY(told.filter(QStringLiteral("without an answer")).isEmpty());
}

void TestSettle::rowEndsTheWaitForItsRequest()
{
    PlantedRun run(3);
    const std::vector<Operation> history{request(1, Outcome::Unknown, UnknownReason::Timeout)};
    SettleOrder order = foreignOrder(run);
    order.limits.unanswered = 1h;
    order.history = history;
    // The service gets to it as soon as the waiting has begun.
    bool done = false;
    order.tell = [&](const QString &what) {
        if (!done && what.contains(QStringLiteral("without an answer"))) {
            done = true;
            run.row(1);
        }
    };
    const SettleResult result = Settler(run.connection(), order).untilRest({});
    QVERIFY(done);
    QVERIFY(result.atRest);
    QCOMPARE(result.unanswered, 0);
}

void TestSettle::whatCannotBeWaitedForSaysWhenToLookAgain()
{
    PlantedRun run(3);
    const std::vector<Operation> history{request(1, Outcome::Unknown, UnknownReason::Timeout)};
    SettleOrder order = foreignOrder(run);
    order.limits.atMost = 1500ms;
    order.history = history;
    order.later = QStringLiteral("stampede-cli audit --run 7f3a91");
    Settler settler(run.connection(), order);
    const AuditReport report = auditOf(run, settler, history);
    QCOMPARE(report.verdict, AuditVerdict::Undecided);
    QVERIFY(report.settle.has_value());
    QCOMPARE(report.settle->unanswered, 1);
    QVERIFY(!report.settle->atRest);
    QVERIFY2(report.undecidedReason.contains(
                 QStringLiteral("1 request without an answer may still take effect. `stampede-cli "
                                "audit --run 7f3a91` in ")),
             qPrintable(report.undecidedReason));
}

void TestSettle::stopEndsTheWait()
{
    PlantedRun run(3);
    const std::vector<Operation> history{request(1, Outcome::Unknown, UnknownReason::Timeout)};
    SettleOrder order = foreignOrder(run);
    order.limits.atMost = 24h;
    order.limits.unanswered = 24h;
    order.history = history;
    std::stop_source stop;
    order.tell = [&stop](const QString &what) {
        if (what.contains(QStringLiteral("without an answer"))) {
            stop.request_stop();
        }
    };
    const SettleResult result = Settler(run.connection(), order).untilRest(stop.get_token());
    QVERIFY(!result.atRest);
    QVERIFY(result.stopped);
}

void TestSettle::queueWorkerIsWaitedFor()
{
    constexpr int kRows = 6;
    PlantedRun run(kRows);
    SettleOrder order = foreignOrder(run);
    order.limits.quiet = 1500ms;
    std::vector<Operation> history;
    for (int user = 1; user <= kRows; ++user) {
        history.push_back(request(user, Outcome::Issued));
    }
    int next = 0;
    const auto worker = neighbour(run);
    const Ticker ticker(300ms, [&] {
        if (next < kRows) {
            const auto transaction = Transaction::begin(*worker);
            sql({QStringLiteral("INSERT INTO user_coupons (user_id, coupon_id, issued_at) SELECT "
                                "%1, id, starts_at FROM coupons")
                     .arg(++next),
                 QStringLiteral("UPDATE coupons SET quantity = quantity - 1, issued_count = "
                                "issued_count + 1"),
                 QStringLiteral("COMMIT")})(*worker);
        }
    });
    Settler settler(run.connection(), order);
    const AuditReport report = auditOf(run, settler, history);
    QVERIFY2(report.verdict == AuditVerdict::Held, qPrintable(test::failedChecks(report)));
    QCOMPARE(report.state.rows, kRows);
}

void TestSettle::columnWrittenBehindIsNotAccused()
{
    PlantedRun run(3);
    const std::int64_t row = run.row(1);
    QVERIFY(row > 0);
    const std::vector<Operation> history{request(1, Outcome::Issued)};
    SettleOrder order = foreignOrder(run);
    order.limits.atMost = 20s; // confirms after 5 s
    const auto writer = neighbour(run);
    // Longer than rows and stock have to be still, so that an audit has seen it by then.
    const Ticker ticker(
        2s, [&writer] { sql({QStringLiteral("UPDATE coupons SET quantity = 2")})(*writer); });
    Settler settler(run.connection(), order);
    const AuditReport report = auditOf(run, settler, history);
    QVERIFY2(report.verdict == AuditVerdict::Held, qPrintable(test::failedChecks(report)));
    QCOMPARE(report.state.remaining, std::optional<std::int64_t>(2));
}

void TestSettle::damageIsConfirmed()
{
    PlantedRun run(3);
    run.row(1);
    const std::vector<Operation> history{request(1, Outcome::Issued)};
    SettleOrder order = foreignOrder(run);
    order.limits.atMost = 20s;
    Settler settler(run.connection(), order);
    const AuditReport report = auditOf(run, settler, history);
    QCOMPARE(report.verdict, AuditVerdict::Broken);
    QCOMPARE(test::failedChecks(report), QStringLiteral("stock-adds-up"));
    QVERIFY2(restOf(report).contains(QStringLiteral("looked at again after 5")),
             qPrintable(restOf(report)));
}

void TestSettle::damageThatCannotBeConfirmedIsNotConcluded()
{
    PlantedRun run(3);
    run.row(1);
    const std::vector<Operation> history{request(1, Outcome::Issued)};
    SettleOrder order = foreignOrder(run);
    order.limits.atMost = 10s;
    order.limits.quiet = 6s; // leaves less than the half that it takes
    Settler settler(run.connection(), order);
    const AuditReport report = auditOf(run, settler, history);
    QCOMPARE(report.verdict, AuditVerdict::Undecided);
    QVERIFY2(report.undecidedReason.contains(QStringLiteral("could not be looked at again")),
             qPrintable(report.undecidedReason));
}

} // namespace tst_settle

STAMPEDE_TEST(tst_settle::TestSettle)
#include "tst_settle.moc"
