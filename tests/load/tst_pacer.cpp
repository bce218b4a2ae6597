// SPDX-License-Identifier: MIT
// Proves when requests are due in every model: the ramp's arithmetic, that each index goes out
// once, what a change of the rate does, and what is dropped.

#include "base/clock.h"
#include "load/pacer.h"
#include "test_program.h"

#include <QTest>

#include <cmath>
#include <set>

namespace tst_pacer {

using namespace stampede;

namespace {

constexpr std::int64_t kMs = kNsPerMs;
constexpr std::int64_t kSecond = kNsPerSecond;

LoadPlan openPlan(double rate, std::int64_t durationNs)
{
    LoadPlan plan;
    plan.pacing = Pacing::ConstantArrivalRate;
    plan.rate = rate;
    plan.durationNs = durationNs;
    plan.timeoutNs = 5 * kSecond;
    return plan;
}

LoadPlan rampPlan(Pacing pacing, double start, std::vector<LoadStage> stages)
{
    LoadPlan plan;
    plan.pacing = pacing;
    plan.rate = start;
    plan.startVus = start;
    plan.stages = std::move(stages);
    for (const LoadStage &stage : plan.stages) {
        plan.durationNs += stage.durationNs;
    }
    plan.timeoutNs = 5 * kSecond;
    return plan;
}

/// The moments of all requests, asked for by one who is always there in time.
std::vector<std::int64_t> allDue(Pacer &pacer, std::int64_t fromNs = 0)
{
    std::vector<std::int64_t> moments;
    std::int64_t nowNs = fromNs;
    for (;;) {
        const Ticket ticket = pacer.next(0, 0, 0, nowNs);
        if (ticket.kind == Ticket::Kind::End) {
            return moments;
        }
        if (ticket.kind == Ticket::Kind::Wait) {
            nowNs = ticket.atNs;
        } else {
            moments.push_back(ticket.atNs);
        }
    }
}

} // namespace

class TestPacer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConstantRateIsEvenlySpaced();
    void aRampFollowsItsLine();
    void everyRampBringsWhatItsAreaSays_data();
    void everyRampBringsWhatItsAreaSays();
    void aNewRateCountsFromItsMoment();
    void aPausedRateGoesOnAgain();
    void onlyAnOpenModelThatRunsTakesARate();
    void whatIsDueAndNotTakenWaits();
    void whatNobodyTakesInTimeIsDropped();
    void whatWasDueBeforeTheEndMayStartAfterIt();
    void theCrowdGrowsAndShrinks();
    void thinkingComesBetweenRequests();
    void aJumpTakesNoTime();
};

void TestPacer::aConstantRateIsEvenlySpaced()
{
    Pacer pacer(openPlan(60, 30 * kSecond));
    const auto due = allDue(pacer);
    QCOMPARE(due.size(), std::size_t{1800});
    QCOMPARE(requestsDue(pacer.plan()), std::uint64_t{1800});
    for (std::size_t i = 0; i < due.size(); ++i) {
        const double wanted = static_cast<double>(i) * 1e9 / 60;
        QVERIFY(std::abs(static_cast<double>(due[i]) - wanted) < 100);
    }
    QCOMPARE(pacer.dropped(), std::uint64_t{0});
}

void TestPacer::aRampFollowsItsLine()
{
    // From 0 to 100 a second in 10 s: request i is due at sqrt(i / 5) s.
    Pacer pacer(rampPlan(Pacing::RampingArrivalRate, 0, {{10 * kSecond, 100}}));
    const auto due = allDue(pacer);
    QCOMPARE(due.size(), std::size_t{500});
    for (std::size_t i = 0; i < due.size(); ++i) {
        const double wanted = std::sqrt(static_cast<double>(i) / 5) * 1e9;
        QVERIFY(std::abs(static_cast<double>(due[i]) - wanted) < 1000);
    }
}

void TestPacer::everyRampBringsWhatItsAreaSays_data()
{
    QTest::addColumn<double>("start");
    QTest::addColumn<QList<double>>("stages"); // seconds, target, seconds, target …
    QTest::addColumn<int>("requests");
    const auto row = [](const char *name, double start, const QList<double> &stages, int requests) {
        QTest::newRow(name) << start << stages << requests;
    };
    row("up", 10, {10, 20}, 150);
    row("down to nothing", 20, {10, 0}, 100);
    row("up, flat, down", 0, {5, 50, 10, 50, 5, 0}, 750);
    row("nothing in between", 10, {1, 10, 0, 0, 5, 0, 0, 10, 1, 10}, 20);
    row("a jump at the start", 0, {0, 100, 2, 100}, 200);
    row("one third of a request", 1.0 / 3, {1, 1.0 / 3}, 1);
    row("nothing at all", 0, {5, 0}, 0);
    row("very many", 100'000, {3, 100'000}, 300'000);
    row("odd figures", 7.3, {1.7, 19.1, 0.3, 2.9, 4.1, 2.9}, 38);
}

void TestPacer::everyRampBringsWhatItsAreaSays()
{
    QFETCH(double, start);
    QFETCH(QList<double>, stages);
    QFETCH(int, requests);
    std::vector<LoadStage> line;
    for (qsizetype i = 0; i + 1 < stages.size(); i += 2) {
        line.push_back({std::llround(stages[i] * 1e9), stages[i + 1]});
    }
    Pacer pacer(rampPlan(Pacing::RampingArrivalRate, start, line));
    const auto due = allDue(pacer);
    QCOMPARE(static_cast<int>(due.size()), requests);
    QCOMPARE(static_cast<int>(requestsDue(pacer.plan())), requests);
    QVERIFY(std::is_sorted(due.begin(), due.end()));
    QVERIFY(due.empty() || due.back() <= pacer.plan().durationNs);
}

void TestPacer::aNewRateCountsFromItsMoment()
{
    Pacer pacer(openPlan(10, 10 * kSecond));
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(pacer.next(0, 0, 0, kSecond).kind, Ticket::Kind::Send);
    }
    // At 1 s ten are gone; from 1.05 s on a hundred a second: the eleventh was due at 1.0 s.
    QVERIFY(pacer.setRate(100, kSecond + 50 * kMs));
    const auto due = allDue(pacer, kSecond);
    QCOMPARE(due.size(), std::size_t{1 + 895}); // 10.5 + 895 = 905.5, so 906 in all
    QCOMPARE(due.front(), kSecond);
    QVERIFY(std::abs(due[1] - (kSecond + 55 * kMs)) < 1000); // half a request was done before
    QCOMPARE(pacer.rateAt(2 * kSecond), 100.0);
    QCOMPARE(pacer.rateAt(kSecond), 10.0);
    const auto changes = pacer.rateChanges();
    QCOMPARE(changes.size(), std::size_t{1});
    QCOMPARE(changes.front().atNs, kSecond + 50 * kMs);
    QCOMPARE(changes.front().perSecond, 100.0);
}

void TestPacer::aPausedRateGoesOnAgain()
{
    Pacer pacer(openPlan(10, 10 * kSecond));
    QVERIFY(pacer.setRate(0, 0));
    const Ticket ticket = pacer.next(0, 0, 0, 3 * kSecond);
    QCOMPARE(ticket.kind, Ticket::Kind::Wait);
    QCOMPARE(ticket.atNs, 10 * kSecond);
    QVERIFY(pacer.setRate(5, 8 * kSecond));
    QCOMPARE(allDue(pacer, 8 * kSecond).size(), std::size_t{10});
}

void TestPacer::onlyAnOpenModelThatRunsTakesARate()
{
    LoadPlan closed;
    closed.pacing = Pacing::ConstantVus;
    closed.durationNs = kSecond;
    Pacer pacer(closed);
    QVERIFY(!pacer.setRate(5, 0));
    Pacer open(openPlan(10, kSecond));
    QVERIFY(!open.setRate(5, kSecond));
    QVERIFY(open.rateChanges().empty());
}

void TestPacer::whatIsDueAndNotTakenWaits()
{
    Pacer pacer(openPlan(10, 10 * kSecond));
    QCOMPARE(pacer.waitingAt(0), std::uint64_t{0});
    QCOMPARE(pacer.waitingAt(kSecond), std::uint64_t{10});
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(pacer.next(0, 0, 0, kSecond).kind, Ticket::Kind::Send);
    }
    QCOMPARE(pacer.waitingAt(kSecond), std::uint64_t{6});
    // A lower rate leaves what is due already.
    QVERIFY(pacer.setRate(1, kSecond));
    QCOMPARE(pacer.waitingAt(2 * kSecond), std::uint64_t{7});
    QCOMPARE(pacer.waitingAt(60 * kSecond), pacer.waitingAt(10 * kSecond)); // none comes after it
    LoadPlan closed;
    closed.pacing = Pacing::ConstantVus;
    closed.durationNs = kSecond;
    QCOMPARE(Pacer(closed).waitingAt(kSecond), std::uint64_t{0});
}

void TestPacer::whatNobodyTakesInTimeIsDropped()
{
    LoadPlan plan = openPlan(10, 10 * kSecond);
    plan.timeoutNs = kSecond;
    Pacer pacer(plan);
    QCOMPARE(pacer.next(0, 0, 0, 0).index, std::uint64_t{0});
    // Nobody is free for three seconds: what was due before 2 s has waited too long.
    const Ticket ticket = pacer.next(0, 1, 3 * kSecond, 3 * kSecond);
    QCOMPARE(ticket.kind, Ticket::Kind::Send);
    QCOMPARE(ticket.index, std::uint64_t{20});
    QCOMPARE(ticket.atNs, 2 * kSecond);
    QCOMPARE(pacer.dropped(), std::uint64_t{19});
}

void TestPacer::whatWasDueBeforeTheEndMayStartAfterIt()
{
    Pacer pacer(openPlan(10, kSecond));
    for (std::uint64_t i = 0; i < 10; ++i) {
        const Ticket ticket = pacer.next(0, i, 0, 2 * kSecond);
        QCOMPARE(ticket.kind, Ticket::Kind::Send);
        QCOMPARE(ticket.index, i);
    }
    QCOMPARE(pacer.next(0, 10, 0, 2 * kSecond).kind, Ticket::Kind::End);
}

void TestPacer::theCrowdGrowsAndShrinks()
{
    // 1 → 5 in 4 s, back to 0 in 5 s: user 3 (the fourth) is there from 3 s to 5 s.
    LoadPlan plan = rampPlan(Pacing::RampingVus, 1, {{4 * kSecond, 5}, {5 * kSecond, 0}});
    plan.vus = 5;
    Pacer pacer(plan);
    QCOMPARE(pacer.next(0, 0, 0, 0).kind, Ticket::Kind::Send);
    const Ticket waits = pacer.next(3, 0, 0, 0);
    QCOMPARE(waits.kind, Ticket::Kind::Wait);
    QVERIFY(std::abs(waits.atNs - 3 * kSecond) < kMs);
    QCOMPARE(pacer.next(3, 0, 0, 3 * kSecond).kind, Ticket::Kind::Send);
    QCOMPARE(pacer.next(3, 1, 0, 4900 * kMs).kind, Ticket::Kind::Send);
    QCOMPARE(pacer.next(3, 2, 0, 5100 * kMs).kind, Ticket::Kind::End);
    QCOMPARE(pacer.next(0, 9, 0, 7900 * kMs).kind, Ticket::Kind::Send);
    QCOMPARE(pacer.next(0, 9, 0, 8100 * kMs).kind, Ticket::Kind::End);
}

void TestPacer::thinkingComesBetweenRequests()
{
    LoadPlan plan;
    plan.pacing = Pacing::PerVuIterations;
    plan.iterations = 2;
    plan.durationNs = 10 * kSecond;
    plan.thinkNs = kSecond;
    Pacer pacer(plan);
    QCOMPARE(pacer.next(0, 0, 0, 0).kind, Ticket::Kind::Send);
    const Ticket thinks = pacer.next(0, 1, 2 * kSecond, 2 * kSecond);
    QCOMPARE(thinks.kind, Ticket::Kind::Wait);
    QCOMPARE(thinks.atNs, 3 * kSecond);
    QCOMPARE(pacer.next(0, 1, 2 * kSecond, 3 * kSecond).kind, Ticket::Kind::Send);
    QCOMPARE(pacer.next(0, 2, 4 * kSecond, 4 * kSecond).kind, Ticket::Kind::End);
}

void TestPacer::aJumpTakesNoTime()
{
    const Ramp ramp(1, {{0, 5}, {kSecond, 5}, {0, 2}, {kSecond, 2}});
    QCOMPARE(ramp.lengthNs(), 2 * kSecond);
    QCOMPARE(ramp.valueAt(0), 5.0);
    QCOMPARE(ramp.valueAt(kSecond), 2.0);
    QCOMPARE(ramp.valueAt(9 * kSecond), 2.0);
    QCOMPARE(ramp.highest(), 5.0);
    QCOMPARE(ramp.areaUntil(2 * kSecond), 7.0);
    QVERIFY(!ramp.reaches(4, kSecond));
}

} // namespace tst_pacer

STAMPEDE_TEST(tst_pacer::TestPacer)
#include "tst_pacer.moc"
