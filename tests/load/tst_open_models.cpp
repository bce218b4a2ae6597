// SPDX-License-Identifier: MIT
// Proves that the engine keeps the schedule of an open model: every request that is due is sent
// once or counted as dropped; a service that stalls is seen in the response time of everybody who
// should have been served meanwhile and in the service time only of those who were asking; the rate
// can be changed while it runs; and a growing crowd is there when it should be.

#include "base/clock.h"
#include "coupon_service.h"
#include "load/engine.h"
#include "load/ramp.h"
#include "measure/latency_summary.h"
#include "test_program.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <future>
#include <set>
#include <thread>

namespace tst_open_models {

using namespace stampede;

namespace {

LoadPlan planOf(Pacing pacing, int vus)
{
    LoadPlan plan;
    plan.pacing = pacing;
    plan.vus = vus;
    plan.durationNs = kNsPerSecond;
    plan.timeoutNs = 60 * kNsPerSecond;
    plan.userOf = [](std::uint64_t index) { return static_cast<std::int64_t>(index) + 1; };
    return plan;
}

LoadPlan openPlan(double rate, std::int64_t durationNs, int vus)
{
    LoadPlan plan = planOf(Pacing::ConstantArrivalRate, vus);
    plan.rate = rate;
    plan.durationNs = durationNs;
    return plan;
}

LoadResult resultOf(Engine &engine, const std::stop_token &stop = {})
{
    Result<LoadResult, std::string> result = engine.run(stop);
    return std::move(result).value();
}

std::set<std::uint32_t> requestsOf(const std::vector<Operation> &history)
{
    std::set<std::uint32_t> requests;
    for (const Operation &operation : history) {
        requests.insert(operation.request);
    }
    return requests;
}

/// How many operations took at least `atLeastNs` by that measure.
template<typename Measure>
int countOf(const std::vector<Operation> &history, std::int64_t atLeastNs, Measure measure)
{
    return static_cast<int>(
        std::count_if(history.begin(), history.end(), [=](const Operation &operation) {
            return (operation.*measure)() >= atLeastNs;
        }));
}

} // namespace

class TestOpenModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRequestThatIsDueIsSent();
    void aStallIsInEverybodysResponseTime();
    void whatWaitsTooLongIsDroppedAndCounted();
    void theRateCanBeChanged();
    void aStopEndsTheWaiting();
    void whatIsDueAtTheStopIsCounted();
    void aGrowingCrowdIsThereInTime();
    void thinkTimeSpacesTheRequests();
};

void TestOpenModels::everyRequestThatIsDueIsSent()
{
    CouponService service(50);
    Engine engine(openPlan(400, kNsPerSecond / 2, 20), service);
    const LoadResult result = resultOf(engine);
    QCOMPARE(result.history.size() + result.dropped, std::size_t{200});
    QCOMPARE(result.dropped, std::uint64_t{0});
    QCOMPARE(requestsOf(result.history).size(), std::size_t{200});
    QCOMPARE(result.lateness.count(), std::uint64_t{200});
    QVERIFY(!result.stoppedEarly);
    for (const Operation &operation : result.history) {
        const std::int64_t dueNs = operation.request * (kNsPerSecond / 400);
        QVERIFY(operation.invokedNs >= dueNs);
        QCOMPARE(std::int64_t{operation.latenessUs}, (operation.invokedNs - dueNs) / kNsPerUs);
        QVERIFY(operation.responseNs() >= operation.serviceNs());
    }
}

void TestOpenModels::aStallIsInEverybodysResponseTime()
{
    // 100 requests a second by 4 VUs; at 0.5 s the service stops answering for a second.
    constexpr int kVus = 4;
    constexpr std::int64_t kStallBegins = kNsPerSecond / 2;
    constexpr std::int64_t kStallEnds = kStallBegins + kNsPerSecond;
    CouponService service(1'000'000);
    std::atomic<std::int64_t> startNs{0};
    service.onSend = [&](std::size_t, const Request &request, Operation &operation) {
        std::int64_t none = 0;
        startNs.compare_exchange_strong(none, request.invokedNs); // the first request is due at 0
        const std::int64_t atNs = request.invokedNs - startNs;
        if (atNs >= kStallBegins && atNs < kStallEnds) {
            std::this_thread::sleep_for(std::chrono::nanoseconds(kStallEnds - atNs));
        }
        service.issue(request, operation);
    };
    Engine engine(openPlan(100, 3 * kNsPerSecond, kVus), service);
    const LoadResult result = resultOf(engine);
    QCOMPARE(result.history.size(), std::size_t{300});
    // Due in the first half of the stall: at least 0.5 s until it was over.
    const std::int64_t half = kNsPerSecond / 2;
    QVERIFY(countOf(result.history, half, &Operation::responseNs) >= 49);
    QVERIFY(countOf(result.history, half, &Operation::serviceNs) <= kVus);
    QVERIFY(countOf(result.history, half, &Operation::serviceNs) >= 1);
    const LatencySummary summary = summariseLatency(result.history);
    QVERIFY(summary.response.all.percentile(90) >= half / 2);
    // Waiting for a VU is the crowd's wait, not the generator's fault.
    QVERIFY(result.lateness.percentile(90) < half / 2);
    QCOMPARE(result.dropped, std::uint64_t{0});
}

void TestOpenModels::whatWaitsTooLongIsDroppedAndCounted()
{
    CouponService service(1'000'000);
    std::promise<void> open;
    const std::shared_future<void> gate = open.get_future().share();
    service.onSend = [&](std::size_t, const Request &request, Operation &operation) {
        gate.wait();
        service.issue(request, operation);
    };
    LoadPlan plan = openPlan(1000, kNsPerSecond / 5, 2);
    plan.timeoutNs = 10 * kNsPerMs;
    Engine engine(plan, service);
    std::thread opener([&] {
        while (engine.live().elapsedNs < kNsPerSecond) {
            std::this_thread::yield();
        }
        open.set_value();
    });
    const LoadResult result = resultOf(engine);
    opener.join();
    QVERIFY(result.history.size() >= 2);
    QCOMPARE(result.history.size() + result.dropped, std::size_t{200});
    QVERIFY(result.dropped > 0);
    QCOMPARE(engine.live().dropped, result.dropped);
}

void TestOpenModels::theRateCanBeChanged()
{
    CouponService service(1'000'000);
    Engine engine(openPlan(0.001, 3600 * kNsPerSecond, 3), service);
    QVERIFY(!engine.setRate(5)); // no load yet
    std::stop_source stop;
    std::future<LoadResult> running =
        std::async(std::launch::async, [&] { return resultOf(engine, stop.get_token()); });
    QTRY_COMPARE_WITH_TIMEOUT(engine.live().outcomes.total(), std::uint64_t{1}, 60'000);
    QVERIFY(engine.setRate(500));
    QCOMPARE(engine.live().rate, 500.0);
    QTRY_VERIFY_WITH_TIMEOUT(engine.live().outcomes.total() > 50, 60'000);
    stop.request_stop();
    const LoadResult result = running.get();
    QVERIFY(result.stoppedEarly);
    QVERIFY(!engine.setRate(5));
    QCOMPARE(result.rateChanges.size(), std::size_t{1});
    QCOMPARE(result.rateChanges.front().perSecond, 500.0);
    QVERIFY(result.rateChanges.front().atNs > 0);
    for (std::size_t i = 1; i < result.history.size(); ++i) {
        QVERIFY(result.history[i].invokedNs >= result.rateChanges.front().atNs);
    }
}

void TestOpenModels::aStopEndsTheWaiting()
{
    // The second request is due in an hour; fifty workers wait for it.
    CouponService service(5);
    Engine engine(openPlan(1.0 / 3600, 7200 * kNsPerSecond, 50), service);
    std::stop_source stop;
    std::future<LoadResult> running =
        std::async(std::launch::async, [&] { return resultOf(engine, stop.get_token()); });
    QTRY_COMPARE_WITH_TIMEOUT(engine.live().outcomes.total(), std::uint64_t{1}, 60'000);
    stop.request_stop();
    QCOMPARE(running.wait_for(std::chrono::seconds(60)), std::future_status::ready);
    const LoadResult result = running.get();
    QVERIFY(result.stoppedEarly);
    QCOMPARE(result.history.size(), std::size_t{1});
    QVERIFY(service.interrupted().empty());
}

void TestOpenModels::whatIsDueAtTheStopIsCounted()
{
    // Two virtual users are kept busy until they are told to stop; meanwhile others become due.
    CouponService service(1'000'000);
    std::promise<void> open;
    const std::shared_future<void> gate = open.get_future().share();
    service.onSend = [&](std::size_t, const Request &request, Operation &operation) {
        gate.wait();
        service.issue(request, operation);
    };
    constexpr std::uint64_t kWaiting = 40;
    Engine engine(openPlan(1000, 3600 * kNsPerSecond, 2), service);
    std::stop_source stop;
    std::future<LoadResult> running =
        std::async(std::launch::async, [&] { return resultOf(engine, stop.get_token()); });
    QTRY_VERIFY_WITH_TIMEOUT(engine.live().waiting >= kWaiting, 60'000);
    const LiveSnapshot before = engine.live();
    stop.request_stop();
    const LiveSnapshot after = engine.live();
    open.set_value();
    const LoadResult result = running.get();
    QVERIFY(result.stoppedEarly);
    QCOMPARE(result.history.size(), std::size_t{2});
    QVERIFY(result.unsentAtStop + result.dropped >= before.waiting + before.dropped);
    QVERIFY(result.unsentAtStop <= after.waiting + after.dropped);
    QVERIFY(result.unsentAtStop > 0);
}

void TestOpenModels::aGrowingCrowdIsThereInTime()
{
    LoadPlan plan = planOf(Pacing::RampingVus, 10);
    plan.startVus = 1;
    plan.stages = {{kNsPerSecond / 5, 10}, {kNsPerSecond / 5, 10}, {kNsPerSecond / 5, 0}};
    plan.durationNs = 3 * kNsPerSecond / 5;
    CouponService service(5);
    Engine engine(plan, service);
    const LoadResult result = resultOf(engine);
    const Ramp ramp(plan.startVus, plan.stages);
    std::set<int> seen;
    for (const Operation &operation : result.history) {
        seen.insert(operation.vu);
        QVERIFY(ramp.valueAt(operation.invokedNs) > operation.vu + 1 - 0.001);
    }
    QCOMPARE(seen.size(), std::size_t{10});
}

void TestOpenModels::thinkTimeSpacesTheRequests()
{
    LoadPlan plan = planOf(Pacing::PerVuIterations, 3);
    plan.iterations = 4;
    plan.durationNs = 60 * kNsPerSecond;
    plan.thinkNs = 20 * kNsPerMs;
    CouponService service(5);
    Engine engine(plan, service);
    const LoadResult result = resultOf(engine);
    QCOMPARE(result.history.size(), std::size_t{12});
    for (const Operation &later : result.history) {
        for (const Operation &earlier : result.history) {
            if (earlier.vu == later.vu && earlier.invokedNs < later.invokedNs) {
                QVERIFY(later.invokedNs >= earlier.returnedNs + plan.thinkNs);
            }
        }
    }
}

} // namespace tst_open_models

STAMPEDE_TEST(tst_open_models::TestOpenModels)
#include "tst_open_models.moc"
