// SPDX-License-Identifier: MIT
// Proves that no type of column takes more memory than is stated: every type that MariaDB has is
// read through a check of one's own and named in a profile, as a user and as a stock; texts, bytes
// and shapes that are long are cut, statements that would fill the memory do not, and what the
// figures of a check are stays what they are.

#include "audit/audit.h"
#include "audit/own_checks.h"
#include "audit/snapshot.h"
#include "profile/profile_fit.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QFile>
#include <QSqlRecord>
#include <QTest>

#include <chrono>

namespace tst_column_types {

using namespace stampede;
using stampede::test::TestDatabase;

namespace {

/// VmHWM: the most that this process has held, in KiB.
qint64 mostMemory()
{
    QFile file(QStringLiteral("/proc/self/status"));
    STAMPEDE_CHECK(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:")) {
            return line.simplified().split(' ')[1].toLongLong();
        }
    }
    return 0;
}

constexpr qint64 kMostKiB = 300 * 1024;

} // namespace

class TestColumnTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyTypeIsRead_data();
    void everyTypeIsRead();
    void longValuesAreCut_data();
    void longValuesAreCut();
    void longNamesAreNoPeople();

private:
    void sql(const QString &statement);

    std::unique_ptr<Connection> m_connection;
    qint64 m_before = 0;
};

void TestColumnTypes::sql(const QString &statement)
{
    const auto done = m_connection->execute(statement);
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
}

void TestColumnTypes::init()
{
    m_connection = TestDatabase::instance().freshConnection();
    m_before = mostMemory();
}

void TestColumnTypes::cleanup()
{
    m_connection.reset();
    const qint64 grown = mostMemory() - m_before;
    QVERIFY2(grown < kMostKiB, qPrintable(QStringLiteral("%1 KiB").arg(grown)));
}

void TestColumnTypes::everyTypeIsRead_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("value");
    const std::pair<const char *, const char *> types[] = {
        {"TINYINT", "1"},
        {"BOOLEAN", "1"},
        {"SMALLINT", "1"},
        {"MEDIUMINT", "1"},
        {"INT", "1"},
        {"BIGINT UNSIGNED", "1"},
        {"DECIMAL(65,30)", "1.5"},
        {"FLOAT", "1.5"},
        {"DOUBLE", "1.5"},
        {"BIT(64)", "1"},
        {"CHAR(255)", "'a'"},
        {"VARCHAR(16000)", "'a'"},
        {"BINARY(255)", "'a'"},
        {"VARBINARY(60000)", "'a'"},
        {"TINYBLOB", "'a'"},
        {"BLOB", "'a'"},
        {"MEDIUMBLOB", "'a'"},
        {"LONGBLOB", "'a'"},
        {"TINYTEXT", "'a'"},
        {"TEXT", "'a'"},
        {"MEDIUMTEXT", "'a'"},
        {"LONGTEXT", "'a'"},
        {"JSON", "'{}'"},
        {"ENUM('a','b')", "'a'"},
        {"SET('a','b')", "'a'"},
        {"DATE", "'2026-01-01'"},
        {"TIME(6)", "'10:00:00'"},
        {"DATETIME(6)", "'2026-01-01'"},
        {"TIMESTAMP(6) NULL", "'2026-01-01'"},
        {"YEAR", "2026"},
        {"INET6", "'::1'"},
        {"UUID", "'3f2a0000-0000-0000-0000-000000000000'"},
        {"GEOMETRY", "POINT(1,1)"},
        {"POINT", "POINT(1,1)"},
        {"LINESTRING", "LineString(POINT(1,1),POINT(2,2))"},
        {"POLYGON", "ST_GeomFromText('POLYGON((0 0,1 0,1 1,0 0))')"},
        {"MULTIPOINT", "ST_GeomFromText('MULTIPOINT(1 1)')"},
        {"MULTILINESTRING", "ST_GeomFromText('MULTILINESTRING((0 0,1 1))')"},
        {"MULTIPOLYGON", "ST_GeomFromText('MULTIPOLYGON(((0 0,1 0,1 1,0 0)))')"},
        {"GEOMETRYCOLLECTION", "ST_GeomFromText('GEOMETRYCOLLECTION(POINT(1 1))')"}};
    for (const auto &[type, value] : types) {
        QTest::newRow(type) << QString::fromLatin1(type) << QString::fromLatin1(value);
    }
}

void TestColumnTypes::everyTypeIsRead()
{
    QFETCH(QString, type);
    QFETCH(QString, value);
    sql(QStringLiteral("CREATE TABLE wide (id INT PRIMARY KEY, g %1)").arg(type));
    sql(QStringLiteral("INSERT INTO wide VALUES (1, %1), (2, NULL)").arg(value));
    QVERIFY(m_connection->readOnlyFromNow(std::chrono::seconds(30)).ok());
    {
        auto rows = m_connection->queryAtMost(QStringLiteral("SELECT g, id FROM wide"), 10'001);
        QVERIFY2(rows.ok(), rows.ok() ? "" : qPrintable(rows.error().message));
        QVERIFY(rows.value().next());
        QCOMPARE(rows.value().record().fieldName(0), QStringLiteral("g"));
        QVERIFY(!rows.value().value(0).isNull());
        QCOMPARE(rows.value().value(1).toInt(), 1);
        QVERIFY(rows.value().next() && rows.value().value(0).isNull() && !rows.value().next());
    }
    Profile profile;
    profile.file = QStringLiteral("p");
    profile.issued.table = QStringLiteral("wide");
    profile.issued.user = QStringLiteral("g");
    profile.issued.id = QStringLiteral("id");
    const auto fitted = fitProfile(*m_connection, profile, {{}, false, false});
    QVERIFY2(fitted.ok(), fitted.ok() ? "" : qPrintable(fitted.error().message));
    const bool isShape =
        value.contains(QLatin1String("POINT")) || value.contains(QLatin1String("GeomFromText"));
    QCOMPARE(!fitted.value().faults.isEmpty(), isShape);
    if (!isShape) {
        auto snapshot = Snapshot::take(*m_connection, fitted.value().layout, {});
        QVERIFY2(snapshot.ok(), snapshot.ok() ? "" : qPrintable(snapshot.error().message));
    }
}

void TestColumnTypes::longValuesAreCut_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("long texts") << QStringLiteral(
        "SELECT REPEAT('x', 200000) AS t, seq AS n FROM seq_1_to_5000");
    QTest::newRow("names twice") << QStringLiteral(
        "SELECT REPEAT('x', 200000) AS t, seq AS n, REPEAT('y', 9) AS t "
        "FROM seq_1_to_5000");
    QTest::newRow("by WITH") << QStringLiteral(
        "WITH a AS (SELECT REPEAT('x', 200000) AS t, seq AS n FROM "
        "seq_1_to_5000) SELECT t, n FROM a");
    QTest::newRow("in an order") << QStringLiteral(
        "SELECT REPEAT('x', 200000) AS t, seq AS n FROM seq_1_to_5000 ORDER BY "
        "n DESC LIMIT 5000");
    QTest::newRow("letters of four bytes")
        << QStringLiteral("SELECT REPEAT('😀', 50000) AS t, seq AS n FROM seq_1_to_5000 -- end");
    QTest::newRow("without a name")
        << QStringLiteral("SELECT REPEAT('x', 200000), seq FROM seq_1_to_5000");
}

void TestColumnTypes::longValuesAreCut()
{
    QFETCH(QString, statement);
    QVERIFY(m_connection->readOnlyFromNow(std::chrono::seconds(120)).ok());
    auto rows = m_connection->queryAtMost(statement, 10'001);
    QVERIFY2(rows.ok(), rows.ok() ? "" : qPrintable(rows.error().message));
    qint64 count = 0;
    qint64 bytes = 0;
    for (; rows.value().next(); ++count) {
        bytes += rows.value().value(0).toString().toUtf8().size();
        QVERIFY(rows.value().value(0).toString().endsWith(QChar(u'…')));
        QVERIFY(rows.value().value(1).toInt() >= 1);
    }
    QCOMPARE(count, 5'000);
    QVERIFY(bytes < Connection::kMostForeignBytes);
}

void TestColumnTypes::longNamesAreNoPeople()
{
    sql(QStringLiteral("CREATE TABLE wide (id INT PRIMARY KEY, g LONGTEXT)"));
    sql(QStringLiteral("INSERT INTO wide VALUES (1, REPEAT('a', 1024))"));
    TableLayout layout;
    layout.issuedTable = QStringLiteral("wide");
    layout.issuedUser = QStringLiteral("g");
    layout.issuedId = QStringLiteral("id");
    layout.usersAreText = true;
    layout.userFormat = QStringLiteral("{userId}");
    QVERIFY(Snapshot::take(*m_connection, layout, {}).ok());
    sql(QStringLiteral("INSERT INTO wide VALUES (2, REPEAT('b', 5000000))"));
    const auto refused = Snapshot::take(*m_connection, layout, {});
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message.contains(QStringLiteral("1024")),
             qPrintable(refused.error().message));
}

} // namespace tst_column_types

STAMPEDE_TEST(tst_column_types::TestColumnTypes)
#include "tst_column_types.moc"
