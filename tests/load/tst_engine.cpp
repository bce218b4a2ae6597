// SPDX-License-Identifier: MIT
// Proves that every model sends exactly the planned requests, each for its user, all of them after
// everybody is connected and at once; that the history is whole, sorted and what the counters say,
// also while somebody looks on; that time ends a load; and that two thousand virtual users are no
// problem.

#include "base/clock.h"
#include "base/random.h"
#include "coupon_service.h"
#include "load/engine.h"
#include "test_program.h"

#include <QtTest>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <future>
#include <map>
#include <numeric>
#include <tuple>

namespace tst_engine {

using namespace stampede;

namespace {

constexpr std::uint64_t kUserSeed = 81;
constexpr std::int64_t kUsers = 100;

std::int64_t userOf(std::uint64_t index)
{
    return 1 + static_cast<std::int64_t>(boundedRandom(splitMix64(kUserSeed + index), kUsers));
}

LoadPlan planOf(Pacing pacing, int vus, std::int64_t iterations)
{
    return {.pacing = pacing,
            .vus = vus,
            .iterations = iterations,
            .durationNs = 600 * kNsPerSecond,
            .timeoutNs = 5 * kNsPerSecond,
            .userOf = userOf};
}

/// The result of a load that is expected to run.
LoadResult resultOf(Engine &engine)
{
    Result<LoadResult, std::string> result = engine.run({});
    return std::move(result).value();
}

bool isSorted(const std::vector<Operation> &history)
{
    return std::is_sorted(history.begin(), history.end(),
                          [](const Operation &left, const Operation &right) {
                              return std::tie(left.invokedNs, left.request) <
                                     std::tie(right.invokedNs, right.request);
                          });
}

std::vector<std::uint32_t> sortedRequests(const std::vector<Operation> &history)
{
    std::vector<std::uint32_t> requests;
    requests.reserve(history.size());
    for (const Operation &operation : history) {
        requests.push_back(operation.request);
    }
    std::sort(requests.begin(), requests.end());
    return requests;
}

} // namespace

class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qInfo("user seed %llu", static_cast<unsigned long long>(kUserSeed)); }
    void sendsExactlyThePlan_data();
    void sendsExactlyThePlan();
    void perVuIterationsKeepTheirOrder();
    void burstIsMeasuredFromTheStart();
    void constantVusGoOnUntilTimeIsUp();
    void timeEndsEveryModel();
    void nobodySendsBeforeAllAreConnected();
    void nobodyWaitsForAnother();
    void answersThatNeverCame_data();
    void answersThatNeverCame();
    void cpuTimeIsThatOfTheLoad();
    void workersYieldToTheRest();
    void onlookerNeverMissesARequest();
    void twoThousandVirtualUsers();
};

void TestEngine::sendsExactlyThePlan_data()
{
    QTest::addColumn<int>("pacing");
    QTest::addColumn<int>("vus");
    QTest::addColumn<int>("iterations");
    QTest::addColumn<int>("requests");
    const auto row = [](const char *name, Pacing pacing, int vus, int iterations, int requests) {
        QTest::newRow(name) << static_cast<int>(pacing) << vus << iterations << requests;
    };
    row("burst", Pacing::Burst, 50, 0, 50);
    row("burst of one", Pacing::Burst, 1, 0, 1);
    row("per VU", Pacing::PerVuIterations, 7, 30, 210);
    row("per VU, nothing to do", Pacing::PerVuIterations, 3, 0, 0);
    row("shared", Pacing::SharedIterations, 10, 1'096, 1'096);
    row("shared, fewer than VUs", Pacing::SharedIterations, 10, 3, 3);
    row("shared, nothing to do", Pacing::SharedIterations, 2, 0, 0);
    row("shared, more than one block", Pacing::SharedIterations, 2, 30'000, 30'000);
}

void TestEngine::sendsExactlyThePlan()
{
    QFETCH(int, pacing);
    QFETCH(int, vus);
    QFETCH(int, iterations);
    QFETCH(int, requests);
    CouponService service(20);
    Engine engine(planOf(static_cast<Pacing>(pacing), vus, iterations), service);
    QCOMPARE(engine.live().elapsedNs, std::int64_t{0});
    const LoadResult result = resultOf(engine);

    std::vector<std::uint32_t> expected(static_cast<std::size_t>(requests));
    std::iota(expected.begin(), expected.end(), 0U);
    QCOMPARE(sortedRequests(result.history), expected);
    QVERIFY(isSorted(result.history));
    QVERIFY(!result.stoppedEarly);
    std::set<std::int64_t> asked;
    std::int64_t lastReturn = 0;
    std::map<int, std::int64_t> lastOfVu;
    for (const Operation &operation : result.history) {
        QCOMPARE(operation.user, userOf(operation.request));
        QVERIFY(operation.vu < vus);
        QVERIFY(operation.invokedNs >= lastOfVu[operation.vu]);
        QVERIFY(operation.returnedNs >= operation.invokedNs);
        lastOfVu[operation.vu] = operation.returnedNs;
        lastReturn = std::max(lastReturn, operation.returnedNs);
        asked.insert(operation.user);
    }
    QCOMPARE(result.lengthNs, lastReturn);

    const OutcomeCounts counts = countOutcomes(result.history);
    QCOMPARE(counts.of(Outcome::Issued), std::min<std::uint64_t>(20, asked.size()));
    const LiveSnapshot live = engine.live();
    QCOMPARE(live.outcomes.byOutcome, counts.byOutcome);
    QCOMPARE(live.inFlight, std::int64_t{0});
    QCOMPARE(live.elapsedNs, result.lengthNs);
    QVERIFY(!live.loadRunning);
    if (requests > 0) {
        QCOMPARE(live.lastStock, 20 - static_cast<std::int64_t>(counts.of(Outcome::Issued)));
        QCOMPARE(service.timeoutSeen.load(), 5 * kNsPerSecond);
    }
    QCOMPARE(service.opened.load(), vus);
    QCOMPARE(service.closed.load(), vus);
    QCOMPARE(service.usedByAnotherThread.load(), 0);
    QCOMPARE(engine.opened(), 0);
}

void TestEngine::perVuIterationsKeepTheirOrder()
{
    CouponService service(5);
    Engine engine(planOf(Pacing::PerVuIterations, 6, 40), service);
    std::map<int, std::uint32_t> made;
    for (const Operation &operation : resultOf(engine).history) {
        QCOMPARE(operation.request, operation.vu * 40U + made[operation.vu]++);
        QCOMPARE(operation.latenessUs, 0U);
    }
    QCOMPARE(made.size(), std::size_t{6});
}

void TestEngine::burstIsMeasuredFromTheStart()
{
    CouponService service(5);
    Engine engine(planOf(Pacing::Burst, 20, 0), service);
    const std::int64_t before = monotonicNs();
    const LoadResult result = resultOf(engine);
    QVERIFY(result.startedAtNs >= before);
    for (const Operation &operation : result.history) {
        QCOMPARE(operation.request, std::uint32_t{operation.vu});
        QVERIFY(operation.invokedNs >= 0);
        QCOMPARE(std::int64_t{operation.latenessUs}, operation.invokedNs / kNsPerUs);
    }
}

void TestEngine::constantVusGoOnUntilTimeIsUp()
{
    CouponService service(5);
    LoadPlan plan = planOf(Pacing::ConstantVus, 4, 0);
    plan.durationNs = 50 * kNsPerMs;
    Engine engine(plan, service);
    const LoadResult result = resultOf(engine);
    QVERIFY(!result.history.empty());
    QVERIFY(!result.stoppedEarly);
    const std::vector<std::uint32_t> requests = sortedRequests(result.history);
    QVERIFY(std::adjacent_find(requests.begin(), requests.end()) == requests.end());
    // A VU whose turn came too late gives its index up.
    QVERIFY(requests.back() < requests.size() + 4);
    for (const Operation &operation : result.history) {
        QVERIFY(operation.invokedNs <= plan.durationNs);
        QCOMPARE(operation.user, userOf(operation.request));
    }
}

void TestEngine::timeEndsEveryModel()
{
    for (const Pacing pacing : {Pacing::Burst, Pacing::PerVuIterations, Pacing::SharedIterations}) {
        CouponService service(5);
        LoadPlan plan = planOf(pacing, 2, 1'000'000'000);
        plan.durationNs = pacing == Pacing::Burst ? 0 : 20 * kNsPerMs;
        Engine engine(plan, service);
        const LoadResult result = resultOf(engine);
        QVERIFY(!result.stoppedEarly);
        for (const Operation &operation : result.history) {
            QVERIFY(operation.invokedNs <= plan.durationNs);
        }
        QCOMPARE(result.history.empty(), pacing == Pacing::Burst);
    }
}

void TestEngine::nobodySendsBeforeAllAreConnected()
{
    constexpr int kVus = 200;
    CouponService service(5);
    Engine engine(planOf(Pacing::PerVuIterations, kVus, 5), service);
    resultOf(engine);
    QCOMPARE(service.begun.load(), kVus * 5);
    // Nobody leaves before the last request either, so that closing disturbs no one.
    QCOMPARE(service.leastOpenAtSend.load(), kVus);
    QVERIFY(service.mostOpeningAtOnce <= 64);
}

void TestEngine::nobodyWaitsForAnother()
{
    constexpr int kVus = 100;
    CouponService service(kVus);
    BatchQueue gathering(kVus);
    service.onSend = [&](std::size_t, const Request &request, Operation &operation) {
        if (gathering.arriveAndWait()) {
            service.issue(request, operation);
        }
    };
    LoadPlan plan = planOf(Pacing::Burst, kVus, 0);
    plan.userOf = [](std::uint64_t index) { return static_cast<std::int64_t>(index); };
    Engine engine(plan, service);
    QCOMPARE(countOutcomes(resultOf(engine).history).of(Outcome::Issued), std::uint64_t{kVus});
}

void TestEngine::answersThatNeverCame_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("reason");
    QTest::addColumn<bool>("answered");
    const auto row = [](const char *name, Outcome outcome, UnknownReason reason, bool answered) {
        QTest::newRow(name) << static_cast<int>(outcome) << static_cast<int>(reason) << answered;
    };
    row("timeout", Outcome::Unknown, UnknownReason::Timeout, false);
    row("reset", Outcome::Unknown, UnknownReason::Reset, false);
    row("in doubt", Outcome::Unknown, UnknownReason::InDoubt, false);
    row("unclassified", Outcome::Unknown, UnknownReason::Unclassified, true);
    row("server error", Outcome::ServerError, UnknownReason::None, true);
    row("contention", Outcome::Contention, UnknownReason::None, true);
    row("not sent", Outcome::NotSent, UnknownReason::None, true);
    row("interrupted", Outcome::Interrupted, UnknownReason::None, true);
}

void TestEngine::answersThatNeverCame()
{
    QFETCH(int, outcome);
    QFETCH(int, reason);
    QFETCH(bool, answered);
    CouponService service(1);
    service.onSend = [&](std::size_t, const Request &, Operation &operation) {
        operation.outcome = static_cast<Outcome>(outcome);
        operation.reason = static_cast<UnknownReason>(reason);
    };
    Engine engine(planOf(Pacing::SharedIterations, 1, 1), service);
    const LoadResult result = resultOf(engine);
    QCOMPARE(result.history.size(), std::size_t{1});
    const Operation &operation = result.history.front();
    QCOMPARE(operation.returnedNs != Operation::kNoAnswer, answered);
    QVERIFY(result.lengthNs >= operation.invokedNs);
    QCOMPARE(static_cast<int>(operation.outcome), outcome);
    QCOMPARE(static_cast<int>(operation.reason), reason);
}

void TestEngine::cpuTimeIsThatOfTheLoad()
{
    CouponService service(1);
    service.onSend = [](std::size_t, const Request &, Operation &operation) {
        const std::clock_t start = std::clock();
        while (std::clock() - start < CLOCKS_PER_SEC / 20) {
        }
        operation.outcome = Outcome::Issued;
    };
    Engine engine(planOf(Pacing::SharedIterations, 1, 1), service);
    // The kernel brings its parts of the figure up to date at different moments.
    QVERIFY(resultOf(engine).cpuSeconds > 0.04);
}

void TestEngine::workersYieldToTheRest()
{
    CouponService service(1);
    std::atomic<int> niceness{-100};
    service.onSend = [&niceness](std::size_t, const Request &, Operation &) {
        niceness = getpriority(PRIO_PROCESS, static_cast<id_t>(gettid()));
    };
    Engine engine(planOf(Pacing::Burst, 1, 0), service);
    const int own = getpriority(PRIO_PROCESS, static_cast<id_t>(gettid()));
    resultOf(engine);
    QCOMPARE(niceness.load(), std::min(19, own + 5));
    QCOMPARE(getpriority(PRIO_PROCESS, static_cast<id_t>(gettid())), own);
}

void TestEngine::onlookerNeverMissesARequest()
{
    constexpr std::uint64_t kStock = 90;
    std::uint64_t looks = 0;
    std::uint64_t soldOutLooks = 0;
    // Around the sale of the last coupon is where a reader could go wrong: many short loads.
    for (int round = 0; round < 40; ++round) {
        CouponService service(std::int64_t{kStock});
        LoadPlan plan = planOf(Pacing::SharedIterations, 8, 400);
        plan.userOf = [](std::uint64_t index) { return static_cast<std::int64_t>(index); };
        Engine engine(plan, service);
        auto running = std::async(std::launch::async, [&engine] { return resultOf(engine); });
        std::int64_t lastElapsed = 0;
        while (running.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
            const auto begunBefore = static_cast<std::uint64_t>(service.begun);
            const LiveSnapshot live = engine.live();
            const auto inFlight = static_cast<std::uint64_t>(live.inFlight);
            QVERIFY(live.outcomes.total() + inFlight >= begunBefore);
            QVERIFY(live.outcomes.of(Outcome::Issued) <= kStock);
            if (live.outOfStockBefore > 0) {
                QVERIFY(live.outcomes.of(Outcome::Issued) + inFlight >= kStock);
                ++soldOutLooks;
            }
            QVERIFY(!live.loadRunning || live.elapsedNs >= lastElapsed);
            lastElapsed = live.elapsedNs;
            ++looks;
        }
        QCOMPARE(countOutcomes(running.get().history).of(Outcome::Issued), kStock);
    }
    qInfo("%llu looks, %llu of them after the first refusal",
          static_cast<unsigned long long>(looks), static_cast<unsigned long long>(soldOutLooks));
}

void TestEngine::twoThousandVirtualUsers()
{
    constexpr int kVus = 2'000;
    constexpr std::size_t kEach = 3;
    CouponService service(100);
    LoadPlan plan = planOf(Pacing::PerVuIterations, kVus, kEach);
    plan.userOf = [](std::uint64_t index) { return static_cast<std::int64_t>(index); };
    Engine engine(plan, service);
    const LoadResult result = resultOf(engine);
    QCOMPARE(result.history.size(), kVus * kEach);
    QVERIFY(isSorted(result.history));
    QCOMPARE(countOutcomes(result.history).of(Outcome::Issued), std::uint64_t{100});
    QCOMPARE(service.leastOpenAtSend.load(), kVus);
    QCOMPARE(service.closed.load(), kVus);
}

} // namespace tst_engine

STAMPEDE_TEST(tst_engine::TestEngine)
#include "tst_engine.moc"
