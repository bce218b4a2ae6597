// SPDX-License-Identifier: MIT
// Proves: every preset must come out as it is described, and every combination of protections names
// the damage that it makes possible and says why where none is.

#include "prediction_fixture.h"
#include "test_program.h"

#include <QLocale>
#include <QtTest>

namespace tst_prediction {

using namespace stampede;

class PredictionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void presets_data();
    void presets();
    void layers_data();
    void layers();
    void says_data();
    void says();
};

void PredictionTest::presets_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("notes");
    const auto row = [](const char *id, const char *expected, const char *notes) {
        QTest::newRow(id) << QString::fromLatin1(expected) << QString::fromLatin1(notes);
    };
    row("latch-100-vs-10", "issued 10 already 0 out 90 left 0", "exact nobody-asks-twice");
    row("single-user", "issued 1 already 1095 out 0 left 199", "cannot-sell-out one-user exact");
    row("hundred-users", "issued 100 already 996 out 0 left 100",
        "cannot-sell-out fewer-users-than-requests exact");
    row("last-coupon", "issued 1 already 0 out 1 left 0", "exact nobody-asks-twice");
    row("sold-out", "issued 0 already 0 out 50 left 0", "empty-stock exact");
    row("flash-sale", "issued 1000 already 0 out 9000 left 0", "exact nobody-asks-twice");
    row("quiet-damage", "issued 100 already 996 out 0 left 100-199 drift",
        "cannot-sell-out fewer-users-than-requests bounds-race will-drift");
    row("second-helping", "issued 200 already 0 out 896 left 0 duplicates", "exact will-duplicate");
    row("open-door", "issued 200-1096 already 0 out 0-896 left 0-199 oversell drift duplicates",
        "bounds-race will-oversell will-drift will-duplicate");
}

void PredictionTest::presets()
{
    const Prediction prediction = predict(preset(QTest::currentDataTag()), kNow);
    QTEST(figures(prediction), "expected");
    QTEST(codes(prediction.notes).join(QLatin1Char(' ')), "notes");
    QVERIFY(prediction.requests.exact());
    QCOMPARE(prediction.outsideSale, (Range{0, 0}));
}

void PredictionTest::layers_data()
{
    QTest::addColumn<Layers>("layers");
    QTest::addColumn<QString>("latch");
    QTest::addColumn<QString>("hundred");
    QTest::addColumn<QString>("single");
    const auto row = [](const char *name, Layers layers, const char *latch, const char *hundred,
                        const char *single) {
        QTest::newRow(name) << layers << QString::fromLatin1(latch) << QString::fromLatin1(hundred)
                            << QString::fromLatin1(single);
    };
    const char *const latch = "issued 10 already 0 out 90 left 0";
    const char *const racedLatch = "issued 10-100 already 0 out 0-90 left 0-9 oversell drift";
    const char *const hundred = "issued 100 already 996 out 0 left 100";
    const char *const single = "issued 1 already 1095 out 0 left 199";
    const char *const several = "issued 200 already 0 out 896 left 0 duplicates";
    const char *const all =
        "issued 200-1096 already 0 out 0-896 left 0-199 oversell drift duplicates";
    row("all", {true, true, true}, latch, hundred, single);
    row("check off", {true, false, true}, latch, hundred, single);
    row("key off", {true, true, false}, latch, hundred, single);
    row("check and key off", {true, false, false}, latch, several, several);
    row("lock off", {false, true, true}, racedLatch,
        "issued 100 already 996 out 0 left 100-199 drift", single);
    row("lock and check off", {false, false, true}, racedLatch,
        "issued 100 already 996 out 0 left 100-199 drift", single);
    row("lock and key off", {false, true, false}, racedLatch,
        "issued 100-1096 already 0-996 out 0-896 left 0-199 oversell drift duplicates",
        "issued 1-1096 already 0-1095 out 0-896 left 0-199 oversell drift duplicates");
    row("nothing", {false, false, false}, racedLatch, all, all);
}

void PredictionTest::layers()
{
    QFETCH(Layers, layers);
    const auto with = [&layers](const char *id) {
        Scenario scenario = preset(id);
        scenario.service.layers = layers;
        return figures(predict(scenario, kNow));
    };
    QTEST(with("latch-100-vs-10"), "latch");
    QTEST(with("hundred-users"), "hundred");
    QTEST(with("single-user"), "single");
}

void PredictionTest::says_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const Scenario &scenario, const char *code,
                        const char *sentence) {
        QTest::newRow(name) << scenario << QString::fromLatin1(code) << QString::fromUtf8(sentence);
    };
    const Scenario hundred = preset("hundred-users");
    const Scenario single = preset("single-user");
    row("never sold out", hundred, "cannot-sell-out",
        "100 people can hold at most 100 of 200 coupons: it can never sell out. At least 100 "
        "stay.");
    row("one person", single, "cannot-sell-out",
        "1 person can hold at most 1 of 200 coupons: it can never sell out. At least 199 stay.");
    row("one id", single, "one-user",
        "All 1,096 requests come from one person: 1 is issued, the other 1,095 are answered "
        "\"already issued\". That is not an error.");
    row("refusals", hundred, "fewer-users-than-requests",
        "1,096 requests from 100 people: 996 refusals are certain before the run begins.");
    row("seed", hundred, "exact", "The seed fixes who asks how often, so these are exact figures.");
    row("no seed", single, "exact", "Who asks how often is fixed, so these are exact figures.");
    row("quiet", preset("quiet-damage"), "will-drift",
        "No more than 100 coupons can be handed out of 200, so nothing is oversold; but the stock "
        "column will not notice all of them. No answer will show it.");
    row("loud", preset("open-door"), "will-drift",
        "The stock column will not notice all coupons that are handed out.");
    row("oversold", preset("open-door"), "will-oversell",
        "Up to 1,096 coupons may be handed out for 200.");
    row("these protections", preset("open-door"), "bounds-race",
        "With these protections off the outcome depends on who meets whom. These are the bounds; "
        "the audit will find the difference.");
    row("check off", hundredUsers({true, false, true}), "second-layer-holds",
        "The unique key refuses every second coupon: no damage, only more work for the database.");
    row("key off", hundredUsers({true, true, false}), "second-layer-holds",
        "While the row lock is on, the duplicate check refuses every second coupon; nothing at the "
        "database would stop it.");
    Scenario scenario = single;
    scenario.service.layers.rowLock = false;
    row("one writer", scenario, "one-writer",
        "Only one request can get a coupon, so there is nothing to write over.");
    scenario = hundredUsers({false, false, false});
    scenario.load.vus = 1;
    row("one at a time", scenario, "no-overlap",
        "One virtual user at a time: no two requests can meet, so this run cannot show a race.");
    scenario = hundred;
    scenario.coupon.stock = 50;
    row("order decides", scenario, "bounds-order",
        "Who is told \"already issued\" and who \"out of stock\" depends on who comes first, so "
        "these are bounds.");
    scenario.coupon.stock = 0;
    row("empty", scenario, "empty-stock",
        "There is nothing to give: every request must be answered \"out of stock\".");
    scenario.load.model = LoadModel::ConstantVus;
    row("timed", scenario, "bounds-timed",
        "How many requests fit into 1m depends on the machine, so these are bounds.");
    row("each once", preset("flash-sale"), "nobody-asks-twice",
        "Each person asks once: this run cannot show a second coupon for one person.");
}

void PredictionTest::says()
{
    QFETCH(Scenario, scenario);
    QFETCH(QString, code);
    QTEST(textOf(predict(scenario, kNow).notes, code.toLatin1().constData()), "sentence");
}

} // namespace tst_prediction

STAMPEDE_TEST(tst_prediction::PredictionTest)
#include "tst_prediction.moc"
