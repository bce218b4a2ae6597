// SPDX-License-Identifier: MIT
// Proves that each of several coupons of one load is judged by itself, at the run, later and from
// what is kept; and that a run which nobody told which request asks for which coupon says so
// before it starts and accuses nobody.

#include "foreign_run.h"
#include "support/schema_check.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace tst_several_coupons {

using namespace stampede;
using namespace stampede::test;
using namespace Qt::StringLiterals;

namespace {

using Fault = ForeignSettings::Fault;

constexpr int kAsked = 60; ///< requests, a third of them for each coupon

ForeignPlan onePass()
{
    ForeignPlan plan;
    plan.requests = kAsked;
    plan.quiet = u"1s"_s;
    return plan;
}

/// The table of coupons: "AUTUMN pass 12, SPRING fail 20": verdict and rows that were issued.
QString couponsOf(const ForeignRun &run)
{
    QStringList coupons;
    for (const QJsonValue &coupon : run.result()["audit"_L1]["coupons"_L1].toArray()) {
        coupons << u"%1 %2 %3"_s
                       .arg(coupon["coupon"_L1].toString(), coupon["verdict"_L1].toString())
                       .arg(coupon["issued_rows"_L1].toInt());
    }
    coupons.sort();
    return coupons.join(u", "_s);
}

} // namespace

class TestSeveralCoupons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void heldEverywhere();
    void oneIsBroken();
    void nobodyToldWhich();
    void oneCouponInTwoSpellings();
    void onlyOneIsAskedFor();
    void wrongFormats_data();
    void wrongFormats();
};

void TestSeveralCoupons::heldEverywhere()
{
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(database,
                                 ForeignSettings{.seats = 40, .coupons = 3, .seatsOfFirst = 5});
    ForeignRun run(service, database, onePass());
    const QString right = u"AUTUMN pass 20, SPRING pass 5, SUMMER pass 20"_s;
    run.make();
    QVERIFY2(run.exitCode() == 0, qPrintable(run.story()));
    QCOMPARE(couponsOf(run), right);
    QCOMPARE(contradiction(run, service.truth()), QString());
    // What must come out are the sums of what must come out of each.
    const QJsonObject must = run.result()["prediction"_L1].toObject();
    for (const auto &[figure, value] :
         {std::pair("issued", 45), std::pair("out_of_stock", 15), std::pair("already_issued", 0),
          std::pair("remaining", 40)}) {
        const QJsonValue range = must[QLatin1String(figure)];
        QCOMPARE(range["min"_L1].toInt(), value);
        QCOMPARE(range["max"_L1].toInt(), value);
    }
    QFile schema(QStringLiteral(STAMPEDE_SOURCE_DIR "/docs/result.schema.json"));
    QVERIFY(schema.open(QIODevice::ReadOnly));
    QCOMPARE(schemaFaults(QJsonDocument::fromJson(schema.readAll()).object(), run.result()),
             QStringList());
    run.auditAgain();
    QVERIFY2(run.exitCode() == 0, qPrintable(run.story()));
    QCOMPARE(couponsOf(run), right);
    QVERIFY2(run.said().contains("Kept with the run"_L1), qPrintable(run.said()));
    // One of them alone is not the run.
    run.auditAgain({}, {u"--coupon"_s, u"SUMMER"_s});
    QVERIFY2(run.exitCode() == 0, qPrintable(run.story()));
    QVERIFY(!run.said().contains("Kept with the run"_L1));
    QCOMPARE(run.outcome("total"), 20);
    QVERIFY(run.result()["audit"_L1]["coupons"_L1].isNull());
    run.auditAgain({}, {u"--coupon"_s, u"OTHER"_s});
    QCOMPARE(run.exitCode(), 104);
    run.verify();
    QVERIFY2(run.exitCode() == 0, qPrintable(run.said()));
    QVERIFY(run.said().contains("as it was recorded"_L1));
    // As a file there is a history a coupon.
    run.command({u"report"_s, u"last"_s, u"--out"_s, run.folder() + u"/out"_s});
    QVERIFY2(run.exitCode() == 0, qPrintable(run.said()));
    const QString history = run.folder() + u"/out/history.jsonl"_s;
    run.command({u"check-history"_s, history});
    QVERIFY2(run.exitCode() == 0, qPrintable(run.said()));
    QCOMPARE(run.said().count("\"linearizable\":true"_L1), 3);
    run.verify(history);
    QVERIFY2(run.exitCode() == 0, qPrintable(run.said()));
    QVERIFY2(run.said().contains("as it was recorded"_L1), qPrintable(run.said()));
    QFile report(run.folder() + u"/out/report.md"_s);
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(report.readAll());
    QVERIFY2(text.contains("Each coupon by itself"_L1), qPrintable(text));
}

void TestSeveralCoupons::oneIsBroken()
{
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(
        database, ForeignSettings{
                      .seats = 12, .fault = Fault::ForgetsToCount, .coupons = 3, .faultOnlyOf = 1});
    ForeignRun run(service, database, onePass());
    const QString right = u"AUTUMN pass 12, SPRING pass 12, SUMMER fail 20"_s;
    run.make();
    QCOMPARE(run.exitCode(), 97);
    QCOMPARE(couponsOf(run), right);
    QCOMPARE(contradiction(run, service.truth()), QString());
    QVERIFY2(run.said().contains("Coupon SUMMER"_L1), qPrintable(run.said()));
    // Sums over what is right and what is wrong say nothing of either.
    QVERIFY2(!run.said().contains(u" at start ≠"_s) && !run.said().contains(u" at start ="_s),
             qPrintable(run.said()));
    QVERIFY2(!run.said().contains("Nothing. This is what should happen"_L1),
             qPrintable(run.said()));
    run.auditAgain();
    QCOMPARE(run.exitCode(), 97);
    QCOMPARE(couponsOf(run), right);
    QCOMPARE(run.couponsInFindings(), QStringList{u"SUMMER"_s});
    run.verify();
    QCOMPARE(run.exitCode(), 97);
    QVERIFY2(run.said().contains("Coupon SUMMER"_L1), qPrintable(run.said()));
    QVERIFY2(!run.said().contains("Coupon SPRING"_L1), qPrintable(run.said()));
}

void TestSeveralCoupons::nobodyToldWhich()
{
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(database, ForeignSettings{.seats = 12, .coupons = 3});
    ForeignPlan plan = onePass();
    plan.couponFormat.clear();
    ForeignRun run(service, database, plan);
    run.make();
    QVERIFY2(run.exitCode() == 95, qPrintable(run.story()));
    QCOMPARE(run.findings(), QString());
    QVERIFY(service.truth().isRight());
    const qsizetype warned = run.said().indexOf("ask for several coupons"_L1);
    QVERIFY2(warned >= 0 && run.said().contains("couponFormat"_L1), qPrintable(run.said()));
    QVERIFY2(warned < run.said().indexOf("COULD NOT BE DECIDED"_L1), qPrintable(run.said()));
    for (const QJsonValue &hypothesis : run.result()["diagnosis"_L1]["hypotheses"_L1].toArray()) {
        const QString id = hypothesis["id"_L1].toString();
        if (id == "sold-out"_L1 || id == "race"_L1 || id == "duplicates"_L1) {
            QCOMPARE(hypothesis["verdict"_L1].toString(), u"undecided"_s);
        }
    }
    run.auditAgain();
    QVERIFY2(run.exitCode() == 95, qPrintable(run.story()));
    QCOMPARE(run.findings(), QString());
    run.verify();
    QVERIFY2(run.exitCode() == 95, qPrintable(run.said()));
}

void TestSeveralCoupons::oneCouponInTwoSpellings()
{
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(database, ForeignSettings{.seats = 40, .coupons = 3});
    ForeignPlan plan = onePass();
    plan.smallLetters = true; // for the database they are the same
    ForeignRun run(service, database, plan);
    run.make();
    QVERIFY2(run.exitCode() == 0, qPrintable(run.story()));
    QCOMPARE(couponsOf(run), u"AUTUMN pass 20, SPRING pass 20, SUMMER pass 20"_s);
}

void TestSeveralCoupons::onlyOneIsAskedFor()
{
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(database, ForeignSettings{.seats = 1, .coupons = 3});
    ForeignPlan plan = onePass();
    plan.people = 1; // person 1 asks for the second
    plan.requests = 2;
    ForeignRun run(service, database, plan);
    run.make();
    QVERIFY2(run.exitCode() == 0, qPrintable(run.story()));
    QCOMPARE(couponsOf(run), u"SUMMER pass 1"_s);
    QVERIFY(!run.check(u"stock-adds-up"_s)
                 .value("explanation"_L1)
                 .toString()
                 .contains("coupon"_L1, Qt::CaseInsensitive));
    run.auditAgain();
    QVERIFY2(run.exitCode() == 0, qPrintable(run.story()));
    run.verify();
    QVERIFY2(run.exitCode() == 0, qPrintable(run.said()));
}

void TestSeveralCoupons::wrongFormats_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("said");
    QTest::newRow("no such column") << u"{shop}"_s << u"has no column shop"_s;
    QTest::newRow("no such coupon") << u"X{promo}"_s << u"there is no XSPRING"_s;
    QTest::newRow("too many") << u"{promo}{userId}"_s << u"there is no SUMMER1"_s;
}

void TestSeveralCoupons::wrongFormats()
{
    QFETCH(QString, format);
    QFETCH(QString, said);
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(database, ForeignSettings{.coupons = 3});
    ForeignPlan plan = onePass();
    plan.couponFormat = format;
    ForeignRun run(service, database, plan);
    run.make();
    QCOMPARE(run.exitCode(), 104);
    QVERIFY2(run.said().contains(said), qPrintable(run.said()));
    QCOMPARE(service.asked(), 0);
}

} // namespace tst_several_coupons

STAMPEDE_TEST(tst_several_coupons::TestSeveralCoupons)
#include "tst_several_coupons.moc"
