// Proves that nothing is judged before it has come to rest: an open transaction of ours is seen and
// waited for, one of somebody else is not ours, and without the privilege to see them two equal
// reads decide and the result says so.

#include "planted_run.h"

#include <QTest>

#include <vector>

using namespace stampede;
using test::PlantedRun;
using test::TestDatabase;

namespace {

SettleLimits quick()
{
    return {std::chrono::milliseconds(1500), std::chrono::milliseconds(250),
            std::chrono::milliseconds(400)};
}

} // namespace

class TestSettle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quietDatabaseIsAtRest();
    void openTransactionOfOursIsWaitedFor();
    void transactionOfSomebodyElseIsNotOurs();
    void stopEndsTheWait();
    void withoutPrivilegeItSaysSo();
};

void TestSettle::quietDatabaseIsAtRest()
{
    PlantedRun run(3);
    const SettleResult result =
        settle(run.connection(), TableLayout::own(), run.coupon(), {}, {}, quick());
    QVERIFY(result.atRest);
    QVERIFY(result.sawTransactions);
}

void TestSettle::openTransactionOfOursIsWaitedFor()
{
    PlantedRun run(3);
    const QString database =
        run.connection().value(QStringLiteral("SELECT DATABASE()")).value().toString();
    ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    settings.database = database;
    auto worker = Connection::open(settings);
    QVERIFY(worker.ok());
    Connection &ours = *worker.value();
    QVERIFY(ours.execute(QStringLiteral("SET autocommit = 0")).ok());
    QVERIFY(ours.execute(QStringLiteral("UPDATE coupons SET quantity = 1")).ok());
    const std::vector<qint64> ids = {ours.id()};
    const SettleResult moving =
        settle(run.connection(), TableLayout::own(), run.coupon(), ids, {}, quick());
    QVERIFY(!moving.atRest);
    QCOMPARE(moving.moving, QStringLiteral("1 transactions of this run are open"));
    QVERIFY(ours.commit().ok());
    QVERIFY(settle(run.connection(), TableLayout::own(), run.coupon(), ids, {}, quick()).atRest);
}

void TestSettle::transactionOfSomebodyElseIsNotOurs()
{
    PlantedRun run(3);
    const auto stranger = TestDatabase::instance().freshConnection();
    QVERIFY(stranger->execute(QStringLiteral("CREATE TABLE t (id INT) ENGINE=InnoDB")).ok());
    QVERIFY(stranger->execute(QStringLiteral("SET autocommit = 0")).ok());
    QVERIFY(stranger->execute(QStringLiteral("INSERT INTO t VALUES (1)")).ok());
    const std::vector<qint64> ids = {run.connection().id()};
    QVERIFY(settle(run.connection(), TableLayout::own(), run.coupon(), ids, {}, quick()).atRest);
    QVERIFY(stranger->rollback().ok());
}

void TestSettle::stopEndsTheWait()
{
    PlantedRun run(3);
    std::stop_source stop;
    stop.request_stop();
    const SettleResult result =
        settle(run.connection(), TableLayout::own(), run.coupon(), {}, stop.get_token());
    QVERIFY(!result.atRest);
    QVERIFY(!result.moving.isEmpty());
}

void TestSettle::withoutPrivilegeItSaysSo()
{
    PlantedRun run(3);
    const QString database =
        run.connection().value(QStringLiteral("SELECT DATABASE()")).value().toString();
    const QString account = QStringLiteral("'reader'@'localhost'");
    run.sql(QStringLiteral("CREATE OR REPLACE USER %1 IDENTIFIED BY 'r'").arg(account));
    run.sql(QStringLiteral("GRANT SELECT ON %1.* TO %2").arg(quotedIdentifier(database), account));
    ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    settings.database = database;
    settings.user = QStringLiteral("reader");
    settings.password = QStringLiteral("r");
    auto reader = Connection::open(settings);
    QVERIFY2(reader.ok(), reader.ok() ? "" : qPrintable(reader.error().message));
    const SettleResult result =
        settle(*reader.value(), TableLayout::own(), run.coupon(), {}, {}, quick());
    QVERIFY(result.atRest);
    QVERIFY(!result.sawTransactions);
    run.sql(QStringLiteral("DROP USER %1").arg(account));
}

QTEST_GUILESS_MAIN(TestSettle)
#include "tst_settle.moc"
