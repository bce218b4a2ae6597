// SPDX-License-Identifier: MIT
// Proves on a real server that every error is told apart by its kind, that a transaction is undone
// unless it was committed, that values survive the way there and back, and that connections come
// and go without a warning of Qt's.

#include "database/connection.h"
#include "small_table.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QtTest>

#include <atomic>
#include <limits>
#include <thread>
#include <vector>

namespace tst_connection {

using namespace stampede;
using stampede::test::connectTo;
using stampede::test::TestDatabase;

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void opensAndTellsWhatItIs();
    void valuesSurvive_data();
    void valuesSurvive();
    void preparedStatementIsReused();
    void noRowIsAnInvalidValue();
    void transactionIsUndoneUnlessCommitted();
    void identifiersAreQuoted();
    void manyThreadsComeAndGo();

private:
    ConnectionSettings m_settings;
    std::unique_ptr<Connection> m_connection;
};

void TestConnection::initTestCase()
{
    m_settings = TestDatabase::instance().freshDatabase();
}

void TestConnection::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_connection = connectTo(m_settings);
    stampede::test::makeSmallTable(*m_connection);
}

void TestConnection::opensAndTellsWhatItIs()
{
    const auto version = m_connection->value(QStringLiteral("SELECT VERSION()"));
    QVERIFY(version.ok());
    QVERIFY(m_connection->isMariaDb());
    QVERIFY(version.value().toString().startsWith(m_connection->version()));
    QCOMPARE(m_connection->product(), QStringLiteral("MariaDB ") + m_connection->version());
    QCOMPARE(m_connection->value(QStringLiteral("SELECT CONNECTION_ID()")).value().toLongLong(),
             m_connection->id());
    QCOMPARE(
        m_connection->value(QStringLiteral("SELECT @@character_set_client")).value().toString(),
        QStringLiteral("utf8mb4"));
}

void TestConnection::valuesSurvive_data()
{
    QTest::addColumn<qlonglong>("number");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << 1LL << QStringLiteral("WELCOME10");
    QTest::newRow("smallest") << std::numeric_limits<qlonglong>::min() << QStringLiteral("");
    QTest::newRow("largest") << std::numeric_limits<qlonglong>::max()
                             << QStringLiteral("'); DROP TABLE t; -- \\");
    QTest::newRow("all planes") << -1LL
                                << QString::fromUtf8("쿠폰 🎟️ \u202Eöß\u0001\n`\"");
}

void TestConnection::valuesSurvive()
{
    QFETCH(const qlonglong, number);
    QFETCH(const QString, text);
    QVERIFY(m_connection
                ->query(QStringLiteral("UPDATE t SET v = ?, s = ? WHERE id = 1"), {number, text})
                .ok());
    auto rows = m_connection->query(QStringLiteral("SELECT v, s FROM t WHERE id = ?"), {1});
    QVERIFY(rows.ok());
    QVERIFY(rows.value().next());
    QCOMPARE(rows.value().value(0).toLongLong(), number);
    QCOMPARE(rows.value().value(1).toString(), text);
    QVERIFY(!rows.value().next());
}

void TestConnection::preparedStatementIsReused()
{
    auto prepared = m_connection->prepare(QStringLiteral("INSERT INTO t (id) VALUES (?)"));
    QVERIFY(prepared.ok());
    for (int id = 10; id < 20; ++id) {
        prepared.value().bindValue(0, id);
        QVERIFY(prepared.value().exec());
        QCOMPARE(prepared.value().numRowsAffected(), 1);
    }
    QCOMPARE(m_connection->value(QStringLiteral("SELECT COUNT(*) FROM t")).value().toInt(), 12);
    const auto wrong = m_connection->prepare(QStringLiteral("SELEKT 1"));
    QVERIFY(!wrong.ok());
    QCOMPARE(wrong.error().code, 1064);
}

void TestConnection::noRowIsAnInvalidValue()
{
    const auto none = m_connection->value(QStringLiteral("SELECT v FROM t WHERE id = ?"), {99});
    QVERIFY(none.ok());
    QVERIFY(!none.value().isValid());
}

void TestConnection::transactionIsUndoneUnlessCommitted()
{
    const auto change = [this](bool commit) {
        auto transaction = Transaction::begin(*m_connection);
        QVERIFY(transaction.ok());
        Transaction moved = std::move(transaction).value();
        QVERIFY(m_connection->execute(QStringLiteral("UPDATE t SET v = v + 1 WHERE id = 1")).ok());
        if (commit) {
            QVERIFY(moved.commit().ok());
        }
    };
    const auto stored = [this] {
        return connectTo(m_settings)
            ->value(QStringLiteral("SELECT v FROM t WHERE id = 1"))
            .value()
            .toInt();
    };
    change(false);
    QCOMPARE(stored(), 0);
    change(true);
    QCOMPARE(stored(), 1);

    auto reading =
        Transaction::begin(*m_connection, QStringLiteral("WITH CONSISTENT SNAPSHOT, READ ONLY"));
    QVERIFY(reading.ok());
    const auto refused = m_connection->execute(QStringLiteral("UPDATE t SET v = 9"));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, 1792);
}

void TestConnection::identifiersAreQuoted()
{
    QCOMPARE(quotedIdentifier(QStringLiteral("plain")), QStringLiteral("`plain`"));
    const QString hostile = QStringLiteral("a`; DROP TABLE t; --");
    QVERIFY(m_connection
                ->execute(QStringLiteral("CREATE TABLE %1 (id INT)").arg(quotedIdentifier(hostile)))
                .ok());
    QCOMPARE(m_connection
                 ->value(QStringLiteral("SELECT COUNT(*) FROM information_schema.tables WHERE "
                                        "table_schema = DATABASE() AND table_name IN (?, 't')"),
                         {hostile})
                 .value()
                 .toInt(),
             2);
    QVERIFY(m_connection->execute(QStringLiteral("DROP TABLE ") + quotedIdentifier(hostile)).ok());
}

void TestConnection::manyThreadsComeAndGo()
{
    constexpr int kThreads = 16;
    constexpr int kRounds = 10;
    std::atomic<int> answered = 0;
    std::vector<std::thread> threads;
    threads.reserve(kThreads);
    for (int i = 0; i < kThreads; ++i) {
        threads.emplace_back([this, &answered] {
            for (int round = 0; round < kRounds; ++round) {
                answered +=
                    connectTo(m_settings)->value(QStringLiteral("SELECT 1")).value().toInt();
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    QCOMPARE(answered.load(), kThreads * kRounds);
}

} // namespace tst_connection

STAMPEDE_TEST(tst_connection::TestConnection)
#include "tst_connection.moc"
