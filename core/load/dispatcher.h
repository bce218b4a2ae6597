// SPDX-License-Identifier: MIT
#pragma once

#include "load/pacer.h"

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stop_token>

namespace stampede {

/// Where worker threads wait for their turn. In the open models one of those that are free waits
/// for the next request to be due and the others wait behind it (leader and followers), so that a
/// request wakes one thread and not all.
class Dispatcher
{
public:
    /// `startedAtNs`: monotonicNs() of the start of the load, set before anybody waits. Both must
    /// outlive the line.
    Dispatcher(Pacer &pacer, const std::atomic<std::int64_t> &startedAtNs);

    /// Returns when that virtual user is to send, or with nothing when there is no more for them or
    /// a stop came first. Arguments as Pacer::next(). Any thread.
    std::optional<Ticket> await(std::size_t vu, std::uint64_t done, std::int64_t endedNs,
                                const std::stop_token &stop);
    /// Lets everybody who waits ask again: after a stop, or a change of the rate. Any thread.
    void hurry();
    /// Whether a stop kept back a request that there would have been.
    [[nodiscard]] bool isCutShort() const noexcept { return m_cutShort; }

private:
    std::optional<Ticket> awaitAsLeader(std::size_t vu, std::uint64_t done, std::int64_t endedNs,
                                        const std::stop_token &stop);

    std::uint64_t hurries();

    Pacer &m_pacer;
    const std::atomic<std::int64_t> &m_startedAtNs;
    std::atomic<bool> m_cutShort{false};
    std::mutex m_leader;  ///< held by the leader; taken before m_waiting
    std::mutex m_waiting; ///< guards m_hurries
    std::uint64_t m_hurries = 0;
    std::condition_variable m_hurried;
};

} // namespace stampede
