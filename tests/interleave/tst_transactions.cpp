// SPDX-License-Identifier: MIT
// Holds the numbers of docs/interleavings.md against what the files of docs/transactions show, and
// the small parts that read such files against examples.

#include "interleave/interleave_job.h"
#include "interleave/query_log.h"
#include "support/test_database.h"
#include "support/test_server.h"
#include "test_program.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace stampede;

namespace tst_transactions {

namespace {

const QString kDocs = QStringLiteral(STAMPEDE_SOURCE_DIR "/docs/");

/// A line a file of the page's table, by the file's name.
QMap<QString, QString> tableOfPage()
{
    QFile page(kDocs + QStringLiteral("interleavings.md"));
    STAMPEDE_CHECK(page.open(QIODevice::ReadOnly));
    static const QRegularExpression row(
        QStringLiteral("^\\| \\[[^\\]]*\\]\\(transactions/([^)]*)\\) \\| (.*) \\|$"),
        QRegularExpression::MultilineOption);
    QMap<QString, QString> table;
    for (auto rows = row.globalMatch(QString::fromUtf8(page.readAll())); rows.hasNext();) {
        const auto found = rows.next();
        table.insert(found.captured(1), found.captured(2));
    }
    return table;
}

QString rowOf(const Interleavings &found)
{
    QStringList what;
    const auto faults = found.faults();
    for (auto fault = faults.cbegin(); fault != faults.cend(); ++fault) {
        what << QStringLiteral("“%1” broken in %2").arg(fault.key()).arg(fault.value());
    }
    const auto errors = found.errors();
    for (auto error = errors.cbegin(); error != errors.cend(); ++error) {
        what << QStringLiteral("error %1 in %2").arg(error.key()).arg(error.value());
    }
    return QStringLiteral("%1 of %2 | %3")
        .arg(found.wrong())
        .arg(found.orders.size())
        .arg(what.join(QStringLiteral(", ")))
        .trimmed();
}

} // namespace

class TestTransactions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePageTellsTheTruth_data();
    void thePageTellsTheTruth();
    void namesOutsideOfQuotes_data();
    void namesOutsideOfQuotes();
    void conditions_data();
    void conditions();
    void madeOfALog_data();
    void madeOfALog();
    void aColumnThatIsNoNameKeepsItsValue();
    void noLog();

private:
    ConnectionSettings server();
    std::unique_ptr<PrivateServer> m_server;
};

ConnectionSettings TestTransactions::server()
{
    if (!m_server) {
        auto started = test::startTestServer();
        STAMPEDE_CHECK(started.ok());
        m_server = std::move(started).value();
    }
    return m_server->connectionSettings();
}

void TestTransactions::thePageTellsTheTruth_data()
{
    QTest::addColumn<QString>("file");
    const QStringList files = QDir(kDocs + QStringLiteral("transactions"))
                                  .entryList({QStringLiteral("*.transactions.json")});
    QVERIFY(!files.isEmpty());
    QCOMPARE(tableOfPage().keys(), files);
    for (const QString &file : files) {
        QTest::newRow(qPrintable(file)) << file;
    }
}

void TestTransactions::thePageTellsTheTruth()
{
    QFETCH(QString, file);
    auto read = loadTransactions(kDocs + QStringLiteral("transactions/") + file);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().join(QLatin1Char('\n'))));
    InterleaveSubject subject;
    subject.transactions = std::make_shared<const Transactions>(std::move(read).value());
    const auto result = carryOut(server(), subject, {}, {}, {});
    QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().error.message));
    QVERIFY(result.value().found.undecided.isEmpty());
    QCOMPARE(rowOf(result.value().found), tableOfPage().value(file).trimmed());
}

void TestTransactions::namesOutsideOfQuotes_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *written, const char *sql, const QStringList &names) {
        QTest::newRow(written) << QString::fromLatin1(written) << QString::fromLatin1(sql) << names;
    };
    const QString a = QStringLiteral("a");
    row("SELECT :a", "SELECT ?", {a});
    row("SELECT :a, :b_2 + :a", "SELECT ?, ? + ?", {a, QStringLiteral("b_2"), a});
    row("SELECT ':a', \":a\", `:a`", "SELECT ':a', \":a\", `:a`", {});
    row("SELECT 'it\\'s :a', 'it''s :a', :a", "SELECT 'it\\'s :a', 'it''s :a', ?", {a});
    row("SELECT /* :b */ :a -- :c\n, :a # :d", "SELECT /* :b */ ? -- :c\n, ? # :d", {a, a});
    row("SET @x := 1, TIME '10:00', :a", "SET @x := 1, TIME '10:00', ?", {a});
    row("SELECT 10:00, ':", "SELECT 10:00, ':", {});
}

void TestTransactions::namesOutsideOfQuotes()
{
    QFETCH(QString, written);
    QFETCH(QString, sql);
    QFETCH(QStringList, names);
    const NamedStatement read = NamedStatement::from(written);
    QCOMPARE(read.sql, sql);
    QCOMPARE(read.names, names);
}

void TestTransactions::conditions_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QVariant>("read");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char *written, const QVariant &read, bool holds) {
        QTest::addRow("%s, %s", written, qPrintable(read.toString()))
            << QString::fromLatin1(written) << read << holds;
    };
    row("left > 0", 1, true);
    row("left > 0", 0, false);
    row("left > 9", 10, true); // as numbers
    row("left > 9", QStringLiteral("10"), true);
    row("left >= 10", 10, true);
    row("left < -1.5", -2, true);
    row("left <= 2", 3, false);
    row("state = 'open'", QStringLiteral("open"), true);
    row("state != 'open'", QStringLiteral("shut"), true);
    row("state <> 'open'", QVariant(), true);
    row("state = NULL", QVariant(), true);
    row("state = NULL", 0, false);
    row("state <> NULL", 0, true);
    row("left > 0", QVariant(), false);
    row("left <= 0", QVariant(), false);
}

void TestTransactions::conditions()
{
    QFETCH(QString, written);
    QFETCH(QVariant, read);
    QFETCH(bool, holds);
    const auto condition = TransactionCondition::from(written);
    QVERIFY(condition.has_value());
    QCOMPARE(condition->holds(read), holds);
    for (const char *wrong : {"left >> 0", "left", "0 < left", "left > right", "left > 'a' OR 1"}) {
        QVERIFY2(!TransactionCondition::from(QString::fromLatin1(wrong)), wrong);
    }
}

void TestTransactions::madeOfALog_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::newRow("general") << QByteArray(R"(mariadbd, Version: 10.11.19-MariaDB. started with:
Tcp port: 0  Unix socket: /tmp/s.sock
Time		    Id Command	Argument
261130 20:40:53	     5 Query	SET NAMES utf8mb4
		     4 Query	begin
		     5 Query	SET autocommit=0
		     4 Query	select 'of somebody else'
		     5 Query	select p1_0.code,p1_0.seats_left as left_0_,p1_0.version
  from promo p1_0
  where p1_0.code='SPRING  1'
		     5 Prepare	update promo set seats_left=?,version=? where code=? and version=?
		     5 Execute	update promo set seats_left=9,version=4 where code='SPRING  1' and version=3
		     5 Query	insert into promo_claim (member,promo_code,claimed_at) values ('m1','SPRING  1',NOW())
		     5 Query	commit
		     4 Query	rollback
		     5 Quit	
)");
    QTest::newRow("general, MySQL 8") << QByteArray(
        "2026-11-30T20:40:53.123456Z\t    9 Query\tBEGIN\n"
        "2026-11-30T20:40:53.123456Z\t    9 Query\tselect p1_0.code,p1_0.seats_left as left_0_,"
        "p1_0.version from promo p1_0 where p1_0.code='SPRING  1'\n"
        "2026-11-30T20:40:53.123456Z\t    9 Query\tupdate promo set seats_left=9,version=4 where "
        "code='SPRING  1' and version=3\n"
        "2026-11-30T20:40:53.123456Z\t    9 Query\tinsert into promo_claim "
        "(member,promo_code,claimed_at) values ('m1','SPRING  1',NOW())\n"
        "2026-11-30T20:40:53.123456Z\t    9 Query\tCOMMIT\n");
    QTest::newRow("slow") << QByteArray(R"(# User@Host: root[root] @ localhost []
# Thread_id: 5  Schema: t  QC_hit: No
use t;
SET timestamp=1796071253;
select p1_0.code,p1_0.seats_left as left_0_,p1_0.version
  from promo p1_0 where p1_0.code='SPRING  1';
# User@Host: root[root] @ localhost []
# Thread_id: 5  Schema: t  QC_hit: No
SET timestamp=1796071253;
update promo set seats_left=9,version=4 where code='SPRING  1' and version=3;
# Thread_id: 5  Schema: t  QC_hit: No
SET timestamp=1796071253;
insert into promo_claim (member,promo_code,claimed_at) values ('m1','SPRING  1',NOW());
# Thread_id: 5  Schema: t  QC_hit: No
SET timestamp=1796071253;
commit;
)");
}

void TestTransactions::aColumnThatIsNoNameKeepsItsValue()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    const auto draft = transactionsFromLog(
        "\t\t     5 Query\tBEGIN\n"
        "\t\t     5 Query\tINSERT INTO t (`*/code`, member) VALUES ('S', 'm1')\n"
        "\t\t     5 Query\tUPDATE t SET n = 1 WHERE member = 'm1' AND code = 'S'\n"
        "\t\t     5 Query\tCOMMIT\n",
        QStringLiteral("odd.log"));
    QVERIFY2(draft.ok(), draft.ok() ? "" : qPrintable(draft.error()));
    const QString json = QString::fromUtf8(draft.value().json);
    QVERIFY2(json.contains(QStringLiteral("VALUES ('S', :member)")), qPrintable(json));
    QVERIFY(json.contains(QStringLiteral("member = :member")));
}

void TestTransactions::madeOfALog()
{
    QFETCH(QByteArray, log);
    const auto draft = transactionsFromLog(log, QStringLiteral("claim.log"));
    QVERIFY2(draft.ok(), draft.ok() ? "" : qPrintable(draft.error()));
    const QString json = QString::fromUtf8(draft.value().json);
    const char *const parts[] = {
        R"("name": "claim")",
        R"("A": { "values": { "member": "m1", "promo_code": "SPRING  1" }, "steps": "request" })",
        R"("select p1_0.code,p1_0.seats_left as left_0_,p1_0.version from promo p1_0 where )"
        R"(p1_0.code='SPRING  1'", "extract": { "seats_left": "left_0_", "version": "version" } })",
        R"("update promo set seats_left=:seats_left - 1,version=:version + 1 where )"
        R"(code='SPRING  1' and version=:version" })",
        R"("insert into promo_claim (member,promo_code,claimed_at) values )"
        R"part((:member, :promo_code, NOW())" })part",
        R"({ "commit": "done" })"};
    for (const char *part : parts) {
        QVERIFY2(json.contains(QString::fromUtf8(part)), qPrintable(json));
    }
    QVERIFY(!json.contains(QStringLiteral("somebody else")));
    const QString notes = draft.value().notes.join(QLatin1Char('\n'));
    QVERIFY2(notes.contains(QStringLiteral("seats_left = 9")) &&
                 notes.contains(QStringLiteral("version = 4")) &&
                 notes.contains(QStringLiteral("promo_claim")),
             qPrintable(notes));
    // Mended by hand it runs: the guard of the version is there, and nobody looks whether it held.
    QString mended = json;
    mended.replace(QStringLiteral("\"setup\": []"),
                   QStringLiteral("\"setup\": [\"CREATE TABLE promo (code VARCHAR(20) PRIMARY KEY, "
                                  "seats_left INT, version INT)\", \"CREATE TABLE promo_claim (id "
                                  "INT AUTO_INCREMENT PRIMARY KEY, member VARCHAR(20), promo_code "
                                  "VARCHAR(20), claimed_at DATETIME)\"]"));
    mended.replace(QStringLiteral("\"reset\": []"),
                   QStringLiteral("\"reset\": [\"DELETE FROM promo_claim\", \"REPLACE INTO promo "
                                  "VALUES ('SPRING  1', 10, 3)\"]"));
    mended.replace(QStringLiteral("\"must\": []"),
                   QStringLiteral("\"must\": [{ \"title\": \"seats and claims add up\", \"sql\": "
                                  "\"SELECT 1 FROM promo WHERE seats_left + (SELECT COUNT(*) FROM "
                                  "promo_claim) <> 10\" }]"));
    auto read = readTransactions(mended.toUtf8(), QStringLiteral("claim.transactions.json"));
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().join(QLatin1Char('\n'))));
    InterleaveSubject subject;
    subject.transactions = std::make_shared<const Transactions>(std::move(read).value());
    const auto result = carryOut(server(), subject, {}, {}, {});
    QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().error.message));
    QCOMPARE(result.value().found.orders.size(), 24);
    QCOMPARE(result.value().found.wrong(), 22);
}

void TestTransactions::noLog()
{
    for (const char *log : {"", "hello\nworld\n", "\t\t     5 Query\tSELECT 1\n\t\t     5 Quit\t\n",
                            "\t\t     5 Query\tBEGIN\n\t\t     5 Query\tCOMMIT\n"}) {
        QVERIFY2(!transactionsFromLog(log, QStringLiteral("x")), log);
    }
}

} // namespace tst_transactions

STAMPEDE_TEST(tst_transactions::TestTransactions)
#include "tst_transactions.moc"
