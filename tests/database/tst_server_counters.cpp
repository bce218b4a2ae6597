// SPDX-License-Identifier: MIT
// Proves that the counters tell what was done between two readings, that what cannot be told stays
// empty, and that the server's description names the settings that matter.

#include "database/server_counters.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QtTest>

namespace tst_server_counters {

using namespace stampede;
using stampede::test::TestDatabase;

class TestServerCounters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void countsWhatHappened();
    void missingStaysEmpty();
    void describesTheServer();
    void isolationIsTheConnections();
};

void TestServerCounters::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestServerCounters::countsWhatHappened()
{
    const ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    const auto first = Connection::open(settings);
    const auto second = Connection::open(settings);
    QVERIFY(first.ok() && second.ok());
    Connection &holder = *first.value();
    Connection &waiter = *second.value();
    QVERIFY(holder.execute(QStringLiteral("CREATE TABLE t (id INT PRIMARY KEY)")).ok());
    QVERIFY(holder.execute(QStringLiteral("INSERT INTO t VALUES (1)")).ok());
    QVERIFY(waiter.execute(QStringLiteral("SET SESSION innodb_lock_wait_timeout = 1")).ok());

    const auto before = readServerCounters(holder);
    QVERIFY(before.ok());
    {
        auto transaction = Transaction::begin(holder);
        QVERIFY(transaction.ok());
        QVERIFY(holder.execute(QStringLiteral("UPDATE t SET id = 2")).ok());
        QVERIFY(!waiter.execute(QStringLiteral("UPDATE t SET id = 3")).ok());
    }
    for (int i = 0; i < 3; ++i) {
        QVERIFY(holder.commit().ok());
    }
    const auto after = readServerCounters(holder);
    QVERIFY(after.ok());

    // Other tests may be at work on the same server, so these are the least that it can be.
    const ServerCounters counted = after.value().since(before.value());
    QVERIFY(counted.deadlocks.has_value());
    QVERIFY(counted.commits.value_or(-1) >= 3);
    QVERIFY(counted.rollbacks.value_or(-1) >= 1);
    QVERIFY(counted.lockWaits.value_or(-1) >= 1);
    QVERIFY(counted.lockWaitMs.value_or(-1) >= 500);
}

void TestServerCounters::missingStaysEmpty()
{
    const ServerCounters before{.deadlocks = 1,
                                .lockWaits = {},
                                .lockWaitMs = 5,
                                .commits = 9,
                                .rollbacks = 4,
                                .cpuUs = 100};
    const ServerCounters after{.deadlocks = 4,
                               .lockWaits = 7,
                               .lockWaitMs = {},
                               .commits = 2,
                               .rollbacks = 4,
                               .cpuUs = 250};
    const ServerCounters counted = after.since(before);
    QCOMPARE(counted.deadlocks.value_or(-1), 3);
    QCOMPARE(counted.cpuUs.value_or(-1), 150);
    QVERIFY(!counted.lockWaits.has_value());
    QVERIFY(!counted.lockWaitMs.has_value());
    QVERIFY(!counted.commits.has_value()); // fewer than before: the server was restarted
    QCOMPARE(counted.rollbacks.value_or(-1), 0);
}

void TestServerCounters::describesTheServer()
{
    const auto connection = TestDatabase::instance().freshConnection();
    const auto described = describeServer(*connection);
    QVERIFY(described.ok());
    const ServerDescription &server = described.value();
    QCOMPARE(server.product, QStringLiteral("MariaDB"));
    QCOMPARE(server.version, connection->version());
    QCOMPARE(server.isolation, QStringLiteral("REPEATABLE-READ"));
    QCOMPARE(server.settings.value(QStringLiteral("innodb_flush_log_at_trx_commit")),
             QStringLiteral("1"));
    QCOMPARE(server.settings.value(QStringLiteral("log_bin")), QStringLiteral("OFF"));
    QCOMPARE(server.settings.value(QStringLiteral("performance_schema")), QStringLiteral("ON"));
    for (const char *name :
         {"sync_binlog", "innodb_lock_wait_timeout", "innodb_snapshot_isolation", "max_connections",
          "innodb_deadlock_detect", "sql_mode", "time_zone"}) {
        QVERIFY2(server.settings.contains(QString::fromLatin1(name)), name);
    }
}

void TestServerCounters::isolationIsTheConnections()
{
    const auto connection = TestDatabase::instance().freshConnection();
    QVERIFY(connection
                ->execute(QStringLiteral("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED"))
                .ok());
    const auto described = describeServer(*connection);
    QVERIFY(described.ok());
    QCOMPARE(described.value().isolation, QStringLiteral("READ-COMMITTED"));
}

} // namespace tst_server_counters

STAMPEDE_TEST(tst_server_counters::TestServerCounters)
#include "tst_server_counters.moc"
