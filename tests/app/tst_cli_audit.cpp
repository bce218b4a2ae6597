// SPDX-License-Identifier: MIT
// Proves that `audit` judges what is there as its users meet it: tables with names of their own,
// clean and with planted damage, with and without the history of a run; that what does not fit is
// told; and that nothing has been written after any of it.

#include "support/test_database.h"
#include "test_program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace tst_cli_audit {

using namespace stampede;
using stampede::test::connectTo;
using stampede::test::TestDatabase;

namespace {

struct Ended
{
    int code = -1;
    QString out;
    QString err;
};

const char *const kProfile = R"({
  "schema": "stampede.profile/1", "name": "Spring promotion", "coupon": "SPRING",
  "issued": { "table": "promotion_claim", "id": "claim_no", "user": "member_id",
              "userFormat": "m{userId}", "coupon": "promo_code", "issuedAt": "claimed_at" },
  "stock": { "table": "promotion", "id": "code", "remaining": "seats_left",
             "total": "seats_total", "startsAt": "opens", "endsAt": "closes" },
  "checks": [ { "id": "no-empty-member", "title": "No claim without a member",
                "sql": "SELECT claim_no FROM promotion_claim WHERE member_id = ''" } ]
})";

} // namespace

class TestCliAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanPromotionHolds();
    void plantedDamageIsFound();
    void historyIsHeldAgainstTheRows();
    void rulesOfTheHistoryCount_data();
    void rulesOfTheHistoryCount();
    void strangersDecideNothing();
    void misfitIsToldWithWhatWouldRun();
    void faultsAreTold_data();
    void faultsAreTold();
    void ownTablesAreAuditedAfterARun();
    void accountThatMayWriteIsNamed();

private:
    void sql(const char *statement);
    QString file(const QString &name, const QByteArray &content) const;
    Ended cli(QStringList words) const;
    Ended audit(const QStringList &more = {}) const;
    QJsonObject result() const;
    QString checkRows(const QString &id, const QString &column) const;
    QString contents();

    std::unique_ptr<QTemporaryDir> m_folder;
    ConnectionSettings m_settings;
    std::unique_ptr<Connection> m_connection;
    QString m_profile;
};

void TestCliAudit::sql(const char *statement)
{
    const auto done = m_connection->execute(QString::fromLatin1(statement));
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
}

QString TestCliAudit::file(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(name));
    STAMPEDE_CHECK(file.open(QIODevice::WriteOnly));
    STAMPEDE_CHECK(file.write(content) == content.size());
    return file.fileName();
}

void TestCliAudit::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = TestDatabase::instance().freshDatabase();
    m_connection = connectTo(m_settings);
    m_profile = file(QStringLiteral("spring.profile.json"), kProfile);
    sql("CREATE TABLE promotion (code VARCHAR(40) PRIMARY KEY, seats_total INT NOT NULL, "
        "seats_left INT NOT NULL, opens DATETIME, closes DATETIME)");
    sql("CREATE TABLE promotion_claim (claim_no VARCHAR(40) PRIMARY KEY, member_id VARCHAR(40) NOT "
        "NULL, promo_code VARCHAR(40) NOT NULL, claimed_at DATETIME(3) NOT NULL, "
        "UNIQUE KEY one_each (promo_code, member_id))");
    sql("INSERT INTO promotion VALUES ('SPRING', 3, 1, '2026-04-01', '2026-04-30'), "
        "('AUTUMN', 9, 9, NULL, NULL)");
    sql("INSERT INTO promotion_claim VALUES ('c1', 'm7', 'SPRING', '2026-04-02'), "
        "('c2', 'm8', 'SPRING', '2026-04-03'), ('c3', 'm7', 'AUTUMN', '2026-09-03')");
}

Ended TestCliAudit::cli(QStringList words) const
{
    words << QStringLiteral("--database")
          << QStringLiteral("mysql://%1@/%2?socket=%3")
                 .arg(m_settings.user, m_settings.database, m_settings.socket);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("STAMPEDE_DB_PASSWORD"), m_settings.password);
    environment.insert(QStringLiteral("STAMPEDE_DATA_DIR"),
                       m_folder->filePath(QStringLiteral("data")));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(STAMPEDE_CLI), words);
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

Ended TestCliAudit::audit(const QStringList &more) const
{
    // Nobody writes here, so a moment of stillness does.
    return cli(QStringList{QStringLiteral("audit"), QStringLiteral("--profile"), m_profile,
                           QStringLiteral("--settle"), QStringLiteral("250ms,0s,60s"),
                           QStringLiteral("--json"), m_folder->filePath(QStringLiteral("r.json"))} +
               more);
}

QJsonObject TestCliAudit::result() const
{
    QFile file(m_folder->filePath(QStringLiteral("r.json")));
    STAMPEDE_CHECK(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

QString TestCliAudit::checkRows(const QString &id, const QString &column) const
{
    QStringList cells;
    const QJsonArray checks = result()[QLatin1String("audit")][QLatin1String("checks")].toArray();
    for (const QJsonValue &check : checks) {
        if (check[QLatin1String("id")].toString() == id) {
            const QJsonArray rows = check[QLatin1String("rows")].toArray();
            for (const QJsonValue &row : rows) {
                cells << row[column].toVariant().toString();
            }
        }
    }
    return cells.join(QLatin1Char(' '));
}

QString TestCliAudit::contents()
{
    auto sums = m_connection->query(QStringLiteral("CHECKSUM TABLE promotion, "
                                                   "promotion_claim"));
    STAMPEDE_CHECK(sums.ok());
    QSqlQuery &rows = sums.value();
    QString found;
    while (rows.next()) {
        found += rows.value(1).toString() + QLatin1Char(' ');
    }
    return found;
}

void TestCliAudit::cleanPromotionHolds()
{
    const QString before = contents();
    const Ended ended = audit();
    QVERIFY2(ended.code == 0, qPrintable(ended.err + ended.out));
    QVERIFY2(ended.err.startsWith(QStringLiteral("These checks will run: 9 of ")),
             qPrintable(ended.err));
    QVERIFY(ended.err.simplified().contains(
        QStringLiteral("Not counter-agrees: Needs a counter of issued coupons (stock.issued), "
                       "which the profile Spring promotion does not have.")));
    QVERIFY(ended.out.startsWith(QStringLiteral("Spring promotion, coupon SPRING, MariaDB ")));
    QVERIFY2(ended.out.contains(QStringLiteral("HELD, AS FAR AS IT COULD BE CHECKED")),
             qPrintable(ended.out));
    QVERIFY(ended.out.contains(QStringLiteral("3 at start = 2 written + 1 left")));
    const QJsonObject json = result();
    QCOMPARE(json[QLatin1String("schema")].toString(), QStringLiteral("stampede.result/1"));
    QCOMPARE(json[QLatin1String("verdict")].toString(), QStringLiteral("pass"));
    for (const char *part : {"run", "scenario", "prediction", "outcomes", "unknown_reasons",
                             "load_tester_view", "latency", "throughput", "timeline", "database",
                             "generator", "diagnosis", "thresholds"}) {
        QVERIFY2(json.contains(QLatin1String(part)) && json[QLatin1String(part)].isNull(), part);
    }
    const QJsonValue state = json[QLatin1String("state")];
    QCOMPARE(state[QLatin1String("initial_stock")].toInt(), 3);
    QCOMPARE(state[QLatin1String("rows")].toInt(), 2);
    QCOMPARE(state[QLatin1String("drift")].toInt(-1), 0);
    QVERIFY(state[QLatin1String("issued_counter")].isNull());
    QCOMPARE(contents(), before);
    QCOMPARE(audit({QStringLiteral("--quiet")}).err, QString());
    QCOMPARE(audit({QStringLiteral("--coupon"), QStringLiteral("AUTUMN")}).code, 97); // 9 of 9 left
}

void TestCliAudit::plantedDamageIsFound()
{
    sql("ALTER TABLE promotion_claim DROP KEY one_each");
    sql("INSERT INTO promotion_claim VALUES ('d1', 'm7', 'SPRING', '2026-04-04'), "
        "('d2', '', 'SPRING', '2026-05-04')");
    const QString before = contents();
    const Ended ended = audit();
    QCOMPARE(ended.code, 97);
    QVERIFY2(ended.out.contains(
                 QStringLiteral("INTEGRITY BROKEN   1 coupon too many: 4 issued, 3 in stock.")),
             qPrintable(ended.out));
    QCOMPARE(result()[QLatin1String("verdict")].toString(), QStringLiteral("violation"));
    QCOMPARE(checkRows(QStringLiteral("one-per-user"), QStringLiteral("user")),
             QStringLiteral("m7"));
    QCOMPARE(checkRows(QStringLiteral("one-per-user"), QStringLiteral("row_ids")),
             QStringLiteral("c1 d1"));
    QCOMPARE(checkRows(QStringLiteral("stock-not-exceeded"), QStringLiteral("row")),
             QStringLiteral("d2"));
    QCOMPARE(checkRows(QStringLiteral("stock-adds-up"), QStringLiteral("drift")),
             QStringLiteral("-2"));
    QCOMPARE(checkRows(QStringLiteral("rows-in-window"), QStringLiteral("row")),
             QStringLiteral("d2"));
    QCOMPARE(checkRows(QStringLiteral("own:no-empty-member"), QStringLiteral("claim_no")),
             QStringLiteral("d2"));
    QCOMPARE(contents(), before);
}

namespace {

QByteArray historyOf(const QByteArray &operations)
{
    return R"({"schema":"stampede.history/1","coupon":1,"stock":3,"holders_before":[]})"
           "\n" +
           operations +
           R"({"op":"final","remaining":1,"rows":[7,8]})"
           "\n";
}

} // namespace

void TestCliAudit::historyIsHeldAgainstTheRows()
{
    const QByteArray told =
        R"({"op":"issue","user":8,"invoked_ns":20,"returned_ns":30,"outcome":"issued"})"
        "\n"
        R"({"op":"issue","user":7,"invoked_ns":1,"returned_ns":10,"outcome":"issued"})"
        "\n"
        R"({"op":"issue","user":7,"invoked_ns":11,"returned_ns":12,"outcome":"already_issued"})"
        "\n";
    const QString clean = file(QStringLiteral("clean.jsonl"), historyOf(told));
    const Ended held = audit({QStringLiteral("--run"), clean});
    QVERIFY2(held.code == 0, qPrintable(held.err + held.out));
    QCOMPARE(result()[QLatin1String("outcomes")][QLatin1String("issued")].toInt(), 2);
    QVERIFY(held.out.contains(QStringLiteral("(already-issued-true)")));

    const QString lost =
        file(QStringLiteral("lost.jsonl"),
             historyOf(told + R"({"op":"issue","user":9,"invoked_ns":1,"returned_ns":9,)"
                              R"("outcome":"issued"})"
                              "\n"));
    const Ended broken = audit({QStringLiteral("--run"), lost});
    QCOMPARE(broken.code, 97);
    QVERIFY2(
        broken.out.contains(QStringLiteral("1 person was told they have a coupon and has none.")),
        qPrintable(broken.out));
    QCOMPARE(checkRows(QStringLiteral("issued-is-stored"), QStringLiteral("user")),
             QStringLiteral("m9"));
}

void TestCliAudit::rulesOfTheHistoryCount_data()
{
    QTest::addColumn<QByteArray>("header");  // beside schema and coupon
    QTest::addColumn<QByteArray>("answers"); // PERSON OUTCOME, …
    QTest::addColumn<QString>("rows");       // MEMBER, … beside those of m7 and m8
    QTest::addColumn<int>("left");
    QTest::addColumn<QByteArray>("profile"); // more keys
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const QByteArray none;
    const auto stock = [](int pieces, const char *more = "") {
        return "\"stock\":" + QByteArray::number(pieces) + R"(,"holders_before":[])" + more;
    };
    const QByteArray both = "7 issued,8 issued";
    QTest::newRow("one a person") << stock(3) << both + ",7 issued"
                                  << "m7" << 0 << none << 97 << "one-per-user";
    QTest::newRow("two a person") << stock(3, R"(,"per_person":2)") << both + ",7 issued"
                                  << "m7" << 0 << none << 0 << "";
    QTest::newRow("two a person, three taken")
        << stock(4, R"(,"per_person":2)") << both + ",7 issued,7 issued"
        << "m7,m7" << 0 << none << 97 << "one-per-user";
    QTest::newRow("any number") << stock(4, R"(,"per_person":null)") << both + ",7 issued,7 issued"
                                << "m7,m7" << 0 << none << 0 << "";
    QTest::newRow("two a person, says the profile")
        << stock(3) << both + ",7 issued"
        << "m7" << 0 << QByteArray(R"("perPerson":{"limit":2})") << 0 << "";
    QTest::newRow("two or three a person")
        << stock(3, R"(,"per_person":2)") << both << "" << 1
        << QByteArray(R"("perPerson":{"limit":3})") << 104
        << "The history says per_person 2, the profile perPerson.limit 3";
    QTest::newRow("within columns that nobody names")
        << stock(3, R"(,"per_person_within":true)") << both << "" << 1 << none << 104
        << "perPerson.within of the profile";
    QTest::newRow("nothing is given back") << stock(3) << both + ",9 out_of_stock"
                                           << "" << 1 << none << 97 << "sold-out-true";
    QTest::newRow("pieces come back")
        << stock(3, R"(,"gives_back":true)") << both + ",9 out_of_stock"
        << "" << 1 << none << 0 << "";
    QTest::newRow("pieces in no column") << stock(3, R"(,"quantity":2)") << both << "" << 1 << none
                                         << 104 << "issued.quantity of the profile";
    QTest::newRow("pieces in a column") << stock(5, R"(,"quantity":2)") << both + ",9 out_of_stock"
                                        << "" << 1 << QByteArray("pieces") << 0 << "";
    QTest::newRow("pieces in a column, one each")
        << stock(5, R"(,"quantity":1)") << both + ",9 out_of_stock"
        << "" << 1 << QByteArray("pieces") << 97 << "sold-out-true";
    QTest::newRow("pieces in a column, nobody knows how many were asked for")
        << stock(5) << both + ",9 out_of_stock"
        << "" << 1 << QByteArray("pieces") << 0 << "";
    QTest::newRow("people are texts")
        << QByteArray(R"("stock":4,"holders_before":[])")
        << QByteArray("\"7\" issued,\"8\" issued,\"kim\" issued,\"kim\" already_issued") << "mkim"
        << 1 << none << 0 << "";
    QTest::newRow("people are texts, one without a row")
        << QByteArray(R"("stock":3,"holders_before":[])")
        << QByteArray("\"7\" issued,\"8\" issued,\"kim\" issued") << "" << 1 << none << 97
        << "issued-is-stored";
    QTest::newRow("one called as the table has them")
        << QByteArray(R"("stock":3,"holders_before":["vip"])")
        << QByteArray("\"7\" issued,\"8\" issued") << "vip" << 1 << none << 0 << "";
}

void TestCliAudit::rulesOfTheHistoryCount()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, answers);
    QFETCH(const QString, rows);
    QFETCH(const int, left);
    QFETCH(const QByteArray, profile);
    QFETCH(const int, code);
    QFETCH(const QString, says);
    sql("ALTER TABLE promotion_claim DROP KEY one_each, ADD pieces INT NOT NULL DEFAULT 2");
    sql(qPrintable(QStringLiteral("UPDATE promotion SET seats_left = %1").arg(left)));
    const QStringList members = rows.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < members.size(); ++i) {
        sql(qPrintable(QStringLiteral("INSERT INTO promotion_claim VALUES ('d%1', '%2', 'SPRING', "
                                      "'2026-04-02', 2)")
                           .arg(i)
                           .arg(members[i])));
    }
    QByteArray written(kProfile);
    if (profile == "pieces") {
        written.replace(R"("issued": {)", R"("issued": { "quantity": "pieces",)");
    } else if (!profile.isEmpty()) {
        written.replace(R"("checks")", profile + R"(, "checks")");
    }
    m_profile = file(QStringLiteral("rules.profile.json"), written);
    QByteArray history = R"({"schema":"stampede.history/1","coupon":1,)" + header + "}\n";
    int at = 0;
    for (const QByteArray &answer : answers.split(',')) {
        const QList<QByteArray> words = answer.split(' ');
        history += R"({"op":"issue","user":)" + words[0] + R"(,"invoked_ns":)" +
                   QByteArray::number(at) + R"(,"returned_ns":)" + QByteArray::number(at + 5) +
                   R"(,"outcome":")" + words[1] + "\"}\n";
        at += 10;
    }
    const Ended ended =
        audit({QStringLiteral("--run"), file(QStringLiteral("rules.jsonl"), history)});
    QVERIFY2(ended.code == code, qPrintable(ended.err + ended.out));
    QVERIFY2((ended.err + ended.out).contains(says), qPrintable(ended.err + ended.out));
}

void TestCliAudit::strangersDecideNothing()
{
    const QString history = file(
        QStringLiteral("h.jsonl"),
        historyOf(R"({"op":"issue","user":7,"invoked_ns":1,"returned_ns":10,"outcome":"issued"})"
                  "\n"));
    const Ended ended = audit({QStringLiteral("--run"), history});
    QCOMPARE(ended.code, 95);
    QVERIFY(ended.out.contains(QStringLiteral("COULD NOT BE DECIDED")));
    QCOMPARE(checkRows(QStringLiteral("nobody-else-wrote"), QStringLiteral("user")),
             QStringLiteral("m8"));
}

void TestCliAudit::misfitIsToldWithWhatWouldRun()
{
    m_profile = file(QStringLiteral("off.profile.json"),
                     QByteArray(kProfile).replace("seats_total", "seats_totl"));
    const Ended ended = audit({QStringLiteral("--quiet")});
    QCOMPARE(ended.code, 104);
    QCOMPARE(ended.out, QString());
    QVERIFY2(ended.err.contains(QStringLiteral(
                 "stock.total: the table promotion has no column seats_totl (similar: "
                 "seats_total")),
             qPrintable(ended.err));
    QVERIFY(ended.err.contains(QStringLiteral("These checks will run: 7 of ")));
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("r.json"))));
}

void TestCliAudit::faultsAreTold_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto add = [](const char *words, int code, const char *says) {
        QTest::newRow(words) << QString::fromLatin1(words).split(QLatin1Char(' ')) << code
                             << QString::fromLatin1(says);
    };
    add("--run 7f7f7f7f7f7f", 104, "--run 7f7f7f7f7f7f: There is no run 7f7f7f7f7f7f");
    add("--run /tmp", 104, "/tmp: ");
    add("--profile /no/such.json", 104, "/no/such.json: there is no such file");
    add("--coupon WINTER", 104, "there is no WINTER in promotion.code");
    add("--json /no/such/r.json", 2, "/no/such/r.json cannot be written");
    add("--settle 2s,30s", 2, "--settle: must be three durations QUIET,UNANSWERED,ATMOST");
    add("--settle 2s,30s,1s", 2, "--settle.quiet: must not be longer than atMost (1s)");
    add("--settle 2s,soon,60s", 2, "--settle.unanswered: must be a duration");
    add("--vus 3", 2, "The option --vus is not known.");
    add("spring", 2, "audit takes options only; spring is none.");
}

void TestCliAudit::faultsAreTold()
{
    QFETCH(QStringList, more);
    QFETCH(int, code);
    QFETCH(QString, says);
    const Ended ended = audit(more);
    QCOMPARE(ended.code, code);
    QVERIFY2(ended.err.contains(says), qPrintable(ended.err));
    QCOMPARE(ended.out, QString());
}

void TestCliAudit::ownTablesAreAuditedAfterARun()
{
    const QStringList own = {QStringLiteral("audit")};
    const Ended none = cli(own);
    QCOMPARE(none.code, 96);
    QVERIFY2(none.err.contains(QStringLiteral("does not hold Stampede's tables")),
             qPrintable(none.err));
    sql("DROP TABLE promotion, promotion_claim");
    const QString history = m_folder->filePath(QStringLiteral("run.jsonl"));
    const Ended run = cli({QStringLiteral("run"), QStringLiteral("latch-100-vs-10"),
                           QStringLiteral("--history"), history, QStringLiteral("--quiet")});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const Ended rows = cli(own);
    QVERIFY2(rows.code == 0, qPrintable(rows.err + rows.out));
    QVERIFY(rows.out.contains(QStringLiteral("10 at start = 10 written + 0 left")));
    const QStringList withRun = {QStringLiteral("audit"), QStringLiteral("--run"), history};
    const Ended both = cli(withRun);
    QVERIFY2(both.code == 0, qPrintable(both.err + both.out));
    QVERIFY(both.out.contains(QStringLiteral("(sold-out-true)")));
    sql("DELETE FROM user_coupons ORDER BY id LIMIT 1");
    const Ended broken = cli(withRun);
    QCOMPARE(broken.code, 97);
    QVERIFY2(broken.out.contains(QStringLiteral("(issued-is-stored)")), qPrintable(broken.out));
    QCOMPARE(cli(own).code, 97);
}

void TestCliAudit::accountThatMayWriteIsNamed()
{
    QVERIFY(audit().out.contains(QStringLiteral("note     This account may write (")));
    const QString name = m_settings.database.left(20) + QStringLiteral("_a");
    const QString account = QStringLiteral("'%1'@'%'").arg(name);
    for (const QString &statement : {QStringLiteral("CREATE OR REPLACE USER ") + account,
                                     QStringLiteral("GRANT SELECT ON %1.* TO %2")
                                         .arg(quotedIdentifier(m_settings.database), account)}) {
        QVERIFY(m_connection->execute(statement).ok());
    }
    m_settings.user = name;
    m_settings.password.clear();
    const Ended ended = audit();
    QVERIFY2(ended.code == 0, qPrintable(ended.err + ended.out));
    QVERIFY(!ended.out.contains(QStringLiteral("may write")));
    QVERIFY(m_connection->execute(QStringLiteral("DROP USER ") + account).ok());
}

} // namespace tst_cli_audit

STAMPEDE_TEST(tst_cli_audit::TestCliAudit)
#include "tst_cli_audit.moc"
