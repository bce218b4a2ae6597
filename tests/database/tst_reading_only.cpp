// SPDX-License-Identifier: MIT
// Proves on a real server that a connection which only reads cannot write, each clause on its own:
// what its words would do is refused here, what hides behind a function is refused by the server,
// and nothing has changed after any of it.

#include "database/account_rights.h"
#include "database/connection.h"
#include "small_table.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QTest>

#include <chrono>

namespace tst_reading_only {

using namespace stampede;
using stampede::test::connectTo;
using stampede::test::TestDatabase;

class TestReadingOnly : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void wordsThatWriteAreNotSent_data();
    void wordsThatWriteAreNotSent();
    void serverRefusesWhatHidesInFunctions_data();
    void serverRefusesWhatHidesInFunctions();
    void serverTakesOneStatement();
    void guardReadsQuotesAsTheServerDoes_data();
    void guardReadsQuotesAsTheServerDoes();
    void statementsAreLimitedInTime();
    void onlyReadingTransactionsBegin();
    void rightsOfTheAccountAreSeen();

private:
    /// Everything in the database, to be compared.
    QString contents();

    ConnectionSettings m_settings;
    std::unique_ptr<Connection> m_writer;
    std::unique_ptr<Connection> m_reader;
};

void TestReadingOnly::initTestCase()
{
    m_settings = TestDatabase::instance().freshDatabase();
    m_writer = connectTo(m_settings);
    for (const char *statement :
         {"CREATE TABLE loose (id BIGINT) ENGINE = MyISAM", "CREATE SEQUENCE numbers",
          "CREATE FUNCTION write_t() RETURNS INT MODIFIES SQL DATA BEGIN "
          "INSERT INTO t (id, v) VALUES (77, 7); RETURN 1; END",
          "CREATE FUNCTION write_loose() RETURNS INT MODIFIES SQL DATA BEGIN "
          "INSERT INTO loose VALUES (7); RETURN 1; END",
          "CREATE FUNCTION count_up() RETURNS INT MODIFIES SQL DATA RETURN NEXTVAL(numbers)",
          "CREATE FUNCTION free_session() RETURNS INT BEGIN "
          "SET SESSION TRANSACTION READ WRITE; RETURN write_t(); END"}) {
        const auto made = m_writer->execute(QString::fromLatin1(statement));
        QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    }
}

void TestReadingOnly::init()
{
    stampede::test::makeSmallTable(*m_writer);
    m_reader = connectTo(m_settings);
    QVERIFY(m_reader->readOnlyFromNow(std::chrono::seconds(10)).ok());
}

QString TestReadingOnly::contents()
{
    const auto found = m_writer->value(QStringLiteral(
        "SELECT CONCAT((SELECT GROUP_CONCAT(id, ':', v ORDER BY id) FROM t), ' loose ', "
        "(SELECT COUNT(*) FROM loose), ' next ', (SELECT next_not_cached_value FROM numbers))"));
    return found ? found.value().toString() : found.error().message;
}

void TestReadingOnly::wordsThatWriteAreNotSent_data()
{
    QTest::addColumn<QString>("sql");
    for (const char *sql :
         {"INSERT INTO t (id) VALUES (3)", "SELECT 1; DELETE FROM t",
          "SELECT id FROM t INTO OUTFILE '/var/tmp/stampede-reading-only'",
          "SELECT id FROM t FOR UPDATE", "SELECT id FROM t LOCK IN SHARE MODE",
          "SELECT 1 /*! INTO OUTFILE '/var/tmp/stampede-reading-only' */",
          "WITH x AS (SELECT 1) DELETE FROM t", "SELECT GET_LOCK('stampede', 0)",
          "SELECT SLEEP(100)", "SELECT BENCHMARK(1000000000, MD5('a'))", "SELECT NEXTVAL(numbers)",
          "SELECT LOAD_FILE('/etc/hostname')", "SET SESSION TRANSACTION READ WRITE", "DO write_t()",
          "CALL nothing()", "START TRANSACTION", "COMMIT"}) {
        QTest::newRow(sql) << QString::fromLatin1(sql);
    }
}

void TestReadingOnly::wordsThatWriteAreNotSent()
{
    QFETCH(QString, sql);
    const QString before = contents();
    const auto answered = m_reader->query(sql);
    QVERIFY(!answered.ok());
    QCOMPARE(answered.error().kind, SqlErrorKind::Refused);
    QCOMPARE(answered.error().code, 0);
    if (sql != QLatin1String("COMMIT")) {
        QVERIFY(!m_reader->execute(sql).ok());
    }
    QVERIFY(!m_reader->execute(QStringLiteral("SELECT 1")).ok());
    QCOMPARE(contents(), before);
}

void TestReadingOnly::serverRefusesWhatHidesInFunctions_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("inSnapshot");
    for (const char *sql :
         {"SELECT write_t()", "SELECT write_loose()", "SELECT count_up()", "SELECT free_session()",
          "WITH x AS (SELECT write_t() AS n) SELECT n "
          "FROM x"}) {
        QTest::addRow("%s in a snapshot", sql) << QString::fromLatin1(sql) << true;
        QTest::addRow("%s on its own", sql) << QString::fromLatin1(sql) << false;
    }
}

void TestReadingOnly::serverRefusesWhatHidesInFunctions()
{
    QFETCH(QString, sql);
    QFETCH(bool, inSnapshot);
    const QString before = contents();
    std::optional<Transaction> snapshot;
    if (inSnapshot) {
        auto begun = Transaction::begin(*m_reader, QLatin1String(kReadOnlySnapshot));
        QVERIFY(begun.ok());
        snapshot.emplace(std::move(begun).value());
    }
    const auto answered = m_reader->query(sql);
    QVERIFY(!answered.ok());
    QVERIFY2(answered.error().code != 0, qPrintable(answered.error().message));
    snapshot.reset();
    QCOMPARE(contents(), before);
}

void TestReadingOnly::serverTakesOneStatement()
{
    // What would get past the guard still meets a prepare, which takes one statement only.
    const QString before = contents();
    const auto answered = m_writer->query(QStringLiteral("SELECT 1; DELETE FROM t"));
    QVERIFY(!answered.ok());
    QCOMPARE(contents(), before);
}

void TestReadingOnly::guardReadsQuotesAsTheServerDoes_data()
{
    QTest::addColumn<QString>("mode");
    for (const char *mode : {"ANSI_QUOTES", "NO_BACKSLASH_ESCAPES", "ANSI", "ORACLE"}) {
        QTest::newRow(mode) << QString::fromLatin1(mode);
    }
}

void TestReadingOnly::guardReadsQuotesAsTheServerDoes()
{
    QFETCH(QString, mode);
    const auto reader = connectTo(m_settings);
    QVERIFY(reader->execute(QStringLiteral("SET SESSION sql_mode = '%1'").arg(mode)).ok());
    QVERIFY(reader->readOnlyFromNow(std::chrono::seconds(10)).ok());
    const auto found = reader->value(QStringLiteral("SELECT CONCAT('a\\'b', \"c\\\"d\")"));
    QVERIFY2(found.ok(), found.ok() ? "" : qPrintable(found.error().message));
    QCOMPARE(found.value().toString(), QStringLiteral("a'bc\"d"));
}

void TestReadingOnly::statementsAreLimitedInTime()
{
    const auto reader = connectTo(m_settings);
    QVERIFY(reader->readOnlyFromNow(std::chrono::milliseconds(100)).ok());
    const auto answered = reader->value(
        QStringLiteral("SELECT COUNT(*) FROM seq_1_to_10000000 a, seq_1_to_10000000 b "
                       "WHERE a.seq * b.seq % 7 = 3"));
    QVERIFY(!answered.ok());
    QCOMPARE(answered.error().kind, SqlErrorKind::StatementTimeout);
}

void TestReadingOnly::onlyReadingTransactionsBegin()
{
    QVERIFY(!Transaction::begin(*m_reader).ok());
    QVERIFY(!Transaction::begin(*m_reader, QStringLiteral("READ WRITE")).ok());
    QVERIFY(Transaction::begin(*m_reader, QLatin1String(kReadOnlySnapshot)).ok());
    // One snapshot: what is written meanwhile is not seen.
    auto snapshot = Transaction::begin(*m_reader, QLatin1String(kReadOnlySnapshot));
    QVERIFY(m_writer->execute(QStringLiteral("DELETE FROM t")).ok());
    QCOMPARE(m_reader->value(QStringLiteral("SELECT COUNT(*) FROM t")).value().toInt(), 2);
}

void TestReadingOnly::rightsOfTheAccountAreSeen()
{
    const auto all = writingRights(*m_writer, m_settings.database);
    QVERIFY(all.ok());
    QVERIFY(!all.value().isEmpty());

    const QString account = QStringLiteral("'%1_r'@'%'").arg(m_settings.database.left(20));
    QVERIFY(m_writer->execute(QStringLiteral("CREATE OR REPLACE USER ") + account).ok());
    QVERIFY(m_writer
                ->execute(QStringLiteral("GRANT SELECT ON %1.* TO %2")
                              .arg(quotedIdentifier(m_settings.database), account))
                .ok());
    ConnectionSettings settings = m_settings;
    settings.user = m_settings.database.left(20) + QStringLiteral("_r");
    settings.password.clear();
    const auto reader = connectTo(settings);
    const auto rights = writingRights(*reader, m_settings.database);
    QVERIFY(rights.ok());
    QCOMPARE(rights.value(), QStringList());
    QVERIFY(m_writer->execute(QStringLiteral("DROP USER ") + account).ok());
}

} // namespace tst_reading_only

STAMPEDE_TEST(tst_reading_only::TestReadingOnly)
#include "tst_reading_only.moc"
