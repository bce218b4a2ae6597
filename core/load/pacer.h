// SPDX-License-Identifier: MIT
#pragma once

#include "load/load_engine.h"
#include "load/load_plan.h"
#include "load/ramp.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

namespace stampede {

/// What a virtual user who is free does next. Times are in ns from the start of the load.
struct Ticket
{
    enum class Kind
    {
        Send, ///< request `index`, which was meant to begin at `atNs`
        Wait, ///< ask again at `atNs`, or when the rate has changed
        End   ///< there is nothing more for this one
    };
    Kind kind = Kind::End;
    std::uint64_t index = 0;
    std::int64_t atNs = 0;
};

/// Decides when requests begin and shares them out; each index goes out at most once. Any thread.
///
/// Burst: i = vu. PerVuIterations: vu · iterations + k. Else whoever is free gets the next one: at
/// once in the closed models, when it is due in the open ones. Request i of an open model is due
/// when the integral of the rate over time is i. One that waited for a free VU for longer than the
/// plan's timeout is dropped: its index is used up, and it is counted.
class Pacer
{
public:
    explicit Pacer(LoadPlan plan);

    /// Asked by a VU that is free. `done`: requests it has made so far; `endedNs`: when its
    /// last one ended (0 before the first); `nowNs` ≥ 0.
    Ticket next(std::size_t vu, std::uint64_t done, std::int64_t endedNs, std::int64_t nowNs);

    /// Open models: from `nowNs` on so many a second. False, without effect, in a closed one.
    bool setRate(double perSecond, std::int64_t nowNs);
    /// Requests a second that are meant to begin at `nowNs`; 0 in the closed models.
    [[nodiscard]] double rateAt(std::int64_t nowNs) const;
    [[nodiscard]] std::uint64_t dropped() const noexcept { return m_dropped; }
    /// Requests that have become due by `nowNs`, as the rate was; 0 in the closed models.
    [[nodiscard]] std::uint64_t dueBy(std::int64_t nowNs) const;
    /// Requests that are due at `nowNs` and that no VU has asked for; 0 in the closed models.
    [[nodiscard]] std::uint64_t waitingAt(std::int64_t nowNs) const;
    [[nodiscard]] std::vector<RateChange> rateChanges() const;
    [[nodiscard]] const LoadPlan &plan() const { return m_plan; }

private:
    /// Whether nobody, or not the one who has made `done`, gets another request.
    [[nodiscard]] bool isFinished(std::uint64_t done) const;
    Ticket nextClosed(std::size_t vu, std::uint64_t done, std::int64_t nowNs);
    Ticket nextDue(std::int64_t nowNs);

    const LoadPlan m_plan;
    std::atomic<std::uint64_t> m_shared{0};  ///< the next index, where it is shared
    std::atomic<std::uint64_t> m_dropped{0}; ///< written under the mutex

    mutable std::mutex m_mutex; ///< guards the two below and, in the open models, m_shared
    Ramp m_ramp;
    std::vector<RateChange> m_rateChanges;
};

/// Of those that had become due when a load was stopped at `stoppedNs`, the requests that were
/// neither sent nor dropped by then: 0 in the closed models. `history`: all that were sent.
std::uint64_t unsentAtStop(const Pacer &pacer, std::int64_t stoppedNs,
                           std::span<const Operation> history);

/// Requests that an open model's plan brings due, if nobody changes its rate.
std::uint64_t requestsDue(const LoadPlan &plan);

} // namespace stampede
