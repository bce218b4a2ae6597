// SPDX-License-Identifier: MIT
// Proves that a profile file is read with every fault at once, each with its place and the nearest
// valid name, and that a check which does more than read is refused before any database is asked.

#include "profile/profile_reader.h"
#include "profile/profile_writer.h"
#include "test_program.h"

#include <QTest>

namespace tst_profile_reader {

using namespace stampede;

class TestProfileReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contractsExampleIsRead();
    void leastIsEnough();
    void faultsHavePlaces_data();
    void faultsHavePlaces();
    void allFaultsAtOnce();
    void filesThatCannotBeRead();
    void whatIsWrittenIsReadBack();
};

void TestProfileReader::contractsExampleIsRead()
{
    const auto read = readProfile(
        R"({
  "schema": "stampede.profile/1", "name": "Spring promotion", "coupon": "SPRING", "precedence": "stock-first",
  "issued": { "table": "promo_claim", "id": "claim_no", "user": "member", "userFormat": "m{userId}", "coupon": "promo_code", "issuedAt": "claimed_at", "requestId": null },
  "stock":  { "table": "promo", "id": "code", "remaining": "seats_left", "total": "seats_total", "issued": null, "startsAt": null, "endsAt": null },
  "checks": [ { "id": "no-empty-member", "title": "No claim without a member", "sql": "SELECT claim_no FROM promo_claim WHERE member = '';" } ]
})",
        QStringLiteral("spring.profile.json"));
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().join(QLatin1Char('\n'))));
    const Profile &profile = read.value();
    QCOMPARE(profile.name, QStringLiteral("Spring promotion"));
    QCOMPARE(profile.coupon, QStringLiteral("SPRING"));
    QCOMPARE(profile.precedence, Precedence::StockFirst);
    QCOMPARE(profile.issued.userFormat, QStringLiteral("m{userId}"));
    QCOMPARE(profile.issued.issuedAt, QStringLiteral("claimed_at"));
    QCOMPARE(profile.issued.requestId, QString());
    QCOMPARE(profile.stock.remaining, QStringLiteral("seats_left"));
    QCOMPARE(profile.stock.issued, QString());
    QCOMPARE(profile.checks.size(), 1);
    QCOMPARE(profile.checks.first().sql,
             QStringLiteral("SELECT claim_no FROM promo_claim WHERE member = ''"));
}

void TestProfileReader::leastIsEnough()
{
    const auto read = readProfile(R"({"schema": "stampede.profile/1", "coupon": 7, "stock": null,
                                      "issued": {"table": "t", "user": "u"}})",
                                  QStringLiteral("a/least.json"));
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().join(QLatin1Char('\n'))));
    QCOMPARE(read.value().coupon, QStringLiteral("7"));
    QCOMPARE(read.value().name, QStringLiteral("least.json"));
    QCOMPARE(read.value().issued.userFormat, QStringLiteral("{userId}"));
    QCOMPARE(read.value().precedence, Precedence::Any);
}

void TestProfileReader::faultsHavePlaces_data()
{
    QTest::addColumn<QString>("more"); // keys beside a profile that is right
    QTest::addColumn<QString>("fault");
    const auto add = [](const char *more, const char *fault) {
        QTest::newRow(more) << QString::fromLatin1(more) << QString::fromLatin1(fault);
    };
    add(R"("nmae": "x")", "p: nmae: unknown setting (did you mean name?)");
    add(R"("qwertyuiop": 1)", "p: qwertyuiop: unknown setting; possible here: schema, name");
    add(R"("name": 7)", "p: name: must be a text (got 7)");
    add(R"("coupon": 1.5)", "p: coupon: must be a text or a whole number (got 1.5)");
    add(R"("coupon": "")", "p: coupon: must be a text or a whole number (got \"\")");
    add(R"("precedence": "stok-first")", "did you mean stock-first?)");
    add(R"("stock": {"table": "s", "id": "i", "remainig": "r"})",
        "p: stock.remainig: unknown setting (did you mean remaining?)");
    add(R"("stock": {"remaining": "r"})", "p: stock.table: is missing");
    add(R"("stock": {"table": "s"})", "p: stock.id: is missing");
    add(R"("stock": 7)", "p: stock: must be an object (got 7)");
    add(R"("stock": {"table": "a\u0000b", "id": "i"})", "p: stock.table: must not contain");
    add(R"("perPerson": 2)", "p: perPerson: must be an object (got 2)");
    add(R"("perPerson": {"limit": 0})", "p: perPerson.limit: must be between 1 and");
    add(R"("perPerson": {"limt": 2})", "p: perPerson.limt: unknown setting (did you mean");
    add(R"("perPerson": {"within": "day"})", "p: perPerson.within: must be a list of at most");
    add(R"("perPerson": {"limit": null, "within": ["day"]})", "p: perPerson.within: means nothing");
    add(R"("givesBack": 1)", "p: givesBack: must be true or false");
    add(R"("stock": {"table": "s", "id": "i", "unlimited": [0.5]})",
        "p: stock.unlimited: must be a list of whole numbers and null");
    add(R"("stock": {"table": "s", "id": "i", "where": {}})", "p: stock.where: must be a list");
    add(R"("stock": {"table": "s", "id": "i", "where": [{"column": "c"}]})",
        "p: stock.where[0]: must have one of equals, in, notIn and isNull");
    add(R"("stock": {"table": "s", "id": "i", "where": [{"column": "c", "equals": null}]})",
        "p: stock.where[0].equals: must be a text, a number, true or false (got null)");
    add(R"("stock": {"table": "s", "id": "i", "where": [{"column": "c", "in": []}]})",
        "p: stock.where[0].in: is empty; must hold at least one value");
    add(R"("stock": {"table": "s", "id": "i", "where": [{"column": "c", "in": 7}]})",
        "p: stock.where[0].in: must be a list of 1 to 100");
    add(R"("stock": {"table": "s", "id": "i", "where": [{"equals": 7}]})",
        "p: stock.where[0].column: is missing; must be a column of the table");
    add(R"("stock": {"table": "s", "id": "i", "where": [{"column": "c", "isNull": true, "isnul": 1}]})",
        "p: stock.where[0].isnul: unknown setting (did you mean stock.where[0].isNull?)");
    add(R"("stock": {"table": "s", "id": "i", "couponAs": "guid"})",
        "p: stock.couponAs: must be one of");
    add(R"("checks": {})", "p: checks: must be a list");
    add(R"("checks": [7])", "p: checks[0]: must be an object (got 7)");
    add(R"("checks": [{"id": "a b", "title": "t", "sql": "SELECT 1"}])",
        "p: checks[0].id: must be letters, digits, - and _");
    add(R"("checks": [{"id": "a", "title": "t", "sql": "SELECT 1"},
                      {"id": "a", "title": "t", "sql": "SELECT 1"}])",
        "p: checks[1].id: is there twice (a)");
    add(R"("checks": [{"id": "a", "title": "t"}])", "p: checks[0].sql: must be a text");
    add(R"("checks": [{"id": "a", "title": "t", "sql": "SELECT 1", "limit": 1}])",
        "p: checks[0].limit: unknown setting");
    add(R"("checks": [{"id": "a", "title": "t", "sql": "DELETE FROM t"}])",
        "p: checks[0].sql: must begin with SELECT or WITH");
    add(R"("checks": [{"id": "a", "title": "t", "sql": "SELECT 1; DROP TABLE t"}])",
        "p: checks[0].sql: must be one statement");
    add(R"("checks": [{"id": "a", "title": "t", "sql": "SELECT * FROM t FOR UPDATE"}])",
        "p: checks[0].sql: must not contain UPDATE");
    add(R"("checks": [{"id": "a", "title": "t", "sql": "SELECT 1 /*! INTO OUTFILE 'x' */"}])",
        "p: checks[0].sql: must not contain a comment that the server carries out");
}

void TestProfileReader::faultsHavePlaces()
{
    QFETCH(QString, more);
    QFETCH(QString, fault);
    const QString json = QStringLiteral(R"({"schema": "stampede.profile/1", "issued": {"table": )"
                                        R"("t", "user": "u"}, %1})")
                             .arg(more);
    const auto read = readProfile(json.toUtf8(), QStringLiteral("p"));
    QVERIFY(!read.ok());
    QCOMPARE(read.error().size(), 1);
    QVERIFY2(read.error().first().contains(fault), qPrintable(read.error().first()));
}

void TestProfileReader::allFaultsAtOnce()
{
    const auto read = readProfile(
        R"({"schema": "stampede.profile/2", "issued": {"userFormat": "m", "tabel": "t"}, "nam": ""})",
        QStringLiteral("p"));
    QVERIFY(!read.ok());
    QStringList places;
    for (const QString &fault : read.error()) {
        places << fault.section(QLatin1Char(':'), 1, 1).trimmed();
    }
    places.sort();
    QCOMPARE(places.join(QLatin1Char(' ')),
             QStringLiteral("issued.tabel issued.table issued.user issued.userFormat nam schema"));
}

void TestProfileReader::filesThatCannotBeRead()
{
    QVERIFY(readProfile("{\n  \"schema\" 1}", QStringLiteral("p"))
                .error()
                .first()
                .startsWith(QStringLiteral("p:2:12: ")));
    QCOMPARE(loadProfile(QStringLiteral("/no/such.json")).error().first(),
             QStringLiteral("/no/such.json: there is no such file"));
    QCOMPARE(loadProfile(QStringLiteral("/tmp")).error().first(),
             QStringLiteral("/tmp: is a folder, not a profile"));
    const QByteArray large(kLargestProfileFile + 1, ' ');
    QVERIFY(readProfile(large, QStringLiteral("p"))
                .error()
                .first()
                .contains(QStringLiteral("larger than 1 MiB")));
}

void TestProfileReader::whatIsWrittenIsReadBack()
{
    Profile profile;
    profile.name = QStringLiteral("Gifts");
    profile.coupon = QStringLiteral("SPRING");
    profile.precedence = Precedence::DuplicateFirst;
    profile.issued.table = QStringLiteral("gift ledger");
    profile.issued.user = QStringLiteral("who");
    profile.issued.userFormat = QStringLiteral("m{userId}");
    profile.stock.table = QStringLiteral("pool");
    profile.stock.id = QStringLiteral("gift");
    profile.stock.remaining = QStringLiteral("pieces_left");
    profile.stock.where = {{QStringLiteral("open"), RowCondition::Test::In, {true}}};
    profile.stock.unlimited = {QStringLiteral("-1"), QString(),
                               QStringLiteral("18446744073709551615")};
    profile.issued.where = {
        {QStringLiteral("deleted_at"), RowCondition::Test::IsNull, {}},
        {QStringLiteral("paid_at"), RowCondition::Test::IsNotNull, {}},
        {QStringLiteral("status"), RowCondition::Test::NotIn, {QStringLiteral("FAILED"), 7}}};
    profile.issued.quantity = QStringLiteral("pieces");
    profile.issued.userAs = IdForm::Uuid;
    profile.perPerson = {2, {QStringLiteral("day")}};
    profile.givesBack = true;
    profile.checks = {{QStringLiteral("a"), QStringLiteral("A"), QStringLiteral("SELECT 1")}};
    const auto read = readProfile(profileToJson(profile), QStringLiteral("p"));
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().join(QLatin1Char('\n'))));
    QCOMPARE(profileToJson(read.value()), profileToJson(profile));
    QCOMPARE(read.value().issued.userFormat, QStringLiteral("m{userId}"));
    QVERIFY(read.value().issued.id.isEmpty());
    QCOMPARE(read.value().stock.unlimited, profile.stock.unlimited);
    QCOMPARE(read.value().issued.where.size(), 3);
    QCOMPARE(read.value().perPerson, profile.perPerson);
    QCOMPARE(read.value().issued.userAs, IdForm::Uuid);
    QCOMPARE(read.value().givesBack, std::optional(true));
    profile.givesBack = false; // which is more than nothing said
    QCOMPARE(readProfile(profileToJson(profile), QStringLiteral("p")).value().givesBack,
             profile.givesBack);
    profile.stock = {}; // without a stock
    QVERIFY(readProfile(profileToJson(profile), QStringLiteral("p")).ok());
}

} // namespace tst_profile_reader

STAMPEDE_TEST(tst_profile_reader::TestProfileReader)
#include "tst_profile_reader.moc"
