// SPDX-License-Identifier: MIT
// Proves that what is certain while the load still runs is said, and nothing else.

#include "prediction/prediction.h"
#include "run/live_violation.h"
#include "test_program.h"

#include <QTest>

namespace tst_live_violation {

using namespace stampede;

class TestLiveViolation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oversell();
    void prematureSoldOut_data();
    void prematureSoldOut();
    void notIssuedClaimsNothing();
    void restsWhereNothingIsCertain_data();
    void restsWhereNothingIsCertain();
};

void TestLiveViolation::oversell()
{
    LiveSnapshot live;
    live.outcomes.byOutcome[indexOf(Outcome::Issued)] = 10;
    live.inFlight = 90;
    QVERIFY(!certainAlarm(live, 10, LiveViolation::Kind::Oversell));
    live.outcomes.byOutcome[indexOf(Outcome::Issued)] = 11;
    const auto alarm = certainAlarm(live, 10, LiveViolation::Kind::Oversell);
    QVERIFY(alarm);
    QCOMPARE(alarm->sentence(), QStringLiteral("Certain already: \"issued\" was said 11 times, 10 "
                                               "coupons existed."));
    LiveViolation untold = *alarm; // of a service of which nobody said that none comes back
    untold.certain = false;
    QCOMPARE(untold.sentence(),
             QStringLiteral("\"issued\" was said 11 times, 10 coupons existed: too many, unless "
                            "some came back meanwhile."));
}

void TestLiveViolation::prematureSoldOut_data()
{
    QTest::addColumn<int>("issued");
    QTest::addColumn<int>("inFlight");
    QTest::addColumn<int>("unknown");
    QTest::addColumn<int>("soldOut");
    QTest::addColumn<bool>("certain");
    QTest::newRow("all gone") << 10 << 0 << 0 << 5 << false;
    QTest::newRow("the rest may be in flight") << 6 << 4 << 0 << 5 << false;
    QTest::newRow("the rest may be in doubt") << 6 << 1 << 3 << 5 << false;
    QTest::newRow("one short") << 6 << 1 << 2 << 5 << true;
    QTest::newRow("nobody was told so") << 0 << 0 << 0 << 0 << false;
}

void TestLiveViolation::prematureSoldOut()
{
    QFETCH(int, issued);
    QFETCH(int, inFlight);
    QFETCH(int, unknown);
    QFETCH(int, soldOut);
    QFETCH(bool, certain);
    LiveSnapshot live;
    live.outcomes.byOutcome[indexOf(Outcome::Issued)] = static_cast<std::uint64_t>(issued);
    live.outcomes.byOutcome[indexOf(Outcome::Unknown)] = static_cast<std::uint64_t>(unknown);
    live.outOfStockBefore = static_cast<std::uint64_t>(soldOut);
    live.inFlight = inFlight;
    const auto alarm = certainAlarm(live, 10, LiveViolation::Kind::PrematureSoldOut);
    QCOMPARE(alarm.has_value(), certain);
    if (certain) {
        QCOMPARE(alarm->sentence(),
                 QStringLiteral("Certain already: \"out of stock\" was said while at most 9 of 10 "
                                "coupons could have gone."));
    }
}

void TestLiveViolation::notIssuedClaimsNothing()
{
    LiveSnapshot live;
    live.outcomes.byOutcome[indexOf(Outcome::Issued)] = 5;
    live.outcomes.byOutcome[indexOf(Outcome::NotIssued)] = 90;
    // It may have meant that the person has one, and it took no coupon.
    QVERIFY(!certainAlarm(live, 10, LiveViolation::Kind::Oversell));
    QVERIFY(!certainAlarm(live, 10, LiveViolation::Kind::PrematureSoldOut));
    live.outOfStockBefore = 1;
    const auto alarm = certainAlarm(live, 10, LiveViolation::Kind::PrematureSoldOut);
    QVERIFY(alarm);
    QCOMPARE(alarm->figure, std::int64_t{5});
}

void TestLiveViolation::restsWhereNothingIsCertain_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<bool>("proves");
    Scenario own;
    QTest::newRow("own service") << own << true;
    Scenario answersOnly;
    answersOnly.target.kind = TargetKind::Http;
    answersOnly.target.knowsStock = true;
    QTest::newRow("answers only") << answersOnly << true;
    Scenario two = answersOnly;
    two.users.perPerson.limit = 2;
    QTest::newRow("two a person") << two << true;
    Scenario one = answersOnly;
    one.target.quantity = AskedQuantity{1, {}};
    QTest::newRow("one piece") << one << true;
    Scenario pieces = answersOnly;
    pieces.target.quantity = AskedQuantity{2, {}};
    QTest::newRow("pieces") << pieces << false;
    Scenario column = answersOnly;
    column.target.quantity = AskedQuantity{1, QStringLiteral("n")};
    QTest::newRow("pieces of a column") << column << false;
    Scenario unknown = answersOnly;
    unknown.target.knowsStock = false;
    QTest::newRow("nobody knows the stock") << unknown << false;
    Scenario profile = answersOnly;
    profile.target.audit.rows = TargetRows::Profile;
    QTest::newRow("a profile before it is read") << profile << false;
}

void TestLiveViolation::restsWhereNothingIsCertain()
{
    QFETCH(const Scenario, scenario);
    QFETCH(const bool, proves);
    PredictedService service = predictedServiceOf(scenario);
    QCOMPARE(provesWhileRunning(scenario.target.quantity, service), proves);
    service.stock = PredictedService::Stock::Unlimited;
    QVERIFY(!provesWhileRunning(scenario.target.quantity, service));
    service.stock = PredictedService::Stock::Known;
    service.givesBack = true;
    QVERIFY(!provesWhileRunning(scenario.target.quantity, service));
    service.givesBack = false;
    service.severalCoupons = true;
    QVERIFY(!provesWhileRunning(scenario.target.quantity, service));
}

} // namespace tst_live_violation

STAMPEDE_TEST(tst_live_violation::TestLiveViolation)
#include "tst_live_violation.moc"
