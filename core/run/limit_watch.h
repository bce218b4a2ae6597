// SPDX-License-Identifier: MIT
#pragma once

#include "load/load_engine.h"
#include "scenario/threshold.h"

#include <QList>

#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace stampede {

/// Whether one of these limits ends the load when it is missed, and whether that takes a look at
/// the latency.
bool endsLoad(const QList<Threshold> &limits);
bool endsLoadByLatency(const QList<Threshold> &limits);

/// Looks at a running load every 100 ms and ends it when a limit with `abortOnFail` is missed. Its
/// own thread; it ends with the object.
class LimitWatch
{
public:
    /// `engine` must outlive the watch. `stop` ends the load from outside and is passed on.
    LimitWatch(QList<Threshold> limits, const LoadEngine &engine, const std::stop_token &stop);

    /// What the engine is to run with.
    [[nodiscard]] std::stop_token token() const { return m_end.get_token(); }
    /// The limit that ended the load, with its figure at that moment. Any thread.
    [[nodiscard]] std::optional<ThresholdOutcome> missed() const;

private:
    void watch(const std::stop_token &stop);
    std::optional<ThresholdOutcome> look() const;

    QList<Threshold> m_limits; ///< only those that end the load
    const LoadEngine &m_engine;
    std::stop_source m_end;
    mutable std::mutex m_mutex; ///< guards m_missed
    std::optional<ThresholdOutcome> m_missed;
    std::stop_callback<std::function<void()>> m_passOn;
    std::jthread m_thread; ///< last: it ends before the rest goes
};

} // namespace stampede
