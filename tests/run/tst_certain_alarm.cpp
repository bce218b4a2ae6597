// Proves that what is certain while the load still runs is said, and nothing else.

#include "run/certain_alarm.h"

#include <QTest>

using namespace stampede;

class TestCertainAlarm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oversell();
    void prematureSoldOut_data();
    void prematureSoldOut();
};

void TestCertainAlarm::oversell()
{
    LiveSnapshot live;
    live.outcomes.byOutcome[indexOf(Outcome::Issued)] = 10;
    live.inFlight = 90;
    QVERIFY(!certainAlarm(live, 10, CertainAlarm::Kind::Oversell));
    live.outcomes.byOutcome[indexOf(Outcome::Issued)] = 11;
    const auto alarm = certainAlarm(live, 10, CertainAlarm::Kind::Oversell);
    QVERIFY(alarm);
    QCOMPARE(alarm->sentence(), QStringLiteral("Certain already: \"issued\" was said 11 times, 10 "
                                               "coupons existed."));
}

void TestCertainAlarm::prematureSoldOut_data()
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

void TestCertainAlarm::prematureSoldOut()
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
    const auto alarm = certainAlarm(live, 10, CertainAlarm::Kind::PrematureSoldOut);
    QCOMPARE(alarm.has_value(), certain);
    if (certain) {
        QCOMPARE(alarm->sentence(),
                 QStringLiteral("Certain already: \"out of stock\" was said while at most 9 of 10 "
                                "coupons could have gone."));
    }
}

QTEST_GUILESS_MAIN(TestCertainAlarm)
#include "tst_certain_alarm.moc"
