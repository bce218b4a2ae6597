// SPDX-License-Identifier: MIT
#include "run/limit_watch.h"

#include "base/clock.h"
#include "record/threshold_figures.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <utility>

namespace stampede {

namespace {

using namespace std::chrono_literals;

constexpr auto kInterval = 100ms;

QList<Threshold> endingOnes(QList<Threshold> limits)
{
    limits.removeIf([](const Threshold &limit) { return !limit.abortOnFail; });
    return limits;
}

} // namespace

bool endsLoad(const QList<Threshold> &limits)
{
    return !endingOnes(limits).isEmpty();
}

bool endsLoadByLatency(const QList<Threshold> &limits)
{
    const QList<Threshold> ending = endingOnes(limits);
    return std::any_of(ending.begin(), ending.end(), [](const Threshold &limit) {
        return limit.metric == QLatin1String("latency") ||
               limit.metric == QLatin1String("response_time");
    });
}

LimitWatch::LimitWatch(QList<Threshold> limits, const LoadEngine &engine,
                       const std::stop_token &stop)
    : m_limits(endingOnes(std::move(limits)))
    , m_engine(engine)
    , m_passOn(stop, [this] { m_end.request_stop(); })
{
    if (!m_limits.isEmpty()) {
        m_thread = std::jthread([this](const std::stop_token &mine) { watch(mine); });
    }
}

std::optional<ThresholdOutcome> LimitWatch::missed() const
{
    const std::lock_guard lock(m_mutex);
    return m_missed;
}

void LimitWatch::watch(const std::stop_token &stop)
{
    std::mutex mutex; // nobody else waits here
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
        never.wait_for(lock, stop, kInterval, [] { return false; });
        if (const auto found = look(); found && !stop.stop_requested()) {
            {
                const std::lock_guard guard(m_mutex);
                m_missed = found;
            }
            m_end.request_stop();
            return;
        }
    }
}

std::optional<ThresholdOutcome> LimitWatch::look() const
{
    const LiveSnapshot live = m_engine.live();
    if (!live.loadRunning || m_end.stop_requested()) {
        return std::nullopt;
    }
    const LiveLatency latency = m_engine.liveLatency();
    const double seconds = static_cast<double>(live.elapsedNs) / static_cast<double>(kNsPerSecond);
    const LimitFacts facts{live.outcomes, seconds, true, latency.service, latency.response};
    for (const Threshold &limit : m_limits) {
        if (live.elapsedNs >= limit.delayAbortEval.count() && isMissedAlready(limit, facts)) {
            return ThresholdOutcome{limit, limitFigure(limit, facts).value, false};
        }
    }
    return std::nullopt;
}

} // namespace stampede
