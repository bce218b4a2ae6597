// SPDX-License-Identifier: MIT
// Proves on a real server that every error is told apart by its kind: what the server refused, what
// it broke off, what was lost on the way.

#include "database/connection.h"
#include "small_table.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QtTest>

#include <atomic>
#include <thread>

namespace tst_connection_errors {

using namespace stampede;
using stampede::test::connectTo;
using stampede::test::TestDatabase;

namespace {

constexpr int kPatienceMs = 20'000;

/// Runs the statements on a connection of its own thread and keeps the error of the last one.
class Other
{
public:
    Other(const ConnectionSettings &settings, const QStringList &statements)
        : m_thread([this, settings, statements] {
            const auto connection = connectTo(settings);
            m_id = connection->id();
            for (const QString &statement : statements) {
                if (const auto done = connection->execute(statement); !done.ok()) {
                    m_error = done.error();
                }
                ++m_finished;
            }
        })
    {}
    ~Other() { join(); }
    Other(const Other &) = delete;
    Other &operator=(const Other &) = delete;

    [[nodiscard]] qint64 id() const { return m_id; }
    [[nodiscard]] int finished() const { return m_finished; }
    SqlError join()
    {
        if (m_thread.joinable()) {
            m_thread.join();
        }
        return m_error;
    }

private:
    std::atomic<qint64> m_id = 0;
    std::atomic<int> m_finished = 0;
    SqlError m_error;
    std::thread m_thread; // last: it uses the others
};

} // namespace

class TestConnectionErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void duplicateKey();
    void lockWaitTimeoutLeavesTheTransactionOpen();
    void deadlock();
    void changedRow();
    void statementTimeout();
    void interrupted();
    void killedConnectionIsLost();
    void silentServerIsLost();
    void refused_data();
    void refused();

private:
    /// Whether that session runs the statement or waits for a lock in it.
    bool isBusy(qint64 id);

    ConnectionSettings m_settings;
    std::unique_ptr<Connection> m_connection;
};

void TestConnectionErrors::initTestCase()
{
    m_settings = TestDatabase::instance().freshDatabase();
}

void TestConnectionErrors::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_connection = connectTo(m_settings);
    stampede::test::makeSmallTable(*m_connection);
}

bool TestConnectionErrors::isBusy(qint64 id)
{
    const auto count =
        m_connection->value(QStringLiteral("SELECT COUNT(*) FROM information_schema.processlist "
                                           "WHERE id = ? AND command <> 'Sleep' AND state <> ''"),
                            {id});
    return count.ok() && count.value().toInt() == 1;
}

void TestConnectionErrors::duplicateKey()
{
    const auto direct = m_connection->execute(QStringLiteral("INSERT INTO t (id) VALUES (1)"));
    const auto prepared = m_connection->query(QStringLiteral("INSERT INTO t (id) VALUES (?)"), {1});
    QVERIFY(!direct.ok() && !prepared.ok());
    for (const SqlError &error : {direct.error(), prepared.error()}) {
        QCOMPARE(error.kind, SqlErrorKind::DuplicateKey);
        QCOMPARE(error.code, 1062);
    }
}

void TestConnectionErrors::lockWaitTimeoutLeavesTheTransactionOpen()
{
    auto holder = Transaction::begin(*m_connection);
    QVERIFY(holder.ok());
    QVERIFY(m_connection->execute(QStringLiteral("UPDATE t SET v = 1 WHERE id = 1")).ok());

    const auto waiter = connectTo(m_settings);
    QVERIFY(waiter->execute(QStringLiteral("SET SESSION innodb_lock_wait_timeout = 1")).ok());
    auto waiting = Transaction::begin(*waiter);
    QVERIFY(waiting.ok());
    QVERIFY(waiter->execute(QStringLiteral("UPDATE t SET v = 7 WHERE id = 2")).ok());
    const auto late = waiter->execute(QStringLiteral("UPDATE t SET v = 2 WHERE id = 1"));
    QVERIFY(!late.ok());
    QCOMPARE(late.error().kind, SqlErrorKind::LockWaitTimeout);
    QCOMPARE(waiter->value(QStringLiteral("SELECT v FROM t WHERE id = 2")).value().toInt(), 7);
}

void TestConnectionErrors::deadlock()
{
    auto transaction = Transaction::begin(*m_connection);
    QVERIFY(transaction.ok());
    QVERIFY(m_connection->execute(QStringLiteral("UPDATE t SET v = 1 WHERE id = 1")).ok());
    Other other(m_settings, {QStringLiteral("START TRANSACTION"),
                             QStringLiteral("UPDATE t SET v = 2 WHERE id = 2"),
                             QStringLiteral("UPDATE t SET v = 2 WHERE id = 1")});
    QTRY_VERIFY_WITH_TIMEOUT(other.finished() >= 2, kPatienceMs);
    const auto own = m_connection->execute(QStringLiteral("UPDATE t SET v = 1 WHERE id = 2"));
    // The server picks either as the victim; ours has to end for the other to go on.
    QVERIFY(m_connection->rollback().ok());
    const SqlError others = other.join();
    const SqlError victim = own.ok() ? others : own.error();
    QCOMPARE(victim.kind, SqlErrorKind::Deadlock);
    QCOMPARE(victim.code, 1213);
}

void TestConnectionErrors::changedRow()
{
    QVERIFY(
        m_connection->execute(QStringLiteral("SET SESSION innodb_snapshot_isolation = ON")).ok());
    auto transaction =
        Transaction::begin(*m_connection, QStringLiteral("WITH CONSISTENT SNAPSHOT"));
    QVERIFY(transaction.ok());
    QVERIFY(connectTo(m_settings)->execute(QStringLiteral("UPDATE t SET v = 5 WHERE id = 1")).ok());
    const auto changed = m_connection->execute(QStringLiteral("UPDATE t SET v = 6 WHERE id = 1"));
    QVERIFY(!changed.ok());
    QCOMPARE(changed.error().kind, SqlErrorKind::ChangedRow);
    QCOMPARE(changed.error().code, 1020);
}

void TestConnectionErrors::statementTimeout()
{
    const auto late = m_connection->execute(
        QStringLiteral("SET STATEMENT max_statement_time = 0.05 FOR SELECT SLEEP(20)"));
    QVERIFY(!late.ok());
    QCOMPARE(late.error().kind, SqlErrorKind::StatementTimeout);
    QCOMPARE(late.error().code, 1969);
}

void TestConnectionErrors::interrupted()
{
    Other other(m_settings, {QStringLiteral("SELECT SLEEP(30)")});
    QTRY_VERIFY_WITH_TIMEOUT(isBusy(other.id()), kPatienceMs);
    QVERIFY(m_connection->execute(QStringLiteral("KILL QUERY %1").arg(other.id())).ok());
    const SqlError error = other.join();
    QCOMPARE(error.kind, SqlErrorKind::Interrupted);
    QCOMPARE(error.code, 1317);
}

void TestConnectionErrors::killedConnectionIsLost()
{
    Other busy(m_settings, {QStringLiteral("SELECT SLEEP(30)")});
    QTRY_VERIFY_WITH_TIMEOUT(isBusy(busy.id()), kPatienceMs);
    const auto idle = connectTo(m_settings);
    auto transaction = Transaction::begin(*idle);
    QVERIFY(transaction.ok());
    for (const qint64 id : {busy.id(), idle->id()}) {
        QVERIFY(m_connection->execute(QStringLiteral("KILL CONNECTION %1").arg(id)).ok());
    }
    const SqlError whileBusy = busy.join();
    QVERIFY2(whileBusy.kind == SqlErrorKind::ConnectionLost, qPrintable(whileBusy.message));
    const auto next = idle->execute(QStringLiteral("DO 1"));
    QVERIFY(!next.ok());
    QVERIFY2(next.error().kind == SqlErrorKind::ConnectionLost, qPrintable(next.error().message));
    QVERIFY(!transaction.value().commit().ok());
}

void TestConnectionErrors::silentServerIsLost()
{
    ConnectionSettings impatient = m_settings;
    impatient.readTimeoutSeconds = 1;
    const auto connection = connectTo(impatient);
    const auto silent = connection->execute(QStringLiteral("SELECT SLEEP(20)"));
    QVERIFY(!silent.ok());
    QCOMPARE(silent.error().kind, SqlErrorKind::ConnectionLost);
}

void TestConnectionErrors::refused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("code");
    QTest::newRow("database that is not there") << QStringLiteral("database") << 1049;
    QTest::newRow("user that is not there") << QStringLiteral("user") << 1045;
    QTest::newRow("wrong password") << QStringLiteral("password") << 1045;
    QTest::newRow("socket that is not there") << QStringLiteral("socket") << 2002;
    QTest::newRow("port without a server") << QStringLiteral("port") << 2002;
    QTest::newRow("semicolon in the socket") << QStringLiteral("semicolon") << 0;
}

void TestConnectionErrors::refused()
{
    QFETCH(const QString, what);
    QFETCH(const int, code);
    ConnectionSettings settings = m_settings;
    if (what == QStringLiteral("database")) {
        settings.database = QStringLiteral("not_there");
    } else if (what == QStringLiteral("user")) {
        settings.user = QStringLiteral("nobody_here");
    } else if (what == QStringLiteral("password")) {
        settings.password = QStringLiteral("s3cret");
    } else if (what == QStringLiteral("socket")) {
        settings.socket = QStringLiteral("/not/there.sock");
    } else if (what == QStringLiteral("port")) {
        settings.socket.clear();
        settings.host = QStringLiteral("localhost");
        settings.port = 1;
    } else {
        settings.socket += QStringLiteral(";MYSQL_OPT_RECONNECT=TRUE");
    }
    const auto opened = Connection::open(settings);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().kind, SqlErrorKind::Refused);
    QCOMPARE(opened.error().code, code);
    QVERIFY(!opened.error().message.isEmpty());
    QVERIFY(!opened.error().message.contains(QStringLiteral("s3cret")));
}

} // namespace tst_connection_errors

STAMPEDE_TEST(tst_connection_errors::TestConnectionErrors)
#include "tst_connection_errors.moc"
