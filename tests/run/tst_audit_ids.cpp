// SPDX-License-Identifier: MIT
// Proves that an audit takes ids and figures as the tables have them: bytes as UUIDs, numbers
// beyond 63 bits, NULL, dates that are zero, and people whom only a collation takes for one.

#include "profile/profile_reader.h"
#include "run/database_audit.h"
#include "run_support.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QTest>

#include <chrono>

namespace tst_audit_ids {

using namespace stampede;
using namespace stampede::test;
using namespace std::chrono_literals;

class TestAuditIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bytesAreUuids_data();
    void bytesAreUuids();
    void numbersBeyond63Bits();
    void figuresThatCannotBeReckonedWith();
    void figuresBeyond63BitsTogether_data();
    void figuresBeyond63BitsTogether();
    void couponOfAJsonNumberKeepsItsDigits();
    void nullIsNobody();
    void zeroDates();
    void whatTheCollationTakesForOne_data();
    void whatTheCollationTakesForOne();

private:
    void sql(const char *statement);
    Result<MadeDatabaseAudit, RunError> tryAudit(const char *profile, const char *coupon = "");
    DatabaseAudit audit(const char *profile, const char *coupon = "");

    std::unique_ptr<Connection> m_connection;
    ConnectionSettings m_database;
};

namespace {

QString verdictOf(const DatabaseAudit &audit, const char *id)
{
    return checkVerdictKey(audit.record.audit->check(QLatin1String(id))->verdict);
}

QString cell(const DatabaseAudit &audit, const char *id, int row, const char *column)
{
    const CheckResult *check = audit.record.audit->check(QLatin1String(id));
    return check->rows.value(row).value(check->columns.indexOf(QLatin1String(column))).toString();
}

} // namespace

void TestAuditIds::init()
{
    m_database = TestDatabase::instance().freshDatabase();
    auto connection = Connection::open(m_database);
    QVERIFY(connection.ok());
    m_connection = std::move(connection).value();
}

void TestAuditIds::sql(const char *statement)
{
    const auto done = m_connection->execute(QString::fromUtf8(statement));
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
}

Result<MadeDatabaseAudit, RunError> TestAuditIds::tryAudit(const char *profile, const char *coupon)
{
    const auto read = readProfile(profile, QStringLiteral("p.json"));
    if (!read) {
        return Failure{RunError{ExitCode::Scenario, read.error().join(QLatin1Char('\n')), {}}};
    }
    DatabaseHost host(
        parseDatabaseUrl(QStringLiteral("mysql://%1@/%2?socket=%3")
                             .arg(m_database.user, m_database.database, m_database.socket))
            .value(),
        {});
    DatabaseAuditOrder order;
    order.profile = read.value();
    order.coupon = QString::fromUtf8(coupon);
    order.settle.quiet = 250ms; // nobody writes here
    return auditDatabase(host, order);
}

DatabaseAudit TestAuditIds::audit(const char *profile, const char *coupon)
{
    auto made = tryAudit(profile, coupon);
    if (!made) {
        qFatal("%s", qPrintable(made.error().message));
    }
    return std::move(made).value();
}

void TestAuditIds::bytesAreUuids_data()
{
    QTest::addColumn<QByteArray>("coupon");
    for (const char *coupon :
         {"00112233-4455-6677-8899-aabbccddeeff", "00112233-4455-6677-8899-AABBCCDDEEFF",
          "0x00112233445566778899AABBCCDDEEFF", "00112233445566778899aabbccddeeff"}) {
        QTest::newRow(coupon) << QByteArray(coupon);
    }
}

void TestAuditIds::bytesAreUuids()
{
    QFETCH(QByteArray, coupon);
    sql("CREATE TABLE c (id BINARY(16) PRIMARY KEY, total INT)");
    sql("CREATE TABLE i (id BINARY(16) PRIMARY KEY, person BINARY(16) NOT NULL, "
        "coupon BINARY(16) NOT NULL)");
    sql("INSERT INTO c VALUES (UNHEX('00112233445566778899AABBCCDDEEFF'), 2), "
        "(UNHEX('FF112233445566778899AABBCCDDEE0A'), 5)");
    sql("INSERT INTO i VALUES (UNHEX(REPEAT('A1', 16)), UNHEX(REPEAT('0B', 16)), "
        "UNHEX('00112233445566778899AABBCCDDEEFF')), (UNHEX(REPEAT('A2', 16)), "
        "UNHEX(REPEAT('0B', 16)), UNHEX('00112233445566778899AABBCCDDEEFF')), "
        "(UNHEX(REPEAT('A3', 16)), UNHEX(REPEAT('0C', 16)), "
        "UNHEX('00112233445566778899AABBCCDDEEFF'))");
    const char *profile = R"({"schema":"stampede.profile/1",
        "issued":{"table":"i","id":"id","user":"person","coupon":"coupon"},
        "stock":{"table":"c","id":"id","total":"total"}})";
    const DatabaseAudit found = audit(profile, coupon.constData());
    QCOMPARE(found.couponName, QStringLiteral("00112233-4455-6677-8899-aabbccddeeff"));
    QCOMPARE(verdictOf(found, "stock-not-exceeded"), QStringLiteral("fail"));
    QCOMPARE(cell(found, "stock-not-exceeded", 0, "row"), QStringLiteral("A3").repeated(16));
    QCOMPARE(cell(found, "stock-not-exceeded", 0, "user"),
             QStringLiteral("0c0c0c0c-0c0c-0c0c-0c0c-0c0c0c0c0c0c"));
    QCOMPARE(verdictOf(found, "one-per-user"), QStringLiteral("fail"));
    QCOMPARE(cell(found, "one-per-user", 0, "user"),
             QStringLiteral("0b0b0b0b-0b0b-0b0b-0b0b-0b0b0b0b0b0b"));
    QCOMPARE(cell(found, "one-per-user", 0, "row_ids"), QStringLiteral("A1").repeated(16) +
                                                            QLatin1Char(' ') +
                                                            QStringLiteral("A2").repeated(16));
    const auto several = tryAudit(profile);
    QVERIFY(!several.ok());
    QVERIFY2(several.error().message.contains(QStringLiteral(
                 "00112233-4455-6677-8899-aabbccddeeff, ff112233-4455-6677-8899-aabbccddee0a")),
             qPrintable(several.error().message));
    const auto wrong = tryAudit(profile, "spring");
    QVERIFY(!wrong.ok());
    QVERIFY(wrong.error().message.contains(QStringLiteral("hexadecimal digits")));
}

namespace {

const char *const kNumbers = R"({"schema":"stampede.profile/1",
    "issued":{"table":"i","id":"id","user":"person","coupon":"coupon"},
    "stock":{"table":"c","id":"id","total":"quota","issued":"taken","remaining":"left_over"}})";

} // namespace

void TestAuditIds::numbersBeyond63Bits()
{
    sql("CREATE TABLE c (id BIGINT UNSIGNED PRIMARY KEY, quota BIGINT UNSIGNED, "
        "taken BIGINT UNSIGNED, left_over DECIMAL(20,0))");
    sql("CREATE TABLE i (id BIGINT UNSIGNED PRIMARY KEY, person BIGINT UNSIGNED NOT NULL, "
        "coupon BIGINT UNSIGNED NOT NULL)");
    sql("INSERT INTO c VALUES (17223372036854775809, 3, 3, 0)");
    sql("INSERT INTO i VALUES (18446744073709551601, 18446744073709551001, 17223372036854775809), "
        "(18446744073709551602, 18446744073709551002, 17223372036854775809), "
        "(18446744073709551603, 18446744073709551003, 17223372036854775809)");
    const DatabaseAudit right = audit(kNumbers, "17223372036854775809");
    QCOMPARE(right.record.audit->verdict, AuditVerdict::Held);
    QCOMPARE(right.record.audit->state.distinctUsers, std::int64_t{3});
    sql("UPDATE i SET person = 18446744073709551001");
    sql("UPDATE c SET quota = 2");
    const DatabaseAudit wrong = audit(kNumbers);
    QCOMPARE(cell(wrong, "one-per-user", 0, "user"), QStringLiteral("18446744073709551001"));
    QVERIFY(wrong.record.audit->check(QStringLiteral("one-per-user"))
                ->explanation.contains(QStringLiteral("user 18446744073709551001 with 3")));
    QCOMPARE(cell(wrong, "stock-not-exceeded", 0, "user"), QStringLiteral("18446744073709551001"));
    QCOMPARE(cell(wrong, "stock-not-exceeded", 0, "row"), QStringLiteral("18446744073709551603"));
}

void TestAuditIds::figuresThatCannotBeReckonedWith()
{
    sql("CREATE TABLE c (id BIGINT PRIMARY KEY, quota BIGINT UNSIGNED, taken INT, "
        "left_over DECIMAL(20,1))");
    sql("CREATE TABLE i (id INT PRIMARY KEY, person INT NOT NULL, coupon BIGINT NOT NULL)");
    sql("INSERT INTO c VALUES (1729382256910270465, 18446744073709551615, 2, 2.5)");
    sql("INSERT INTO i VALUES (1, 1, 1729382256910270465), (2, 2, 1729382256910270465)");
    const DatabaseAudit found = audit(kNumbers);
    QCOMPARE(found.record.audit->verdict, AuditVerdict::Held);
    QCOMPARE(verdictOf(found, "counter-agrees"), QStringLiteral("pass"));
    QCOMPARE(verdictOf(found, "stock-not-exceeded"), QStringLiteral("skipped"));
    const QString why =
        found.record.audit->check(QStringLiteral("stock-not-exceeded"))->explanation;
    QVERIFY2(
        why.contains(QStringLiteral("left_over says 2.5, which cannot be reckoned with. quota says "
                                    "18446744073709551615, which cannot be reckoned with.")),
        qPrintable(why));
}

void TestAuditIds::figuresBeyond63BitsTogether_data()
{
    QTest::addColumn<QString>("figure"); // beside the counter
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("counter");
    QTest::addColumn<bool>("fits");
    const QString most = QStringLiteral("9223372036854775807");
    const QString least = QStringLiteral("-9223372036854775808");
    QTest::newRow("total less counter")
        << QStringLiteral("total") << most << QStringLiteral("2") << true;
    QTest::newRow("total less counter, below 0")
        << QStringLiteral("total") << most << QStringLiteral("-1") << false;
    QTest::newRow("total less counter, both far away")
        << QStringLiteral("total") << QStringLiteral("-3") << most << false;
    QTest::newRow("total less counter, at the end")
        << QStringLiteral("total") << QStringLiteral("-1") << most << true;
    QTest::newRow("left and counter")
        << QStringLiteral("remaining") << most << QStringLiteral("2") << false;
    QTest::newRow("left and counter, below 0")
        << QStringLiteral("remaining") << least << QStringLiteral("-1") << false;
}

void TestAuditIds::figuresBeyond63BitsTogether()
{
    QFETCH(const QString, figure);
    QFETCH(const QString, value);
    QFETCH(const QString, counter);
    QFETCH(const bool, fits);
    sql("CREATE TABLE c (id INT PRIMARY KEY, f BIGINT, taken BIGINT)");
    sql("CREATE TABLE i (id INT PRIMARY KEY, person INT NOT NULL, coupon INT NOT NULL)");
    sql("INSERT INTO i VALUES (1, 1, 5), (2, 2, 5)");
    sql(qPrintable(QStringLiteral("INSERT INTO c VALUES (5, %1, %2)").arg(value, counter)));
    const QString profile = QStringLiteral(R"({"schema":"stampede.profile/1","name":"x","coupon":5,
            "issued":{"table":"i","id":"id","user":"person","coupon":"coupon"},
            "stock":{"table":"c","id":"id","%1":"f","issued":"taken"}})")
                                .arg(figure);
    const DatabaseAudit found = audit(qPrintable(profile));
    const AuditReport &report = *found.record.audit;
    const QString why = report.check(QStringLiteral("stock-adds-up"))->explanation;
    const bool refused = why.contains(QStringLiteral("f says %1 and taken says %2, which cannot be "
                                                     "reckoned with.")
                                          .arg(value, counter));
    QVERIFY2(refused != fits, qPrintable(why));
    QCOMPARE(report.state.remaining.has_value(), fits);
    if (fits) {
        QCOMPARE(*report.state.remaining, value.toLongLong() - counter.toLongLong());
    }
}

void TestAuditIds::couponOfAJsonNumberKeepsItsDigits()
{
    sql("CREATE TABLE c (id BIGINT PRIMARY KEY, quota INT, taken INT, left_over INT)");
    sql("CREATE TABLE i (id INT PRIMARY KEY, person INT NOT NULL, coupon BIGINT NOT NULL)");
    sql("INSERT INTO c VALUES (1729382256910270465, 1, 0, 1), (1729382256910270464, 9, 9, 9)");
    const QByteArray profile =
        QByteArray(kNumbers).replace("\"issued\":{", "\"coupon\":1729382256910270465,\"issued\":{");
    QCOMPARE(audit(profile.constData()).couponName, QStringLiteral("1729382256910270465"));
}

void TestAuditIds::nullIsNobody()
{
    sql("CREATE TABLE i (id INT PRIMARY KEY, person INT NULL, coupon INT NOT NULL)");
    sql("INSERT INTO i VALUES (1, 54, 1), (2, NULL, 1), (3, NULL, 1), (4, 55, 1)");
    const char *profile = R"({"schema":"stampede.profile/1",
        "issued":{"table":"i","id":"id","user":"person","coupon":"coupon"}})";
    const DatabaseAudit right = audit(profile);
    QCOMPARE(right.record.audit->verdict, AuditVerdict::Held);
    QCOMPARE(right.record.audit->state.rows, std::int64_t{2});
    QCOMPARE(right.record.audit->state.distinctUsers, std::int64_t{2});
    sql("INSERT INTO i VALUES (5, 54, 1)");
    const DatabaseAudit wrong = audit(profile);
    QCOMPARE(wrong.record.audit->check(QStringLiteral("one-per-user"))->rowCount, 1);
    QCOMPARE(cell(wrong, "one-per-user", 0, "user"), QStringLiteral("54"));
}

void TestAuditIds::zeroDates()
{
    sql("SET sql_mode = ''");
    sql("CREATE TABLE c (id INT PRIMARY KEY, opens DATETIME NOT NULL, closes DATETIME NOT NULL)");
    sql("CREATE TABLE i (id INT PRIMARY KEY, person INT NOT NULL, coupon INT NOT NULL, "
        "at DATETIME NOT NULL)");
    sql("INSERT INTO c VALUES (1, '2026-05-01', '0000-00-00')");
    sql("INSERT INTO i VALUES (1, 1, 1, '2026-05-02'), (2, 2, 1, '2026-05-03')");
    const char *profile = R"({"schema":"stampede.profile/1",
        "issued":{"table":"i","id":"id","user":"person","coupon":"coupon","issuedAt":"at"},
        "stock":{"table":"c","id":"id","startsAt":"opens","endsAt":"closes"}})";
    const DatabaseAudit right = audit(profile);
    QCOMPARE(verdictOf(right, "rows-in-window"), QStringLiteral("pass"));
    QVERIFY(right.record.audit->check(QStringLiteral("rows-in-window"))
                ->expected.endsWith(QStringLiteral("to open")));
    sql("UPDATE i SET at = '0000-00-00' WHERE id = 2");
    const DatabaseAudit unknown = audit(profile);
    QCOMPARE(verdictOf(unknown, "rows-in-window"), QStringLiteral("inconclusive"));
    QCOMPARE(cell(unknown, "rows-in-window", 0, "row"), QStringLiteral("2"));
    QCOMPARE(unknown.record.audit->verdict, AuditVerdict::Undecided);
    sql("UPDATE i SET at = '2026-04-30' WHERE id = 1");
    QCOMPARE(verdictOf(audit(profile), "rows-in-window"), QStringLiteral("fail"));
}

void TestAuditIds::whatTheCollationTakesForOne_data()
{
    QTest::addColumn<QByteArray>("collation");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *collation, const char *first, const char *second, bool same) {
        QTest::addRow("%s: %s, %s", collation, first, second)
            << QByteArray(collation) << QByteArray(first) << QByteArray(second) << same;
    };
    row("utf8mb4_general_ci", "Kim", "kim", true);
    row("utf8mb4_general_ci", "Kim", "kim  ", true);
    row("utf8mb4_general_ci", "kim", "kin", false);
    row("utf8mb4_unicode_ci", "straße", "STRASSE ", true);
    row("utf8mb4_unicode_520_ci", "é", "E", true);
    row("utf8mb4_general_nopad_ci", "kim", "KIM", true);
    row("utf8mb4_general_nopad_ci", "kim", "kim ", false);
    row("utf8mb4_bin", "kim", "kim ", true);
    row("utf8mb4_bin", "kim", "Kim", false);
    row("latin1_swedish_ci", "kim", "KIM ", true);
    row("latin1_general_cs", "kim", "KIM", false);
    row("utf8mb4_roman_ci", "jim", "IIM", true);
}

void TestAuditIds::whatTheCollationTakesForOne()
{
    QFETCH(QByteArray, collation);
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(bool, same);
    sql(("CREATE TABLE i (id INT PRIMARY KEY, person VARCHAR(60) COLLATE " + collation +
         " NOT NULL, coupon INT NOT NULL)")
            .constData());
    sql(("INSERT INTO i VALUES (1, '" + first + "', 1), (2, '" + second + "', 1), (3, 'z', 1)")
            .constData());
    const DatabaseAudit found = audit(R"({"schema":"stampede.profile/1",
        "issued":{"table":"i","id":"id","user":"person","coupon":"coupon"}})");
    QCOMPARE(verdictOf(found, "one-per-user"),
             same ? QStringLiteral("fail") : QStringLiteral("pass"));
    const CheckResult *check = found.record.audit->check(QStringLiteral("one-per-user"));
    QCOMPARE(found.record.audit->state.distinctUsers, std::int64_t{same ? 2 : 3});
    QCOMPARE(found.record.audit->state.duplicatePeople, std::int64_t{same ? 1 : 0});
    if (same) {
        QVERIFY2(check->explanation.startsWith(
                     QStringLiteral("1 person holds more than one; 1 coupon too many.")),
                 qPrintable(check->explanation));
    }
}

} // namespace tst_audit_ids

STAMPEDE_TEST(tst_audit_ids::TestAuditIds)
#include "tst_audit_ids.moc"
