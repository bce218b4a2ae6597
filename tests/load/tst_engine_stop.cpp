// SPDX-License-Identifier: MIT
// Proves that a load that cannot begin sends nothing and says why, that after a stop no request
// begins, and that only those who are stuck are interrupted, again and again until they have ended.

#include "base/clock.h"
#include "coupon_service.h"
#include "load/engine.h"
#include "test_program.h"

#include <QtTest>

#include <algorithm>

namespace tst_engine_stop {

using namespace stampede;

namespace {

LoadPlan planOf(Pacing pacing, int vus, std::int64_t iterations)
{
    return {.pacing = pacing,
            .vus = vus,
            .iterations = iterations,
            .durationNs = 600 * kNsPerSecond,
            .timeoutNs = 5 * kNsPerSecond,
            .userOf = [](std::uint64_t index) { return static_cast<std::int64_t>(index); }};
}

} // namespace

class TestEngineStop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRefusedSessionEndsItAll_data();
    void oneRefusedSessionEndsItAll();
    void theFirstErrorIsTheOneReported();
    void stopBeforeTheStart();
    void stopWhileConnecting();
    void stopWhileTheFirstSixtyFourConnect();
    void noRequestBeginsAfterAStop();
    void stopDuringTheLastRequestCutsNothingShort();
    void onlyTheStuckAreInterrupted();
    void interruptsGoOnUntilAllHaveEnded();
};

void TestEngineStop::oneRefusedSessionEndsItAll_data()
{
    QTest::addColumn<int>("refused");
    QTest::newRow("the first") << 0;
    QTest::newRow("in the first wave") << 40;
    QTest::newRow("later") << 150;
    QTest::newRow("the last") << 199;
}

void TestEngineStop::oneRefusedSessionEndsItAll()
{
    QFETCH(int, refused);
    CouponService service(5);
    service.beforeOpen = [refused](std::size_t worker) {
        return static_cast<int>(worker) == refused ? std::string("Too many connections")
                                                   : std::string();
    };
    Engine engine(planOf(Pacing::Burst, 200, 0), service);
    const auto result = engine.run({});
    QVERIFY(!result.ok());
    QCOMPARE(result.error(), std::string("Too many connections"));
    QCOMPARE(service.begun.load(), 0);
    QVERIFY(service.opened < 200);
    QCOMPARE(service.closed.load(), service.opened.load());
    QCOMPARE(engine.opened(), 0);
    QVERIFY(!engine.live().loadRunning);
}

void TestEngineStop::theFirstErrorIsTheOneReported()
{
    CouponService service(5);
    std::atomic<int> refusals{0};
    service.beforeOpen = [&refusals](std::size_t) {
        return "refusal " + std::to_string(++refusals);
    };
    // One VU connects at a time only where there is one: the order of more is not ours.
    Engine engine(planOf(Pacing::Burst, 1, 0), service);
    QCOMPARE(engine.run({}).error(), std::string("refusal 1"));
}

void TestEngineStop::stopBeforeTheStart()
{
    CouponService service(5);
    Engine engine(planOf(Pacing::SharedIterations, 10, 100), service);
    std::stop_source stop;
    stop.request_stop();
    const auto result = engine.run(stop.get_token());
    QVERIFY(result.ok());
    QVERIFY(result.value().history.empty());
    QVERIFY(result.value().stoppedEarly);
    QCOMPARE(result.value().lengthNs, std::int64_t{0});
    QCOMPARE(service.begun.load(), 0);
    QCOMPARE(service.closed.load(), service.opened.load());
}

void TestEngineStop::stopWhileConnecting()
{
    CouponService service(5);
    std::stop_source stop;
    service.beforeOpen = [&stop](std::size_t worker) {
        if (worker == 100) {
            stop.request_stop();
        }
        return std::string();
    };
    Engine engine(planOf(Pacing::Burst, 2'000, 0), service);
    const auto result = engine.run(stop.get_token());
    QVERIFY(result.ok());
    QVERIFY(result.value().history.empty());
    QVERIFY(result.value().stoppedEarly);
    QCOMPARE(service.begun.load(), 0);
    QVERIFY(service.opened < 2'000);
    QCOMPARE(service.closed.load(), service.opened.load());
    QVERIFY(service.interrupted().empty());
}

void TestEngineStop::stopWhileTheFirstSixtyFourConnect()
{
    CouponService service(5);
    std::stop_source stop;
    BatchQueue gathering(64);
    service.beforeOpen = [&](std::size_t) {
        // Nobody gets through before the stop: the 65th is waiting for its turn by then.
        gathering.arriveAndWait();
        stop.request_stop();
        return std::string();
    };
    Engine engine(planOf(Pacing::Burst, 500, 0), service);
    const auto result = engine.run(stop.get_token());
    QVERIFY(result.ok());
    QVERIFY(result.value().stoppedEarly);
    QCOMPARE(service.mostOpeningAtOnce.load(), 64);
    QVERIFY(service.opened <= 65);
    QCOMPARE(service.closed.load(), service.opened.load());
}

void TestEngineStop::noRequestBeginsAfterAStop()
{
    CouponService service(5);
    std::stop_source stop;
    std::atomic<std::int64_t> stoppedAtNs{0};
    service.onSend = [&](std::size_t, const Request &request, Operation &operation) {
        service.issue(request, operation);
        if (request.index == 500) {
            stop.request_stop();
            stoppedAtNs = monotonicNs();
        }
    };
    Engine engine(planOf(Pacing::SharedIterations, 8, 1'000'000'000), service);
    const auto result = engine.run(stop.get_token());
    QVERIFY(result.ok());
    const LoadResult &load = result.value();
    QVERIFY(load.stoppedEarly);
    QVERIFY(load.history.size() > 492);
    for (const Operation &operation : load.history) {
        QVERIFY(load.startedAtNs + operation.invokedNs <= stoppedAtNs);
        QVERIFY(operation.returnedNs != Operation::kNoAnswer);
    }
    QCOMPARE(load.history.size(), static_cast<std::size_t>(service.begun));
}

void TestEngineStop::stopDuringTheLastRequestCutsNothingShort()
{
    CouponService service(5);
    std::stop_source stop;
    service.onSend = [&](std::size_t, const Request &request, Operation &operation) {
        stop.request_stop();
        service.issue(request, operation);
    };
    Engine engine(planOf(Pacing::SharedIterations, 1, 1), service);
    const auto result = engine.run(stop.get_token());
    QVERIFY(result.ok());
    QVERIFY(!result.value().stoppedEarly);
    QCOMPARE(result.value().history.size(), std::size_t{1});
}

void TestEngineStop::onlyTheStuckAreInterrupted()
{
    CouponService service(100);
    std::stop_source stop;
    std::atomic<int> waiting{0};
    const std::set<std::size_t> stuck = {3, 7, 11};
    service.onSend = [&](std::size_t worker, const Request &request, Operation &operation) {
        if (!stuck.contains(worker)) {
            service.issue(request, operation);
            return;
        }
        if (++waiting == 3) {
            stop.request_stop();
        }
        operation.outcome =
            service.awaitInterrupts(worker, 1) ? Outcome::Interrupted : Outcome::ServerError;
    };
    Engine engine(planOf(Pacing::Burst, 20, 0), service);
    const auto result = engine.run(stop.get_token());
    QVERIFY(result.ok());
    QVERIFY(result.value().stoppedEarly);
    const OutcomeCounts counts = countOutcomes(result.value().history);
    QCOMPARE(counts.of(Outcome::Interrupted), std::uint64_t{3});
    for (const std::size_t worker : service.interrupted()) {
        QVERIFY(stuck.contains(worker));
    }
    for (const Operation &operation : result.value().history) {
        QCOMPARE(operation.outcome == Outcome::Interrupted, stuck.contains(operation.vu));
    }
}

void TestEngineStop::interruptsGoOnUntilAllHaveEnded()
{
    CouponService service(100);
    std::stop_source stop;
    service.onSend = [&](std::size_t worker, const Request &, Operation &operation) {
        stop.request_stop();
        // Deaf to the first two, as a server that is between two statements.
        operation.outcome =
            service.awaitInterrupts(worker, 3) ? Outcome::Interrupted : Outcome::ServerError;
    };
    Engine engine(planOf(Pacing::PerVuIterations, 1, 5), service);
    const auto result = engine.run(stop.get_token());
    QVERIFY(result.ok());
    QCOMPARE(result.value().history.size(), std::size_t{1});
    QCOMPARE(countOutcomes(result.value().history).of(Outcome::Interrupted), std::uint64_t{1});
    QVERIFY(service.interrupted().size() >= 3);
}

} // namespace tst_engine_stop

STAMPEDE_TEST(tst_engine_stop::TestEngineStop)
#include "tst_engine_stop.moc"
