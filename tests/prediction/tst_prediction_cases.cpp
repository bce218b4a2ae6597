// SPDX-License-Identifier: MIT
// Proves: isolation, one virtual user, loads that only time ends, the time of the sale and requests
// without an answer change the prediction as they should.

#include "prediction_fixture.h"
#include "test_program.h"

#include <QLocale>
#include <QtTest>

namespace tst_prediction_cases {

using namespace stampede;

class PredictionCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void changesWithIsolation_data();
    void changesWithIsolation();
    void replaysOneVirtualUser();
    void leavesTimedLoadsOpen_data();
    void leavesTimedLoadsOpen();
    void looksAtTheSale_data();
    void looksAtTheSale();
    void takesThePeopleReallyAsked();
};

void PredictionCases::changesWithIsolation_data()
{
    QTest::addColumn<Isolation>("isolation");
    QTest::addColumn<bool>("forced");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("note");
    const auto row = [](const char *name, Isolation isolation, bool forced, const char *expected,
                        const char *note) {
        QTest::newRow(name) << isolation << forced << QString::fromLatin1(expected)
                            << QString::fromLatin1(note);
    };
    const char *const raced = "issued 100 already 996 out 0 left 100-199 drift";
    const char *const broken = "issued 0-100 already 0-996 out 0 left 100-200";
    row("default", Isolation::Default, false, raced, "will-drift");
    row("read committed", Isolation::ReadCommitted, false, raced, "will-drift");
    row("repeatable read", Isolation::RepeatableRead, false, raced, "will-drift");
    row("serializable", Isolation::Serializable, false, broken, "contention-instead");
    row("read uncommitted", Isolation::ReadUncommitted, false,
        "issued 0-100 already 0-996 out 0-1096 left 0-200 drift", "dirty-reads");
    row("forced by default", Isolation::Default, true, broken, "errors-instead");
    row("forced in repeatable read", Isolation::RepeatableRead, true, broken, "errors-instead");
    row("not forced in read committed", Isolation::ReadCommitted, true, raced, "will-drift");
}

void PredictionCases::changesWithIsolation()
{
    QFETCH(Isolation, isolation);
    QFETCH(bool, forced);
    QFETCH(QString, note);
    Scenario scenario = preset("quiet-damage");
    scenario.service.isolation = isolation;
    const Prediction prediction = predict(scenario, kNow, {forced});
    QTEST(figures(prediction), "expected");
    QVERIFY2(codes(prediction.notes).contains(note),
             qPrintable(codes(prediction.notes).join(u' ')));
    scenario.service.layers.rowLock = true;
    QCOMPARE(figures(predict(scenario, kNow, {forced})),
             QStringLiteral("issued 100 already 996 out 0 left 100"));
}

void PredictionCases::replaysOneVirtualUser()
{
    Scenario scenario = hundredUsers({true, true, true});
    scenario.coupon.stock = 50;
    QVERIFY(!predict(scenario, kNow).outOfStock.exact());
    scenario.load.vus = 1;
    for (const bool lock : {true, false}) {
        scenario.service.layers.rowLock = lock;
        const Prediction prediction = predict(scenario, kNow);
        QVERIFY(prediction.outOfStock.exact() && prediction.alreadyIssued.exact());
        QCOMPARE(prediction.issued, (Range{50, 50}));
        QCOMPARE(prediction.alreadyIssued.min + prediction.outOfStock.min, std::int64_t(1046));
        QVERIFY(!prediction.possible.any());
    }
    const std::vector<std::int64_t> asked{7, 7, 9, 7, 8, 9};
    scenario.coupon.stock = 2;
    QCOMPARE(figures(predictAsked(scenario, kNow, asked, 0)),
             QStringLiteral("issued 2 already 1 out 3 left 0"));
    QCOMPARE(figures(predictAsked(scenario, kNow, asked, 1)),
             QStringLiteral("issued 1-2 already 0-3 out 0-4 left 0-1"));
}

void PredictionCases::leavesTimedLoadsOpen_data()
{
    QTest::addColumn<Layers>("layers");
    QTest::addColumn<int>("stock");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, Layers layers, int stock, const char *expected) {
        QTest::newRow(name) << layers << stock << QString::fromLatin1(expected);
    };
    row("complete", {true, true, true}, 50, "issued 0-50 already 0- out 0- left 0-50");
    row("never sold out", {true, true, true}, 200, "issued 0-100 already 0- out 0 left 100-200");
    row("one coupon", {true, true, true}, 1, "issued 0-1 already 0 out 0- left 0-1");
    row("no coupon", {true, true, true}, 0, "issued 0 already 0 out 0- left 0");
    row("check and key off", {true, false, false}, 50,
        "issued 0-50 already 0 out 0- left 0-50 duplicates");
    row("lock off", {false, true, true}, 50,
        "issued 0-100 already 0- out 0- left 0-50 oversell drift");
    row("all off", {false, false, false}, 50,
        "issued 0- already 0 out 0- left 0-50 oversell drift duplicates");
}

void PredictionCases::leavesTimedLoadsOpen()
{
    QFETCH(Layers, layers);
    QFETCH(int, stock);
    Scenario scenario = hundredUsers(layers);
    scenario.load.model = LoadModel::ConstantVus;
    scenario.coupon.stock = stock;
    const Prediction prediction = predict(scenario, kNow);
    QTEST(figures(prediction), "expected");
    QCOMPARE(prediction.requests, (Range{0, std::nullopt}));
    QCOMPARE(prediction.distinctUsers, std::int64_t(100));
    QVERIFY(codes(prediction.notes).contains(QStringLiteral("bounds-timed")));
}

void PredictionCases::looksAtTheSale_data()
{
    QTest::addColumn<SaleMoment>("startsAt");
    QTest::addColumn<SaleMoment>("endsAt");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("outside");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, SaleMoment start, SaleMoment end, const char *expected,
                        const char *outside, const char *sentence) {
        QTest::newRow(name) << start << end << QString::fromLatin1(expected)
                            << QString::fromLatin1(outside) << QString::fromLatin1(sentence);
    };
    const char *const open = "issued 100 already 996 out 0 left 100";
    const char *const closed = "issued 0 already 0 out 0 left 200";
    const char *const changing = "issued 0-100 already 0-996 out 0 left 100-200";
    const auto in = [](std::int64_t ms) { return SaleMoment{true, ms}; };
    const auto at = [](std::int64_t ms) { return SaleMoment{false, ms}; };
    // The load is over 60 s + 2 × 5 s + 60 s after the start at the latest.
    row("open", in(0), in(130'001), open, "0", "");
    row("open, absolutely", at(kNow), at(kNow + kMsPerDay), open, "0", "");
    row("over", in(-2 * kMsPerDay), in(0), closed, "1096",
        "The sale ended 0 s ago: every request must be refused.");
    row("long over", at(0), at(kNow - 3 * kMsPerDay), closed, "1096",
        "The sale ended 3 days ago: every request must be refused.");
    row("not begun", in(130'001), in(kMsPerDay), closed, "1096",
        "The sale starts in 2 minutes: every request must be refused.");
    row("never", at(kNow + 5000), in(1000), closed, "1096",
        "The sale ends before it starts: every request must be refused.");
    row("begins meanwhile", in(250), in(kMsPerDay), changing, "0-1096", "");
    row("ends meanwhile", in(-1), in(130'000), changing, "0-1096", "");
}

void PredictionCases::looksAtTheSale()
{
    Scenario scenario = preset("hundred-users");
    QFETCH(SaleMoment, startsAt);
    QFETCH(SaleMoment, endsAt);
    scenario.coupon.startsAt = startsAt;
    scenario.coupon.endsAt = endsAt;
    const Prediction prediction = predict(scenario, kNow);
    QTEST(figures(prediction), "expected");
    QTEST(plainRange(prediction.outsideSale), "outside");
    QTEST(textOf(prediction.notes, "outside-sale"), "sentence");
    QCOMPARE(codes(prediction.notes).contains(QStringLiteral("sale-edge")),
             !prediction.outsideSale.exact());
}

void PredictionCases::takesThePeopleReallyAsked()
{
    Scenario scenario = preset("hundred-users");
    scenario.load.model = LoadModel::ConstantVus;
    const std::vector<std::int64_t> asked{5, 6, 5, 7, 5};
    const Prediction sure = predictAsked(scenario, kNow, asked, 0);
    QCOMPARE(figures(sure), QStringLiteral("issued 3 already 2 out 0 left 197"));
    QCOMPARE(sure.requests, (Range{5, 5}));
    QCOMPARE(sure.distinctUsers, std::int64_t(3));
    const Prediction unsure = predictAsked(scenario, kNow, asked, 2);
    QCOMPARE(figures(unsure), QStringLiteral("issued 1-3 already 0-2 out 0 left 197-199"));
    QVERIFY(codes(unsure.notes).contains(QStringLiteral("bounds-undecided")));
    QCOMPARE(figures(predictAsked(scenario, kNow, {}, 0)),
             QStringLiteral("issued 0 already 0 out 0 left 200"));
}

} // namespace tst_prediction_cases

STAMPEDE_TEST(tst_prediction_cases::PredictionCases)
#include "tst_prediction_cases.moc"
