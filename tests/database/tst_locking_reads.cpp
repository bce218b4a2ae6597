// SPDX-License-Identifier: MIT
// Proves that locking reads are counted as the server executed them: prepared ones of the
// connections asked for, text ones of the database, plain reads never; and that an account which
// may not see them is told what to grant.

#include "database/locking_reads.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QtTest>

namespace tst_locking_reads {

using namespace stampede;
using stampede::test::TestDatabase;

class TestLockingReads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsPreparedOnesOfTheseConnections();
    void countsTextOnes();
    void saysWhatToGrant();
};

namespace {

const QString kTable = QStringLiteral("coupons");

void makeTable(Connection &connection)
{
    STAMPEDE_CHECK(
        connection.execute(QStringLiteral("CREATE TABLE coupons (id INT PRIMARY KEY)")).ok());
    STAMPEDE_CHECK(connection.execute(QStringLiteral("INSERT INTO coupons VALUES (1)")).ok());
}

QSqlQuery executed(Connection &connection, const QString &sql, int times)
{
    auto prepared = connection.prepare(sql);
    STAMPEDE_CHECK(prepared.ok());
    QSqlQuery query = std::move(prepared).value();
    for (int i = 0; i < times; ++i) {
        query.bindValue(0, 1);
        STAMPEDE_CHECK(query.exec() && query.next());
        query.finish();
    }
    return query;
}

} // namespace

void TestLockingReads::countsPreparedOnesOfTheseConnections()
{
    const ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    const auto ours = test::connectTo(settings);
    const auto stranger = test::connectTo(settings);
    const auto asking = test::connectTo(settings);
    makeTable(*asking);
    const QString locking = QStringLiteral("SELECT id FROM coupons WHERE id = ? FOR UPDATE");
    {
        const QSqlQuery seven = executed(*ours, locking, 7);
        const QSqlQuery plain =
            executed(*ours, QStringLiteral("SELECT id FROM coupons WHERE id = ?"), 5);
        const QSqlQuery others = executed(*stranger, locking, 3);
        const auto counted = countPreparedLockingReads(*asking, {ours->id()}, kTable);
        QVERIFY2(counted.ok(), counted.ok() ? "" : qPrintable(counted.error()));
        QCOMPARE(counted.value().count, 7);
        const auto both = countPreparedLockingReads(*asking, {ours->id(), stranger->id()}, kTable);
        QVERIFY(both.ok());
        QCOMPARE(both.value().count, 10);
    }
    // Closed statements are gone: whoever asks too late sees nothing. Closing has no answer; that
    // to the next statement says that it was done.
    QVERIFY(ours->value(QStringLiteral("SELECT 1")).ok());
    const auto late = countPreparedLockingReads(*asking, {ours->id()}, kTable);
    QVERIFY(late.ok());
    QCOMPARE(late.value().count, 0);
}

void TestLockingReads::countsTextOnes()
{
    const auto connection = TestDatabase::instance().freshConnection();
    makeTable(*connection);
    // A server keeps so many different statements and no more, and other tests send theirs.
    QVERIFY(connection
                ->execute(QStringLiteral(
                    "TRUNCATE TABLE performance_schema.events_statements_summary_by_digest"))
                .ok());
    const auto before = countTextLockingReads(*connection, kTable);
    QVERIFY2(before.ok(), before.ok() ? "" : qPrintable(before.error()));
    for (int i = 0; i < 4; ++i) {
        QVERIFY(connection->execute(QStringLiteral("SELECT id FROM coupons FOR UPDATE")).ok());
        QVERIFY(connection->execute(QStringLiteral("SELECT id FROM coupons")).ok());
    }
    const QSqlQuery prepared =
        executed(*connection, QStringLiteral("SELECT id FROM coupons WHERE id = ? FOR UPDATE"), 2);
    const auto after = countTextLockingReads(*connection, kTable);
    QVERIFY(after.ok());
    QCOMPARE(after.value() - before.value(), 4);
}

void TestLockingReads::saysWhatToGrant()
{
    ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    const auto admin = test::connectTo(settings);
    const QString account = QStringLiteral("'counts_nothing'@'localhost'");
    QVERIFY(
        admin->execute(QStringLiteral("CREATE OR REPLACE USER %1 IDENTIFIED BY 'c'").arg(account))
            .ok());
    QVERIFY(admin
                ->execute(QStringLiteral("GRANT SELECT ON %1.* TO %2")
                              .arg(quotedIdentifier(settings.database), account))
                .ok());
    settings.user = QStringLiteral("counts_nothing");
    settings.password = QStringLiteral("c");
    {
        const auto reader = test::connectTo(settings);
        const auto counted = countPreparedLockingReads(*reader, {}, kTable);
        QVERIFY(!counted.ok());
        QVERIFY2(counted.error().contains(QStringLiteral("GRANT SELECT ON performance_schema")),
                 qPrintable(counted.error()));
    }
    QVERIFY(admin->execute(QStringLiteral("DROP USER %1").arg(account)).ok());
}

} // namespace tst_locking_reads

STAMPEDE_TEST(tst_locking_reads::TestLockingReads)
#include "tst_locking_reads.moc"
