// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "measure/histogram.h"
#include "measure/operation.h"
#include "measure/recorder.h"
#include "measure/timeline.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace stampede {

/// What a finished load leaves behind.
struct LoadResult
{
    std::vector<Operation> history; ///< sorted by invokedNs
    std::int64_t startedAtNs = 0;   ///< monotonicNs() of the start of the load, 0 if it never began
    std::int64_t lengthNs = 0;      ///< start to the end of the last request, answered or not
    bool stoppedEarly = false;      ///< a stop kept a request from being sent or broke one off
    double cpuSeconds = 0;          ///< this process, user and system, over the load
    /// How late the generator was by its own fault: from the moment that a request was due and had
    /// a free VU to when it left. Burst and the open models only.
    Histogram lateness;
    std::uint64_t dropped = 0; ///< open models: due, but no VU was free in time; never sent
    /// Open models: due when the load was stopped, and neither sent nor dropped by then.
    std::uint64_t unsentAtStop = 0;
    std::vector<RateChange> rateChanges;
};

/// Somebody who is told when the load begins and ends. Called in the thread of LoadEngine::run();
/// must not block for long.
class LoadObserver
{
public:
    virtual ~LoadObserver() = default;
    /// The first requests are leaving. The recorder may be read along with until loadEnded()
    /// returns. `startedAtNs`: monotonicNs() of the start of the load.
    virtual void loadBegan(const Recorder &recorder, std::int64_t startedAtNs) = 0;
    /// The last request has ended.
    virtual void loadEnded() = 0;
};

/// Something that sends a crowd, whatever carries its requests. live(), opened() and setRate() may
/// be called from any thread, before, during and after run().
class LoadEngine
{
public:
    virtual ~LoadEngine() = default;
    /// Runs the whole load and returns when it has ended. The error says what kept the load from
    /// beginning; nothing has been sent then. To be called once.
    virtual Result<LoadResult, std::string> run(const std::stop_token &stop) = 0;
    [[nodiscard]] virtual LiveSnapshot live() const = 0;
    /// Empty unless the plan says that latency is watched.
    [[nodiscard]] virtual LiveLatency liveLatency() const = 0;
    /// Virtual users that are connected, for progress.
    [[nodiscard]] virtual int opened() const noexcept = 0;
    /// From now on so many requests a second (0…1,000,000), until the duration is over. False, and
    /// without effect, in a closed model or while no load runs.
    virtual bool setRate(double perSecond) = 0;
    /// Before run(); must outlive it.
    void addWitness(LoadObserver &witness) { m_witnesses.push_back(&witness); }

protected:
    void tellBegan(const Recorder &recorder, std::int64_t startedAtNs) const
    {
        for (LoadObserver *witness : m_witnesses) {
            witness->loadBegan(recorder, startedAtNs);
        }
    }
    void tellEnded() const
    {
        for (LoadObserver *witness : m_witnesses) {
            witness->loadEnded();
        }
    }

private:
    std::vector<LoadObserver *> m_witnesses;
};

} // namespace stampede
