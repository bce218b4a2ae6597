// SPDX-License-Identifier: MIT
// Proves that the HTTP engine sends every load model as the pacer says: each index once, nothing
// before all are connected, nothing after a stop, latencies and lateness of its own.

#include "http_fixture.h"
#include "peer.h"
#include "test_program.h"

#include <QMutex>
#include <QtTest>

#include <algorithm>
#include <set>
#include <thread>

namespace tst_http_engine {

using namespace stampede;
using namespace stampede::test;

namespace {

/// Answers everything with 200 and remembers what came.
struct Service
{
    std::mutex mutex;
    std::vector<std::string> requests;
    Peer peer{[this](PeerLine &line) {
        while (const auto request = line.request()) {
            {
                const std::lock_guard lock(mutex);
                requests.push_back(*request);
            }
            line.say(answer(200, R"({"userCouponId":3})"));
        }
    }};
    std::size_t count()
    {
        const std::lock_guard lock(mutex);
        return requests.size();
    }
};

LoadResult sent(HttpEngine &engine, const std::stop_token &stop = {})
{
    auto result = engine.run(stop);
    if (!result) {
        qFatal("%s", result.error().c_str());
    }
    return std::move(result).value();
}

std::set<std::uint32_t> indexesOf(const LoadResult &result)
{
    std::set<std::uint32_t> indexes;
    for (const Operation &operation : result.history) {
        indexes.insert(operation.request);
    }
    return indexes;
}

/// What a thread of its own does while the load runs; joined at the end.
class Beside
{
public:
    template<typename Body>
    explicit Beside(Body body)
        : m_thread(std::move(body))
    {}
    ~Beside() { m_thread.join(); }
    Beside(const Beside &) = delete;
    Beside &operator=(const Beside &) = delete;

private:
    std::thread m_thread;
};

} // namespace

class TestHttpEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closedModels_data();
    void closedModels();
    void everyRequestSaysWhoItIs();
    void connectsEverybodyFirst();
    void openModel();
    void openModelDropsWhatNobodyCanSend();
    void whatIsDueAtTheStopIsCounted();
    void rateCanBeChanged();
    void rampingVus();
    void stopsWithoutNewRequests();
    void breaksOffWhatGoesOnAfterAStop();
    void stopsWhileConnecting();
    void hundredsAtOnce();
};

void TestHttpEngine::closedModels_data()
{
    QTest::addColumn<int>("pacing");
    QTest::addColumn<int>("iterations");
    QTest::addColumn<int>("requests");
    QTest::newRow("burst") << static_cast<int>(Pacing::Burst) << 0 << 20;
    QTest::newRow("per VU") << static_cast<int>(Pacing::PerVuIterations) << 7 << 140;
    QTest::newRow("shared") << static_cast<int>(Pacing::SharedIterations) << 333 << 333;
    QTest::newRow("fewer than VUs") << static_cast<int>(Pacing::SharedIterations) << 3 << 3;
}

void TestHttpEngine::closedModels()
{
    QFETCH(const int, pacing);
    QFETCH(const int, iterations);
    QFETCH(const int, requests);
    Service service;
    HttpPlan plan = planFor(service.peer.url(), 20, iterations);
    plan.load.pacing = static_cast<Pacing>(pacing);
    HttpEngine engine(plan);
    const LoadResult result = sent(engine);
    QCOMPARE(static_cast<int>(result.history.size()), requests);
    QCOMPARE(static_cast<int>(indexesOf(result).size()), requests);
    QCOMPARE(static_cast<int>(*indexesOf(result).rbegin()), requests - 1);
    QCOMPARE(service.count(), static_cast<std::size_t>(requests));
    QVERIFY(!result.stoppedEarly);
    QTRY_COMPARE(service.peer.connections(), 20); // the kernel has taken them before it does
    QCOMPARE(engine.opened(), 20);
    std::int64_t before = 0;
    for (const Operation &operation : result.history) {
        QCOMPARE(operation.outcome, Outcome::Issued);
        QCOMPARE(operation.rowId, std::int64_t{3});
        QCOMPARE(operation.user, std::int64_t{operation.request} + 1);
        QVERIFY(operation.invokedNs >= before);
        QVERIFY(operation.returnedNs > operation.invokedNs);
        QVERIFY(operation.returnedNs <= result.lengthNs);
        before = operation.invokedNs;
    }
    const bool isBurst = static_cast<Pacing>(pacing) == Pacing::Burst;
    QCOMPARE(result.lateness.count(), static_cast<std::uint64_t>(isBurst ? requests : 0));
    const LiveSnapshot live = engine.live();
    QCOMPARE(live.outcomes.of(Outcome::Issued), static_cast<std::uint64_t>(requests));
    QCOMPARE(live.inFlight, std::int64_t{0});
    QVERIFY(!live.loadRunning);
}

void TestHttpEngine::everyRequestSaysWhoItIs()
{
    Service service;
    HttpEngine engine(planFor(service.peer.url("/a?b=1"), 4, 50));
    static_cast<void>(sent(engine));
    std::set<std::string> ids;
    for (const std::string &request : service.requests) {
        QVERIFY(request.starts_with("POST /a?b=1 HTTP/1.1\r\nHost: 127.0.0.1:"));
        const std::size_t at = request.find("X-Request-Id: run-");
        QVERIFY(at != std::string::npos);
        const std::string id = request.substr(at + 18, request.find('\r', at) - at - 18);
        ids.insert(id);
        // The person belongs to the index.
        const std::string body = R"({"userId":)" + std::to_string(std::stoi(id) + 1) + "}";
        QVERIFY(request.ends_with(body));
    }
    QCOMPARE(ids.size(), std::size_t{50});
}

void TestHttpEngine::connectsEverybodyFirst()
{
    std::atomic<int> tooEarly{0};
    std::atomic<const HttpEngine *> sending{nullptr};
    Peer peer([&](PeerLine &line) {
        while (line.request()) {
            tooEarly += sending.load()->opened() < 300 ? 1 : 0;
            line.say(answer(200));
        }
    });
    HttpEngine engine(planFor(peer.url(), 300, 600));
    sending = &engine;
    QCOMPARE(sent(engine).history.size(), std::size_t{600});
    QCOMPARE(tooEarly.load(), 0);
}

void TestHttpEngine::openModel()
{
    Service service;
    HttpPlan plan = planFor(service.peer.url(), 10, 0);
    plan.load.pacing = Pacing::ConstantArrivalRate;
    plan.load.rate = 400;
    plan.load.durationNs = std::chrono::nanoseconds(500ms).count();
    HttpEngine engine(plan);
    const LoadResult result = sent(engine);
    QCOMPARE(result.history.size() + result.dropped, std::size_t{200});
    QCOMPARE(indexesOf(result).size(), result.history.size());
    QCOMPARE(result.lateness.count(), result.history.size());
    for (const Operation &operation : result.history) {
        const std::int64_t dueNs = operation.request * std::int64_t{2'500'000};
        QVERIFY(operation.invokedNs >= dueNs);
        QVERIFY(std::abs(operation.invokedNs - dueNs - operation.latenessUs * std::int64_t{1000}) <=
                1000);
    }
}

void TestHttpEngine::openModelDropsWhatNobodyCanSend()
{
    Peer peer([](PeerLine &line) {
        while (line.request()) {
        }
    });
    HttpPlan plan = planFor(peer.url(), 2, 0, 100ms);
    plan.load.pacing = Pacing::ConstantArrivalRate;
    plan.load.rate = 100;
    plan.load.durationNs = std::chrono::nanoseconds(500ms).count();
    HttpEngine engine(plan);
    const LoadResult result = sent(engine);
    QCOMPARE(result.history.size() + result.dropped, std::size_t{50});
    QVERIFY(result.dropped >= 30);
    QCOMPARE(told(result, Outcome::Unknown, UnknownReason::Timeout),
             static_cast<std::int64_t>(result.history.size()));
}

void TestHttpEngine::whatIsDueAtTheStopIsCounted()
{
    Peer peer([](PeerLine &line) {
        while (line.request()) {
        }
    });
    HttpPlan plan = planFor(peer.url(), 2, 0, 60s);
    plan.load.pacing = Pacing::ConstantArrivalRate;
    plan.load.rate = 1000;
    plan.load.durationNs = std::chrono::nanoseconds(1h).count();
    HttpEngine engine(plan);
    std::stop_source stop;
    LoadResult result;
    std::uint64_t waiting = 0;
    {
        const Beside beside([&] {
            while ((waiting = engine.live().waiting) < 40) {
                std::this_thread::yield();
            }
            stop.request_stop();
        });
        result = sent(engine, stop.get_token());
    }
    QCOMPARE(result.history.size(), std::size_t{2});
    QCOMPARE(result.dropped, std::uint64_t{0});
    QVERIFY(result.unsentAtStop >= waiting);
}

void TestHttpEngine::rateCanBeChanged()
{
    Service service;
    HttpPlan plan = planFor(service.peer.url(), 4, 0);
    plan.load.pacing = Pacing::ConstantArrivalRate;
    plan.load.rate = 0.1; // one at once, the next one long after the end
    plan.load.durationNs = std::chrono::nanoseconds(2s).count();
    HttpEngine engine(plan);
    QVERIFY(!engine.setRate(10));
    LoadResult result;
    {
        const Beside beside([&] {
            while (engine.live().outcomes.total() == 0) {
                std::this_thread::yield();
            }
            while (!engine.setRate(500)) {
                std::this_thread::yield();
            }
        });
        result = sent(engine);
    }
    QVERIFY(result.history.size() > 100);
    QCOMPARE(result.rateChanges.size(), std::size_t{1});
    QVERIFY(!engine.setRate(10));
}

void TestHttpEngine::rampingVus()
{
    Service service;
    HttpPlan plan = planFor(service.peer.url(), 8, 0);
    plan.load.pacing = Pacing::RampingVus;
    plan.load.startVus = 1;
    plan.load.stages = {{std::chrono::nanoseconds(300ms).count(), 8},
                        {std::chrono::nanoseconds(100ms).count(), 8}};
    plan.load.durationNs = std::chrono::nanoseconds(400ms).count();
    plan.load.thinkNs = std::chrono::nanoseconds(5ms).count();
    HttpEngine engine(plan);
    const LoadResult result = sent(engine);
    std::set<std::uint16_t> vus;
    for (const Operation &operation : result.history) {
        vus.insert(operation.vu);
        const std::int64_t activeNs = operation.vu * std::chrono::nanoseconds(300ms).count() / 7;
        QVERIFY(operation.invokedNs >= activeNs - 1000);
    }
    QCOMPARE(vus.size(), std::size_t{8});
    QCOMPARE(told(result, Outcome::Issued), static_cast<std::int64_t>(result.history.size()));
}

void TestHttpEngine::stopsWithoutNewRequests()
{
    Service service;
    HttpPlan plan = planFor(service.peer.url(), 5, 0);
    plan.load.pacing = Pacing::ConstantVus;
    HttpEngine engine(plan);
    std::stop_source stop;
    LoadResult result;
    {
        const Beside beside([&] {
            while (engine.live().outcomes.total() < 100) {
                std::this_thread::yield();
            }
            stop.request_stop();
        });
        result = sent(engine, stop.get_token());
    }
    QVERIFY(result.stoppedEarly);
    QCOMPARE(told(result, Outcome::Issued), static_cast<std::int64_t>(result.history.size()));
    QCOMPARE(service.count(), result.history.size());
}

void TestHttpEngine::breaksOffWhatGoesOnAfterAStop()
{
    std::atomic<int> asked{0};
    Peer peer([&asked](PeerLine &line) {
        while (line.request()) {
            ++asked;
        }
    });
    HttpEngine engine(planFor(peer.url(), 5, 100, 60s));
    std::stop_source stop;
    LoadResult result;
    {
        const Beside beside([&] {
            while (asked < 5) {
                std::this_thread::yield();
            }
            stop.request_stop();
        });
        result = sent(engine, stop.get_token());
    }
    QVERIFY(result.stoppedEarly);
    QCOMPARE(result.history.size(), std::size_t{5});
    QCOMPARE(told(result, Outcome::Unknown, UnknownReason::Reset), 5);
}

void TestHttpEngine::stopsWhileConnecting()
{
    Service service;
    std::stop_source stop;
    stop.request_stop();
    HttpEngine engine(planFor(service.peer.url(), 5, 100));
    const LoadResult result = sent(engine, stop.get_token());
    QVERIFY(result.stoppedEarly);
    QVERIFY(result.history.empty());
    QCOMPARE(service.count(), std::size_t{0});
}

void TestHttpEngine::hundredsAtOnce()
{
    Service service;
    HttpPlan plan = planFor(service.peer.url(), 400, 0);
    plan.load.pacing = Pacing::Burst;
    HttpEngine engine(plan);
    const LoadResult result = sent(engine);
    QCOMPARE(told(result, Outcome::Issued), 400);
    QCOMPARE(engine.opened(), 400);
}

} // namespace tst_http_engine

STAMPEDE_TEST(tst_http_engine::TestHttpEngine)
#include "tst_http_engine.moc"
