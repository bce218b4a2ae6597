// SPDX-License-Identifier: MIT
#include "load/engine.h"

#include "base/check.h"
#include "base/clock.h"
#include "base/cpu_time.h"
#include "load/dispatcher.h"
#include "load/pacer.h"
#include "load/worker_thread.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <limits>
#include <mutex>
#include <optional>
#include <stop_token>
#include <system_error>
#include <utility>

namespace stampede {

namespace {

using namespace std::chrono_literals;

constexpr int kMostVus = 10'000;
constexpr std::size_t kOpeningAtOnce = 64; // stays below the listen backlog of a database server
constexpr auto kGraceAfterStop = 1s;
constexpr auto kInterruptEvery = 100ms;
constexpr auto kLookAgain = 500ms; // bound of a wait that a notification normally ends

/// What the workers wait for, in this order; an int because that is what a futex compares.
enum Phase : int
{
    Preparing,
    Sending,
    Closing
};

std::size_t expectedPerWorker(const LoadPlan &plan)
{
    switch (plan.pacing) {
    case Pacing::Burst:
        return 1;
    case Pacing::PerVuIterations:
        return static_cast<std::size_t>(plan.iterations);
    case Pacing::SharedIterations:
        return static_cast<std::size_t>(plan.iterations / plan.vus + 1);
    case Pacing::ConstantVus:
    case Pacing::RampingVus:
        return 0;
    case Pacing::ConstantArrivalRate:
    case Pacing::RampingArrivalRate:
        return static_cast<std::size_t>(requestsDue(plan)) / static_cast<std::size_t>(plan.vus) + 1;
    }
    return 0;
}

LoadPlan checkedPlan(LoadPlan plan)
{
    STAMPEDE_CHECK(plan.vus >= 1 && plan.vus <= kMostVus);
    STAMPEDE_CHECK(plan.iterations >= 0 && plan.userOf);
    return plan;
}

bool isUnanswered(const Operation &operation)
{
    return operation.outcome == Outcome::Unknown && operation.reason != UnknownReason::Unclassified;
}

} // namespace

struct Engine::Shared
{
    Shared(LoadPlan loadPlan, Target &loadTarget)
        : pacer(checkedPlan(std::move(loadPlan)))
        , plan(pacer.plan())
        , target(loadTarget)
        , vus(static_cast<std::size_t>(plan.vus))
        , recorder(vus, expectedPerWorker(plan))
        , threads(vus)
    {
        if (plan.watchLatency) {
            recorder.watchLatency();
        }
    }

    // The coordinator: the thread in run().
    void openSessions(const std::stop_token &stop);
    bool mayOpenAnother(const std::stop_token &stop);
    std::string openingError();
    void release();
    void awaitLoad(const std::stop_token &stop);
    void interruptInFlight();
    void closeSessions();
    void enter(Phase next);
    [[nodiscard]] std::int64_t sinceStartNs() const { return monotonicNs() - startedAtNs; }

    // The workers.
    void work(std::size_t vu, const std::stop_token &stop);
    std::unique_ptr<TargetSession> openSession(std::size_t vu);
    std::int64_t sendAll(std::size_t vu, TargetSession &session, const std::stop_token &stop);
    std::int64_t sendOne(std::size_t vu, TargetSession &session, const Ticket &ticket,
                         std::int64_t freeNs);
    void sentAll(std::int64_t lastEndNs);

    Pacer pacer;
    const LoadPlan &plan;
    Target &target;
    const std::size_t vus;
    Recorder recorder;
    SharedHistogram lateness;
    Dispatcher turns{pacer, startedAtNs};

    std::atomic<bool> used{false}; ///< run() has been called
    std::atomic<int> phase{Preparing};
    std::atomic<bool> cutShort{false}; ///< a stop kept a request back or broke one off
    std::atomic<int> openCount{0};
    std::atomic<bool> running{false};
    std::atomic<std::int64_t> startedAtNs{0}; ///< written before `running` is set
    std::atomic<std::int64_t> lengthNs{0};    ///< written before `running` is cleared

    std::mutex mutex;                    ///< guards what follows down to cpuSeconds
    std::condition_variable_any changed; ///< something guarded has
    std::size_t opening = 0; ///< threads started whose session is neither open nor refused
    std::string firstError;
    std::size_t sentAllCount = 0; ///< workers whose last request has ended
    std::int64_t longestNs = 0;   ///< of these, from the start to the end of the last request
    double cpuAtRelease = 0;
    double cpuSeconds = 0;

    std::vector<WorkerThread> threads;
};

void Engine::Shared::enter(Phase next)
{
    // Sequentially consistent, not only release: libstdc++ 12 wakes nobody when it sees no waiter,
    // and looks without a fence of its own, so that a worker just going to sleep could be
    // overlooked.
    phase.store(next);
    phase.notify_all();
}

void Engine::Shared::openSessions(const std::stop_token &stop)
{
    for (std::size_t vu = 0; vu < vus && mayOpenAnother(stop); ++vu) {
        const int error = threads[vu].start([this, vu, stop] { work(vu, stop); });
        if (error != 0) {
            const std::lock_guard lock(mutex);
            --opening;
            firstError = "Cannot start thread " + std::to_string(vu + 1) + " of " +
                         std::to_string(vus) + ": " + std::generic_category().message(error);
        }
    }
    std::unique_lock lock(mutex);
    while (opening > 0) {
        changed.wait_for(lock, kLookAgain, [this] { return opening == 0; });
    }
}

bool Engine::Shared::mayOpenAnother(const std::stop_token &stop)
{
    const auto isDecided = [this] { return opening < kOpeningAtOnce || !firstError.empty(); };
    std::unique_lock lock(mutex);
    while (!isDecided() && !stop.stop_requested()) {
        changed.wait_for(lock, stop, kLookAgain, isDecided);
    }
    if (stop.stop_requested() || !firstError.empty()) {
        return false;
    }
    ++opening;
    return true;
}

std::string Engine::Shared::openingError()
{
    const std::lock_guard lock(mutex);
    return firstError;
}

void Engine::Shared::release()
{
    {
        const std::lock_guard lock(mutex);
        cpuAtRelease = processCpuSeconds();
    }
    startedAtNs = monotonicNs();
    running = true;
    enter(Sending);
}

void Engine::Shared::awaitLoad(const std::stop_token &stop)
{
    const auto isOver = [this] { return sentAllCount == vus; };
    std::unique_lock lock(mutex);
    while (!isOver() && !stop.stop_requested()) {
        changed.wait_for(lock, stop, kLookAgain, isOver);
    }
    if (!isOver()) {
        lock.unlock();
        turns.hurry();
        lock.lock();
    }
    changed.wait_for(lock, kGraceAfterStop, isOver);
    while (!isOver()) {
        lock.unlock();
        interruptInFlight();
        lock.lock();
        changed.wait_for(lock, kInterruptEvery, isOver);
    }
    lengthNs = longestNs;
    running = false;
}

void Engine::Shared::interruptInFlight()
{
    for (std::size_t vu = 0; vu < vus; ++vu) {
        if (recorder.inFlight(vu)) {
            cutShort = true;
            target.interrupt(vu);
        }
    }
}

void Engine::Shared::closeSessions()
{
    enter(Closing);
    for (WorkerThread &thread : threads) {
        thread.join();
    }
}

void Engine::Shared::work(std::size_t vu, const std::stop_token &stop)
{
    std::unique_ptr<TargetSession> session = openSession(vu);
    if (!session) {
        return;
    }
    phase.wait(Preparing, std::memory_order_acquire);
    // Closing comes straight after Preparing where the load is given up before it began, and else
    // only once this worker has reported.
    if (phase.load(std::memory_order_acquire) == Sending) {
        sentAll(sendAll(vu, *session, stop));
        phase.wait(Sending, std::memory_order_acquire);
    }
    session.reset();
    --openCount;
}

std::unique_ptr<TargetSession> Engine::Shared::openSession(std::size_t vu)
{
    Result<std::unique_ptr<TargetSession>, std::string> opened = target.open(vu);
    const std::lock_guard lock(mutex);
    --opening;
    changed.notify_all();
    if (!opened.ok()) {
        if (firstError.empty()) {
            firstError = opened.error();
        }
        return nullptr;
    }
    ++openCount;
    return std::move(opened).value();
}

/// Returns when the last request ended, in ns from the start of the load; 0 without one.
std::int64_t Engine::Shared::sendAll(std::size_t vu, TargetSession &session,
                                     const std::stop_token &stop)
{
    std::int64_t lastEndNs = 0;
    for (std::uint64_t done = 0;; ++done) {
        const std::int64_t freeNs = sinceStartNs();
        const std::optional<Ticket> ticket = turns.await(vu, done, lastEndNs, stop);
        if (!ticket) {
            cutShort = cutShort || turns.isCutShort();
            return lastEndNs;
        }
        lastEndNs = sendOne(vu, session, *ticket, freeNs);
    }
}

std::int64_t Engine::Shared::sendOne(std::size_t vu, TargetSession &session, const Ticket &ticket,
                                     std::int64_t freeNs)
{
    const std::int64_t loadStartNs = startedAtNs;
    const bool isScheduled = isOpen(plan.pacing) || plan.pacing == Pacing::Burst;
    Request request;
    request.index = ticket.index;
    request.user = plan.userOf(ticket.index);
    request.timeoutNs = plan.timeoutNs;
    Operation operation;
    // Without a schedule the turn was given at this moment; looking at the clock again could only
    // put the request behind the end of the load.
    request.invokedNs = isScheduled ? monotonicNs() : loadStartNs + ticket.atNs;
    recorder.began(vu, {request.invokedNs - loadStartNs, request.user,
                        static_cast<std::uint32_t>(request.index), 0});
    session.send(request, operation);
    const std::int64_t endNs = monotonicNs() - loadStartNs;
    operation.invokedNs = request.invokedNs - loadStartNs;
    operation.returnedNs = isUnanswered(operation) ? Operation::kNoAnswer : endNs;
    operation.user = request.user;
    operation.request = static_cast<std::uint32_t>(request.index);
    operation.vu = static_cast<std::uint16_t>(vu);
    // In the other models a request is meant to leave when its turn has come, thus never late.
    if (isScheduled) {
        operation.latenessUs = Operation::stampUs(operation.invokedNs - ticket.atNs);
        const std::int64_t couldNs =
            plan.pacing == Pacing::Burst ? 0 : std::max(ticket.atNs, freeNs);
        lateness.record(operation.invokedNs - couldNs);
    }
    recorder.ended(vu, operation);
    return endNs;
}

void Engine::Shared::sentAll(std::int64_t lastEndNs)
{
    const std::lock_guard lock(mutex);
    longestNs = std::max(longestNs, lastEndNs);
    if (++sentAllCount == vus) {
        cpuSeconds = processCpuSeconds() - cpuAtRelease;
        changed.notify_all();
    }
}

Engine::Engine(LoadPlan plan, Target &target)
    : m_shared(std::make_unique<Shared>(std::move(plan), target))
{}

Engine::~Engine() = default;

Result<LoadResult, std::string> Engine::run(const std::stop_token &stop)
{
    Shared &shared = *m_shared;
    STAMPEDE_CHECK(!shared.used.exchange(true));
    shared.openSessions(stop);
    LoadResult result;
    const std::string error = shared.openingError();
    if (!error.empty() || stop.stop_requested()) {
        shared.closeSessions();
        if (!error.empty()) {
            return Failure{error};
        }
        result.stoppedEarly = true;
        return result;
    }
    shared.release();
    std::atomic<std::int64_t> stoppedAtNs{0};
    const std::stop_callback note(stop, [&stoppedAtNs] { stoppedAtNs = monotonicNs(); });
    tellBegan(shared.recorder, shared.startedAtNs);
    shared.awaitLoad(stop);
    tellEnded();
    shared.target.loadEnded();
    shared.closeSessions();
    result.history = shared.recorder.takeHistory();
    result.startedAtNs = shared.startedAtNs;
    result.lengthNs = shared.lengthNs;
    result.stoppedEarly = shared.cutShort;
    result.cpuSeconds = shared.cpuSeconds;
    result.lateness = shared.lateness.snapshot();
    result.dropped = shared.pacer.dropped();
    if (result.stoppedEarly && stoppedAtNs > 0) {
        result.unsentAtStop =
            unsentAtStop(shared.pacer, stoppedAtNs - shared.startedAtNs, result.history);
    }
    result.rateChanges = shared.pacer.rateChanges();
    return result;
}

LiveSnapshot Engine::live() const
{
    LiveSnapshot snapshot = m_shared->recorder.live();
    snapshot.dropped = m_shared->pacer.dropped();
    snapshot.loadRunning = m_shared->running;
    snapshot.elapsedNs =
        snapshot.loadRunning ? m_shared->sinceStartNs() : m_shared->lengthNs.load();
    snapshot.rate = m_shared->pacer.rateAt(snapshot.elapsedNs);
    snapshot.waiting = snapshot.loadRunning ? m_shared->pacer.waitingAt(snapshot.elapsedNs) : 0;
    return snapshot;
}

LiveLatency Engine::liveLatency() const
{
    return m_shared->recorder.liveLatency();
}

bool Engine::setRate(double perSecond)
{
    if (!m_shared->running || !m_shared->pacer.setRate(perSecond, m_shared->sinceStartNs())) {
        return false;
    }
    m_shared->turns.hurry();
    return true;
}

int Engine::opened() const noexcept
{
    return m_shared->openCount;
}

} // namespace stampede
