// SPDX-License-Identifier: MIT
// Proves that people are who the service and its database take them for: numbers with leading
// zeros, numbers beyond 63 bits, UUIDs as text, bytes and type, e-mail addresses, texts made of
// several columns, texts that only the collation takes for equal, and rows that say nothing but the
// request that made them. A service that does right holds, one that does not is found, and the
// people concerned are called as the table calls them.

#include "foreign_service.h"
#include "profile/profile_reader.h"
#include "record/history_frame.h"
#include "run/database_audit.h"
#include "run_support.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

namespace tst_service_people {

using namespace stampede;
using namespace stampede::test;

namespace {

constexpr int kPeople = 30;
constexpr int kSeats = 10;

const char *const kRules = R"([{"status":201,"outcome":"issued"},
  {"status":409,"pointer":"/error","equals":"HAVE","outcome":"already_issued"},
  {"status":409,"pointer":"/error","equals":"GONE","outcome":"out_of_stock"}])";

const char *const kProfile = R"({
  "schema": "stampede.profile/1", "name": "Claims", "coupon": "SPRING",
  "issued": { "table": "promotion_claim", "id": "claim_no", "user": "member", "userFormat": "%1",
              "coupon": "promo_code", "issuedAt": "claimed_at"%2%3 },
  "stock": { "table": "promotion", "id": "code", "remaining": "seats_left",
             "total": "seats_total" } })";

const char *const kScenario = R"({
  "schema": "stampede.scenario/1", "name": "people",
  "users": { "pick": "file", "path": "people.csv" }, "load": { "vus": 8, "iterations": %1 },
  "target": { "kind": "http", "url": "%2", "couponId": "SPRING", "body": { "member": "%3" },
              "classify": %4,
              "audit": { "settle": { "quiet": "250ms" }, "profile": "p.json",
                         "database": "mysql://%5@/%6?socket=%7" } } })";

QString uuidOf(int person)
{
    return QStringLiteral("%1-1111-4222-8333-%2")
        .arg(person * 7919, 8, 16, QLatin1Char('0'))
        .arg(person, 12, 16, QLatin1Char('0'));
}

QString verdictOfCheck(const RunRecord &record, const char *id)
{
    const CheckResult *check = record.audit ? record.audit->check(QLatin1String(id)) : nullptr;
    return check == nullptr ? QStringLiteral("missing") : checkVerdictKey(check->verdict);
}

/// One kind of ids.
struct Kind
{
    QString columns; ///< of the people's file
    std::function<QString(int)> row;
    QString sent;   ///< as the member of a request
    QString format; ///< userFormat
    ForeignMembers members;
    std::function<QString(int)> shown; ///< as the table shows them
    bool keepsRequests = false;
};

} // namespace

class TestServicePeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rightAndWrongServices_data();
    void rightAndWrongServices();
    void twoSpellingsOfOnePerson();
    void rowsThatNobodyAskedFor();
    void twoPeopleOfOneText();
    void columnsThatAreNotThere();

private:
    void write(const char *name, const QByteArray &content);
    void writeProfile(const QString &format, bool keepsRequests, const QString &further = {});
    void writePeople(const QString &columns, const QStringList &rows);
    Result<RunRecord, RunError> run(const ForeignService &service,
                                    const ConnectionSettings &database, const QString &sent,
                                    int requests = 2 * kPeople);

    QTemporaryDir m_folder;
};

void TestServicePeople::write(const char *name, const QByteArray &content)
{
    QFile file(m_folder.filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void TestServicePeople::writeProfile(const QString &format, bool keepsRequests,
                                     const QString &further)
{
    const QString requests =
        keepsRequests ? QStringLiteral(", \"requestId\": \"request_id\"") : QString();
    write("p.json", QString::fromUtf8(kProfile).arg(format, requests, further).toUtf8());
}

void TestServicePeople::writePeople(const QString &columns, const QStringList &rows)
{
    write("people.csv", (columns + QLatin1Char('\n') + rows.join(QLatin1Char('\n'))).toUtf8());
}

Result<RunRecord, RunError> TestServicePeople::run(const ForeignService &service,
                                                   const ConnectionSettings &database,
                                                   const QString &sent, int requests)
{
    const QString json = QString::fromUtf8(kScenario).arg(
        QString::number(requests), service.url(), sent, QString::fromUtf8(kRules), database.user,
        database.database, database.socket);
    const auto scenario = readScenario(json.toUtf8(), m_folder.filePath(QStringLiteral("s.json")));
    if (!scenario) {
        return Failure{RunError{ExitCode::Scenario, scenario.error().join(QLatin1Char('\n')), {}}};
    }
    DatabaseHost host(parseDatabaseUrl(freshUrl()).value(), {});
    return makeRun(scenario.value(), host, {}, {});
}

void TestServicePeople::rightAndWrongServices_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("right");
    const auto kind = [](const char *name, const Kind &made) {
        QTest::addRow("%s, a right service", name) << made << true;
        QTest::addRow("%s, a wrong one", name) << made << false;
    };
    const QString id = QStringLiteral("{userId}");
    const QString person = QStringLiteral("userId");
    const auto phone = [](int n) {
        return QStringLiteral("0101234%1").arg(n, 4, 10, QLatin1Char('0'));
    };
    const auto beyond = [](int n) {
        return QString::number(18446744073709551000ULL + qulonglong(n));
    };
    const auto snowflake = [](int n) { return QString::number(1729382256910270000LL + n); };
    const auto mail = [](int n) { return QStringLiteral("kim+%1@example.org").arg(n); };
    const QString text = QStringLiteral("VARCHAR(60)");
    kind("phone numbers as text", {person, phone, id, id, {text}, phone});
    kind("phone numbers in a number",
         {person, phone, id, id, {QStringLiteral("BIGINT")}, [phone](int n) {
              return phone(n).mid(1);
          }});
    kind("snowflakes", {person, snowflake, id, id, {QStringLiteral("BIGINT")}, snowflake});
    kind("numbers beyond 63 bits",
         {person, beyond, id, id, {QStringLiteral("BIGINT UNSIGNED")}, beyond});
    kind("decimals", {person, beyond, id, id, {QStringLiteral("DECIMAL(20,0)")}, beyond});
    kind("e-mail addresses", {QStringLiteral("mail"), mail, id, id, {text}, mail});
    kind("upper case of them",
         {QStringLiteral("mail"), mail, id, id, {text, QStringLiteral("UPPER(?)")}, mail});
    const QString two = QStringLiteral("userId,uuid");
    const auto both = [](int n) { return QString::number(n) + QLatin1Char(',') + uuidOf(n); };
    const QString uuid = QStringLiteral("{uuid}");
    kind("UUIDs of a column", {two, both, uuid, uuid, {text}, uuidOf});
    kind("UUIDs in bytes",
         {two,
          both,
          uuid,
          uuid,
          {QStringLiteral("BINARY(16)"), QStringLiteral("UNHEX(REPLACE(?, '-', ''))")},
          uuidOf});
    kind("UUIDs of the type", {QStringLiteral("person"),
                               [](int n) { return uuidOf(n).toUpper(); },
                               id,
                               id,
                               {QStringLiteral("UUID")},
                               uuidOf});
    kind("other bytes", {QStringLiteral("person"),
                         [](int n) { return QStringLiteral("0x%1").arg(0xAB00 + n, 4, 16); },
                         id,
                         id,
                         {QStringLiteral("VARBINARY(8)"), QStringLiteral("UNHEX(SUBSTR(?, 3))")},
                         [](int n) { return QString::number(0xAB00 + n, 16).toUpper(); }});
    kind("several columns",
         {QStringLiteral("region,phone"),
          [phone](int n) { return QStringLiteral("seoul,") + phone(n); }, // one region: see below
          QStringLiteral("{region}-{phone}"),
          QStringLiteral("{region}-{phone}"),
          {text},
          [phone](int n) { return QStringLiteral("seoul-") + phone(n); }});
    kind("nothing but the request", {person,
                                     [](int n) { return QString::number(n); },
                                     id,
                                     id,
                                     {text, QStringLiteral("MD5(CONCAT('salt', ?))")},
                                     [](int n) { return QString::number(n); },
                                     true});
}

void TestServicePeople::rightAndWrongServices()
{
    QFETCH(Kind, kind);
    QFETCH(bool, right);
    if (kind.columns.startsWith(QLatin1String("region"))) {
        // The first column is the person: it has to be somebody else in every row.
        kind.columns = QStringLiteral("n,region,phone");
        const auto row = kind.row;
        kind.row = [row](int n) { return QStringLiteral("p%1,").arg(n) + row(n); };
    }
    QStringList rows;
    for (int person = 1; person <= kPeople; ++person) {
        rows << kind.row(person);
    }
    writePeople(kind.columns, rows);
    writeProfile(kind.format, kind.keepsRequests);
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(database, kSeats,
                                 right ? ForeignService::Fault::None
                                       : ForeignService::Fault::SaysYesAlways,
                                 {}, kind.members);
    QVERIFY(service.isReady());
    const auto made = run(service, database, kind.sent);
    QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().message));
    const RunRecord &record = made.value();
    QCOMPARE(service.claims(), kSeats);
    QCOMPARE(record.audit->state.newRows, std::int64_t{kSeats});
    QCOMPARE(verdictOfCheck(record, "nobody-else-wrote"), QStringLiteral("pass"));
    if (right) {
        QCOMPARE(failedChecks(record), QString());
        QCOMPARE(record.audit->verdict, AuditVerdict::Held);
        QCOMPARE(told(record, Outcome::Issued), kSeats);
    } else {
        QCOMPARE(record.audit->verdict, AuditVerdict::Broken);
        const CheckResult *lost = record.audit->check(QStringLiteral("issued-is-stored"));
        QCOMPARE(checkVerdictKey(lost->verdict), QStringLiteral("fail"));
        const qsizetype column = lost->columns.indexOf(QLatin1String("user"));
        QStringList all;
        for (int person = 1; person <= kPeople; ++person) {
            all << kind.shown(person);
        }
        for (const QVariantList &row : lost->rows) {
            QVERIFY2(all.contains(row[column].toString()), qPrintable(row[column].toString()));
        }
    }
    if (!right) {
        return; // an accusation is confirmed after five seconds: once is enough here
    }
    // The kept run says the same when its rows are looked at later.
    const auto profile = loadProfile(m_folder.filePath(QStringLiteral("p.json")));
    QVERIFY(profile.ok());
    DatabaseHost host(parseDatabaseUrl(QStringLiteral("mysql://%1@/%2?socket=%3")
                                           .arg(database.user, database.database, database.socket))
                          .value(),
                      {});
    DatabaseAuditOrder order;
    order.profile = profile.value();
    const auto kept = historyOf(record);
    QVERIFY(kept.ok());
    order.history = kept.value();
    order.settle = record.scenario.target.audit.settle;
    const auto later = auditDatabase(host, order);
    QVERIFY2(later.ok(), qPrintable(later.ok() ? QString() : later.error().message));
    QCOMPARE(later.value().record.audit->verdict, AuditVerdict::Held);
}

void TestServicePeople::twoSpellingsOfOnePerson()
{
    QStringList rows;
    for (int person = 1; person <= kPeople / 2; ++person) {
        rows << QStringLiteral("Kim%1").arg(person) << QStringLiteral("\"kim%1 \"").arg(person);
    }
    writePeople(QStringLiteral("name"), rows);
    writeProfile(QStringLiteral("{userId}"), false);
    const auto runWith = [&](const QString &type) {
        const ConnectionSettings database = TestDatabase::instance().freshDatabase();
        const ForeignService service(database, 200, ForeignService::Fault::None, {}, {type});
        const auto made = run(service, database, QStringLiteral("{userId}"), kPeople);
        [&] {
            QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().message));
            QCOMPARE(failedChecks(made.value()), QString());
            QCOMPARE(made.value().audit->verdict, AuditVerdict::Held);
        }();
        return made.ok() ? made.value().audit->state.newRows : -1;
    };
    QCOMPARE(runWith(QStringLiteral("VARCHAR(60) COLLATE utf8mb4_general_ci")), kPeople / 2);
    QCOMPARE(runWith(QStringLiteral("VARCHAR(60) COLLATE utf8mb4_unicode_ci")), kPeople / 2);
    QCOMPARE(runWith(QStringLiteral("VARCHAR(60) COLLATE utf8mb4_bin")), kPeople);
}

void TestServicePeople::rowsThatNobodyAskedFor()
{
    writePeople(QStringLiteral("userId,uuid"),
                {QStringLiteral("1,") + uuidOf(1), QStringLiteral("2,") + uuidOf(2),
                 QStringLiteral("3,") + uuidOf(3)});
    writeProfile(QStringLiteral("{userId}"), false);
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(database, kSeats, ForeignService::Fault::None, {},
                                 {QStringLiteral("VARCHAR(60)")});
    const auto made = run(service, database, QStringLiteral("{uuid}"), 3);
    QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().message));
    const CheckResult *check = made.value().audit->check(QStringLiteral("nobody-else-wrote"));
    QCOMPARE(check->verdict, CheckVerdict::Fail);
    QVERIFY2(check->explanation.startsWith(QStringLiteral(
                 "None of the 3 new rows belongs to anybody who was asked: does `userFormat` fit? "
                 "Rows say ")),
             qPrintable(check->explanation));
    QVERIFY(check->explanation.contains(QStringLiteral("-1111-4222-8333-")));
    QVERIFY(check->explanation.contains(QStringLiteral("people were called ")));
    QCOMPARE(made.value().audit->verdict, AuditVerdict::Undecided);
    QVERIFY(!made.value()
                 .audit->check(QStringLiteral("issued-is-stored"))
                 ->explanation.contains(QStringLiteral("Somebody else")));
}

void TestServicePeople::twoPeopleOfOneText()
{
    writePeople(QStringLiteral("userId,phone"),
                {QStringLiteral("1,0101"), QStringLiteral("2,0101")});
    writeProfile(QStringLiteral("{phone}"), false);
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(database, kSeats);
    const auto made = run(service, database, QStringLiteral("{phone}"));
    QVERIFY(!made.ok());
    QCOMPARE(made.error().code, ExitCode::Scenario);
    QVERIFY2(made.error().message.endsWith(
                 QStringLiteral("issued.userFormat: two people of the run are both called 0101 "
                                "there; everybody needs a text of their own")),
             qPrintable(made.error().message));
    QCOMPARE(service.claims(), 0);
}

void TestServicePeople::columnsThatAreNotThere()
{
    writePeople(QStringLiteral("userId,phone,token"),
                {QStringLiteral("1,0101,a"), QStringLiteral("2,0102,b")});
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(database, kSeats);
    const auto faultOf = [&](const QString &format, const QString &further = {}) {
        writeProfile(format, false, further);
        const auto made = run(service, database, QStringLiteral("{userId}"));
        return made.ok() ? QString() : made.error().message.section(QStringLiteral("p.json: "), 1);
    };
    QCOMPARE(faultOf(QStringLiteral("{phon}")),
             QStringLiteral("issued.userFormat: the people's file has no column phon (similar: "
                            "phone)"));
    QCOMPARE(faultOf(QStringLiteral("{token}")),
             QStringLiteral("issued.userFormat: must not contain the secret column token"));
    QCOMPARE(faultOf(QStringLiteral("{userId}"), QStringLiteral(", \"userAs\": \"hex\"")),
             QStringLiteral("issued.userAs: has a use with a column of bytes only (member is "
                            "varchar)"));
    QCOMPARE(service.claims(), 0);
}

} // namespace tst_service_people

STAMPEDE_TEST(tst_service_people::TestServicePeople)
#include "tst_service_people.moc"
