// SPDX-License-Identifier: MIT
#include "http/http_engine.h"

#include "base/check.h"
#include "base/clock.h"
#include "base/cpu_time.h"
#include "http/http_worker.h"

#include <algorithm>
#include <atomic>
#include <stop_token>
#include <utility>

namespace stampede {

namespace {

constexpr int kMostVus = 10'000;

HttpPlan checkedPlan(HttpPlan plan)
{
    STAMPEDE_CHECK(plan.load.vus >= 1 && plan.load.vus <= kMostVus);
    STAMPEDE_CHECK(plan.load.iterations >= 0 && plan.load.userOf);
    return plan;
}

Result<std::vector<SocketAddress>, std::string> addressesOf(const UrlTemplate &url)
{
    if (!url.socket.empty()) {
        return std::vector<SocketAddress>{addressOfSocket(url.socket)};
    }
    return resolve(url.host, url.port);
}

} // namespace

struct HttpEngine::Shared
{
    explicit Shared(HttpPlan httpPlan)
        : plan(checkedPlan(std::move(httpPlan)))
        , pacer(plan.load)
        , recorder(static_cast<std::size_t>(plan.load.vus), Recorder::Log::Shared)
    {
        if (plan.load.watchLatency) {
            recorder.watchLatency();
        }
    }

    Result<void, std::string> open(HttpWorker &crowd, const std::stop_token &stop);

    const HttpPlan plan;
    Pacer pacer;
    Recorder recorder;
    SharedHistogram lateness;
    Poller readiness;
    CrowdSigns signs;
    std::unique_ptr<TlsContext> tls;
    std::atomic<bool> used{false};
    HttpReport report;
};

Result<void, std::string> HttpEngine::Shared::open(HttpWorker &crowd, const std::stop_token &stop)
{
    if (!readiness.error().empty()) {
        return Failure{readiness.error()};
    }
    const UrlTemplate &url = plan.request.url();
    const bool isSecure =
        url.secure || std::any_of(plan.steps.begin(), plan.steps.end(),
                                  [](const StepPlan &step) { return step.request.url().secure; });
    if (isSecure) {
        auto made = TlsContext::make(plan.verifyPeer, plan.tls);
        if (!made) {
            return Failure{made.error()};
        }
        tls = std::move(made).value();
    }
    const auto addresses =
        plan.relayPort ? resolve("127.0.0.1", *plan.relayPort) : addressesOf(url);
    if (!addresses) {
        return Failure{addresses.error()};
    }
    std::vector<StepPlace> places(plan.steps.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const UrlTemplate &to = plan.steps[i].request.url();
        if (to.isSamePlace(url)) {
            continue;
        }
        auto found = addressesOf(to);
        if (!found) {
            return Failure{to.host + ": " + found.error()};
        }
        places[i].addresses = std::move(found).value();
    }
    return crowd.open(tls.get(), addresses.value(), std::move(places), stop);
}

HttpEngine::HttpEngine(HttpPlan plan)
    : m_shared(std::make_unique<Shared>(std::move(plan)))
{}

HttpEngine::~HttpEngine() = default;

Result<void, std::string> HttpEngine::reach(HttpPlan plan)
{
    plan.load.vus = 1;
    Shared shared(std::move(plan));
    HttpWorker crowd(shared.plan, shared.pacer, shared.recorder, shared.lateness, shared.readiness,
                     shared.signs);
    return shared.open(crowd, {});
}

Result<LoadResult, std::string> HttpEngine::run(const std::stop_token &stop)
{
    Shared &shared = *m_shared;
    STAMPEDE_CHECK(!shared.used.exchange(true));
    std::atomic<std::int64_t> stoppedAtNs{0};
    const std::stop_callback wake(stop, [&shared, &stoppedAtNs] {
        stoppedAtNs = monotonicNs();
        shared.readiness.wake();
    });
    HttpWorker crowd(shared.plan, shared.pacer, shared.recorder, shared.lateness, shared.readiness,
                     shared.signs);
    if (auto opened = shared.open(crowd, stop); !opened) {
        return Failure{opened.error()};
    }
    LoadResult result;
    if (stop.stop_requested()) {
        result.stoppedEarly = true;
        return result;
    }
    const double cpuBefore = processCpuSeconds();
    shared.signs.startedAtNs = monotonicNs();
    shared.signs.running = true;
    tellBegan(shared.recorder, shared.signs.startedAtNs);
    crowd.send(stop);
    result.cpuSeconds = processCpuSeconds() - cpuBefore;
    crowd.awaitLate(stop);
    shared.signs.lengthNs = crowd.lengthNs();
    shared.signs.running = false;
    tellEnded();
    shared.report = std::move(crowd.report());
    shared.report.ruleHits = crowd.ruleHits();
    shared.report.ruleNulls = crowd.ruleNulls();
    result.history = shared.recorder.takeHistory();
    result.startedAtNs = shared.signs.startedAtNs;
    result.lengthNs = crowd.lengthNs();
    result.stoppedEarly = crowd.isCutShort();
    result.lateness = shared.lateness.snapshot();
    result.dropped = shared.pacer.dropped();
    if (result.stoppedEarly && stoppedAtNs > 0) {
        result.unsentAtStop =
            unsentAtStop(shared.pacer, stoppedAtNs - shared.signs.startedAtNs, result.history);
    }
    result.rateChanges = shared.pacer.rateChanges();
    return result;
}

LiveSnapshot HttpEngine::live() const
{
    const CrowdSigns &signs = m_shared->signs;
    LiveSnapshot snapshot = m_shared->recorder.live();
    snapshot.dropped = m_shared->pacer.dropped();
    snapshot.loadRunning = signs.running;
    snapshot.elapsedNs =
        snapshot.loadRunning ? monotonicNs() - signs.startedAtNs : signs.lengthNs.load();
    snapshot.rate = m_shared->pacer.rateAt(snapshot.elapsedNs);
    snapshot.waiting = snapshot.loadRunning ? m_shared->pacer.waitingAt(snapshot.elapsedNs) : 0;
    return snapshot;
}

LiveLatency HttpEngine::liveLatency() const
{
    return m_shared->recorder.liveLatency();
}

int HttpEngine::opened() const noexcept
{
    return m_shared->signs.openCount;
}

bool HttpEngine::setRate(double perSecond)
{
    CrowdSigns &signs = m_shared->signs;
    if (!signs.running || !m_shared->pacer.setRate(perSecond, monotonicNs() - signs.startedAtNs)) {
        return false;
    }
    signs.hurried = true;
    m_shared->readiness.wake();
    return true;
}

const HttpReport &HttpEngine::report() const
{
    return m_shared->report;
}

} // namespace stampede
