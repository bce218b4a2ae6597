// SPDX-License-Identifier: MIT
// Proves that a run which another tool made is judged as its users meet it: real results of k6 at
// a claim service that was right, that raced and that lied, held against the rows that were left,
// on clean and on dirty tables, with and without what was there before; the same requests as JTL
// and as vegeta's results; and results that are damaged.

#include "support/test_database.h"
#include "test_program.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <functional>

namespace tst_cli_import {

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
  "schema": "stampede.profile/1", "name": "Claims", "coupon": "SPRING",
  "issued": { "table": "promo_claim", "id": "claim_no", "user": "member", "coupon": "promo_code",
              "issuedAt": "claimed_at" },
  "stock": { "table": "promo", "id": "code", "remaining": "seats_left", "total": "seats_total" }
})";

const char *const kRules = R"({
  "schema": "stampede.scenario/1", "name": "claims",
  "target": { "kind": "http", "url": "http:\/\/127.0.0.1/promos/SPRING/claims", "classify": [
    { "status": 201, "outcome": "issued" }, { "status": 409, "outcome": "already_issued" },
    { "status": 410, "outcome": "out_of_stock" } ] }
})";

const char *const kCheckRules = R"({
  "schema": "stampede.scenario/1", "name": "claims",
  "target": { "kind": "http", "url": "http:\/\/127.0.0.1/promos/SPRING/claims", "classify": [
    { "check": "claimed", "outcome": "issued" },
    { "check": "claimed before", "outcome": "already_issued" },
    { "check": "gone", "outcome": "out_of_stock" } ] }
})";

QString data(const QString &name)
{
    return QStringLiteral(STAMPEDE_SOURCE_DIR "/tests/import/data/") + name;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    STAMPEDE_CHECK(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// What the gzip'ed file holds.
QByteArray unpacked(const QString &name)
{
    QProcess gzip;
    gzip.start(QStringLiteral("gzip"), {QStringLiteral("-dc"), data(name)});
    STAMPEDE_CHECK(gzip.waitForFinished(30'000));
    return gzip.readAllStandardOutput();
}

QStringList textsIn(const QJsonValue &list)
{
    QStringList texts = list.toVariant().toStringList();
    texts.sort();
    return texts;
}

/// The requests of a file of k6, one object each.
QList<QJsonObject> requestsOf(const QString &name)
{
    QList<QJsonObject> requests;
    for (const QByteArray &line : unpacked(name).split('\n')) {
        if (line.startsWith("{\"metric\":\"http_req_duration\",\"type\":\"Point\"")) {
            requests << QJsonDocument::fromJson(line).object()[QLatin1String("data")].toObject();
        }
    }
    return requests;
}

} // namespace

class TestCliImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void realRunsComeOutAsTheyWere_data();
    void realRunsComeOutAsTheyWere();
    void dirtyTablesAccuseNobody_data();
    void dirtyTablesAccuseNobody();
    void severalCouponsHaveTheirOwnStart();
    void otherFormsSayTheSame_data();
    void otherFormsSayTheSame();
    void ownRunSaysTheSameAsResultsOfOthers();
    void damagedResultsAccuseNobody_data();
    void damagedResultsAccuseNobody();
    void namelessResultsAreCounted();
    void importedRunIsKept();
    void historyIsWrittenAndAudited();
    void attachedRunIsJudged_data();
    void attachedRunIsJudged();
    void attachNeedsRows();
    void wrongFilesAreRefused_data();
    void wrongFilesAreRefused();
    void recipesArePrinted();

private:
    void sql(const QString &statement);
    void load(const QString &name);
    QString file(const QString &name, const QByteArray &content) const;
    Ended cli(QStringList words, bool withDatabase = true) const;
    /// The rules with the place of the rows.
    QString attachable() const;
    QProcessEnvironment environment() const;
    Ended audit(const QString &run, const QStringList &more = {}) const;
    QJsonObject result() const;
    QJsonObject check(const QString &id) const;
    QStringList cells(const QString &id, const QString &column) const;
    QStringList broken() const;
    QString why(const Ended &ended) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    ConnectionSettings m_settings;
    std::unique_ptr<Connection> m_connection;
    QString m_profile;
    QString m_rules;
};

void TestCliImport::sql(const QString &statement)
{
    const auto done = m_connection->execute(statement);
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
}

/// The tables as the service left them.
void TestCliImport::load(const QString &name)
{
    const QString statements = QString::fromUtf8(contentOf(data(name)));
    for (const QString &statement : statements.split(QStringLiteral(";\n"), Qt::SkipEmptyParts)) {
        if (!statement.trimmed().isEmpty()) {
            sql(statement.trimmed());
        }
    }
}

QString TestCliImport::file(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(name));
    STAMPEDE_CHECK(file.open(QIODevice::WriteOnly));
    STAMPEDE_CHECK(file.write(content) == content.size());
    return file.fileName();
}

void TestCliImport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = TestDatabase::instance().freshDatabase();
    m_connection = connectTo(m_settings);
    m_profile = file(QStringLiteral("claims.profile.json"), kProfile);
    m_rules = file(QStringLiteral("claims.stampede.json"), kRules);
}

QProcessEnvironment TestCliImport::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("STAMPEDE_DB_PASSWORD"), m_settings.password);
    environment.insert(QStringLiteral("STAMPEDE_DATA_DIR"),
                       m_folder->filePath(QStringLiteral("data")));
    return environment;
}

QString TestCliImport::attachable() const
{
    QJsonObject rules = QJsonDocument::fromJson(kRules).object();
    QJsonObject target = rules[QLatin1String("target")].toObject();
    target.insert(QStringLiteral("audit"),
                  QJsonObject{{QStringLiteral("profile"), m_profile},
                              {QStringLiteral("database"),
                               QStringLiteral("mysql://%1@/%2?socket=%3")
                                   .arg(m_settings.user, m_settings.database, m_settings.socket)},
                              {QStringLiteral("settle"),
                               QJsonObject{{QStringLiteral("quiet"), QStringLiteral("250ms")},
                                           {QStringLiteral("unanswered"), QStringLiteral("0s")},
                                           {QStringLiteral("atMost"), QStringLiteral("5s")}}}});
    rules.insert(QStringLiteral("target"), target);
    return file(QStringLiteral("attach.stampede.json"), QJsonDocument(rules).toJson());
}

Ended TestCliImport::cli(QStringList words, bool withDatabase) const
{
    if (withDatabase) {
        words << QStringLiteral("--database")
              << QStringLiteral("mysql://%1@/%2?socket=%3")
                     .arg(m_settings.user, m_settings.database, m_settings.socket);
    }
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(QStringLiteral(STAMPEDE_CLI), words);
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

Ended TestCliImport::audit(const QString &run, const QStringList &more) const
{
    return cli(QStringList{QStringLiteral("audit"), QStringLiteral("--profile"), m_profile,
                           QStringLiteral("--settle"), QStringLiteral("250ms,0s,5s"),
                           QStringLiteral("--json"), m_folder->filePath(QStringLiteral("r.json")),
                           QStringLiteral("--run"), run, QStringLiteral("--rules"), m_rules} +
               more);
}

QJsonObject TestCliImport::result() const
{
    return QJsonDocument::fromJson(contentOf(m_folder->filePath(QStringLiteral("r.json"))))
        .object();
}

QJsonObject TestCliImport::check(const QString &id) const
{
    const QJsonArray checks = result()[QLatin1String("audit")][QLatin1String("checks")].toArray();
    for (const QJsonValue &check : checks) {
        if (check[QLatin1String("id")].toString() == id) {
            return check.toObject();
        }
    }
    return {};
}

QStringList TestCliImport::cells(const QString &id, const QString &column) const
{
    QStringList cells;
    const QJsonArray rows = check(id)[QLatin1String("rows")].toArray();
    for (const QJsonValue &row : rows) {
        const QString cell = row[column].toVariant().toString();
        if (!cells.contains(cell)) {
            cells << cell;
        }
    }
    cells.sort();
    return cells;
}

/// The damage and answers checks that failed.
QStringList TestCliImport::broken() const
{
    QStringList broken;
    const QJsonArray checks = result()[QLatin1String("audit")][QLatin1String("checks")].toArray();
    for (const QJsonValue &check : checks) {
        const QString cls = check[QLatin1String("class")].toString();
        if (check[QLatin1String("verdict")].toString() == QLatin1String("fail") &&
            (cls == QLatin1String("damage") || cls == QLatin1String("answers"))) {
            broken << check[QLatin1String("id")].toString();
        }
    }
    broken.sort();
    return broken;
}

QString TestCliImport::why(const Ended &ended) const
{
    return ended.err + ended.out;
}

void TestCliImport::realRunsComeOutAsTheyWere_data()
{
    QTest::addColumn<QString>("run");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<bool>("byChecks");
    for (const char *run : {"correct", "racy", "lying"}) {
        const QString name = QLatin1String(run);
        QTest::addRow("%s", run) << name << QStringList{} << false;
        QTest::addRow("%s, reasons by k6's checks", run) << name << QStringList{} << true;
        QTest::addRow("%s, people by metadata", run)
            << name << QStringList{QStringLiteral("--user"), QStringLiteral("metadata:user")}
            << false;
        QTest::addRow("%s, stock said", run)
            << name << QStringList{QStringLiteral("--stock"), QStringLiteral("50")} << false;
    }
}

void TestCliImport::realRunsComeOutAsTheyWere()
{
    QFETCH(QString, run);
    QFETCH(QStringList, more);
    QFETCH(bool, byChecks);
    m_rules = byChecks ? file(QStringLiteral("by-check.stampede.json"), kCheckRules) : m_rules;
    load(QStringLiteral("k6-%1.sql").arg(run));
    const QJsonObject truth =
        QJsonDocument::fromJson(contentOf(data(QStringLiteral("truth.json"))))[run].toObject();
    const Ended ended = audit(data(QStringLiteral("k6-%1.json.gz").arg(run)), more);
    QVERIFY2(ended.code == 0 || ended.code == 97, qPrintable(why(ended)));
    const QJsonObject told = result();

    const QJsonValue answers = truth[QLatin1String("answers")];
    const QJsonValue outcomes = told[QLatin1String("outcomes")];
    QCOMPARE(outcomes[QLatin1String("issued")].toInt(), answers[QLatin1String("201")].toInt());
    QCOMPARE(outcomes[QLatin1String("already_issued")].toInt(),
             answers[QLatin1String("409")].toInt());
    QCOMPARE(outcomes[QLatin1String("out_of_stock")].toInt(),
             answers[QLatin1String("410")].toInt());
    QCOMPARE(outcomes[QLatin1String("total")].toInt(), 600);
    const QJsonValue state = told[QLatin1String("state")];
    QCOMPARE(state[QLatin1String("rows")].toInt(), truth[QLatin1String("rows")].toInt());
    QCOMPARE(state[QLatin1String("remaining")].toInt(-1), truth[QLatin1String("left")].toInt());
    QCOMPARE(state[QLatin1String("drift")].toInt(-1), truth[QLatin1String("drift")].toInt());

    const QStringList several = textsIn(truth[QLatin1String("people_with_several_rows")]);
    const QStringList lost = textsIn(truth[QLatin1String("told_issued_without_row")]);
    QCOMPARE(cells(QStringLiteral("one-per-user"), QStringLiteral("user")), several);
    QCOMPARE(cells(QStringLiteral("issued-is-stored"), QStringLiteral("user")), lost);
    QCOMPARE(cells(QStringLiteral("stored-was-announced"), QStringLiteral("user")),
             textsIn(truth[QLatin1String("row_but_never_told_issued")]));
    if (several.isEmpty()) { // where each promise has its row, the rows are the fault
        QCOMPARE(cells(QStringLiteral("announced-once"), QStringLiteral("user")),
                 textsIn(truth[QLatin1String("told_issued_twice")]));
    }
    const QStringList expected =
        run == QLatin1String("correct") ? QStringList{}
        : run == QLatin1String("racy")
            ? QStringList{QStringLiteral("one-per-user"), QStringLiteral("stock-adds-up"),
                          QStringLiteral("stock-not-exceeded")}
            : QStringList{QStringLiteral("announced-once"), QStringLiteral("issued-is-stored")};
    QCOMPARE(broken(), expected);
    QVERIFY2(ended.code == (expected.isEmpty() ? 0 : 97), qPrintable(why(ended)));
}

void TestCliImport::dirtyTablesAccuseNobody_data()
{
    QTest::addColumn<QString>("run");
    QTest::addColumn<QString>("dirt");
    QTest::addColumn<bool>("snapshot");
    QTest::addColumn<bool>("knowsTimes");
    for (const char *run : {"correct", "racy", "lying"}) {
        for (const char *dirt : {"old rows", "old duplicates", "counter ahead"}) {
            for (const bool snapshot : {true, false}) {
                for (const bool times : {true, false}) {
                    QTest::addRow("%s, %s, %s, %s", run, dirt,
                                  snapshot ? "with a snapshot" : "without",
                                  times ? "rows say when" : "rows say nothing")
                        << QString::fromLatin1(run) << QString::fromLatin1(dirt) << snapshot
                        << times;
                }
            }
        }
    }
}

namespace {

/// A table that was dirty before the run, and what the run left on top of it: the same answers and
/// the same rows, so that what is right of the run stays right.
QStringList dirtOf(const QString &kind)
{
    const auto old = [](int number, const QString &member) {
        return QStringLiteral("INSERT INTO promo_claim VALUES (%1, '%2', 'SPRING', "
                              "'2026-11-29 08:00:%3')")
            .arg(number)
            .arg(member)
            .arg(number % 60, 2, 10, QLatin1Char('0'));
    };
    QStringList statements;
    if (kind == QLatin1String("old rows")) {
        for (int i = 0; i < 20; ++i) { // nobody in the runs is called beyond m200
            statements << old(10'000 + i, QStringLiteral("m%1").arg(900 + i));
        }
        statements << QStringLiteral("UPDATE promo SET seats_total = seats_total + 20");
    } else if (kind == QLatin1String("old duplicates")) {
        for (int i = 0; i < 20; ++i) {
            statements << old(10'000 + i, QStringLiteral("m%1").arg(900 + i / 2));
        }
        statements << QStringLiteral("UPDATE promo SET seats_total = seats_total + 20");
        statements.prepend(QStringLiteral("ALTER TABLE promo_claim DROP KEY IF EXISTS one_each"));
    } else { // pieces were gone that no row stands for
        statements << QStringLiteral("UPDATE promo SET seats_total = seats_total + 7");
    }
    return statements;
}

} // namespace

void TestCliImport::dirtyTablesAccuseNobody()
{
    QFETCH(QString, run);
    QFETCH(QString, dirt);
    QFETCH(bool, snapshot);
    QFETCH(bool, knowsTimes);
    if (!knowsTimes) {
        QByteArray profile = kProfile;
        profile.replace(",\n              \"issuedAt\": \"claimed_at\"", "");
        m_profile = file(QStringLiteral("timeless.profile.json"), profile);
    }
    load(QStringLiteral("k6-%1.sql").arg(run));
    const QString left =
        m_connection->value(QStringLiteral("SELECT seats_left FROM promo")).value().toString();
    const QStringList dirty = dirtOf(dirt);
    for (const QString &statement : dirty) {
        sql(statement);
    }
    QStringList more;
    if (snapshot) { // of a copy of the tables in which the run's rows and pieces are not taken yet
        sql(QStringLiteral("CREATE TABLE kept AS SELECT * FROM promo_claim"));
        sql(QStringLiteral("DELETE FROM promo_claim WHERE claim_no < 10000"));
        sql(QStringLiteral("UPDATE promo SET seats_left = 50"));
        const QString before = m_folder->filePath(QStringLiteral("before.json"));
        const Ended taken = cli({QStringLiteral("audit"), QStringLiteral("--profile"), m_profile,
                                 QStringLiteral("--snapshot"), before});
        QVERIFY2(taken.code == 0, qPrintable(why(taken)));
        sql(QStringLiteral("INSERT INTO promo_claim SELECT * FROM kept WHERE claim_no < 10000"));
        sql(QStringLiteral("UPDATE promo SET seats_left = %1").arg(left));
        more = QStringList{QStringLiteral("--before"), before};
    }
    const Ended ended = audit(data(QStringLiteral("k6-%1.json.gz").arg(run)), more);
    QVERIFY2(ended.code == 0 || ended.code == 95 || ended.code == 97, qPrintable(why(ended)));
    const bool isRight = run == QLatin1String("correct");
    const QStringList whole =
        isRight ? QStringList{}
        : run == QLatin1String("racy")
            ? QStringList{QStringLiteral("one-per-user"), QStringLiteral("stock-adds-up"),
                          QStringLiteral("stock-not-exceeded")}
            : QStringList{QStringLiteral("announced-once"), QStringLiteral("issued-is-stored")};
    if (snapshot) {
        QCOMPARE(broken(), whole);
        QCOMPARE(ended.code, isRight ? 0 : 97);
    }
    for (const QString &id : broken()) { // never more than there is
        QVERIFY2(whole.contains(id), qPrintable(id + QLatin1Char('\n') + why(ended)));
    }
    QVERIFY2(isRight ? ended.code == 0 || ended.code == 95 : ended.code == 97 || ended.code == 95,
             qPrintable(why(ended)));
    if (!snapshot && !knowsTimes && isRight) {
        QVERIFY2(ended.code == 95, qPrintable(why(ended)));
        QVERIFY2(ended.out.contains(QStringLiteral("--snapshot before.json")),
                 qPrintable(ended.out));
    }
    if (!isRight && run == QLatin1String("lying")) { // who has no row at all is known anyway
        QCOMPARE(cells(QStringLiteral("issued-is-stored"), QStringLiteral("user")).size(), 16);
    }
}

/// AUTUMN had one piece left and gave two; SPRING was right. Which rows and pieces were there
/// before only a snapshot of both says, as the rows tell no moments.
void TestCliImport::severalCouponsHaveTheirOwnStart()
{
    QByteArray profile = kProfile;
    profile.replace(",\n              \"issuedAt\": \"claimed_at\"", "");
    m_profile = file(QStringLiteral("timeless.profile.json"), profile);
    sql(QStringLiteral(
        "CREATE TABLE promo (code VARCHAR(32) PRIMARY KEY, seats_total INT NOT NULL, "
        "seats_left INT NOT NULL) ENGINE=InnoDB"));
    sql(QStringLiteral("CREATE TABLE promo_claim (claim_no BIGINT AUTO_INCREMENT PRIMARY KEY, "
                       "member VARCHAR(40) NOT NULL, promo_code VARCHAR(32) NOT NULL) "
                       "ENGINE=InnoDB"));
    sql(QStringLiteral("INSERT INTO promo VALUES ('SPRING', 9, 5), ('AUTUMN', 3, 1)"));
    const QString add = QStringLiteral("INSERT INTO promo_claim (member, promo_code) VALUES ");
    sql(add + QStringLiteral("('m8', 'SPRING'), ('m8', 'SPRING'), ('m9', 'AUTUMN')"));
    const QString before = m_folder->filePath(QStringLiteral("before.json"));
    const auto take = [&](const QStringList &coupons) {
        QStringList words{QStringLiteral("audit"),   QStringLiteral("--profile"),  m_profile,
                          QStringLiteral("--force"), QStringLiteral("--snapshot"), before};
        for (const QString &coupon : coupons) {
            words << QStringLiteral("--coupon") << coupon;
        }
        return cli(words);
    };
    const Ended taken = take({QStringLiteral("SPRING"), QStringLiteral("AUTUMN")});
    QVERIFY2(taken.code == 0, qPrintable(why(taken)));
    sql(add + QStringLiteral("('m1', 'SPRING'), ('m1', 'AUTUMN'), ('m2', 'AUTUMN')"));
    sql(QStringLiteral("UPDATE promo SET seats_left = IF(code = 'SPRING', 4, 0)"));
    const QString run =
        file(QStringLiteral("r.jtl"), "timeStamp,elapsed,responseCode,userId,code\n"
                                      "1000,20,201,m1,SPRING\n1001,20,201,m1,AUTUMN\n"
                                      "1002,20,201,m2,AUTUMN\n1050,20,410,m3,AUTUMN\n");
    const QStringList apart{QStringLiteral("--coupon"), QStringLiteral("column:code"),
                            QStringLiteral("--before"), before};
    const Ended ended = audit(run, apart);
    QVERIFY2(ended.code == 97, qPrintable(why(ended)));
    QCOMPARE(broken(),
             (QStringList{QStringLiteral("stock-adds-up"), QStringLiteral("stock-not-exceeded")}));
    QVERIFY2(ended.out.contains(QStringLiteral("AUTUMN")), qPrintable(ended.out));
    for (const char *said :
         {"SPRING: Before the run: 2 rows, 5 left", // m8's two are nobody's fault
          "AUTUMN: Before the run: 1 row, 1 left"}) {
        QVERIFY2(ended.out.simplified().contains(QLatin1String(said)), qPrintable(ended.out));
    }

    QCOMPARE(take({QStringLiteral("SPRING")}).code, 0);
    const Ended lacks = audit(run, apart);
    QCOMPARE(lacks.code, 104);
    QVERIFY2(lacks.err.contains(QStringLiteral("before.json says nothing of the coupon AUTUMN; it "
                                               "tells of SPRING.")),
             qPrintable(lacks.err));
}

void TestCliImport::otherFormsSayTheSame_data()
{
    QTest::addColumn<QString>("run");
    QTest::addColumn<QString>("form");
    for (const char *run : {"correct", "racy", "lying"}) {
        for (const char *form : {"k6 csv", "jtl csv", "jtl xml", "vegeta json", "vegeta csv"}) {
            QTest::addRow("%s as %s", run, form)
                << QString::fromLatin1(run) << QString::fromLatin1(form);
        }
    }
}

namespace {

/// The requests of k6 as the documented columns of the other tools have them.
QByteArray inForm(const QString &form, const QList<QJsonObject> &requests)
{
    QByteArray text;
    if (form == QLatin1String("k6 csv")) {
        text = "metric_name,timestamp,metric_value,check,error,error_code,method,name,status,url,"
               "extra_tags,metadata\n";
    } else if (form == QLatin1String("jtl csv")) {
        text = "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,"
               "failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect,"
               "userId\n";
    } else if (form == QLatin1String("jtl xml")) {
        text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testResults version=\"1.2\">\n";
    }
    for (const QJsonObject &request : requests) {
        const QByteArray time = request[QLatin1String("time")].toString().toLatin1();
        const qint64 endMs =
            QDateTime::fromString(QString::fromLatin1(time.left(23)) + QLatin1Char('Z'),
                                  Qt::ISODateWithMs)
                .toMSecsSinceEpoch();
        const QByteArray digits = time.mid(20).chopped(1).leftJustified(9, '0');
        const qint64 endNs = endMs / 1000 * 1'000'000'000 + digits.toLongLong();
        const double ms = request[QLatin1String("value")].toDouble();
        const auto lengthNs = static_cast<qint64>(ms * 1e6);
        const QJsonValue tags = request[QLatin1String("tags")];
        const QByteArray status = tags[QLatin1String("status")].toString().toLatin1();
        const QByteArray user = tags[QLatin1String("user")].toString().toLatin1();
        const qint64 startMs = (endNs - lengthNs) / 1'000'000;
        const QByteArray elapsed = QByteArray::number(lengthNs / 1'000'000);
        if (form == QLatin1String("k6 csv")) {
            for (const char *metric : {"http_reqs", "http_req_duration", "http_req_blocked",
                                       "http_req_connecting", "http_req_tls_handshaking"}) {
                const QByteArray value = qstrcmp(metric, "http_req_duration") == 0
                                             ? QByteArray::number(ms, 'f', 6)
                                             : QByteArrayLiteral("0.000000");
                text += QByteArray(metric) + ',' + QByteArray::number(endNs) + ',' + value +
                        ",,,,POST,claim," + status + ",claim,user=" + user + ",\n";
            }
        } else if (form == QLatin1String("jtl csv")) {
            text += QByteArray::number(startMs) + ',' + elapsed + ",claim," + status +
                    ",\"a, \"\"message\"\"\",Claims 1-1,text,true,,250,170,1,1,http://h/claims," +
                    elapsed + ",0,0,\"" + user + "\"\n";
        } else if (form == QLatin1String("jtl xml")) {
            text += "<httpSample t=\"" + elapsed + "\" lt=\"1\" ts=\"" +
                    QByteArray::number(startMs) + "\" s=\"true\" lb=\"claim\" rc=\"" + status +
                    "\" rm=\"\" tn=\"Claims 1-1\" userId=\"" + user +
                    "\">\n  <java.net.URL>http://h/claims</java.net.URL>\n</httpSample>\n";
        } else {
            const QByteArray body = QByteArray("{\"member\":\"" + user + "\"}").toBase64();
            const QByteArray start = QByteArray::number(endNs - lengthNs);
            const QByteArray length = QByteArray::number(lengthNs);
            if (form == QLatin1String("vegeta csv")) {
                text += start + ',' + status + ',' + length + ",20,17,\"\"," + body +
                        ",,0,POST,http://h/claims,\n";
            } else {
                const qint64 startNs = endNs - lengthNs;
                const QByteArray at =
                    QDateTime::fromMSecsSinceEpoch(startNs / 1'000'000, Qt::UTC)
                        .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"))
                        .toLatin1() +
                    '.' + QByteArray::number(startNs % 1'000'000'000).rightJustified(9, '0') + 'Z';
                text += "{\"attack\":\"\",\"seq\":0,\"code\":" + status + ",\"timestamp\":\"" + at +
                        "\",\"latency\":" + length +
                        ",\"bytes_out\":20,\"bytes_in\":17,\"error\":\"\",\"body\":\"" + body +
                        "\",\"method\":\"POST\",\"url\":\"http://h/claims\",\"headers\":null}\n";
            }
        }
    }
    return form == QLatin1String("jtl xml") ? text + "</testResults>\n" : text;
}

} // namespace

void TestCliImport::otherFormsSayTheSame()
{
    QFETCH(QString, run);
    QFETCH(QString, form);
    load(QStringLiteral("k6-%1.sql").arg(run));
    const QJsonObject truth =
        QJsonDocument::fromJson(contentOf(data(QStringLiteral("truth.json"))))[run].toObject();
    const QString written =
        file(QStringLiteral("results"),
             inForm(form, requestsOf(QStringLiteral("k6-%1.json.gz").arg(run))));
    const QString spec = form.startsWith(QLatin1String("vegeta")) ? QStringLiteral("body:/member")
                         : form.startsWith(QLatin1String("jtl"))  ? QStringLiteral("column:userId")
                                                                  : QStringLiteral("tag:user");
    const Ended ended = audit(written, {QStringLiteral("--user"), spec});
    QVERIFY2(ended.code == (run == QLatin1String("correct") ? 0 : 97), qPrintable(why(ended)));
    QCOMPARE(
        result()[QLatin1String("run")][QLatin1String("tool")][QLatin1String("name")].toString(),
        form);
    QCOMPARE(cells(QStringLiteral("one-per-user"), QStringLiteral("user")),
             textsIn(truth[QLatin1String("people_with_several_rows")]));
    QCOMPARE(cells(QStringLiteral("issued-is-stored"), QStringLiteral("user")),
             textsIn(truth[QLatin1String("told_issued_without_row")]));
    QCOMPARE(
        ended.out.simplified().contains(QStringLiteral("Moments of this run are known to 1 ms")),
        form.startsWith(QLatin1String("jtl")));
}

/// A service without row lock, duplicate check and key, attacked by this program; then its requests
/// as the other tools would have written them, held against the same rows.
void TestCliImport::ownRunSaysTheSameAsResultsOfOthers()
{
    QProcess serve;
    serve.setProcessEnvironment(environment());
    serve.start(QStringLiteral(STAMPEDE_CLI),
                {QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                 QStringLiteral("--set"), QStringLiteral("coupon.stock=40"),
                 QStringLiteral("--set"), QStringLiteral("users.count=60"), QStringLiteral("--set"),
                 QStringLiteral("service.layers.rowLock=false"), QStringLiteral("--set"),
                 QStringLiteral("service.layers.duplicateCheck=false"), QStringLiteral("--set"),
                 QStringLiteral("service.layers.uniqueKey=false"), QStringLiteral("--set"),
                 QStringLiteral("service.pause=3ms"), QStringLiteral("--database"),
                 QStringLiteral("mysql://%1@/%2?socket=%3")
                     .arg(m_settings.user, m_settings.database, m_settings.socket)});
    QTRY_VERIFY_WITH_TIMEOUT(serve.canReadLine() || serve.state() == QProcess::NotRunning, 60'000);
    const QJsonObject served = QJsonDocument::fromJson(serve.readLine()).object();
    const QString url = QStringLiteral("%1/api/coupons/%2/issue")
                            .arg(served[QLatin1String("address")].toString())
                            .arg(served[QLatin1String("coupon")].toInt());
    const auto scenario = [&url](const char *more) {
        return QStringLiteral(R"({ "schema": "stampede.scenario/1", "name": "damaged",
            "coupon": { "stock": 40 }, "users": { "count": 60, "pick": "random" },
            "load": { "model": "shared-iterations", "vus": 20, "iterations": 300 },
            "target": { "kind": "http", "url": "%1", "audit": "serve" %2 } })")
            .arg(url, QLatin1String(more))
            .toUtf8();
    };
    const QString before = m_folder->filePath(QStringLiteral("before.json"));
    const Ended taken = cli({QStringLiteral("audit"), QStringLiteral("--snapshot"), before});
    QVERIFY2(taken.code == 0, qPrintable(why(taken)));
    const QString history = m_folder->filePath(QStringLiteral("own.jsonl"));
    const Ended own =
        cli({QStringLiteral("run"), file(QStringLiteral("own.stampede.json"), scenario("")),
             QStringLiteral("--history"), history, QStringLiteral("--json"),
             m_folder->filePath(QStringLiteral("r.json"))});
    serve.terminate();
    QVERIFY(serve.waitForFinished(60'000));
    QVERIFY2(own.code == 97, qPrintable(why(own)));
    // What needs no clock: the other formats know moments less well.
    const QStringList byClock{QStringLiteral("answers-fit-one-order"),
                              QStringLiteral("sold-out-true"),
                              QStringLiteral("already-issued-true")};
    const auto clockless = [&] {
        QStringList ids = broken();
        ids.removeIf([&byClock](const QString &id) { return byClock.contains(id); });
        return ids;
    };
    const QStringList expected = clockless();
    QVERIFY2(expected.contains(QStringLiteral("one-per-user")) &&
                 expected.contains(QStringLiteral("stock-not-exceeded")),
             qPrintable(expected.join(QLatin1Char(' '))));
    const QString user = QStringLiteral("user");
    const QStringList twice = cells(QStringLiteral("one-per-user"), user);
    const QStringList beyond = cells(QStringLiteral("stock-not-exceeded"), user);
    const qint64 startMs =
        QDateTime::fromString(
            result()[QLatin1String("run")][QLatin1String("started_at")].toString(),
            Qt::ISODateWithMs)
            .toMSecsSinceEpoch();

    QList<QJsonObject> requests;
    for (const QByteArray &line : contentOf(history).split('\n')) {
        const QJsonObject op = QJsonDocument::fromJson(line).object();
        if (op[QLatin1String("op")].toString() != QLatin1String("issue")) {
            continue;
        }
        const qint64 from = op[QLatin1String("invoked_ns")].toInteger();
        const qint64 end = op[QLatin1String("returned_ns")].toInteger();
        const qint64 ns = startMs % 1000 * 1'000'000 + end;
        const QString moment =
            QDateTime::fromMSecsSinceEpoch((startMs / 1000 + ns / 1'000'000'000) * 1000, Qt::UTC)
                .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) +
            QStringLiteral(".%1Z").arg(ns % 1'000'000'000, 9, 10, QLatin1Char('0'));
        requests << QJsonObject{{QStringLiteral("time"), moment},
                                {QStringLiteral("value"), double(end - from) / 1e6},
                                {QStringLiteral("tags"),
                                 QJsonObject{{QStringLiteral("status"),
                                              QString::number(op[QLatin1String("status")].toInt())},
                                             {user, op[user].toVariant().toString()}}}};
    }
    QCOMPARE(requests.size(), 300);
    m_rules = file(QStringLiteral("others.stampede.json"),
                   scenario(R"(, "classify": [ { "status": 200, "outcome": "issued" },
                                               { "status": 400, "outcome": "out_of_stock" },
                                               { "status": 409, "outcome": "already_issued" } ])"));
    for (const char *form : {"k6 csv", "jtl csv", "jtl xml", "vegeta csv", "vegeta json"}) {
        const QString name = QLatin1String(form);
        const QString spec =
            name.startsWith(QLatin1String("vegeta")) ? QStringLiteral("body:/member")
            : name.startsWith(QLatin1String("jtl"))  ? QStringLiteral("column:userId")
                                                     : QStringLiteral("tag:user");
        const Ended other =
            cli({QStringLiteral("audit"), QStringLiteral("--run"),
                 file(QStringLiteral("other"), inForm(name, requests)), QStringLiteral("--rules"),
                 m_rules, QStringLiteral("--user"), spec, QStringLiteral("--before"), before,
                 QStringLiteral("--force"), QStringLiteral("--json"),
                 m_folder->filePath(QStringLiteral("r.json"))});
        QVERIFY2(other.code == own.code, qPrintable(name + QLatin1Char('\n') + why(other)));
        QCOMPARE(clockless(), expected);
        QCOMPARE(cells(QStringLiteral("one-per-user"), user), twice);
        QCOMPARE(cells(QStringLiteral("stock-not-exceeded"), user), beyond);
    }
}

void TestCliImport::damagedResultsAccuseNobody_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("says");
    QTest::newRow("cut off") << "cut off"
                             << "could not be read";
    QTest::newRow("gzip cut off") << "gzip cut off"
                                  << "gzip says that more follows";
    QTest::newRow("1 % garbage") << "garbage"
                                 << "lines could not be read";
    QTest::newRow("no durations of some") << "no durations"
                                          << "requests are missing";
    QTest::newRow("no blocked of some") << "no blocked"
                                        << "the start is not known";
    QTest::newRow("the clock goes back") << "clock"
                                         << "The clock was set back";
}

void TestCliImport::damagedResultsAccuseNobody()
{
    QFETCH(QString, damage);
    QFETCH(QString, says);
    load(QStringLiteral("k6-correct.sql"));
    QByteArray text = unpacked(QStringLiteral("k6-correct.json.gz"));
    if (damage == QLatin1String("gzip cut off")) {
        text = contentOf(data(QStringLiteral("k6-correct.json.gz")));
        text.truncate(text.size() * 2 / 3);
    } else if (damage == QLatin1String("cut off")) {
        text.truncate(text.size() * 2 / 3);
        text.truncate(text.lastIndexOf("\"http_req_duration\"") + 60);
    } else {
        QList<QByteArray> lines = text.split('\n');
        int number = 0;
        for (QByteArray &line : lines) {
            ++number;
            if (damage == QLatin1String("garbage") && number % 100 == 7) {
                line = "\x01\x02 garbage {";
            }
            const bool isOfMetric =
                line.startsWith(damage == QLatin1String("no durations")
                                    ? "{\"metric\":\"http_req_duration\",\"type\":\"Point\""
                                    : "{\"metric\":\"http_req_blocked\",\"type\":\"Point\"");
            if (damage.startsWith(QLatin1String("no ")) && isOfMetric && number % 5 == 0) {
                line.clear();
            }
            if (damage == QLatin1String("clock") && number > lines.size() / 2) {
                line.replace("\"time\":\"2026-11-30T02:05:4", "\"time\":\"2026-11-30T02:05:1");
            }
        }
        text = lines.join('\n');
    }
    const Ended ended = audit(file(QStringLiteral("damaged"), text));
    QVERIFY2(why(ended).simplified().contains(says), qPrintable(why(ended)));
    QVERIFY2(ended.code == 0 || ended.code == 95, qPrintable(why(ended)));
    QCOMPARE(broken(), QStringList());
    QVERIFY(ended.err.count(QStringLiteral("expected a line")) <= 20);
}

void TestCliImport::namelessResultsAreCounted()
{
    load(QStringLiteral("k6-racy.sql"));
    const Ended ended = audit(data(QStringLiteral("k6-racy.json.gz")),
                              {QStringLiteral("--user"), QStringLiteral("tag:nobody")});
    QCOMPARE(ended.code, 97); // more rows than there were pieces
    QVERIFY2(ended.out.simplified().contains(
                 QStringLiteral("The results name no person, so only counts can be held against "
                                "each other: \"issued\" was told 201 times.")),
             qPrintable(ended.out));
    QVERIFY(ended.out.contains(QStringLiteral("import recipe")));
}

void TestCliImport::importedRunIsKept()
{
    load(QStringLiteral("k6-lying.sql"));
    const QString source = data(QStringLiteral("k6-lying.json.gz"));
    QCOMPARE(audit(source).code, 97);
    const QJsonValue tool = result()[QLatin1String("run")][QLatin1String("tool")];
    QCOMPARE(tool[QLatin1String("name")].toString(), QStringLiteral("k6 json"));
    QCOMPARE(tool[QLatin1String("source")].toString(), QStringLiteral("k6-lying.json.gz"));
    const QString sha256 = QString::fromLatin1(
        QCryptographicHash::hash(contentOf(source), QCryptographicHash::Sha256).toHex());
    QCOMPARE(tool[QLatin1String("source_sha256")].toString(), sha256);

    const Ended runs = cli({QStringLiteral("runs")}, false);
    QVERIFY2(runs.out.contains(QStringLiteral("k6-lying.json.gz")), qPrintable(runs.out));
    const Ended again = cli({QStringLiteral("verify"), QStringLiteral("last")}, false);
    QVERIFY2(again.code == 97 && again.out.contains(QStringLiteral("as it was recorded")),
             qPrintable(why(again)));
    const QString reports = m_folder->filePath(QStringLiteral("reports"));
    const Ended report =
        cli({QStringLiteral("report"), QStringLiteral("last"), QStringLiteral("--out"), reports},
            false);
    QVERIFY2(report.code == 0 || report.code == 97, qPrintable(why(report)));
    const QString markdown = QString::fromUtf8(contentOf(reports + QStringLiteral("/report.md")));
    QVERIFY2(markdown.contains(QStringLiteral("imported from k6 json, k6-lying.json.gz, SHA-256 ") +
                               sha256),
             qPrintable(markdown));
}

void TestCliImport::historyIsWrittenAndAudited()
{
    load(QStringLiteral("k6-racy.sql"));
    const QString history = m_folder->filePath(QStringLiteral("run.jsonl"));
    const QStringList words = {QStringLiteral("import"),
                               QStringLiteral("history"),
                               data(QStringLiteral("k6-racy.json.gz")),
                               QStringLiteral("--from"),
                               QStringLiteral("k6-json"),
                               QStringLiteral("--rules"),
                               m_rules};
    const Ended made = cli(words + QStringList{QStringLiteral("-o"), history}, false);
    QVERIFY2(made.code == 0, qPrintable(why(made)));
    QCOMPARE(contentOf(history).count('\n'), 601);
    const Ended printed = cli(words, false);
    QCOMPARE(printed.out.toUtf8(), contentOf(history));
    const Ended ended = audit(history);
    QVERIFY2(ended.code == 97, qPrintable(why(ended)));
    QCOMPARE(broken(), (QStringList{QStringLiteral("one-per-user"), QStringLiteral("stock-adds-up"),
                                    QStringLiteral("stock-not-exceeded")}));
}

void TestCliImport::attachedRunIsJudged_data()
{
    QTest::addColumn<QString>("run");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QStringList>("brokenChecks");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("correct") << "correct"
                             << "whole" << QStringList() << 0 << "";
    QTest::newRow("racy") << "racy"
                          << "whole"
                          << QStringList{QStringLiteral("one-per-user"),
                                         QStringLiteral("stock-adds-up"),
                                         QStringLiteral("stock-not-exceeded")}
                          << 97 << "";
    QTest::newRow("lying") << "lying"
                           << "whole"
                           << QStringList{QStringLiteral("announced-once"),
                                          QStringLiteral("issued-is-stored")}
                           << 97 << "";
    QTest::newRow("among what k6 says on the same stream")
        << "correct"
        << "words" << QStringList() << 0 << "execution: local";
    QTest::newRow("iterations were interrupted")
        << "correct"
        << "interrupted" << QStringList() << 0 << "3 iterations were interrupted by the tool";
    QTest::newRow("the pipe ends in the middle")
        << "correct"
        << "cut" << QStringList() << 0 << "it ended in the middle of a line";
    QTest::newRow("Ctrl+C") << "correct"
                            << "signal" << QStringList() << 105
                            << "reading was ended while the run went on";
}

void TestCliImport::attachedRunIsJudged()
{
    QFETCH(QString, run);
    QFETCH(QString, end);
    QFETCH(QStringList, brokenChecks);
    QFETCH(int, code);
    QFETCH(QString, says);
    load(QStringLiteral("k6-%1.sql").arg(run));
    QByteArray text = unpacked(QStringLiteral("k6-%1.json.gz").arg(run));
    if (end == QLatin1String("words")) {
        text.prepend("\n  execution: local\n     script: x.js\n\n");
    } else if (end == QLatin1String("interrupted")) {
        text += "running (00m01.0s), 00/40 VUs, 597 complete and 3 interrupted iterations\n";
    } else if (end != QLatin1String("whole")) {
        text.truncate(text.size() / 2);
        text.truncate(end == QLatin1String("cut") ? text.lastIndexOf("\"http_req_duration\"") + 60
                                                  : text.lastIndexOf('\n') + 1);
    }
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(QStringLiteral(STAMPEDE_CLI),
                  {QStringLiteral("run"), attachable(), QStringLiteral("--attach"),
                   QStringLiteral("k6-json:-"), QStringLiteral("--json"),
                   m_folder->filePath(QStringLiteral("r.json"))});
    process.write(text);
    if (end == QLatin1String("signal")) {
        QTRY_VERIFY_WITH_TIMEOUT(process.bytesToWrite() == 0, 60'000);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    } else {
        process.closeWriteChannel();
    }
    QVERIFY(process.waitForFinished(120'000));
    const Ended ended{process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                      QString::fromUtf8(process.readAllStandardError())};
    QVERIFY2(ended.code == code, qPrintable(why(ended)));
    QCOMPARE(broken(), brokenChecks);
    QVERIFY2(why(ended).simplified().contains(says), qPrintable(why(ended)));
    QVERIFY(why(ended).contains(
                QStringLiteral("The first request began before rows and stock were read")) ||
            !ended.out.contains(QStringLiteral("as this program began")));
    if (end == QLatin1String("whole")) {
        QCOMPARE(result()[QLatin1String("outcomes")][QLatin1String("total")].toInt(), 600);
        QCOMPARE(
            result()[QLatin1String("run")][QLatin1String("tool")][QLatin1String("source_sha256")]
                .toString(),
            QString::fromLatin1(
                QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex()));
    }
    const Ended runs = cli({QStringLiteral("runs")}, false);
    QVERIFY2(runs.out.contains(QStringLiteral("claims")), qPrintable(runs.out));
}

void TestCliImport::attachNeedsRows()
{
    const Ended ended = cli(
        {QStringLiteral("run"), m_rules, QStringLiteral("--attach"), QStringLiteral("k6-json:-")},
        false);
    QCOMPARE(ended.code, 104);
    QVERIFY2(ended.err.contains(QStringLiteral("target.audit has to say where they are")),
             qPrintable(ended.err));
    const Ended load =
        cli({QStringLiteral("run"), m_rules, QStringLiteral("--attach"),
             QStringLiteral("k6-json:-"), QStringLiteral("--vus"), QStringLiteral("5")},
            false);
    QCOMPARE(load.code, 2);
    QCOMPARE(
        cli({QStringLiteral("run"), m_rules, QStringLiteral("--user"), QStringLiteral("tag:user")},
            false)
            .code,
        2);
}

void TestCliImport::wrongFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("says");
    const QByteArray whole = unpacked(QStringLiteral("k6-correct.json.gz"));
    QTest::newRow("whole seconds") << contentOf(data(QStringLiteral("k6-seconds.csv.gz")))
                                   << QStringList() << "timeFormat=unix_nano";
    QTest::newRow("two runs") << whole + whole << QStringList() << "a second run begins here";
    QTest::newRow("Locust's statistics")
        << QByteArray("Type,Name,Request Count,Failure Count\nPOST,/claims,600,0\n")
        << QStringList() << "import recipe locust";
    QTest::newRow("nothing") << QByteArray() << QStringList() << "expected the results of k6";
    QTest::newRow("no SPEC") << whole << QStringList{QStringLiteral("--user"), QStringLiteral("x")}
                             << "must be tag:NAME";
    QTest::newRow("no such kind") << whole
                                  << QStringList{QStringLiteral("--request"),
                                                 QStringLiteral("login")}
                                  << "there is no request login; there are: claim (600)";
}

void TestCliImport::wrongFilesAreRefused()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, more);
    QFETCH(QString, says);
    const Ended ended =
        cli(QStringList{QStringLiteral("import"), QStringLiteral("history"),
                        file(QStringLiteral("results"), content), QStringLiteral("--from"),
                        QStringLiteral("auto"), QStringLiteral("--rules"), m_rules} +
                more,
            false);
    QVERIFY2(ended.code == 104 && ended.err.contains(says), qPrintable(why(ended)));
    QCOMPARE(ended.out, QString());
}

void TestCliImport::recipesArePrinted()
{
    for (const char *tool : {"k6", "jmeter", "vegeta", "locust"}) {
        const Ended ended =
            cli({QStringLiteral("import"), QStringLiteral("recipe"), QLatin1String(tool)}, false);
        QCOMPARE(ended.code, 0);
        QVERIFY(ended.out.contains(QStringLiteral("stampede-cli audit")));
    }
    QCOMPARE(
        cli({QStringLiteral("import"), QStringLiteral("recipe"), QStringLiteral("ab")}, false).code,
        2);
}

} // namespace tst_cli_import

STAMPEDE_TEST(tst_cli_import::TestCliImport)
#include "tst_cli_import.moc"
