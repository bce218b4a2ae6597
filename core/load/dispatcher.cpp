// SPDX-License-Identifier: MIT
#include "load/dispatcher.h"

#include "base/clock.h"

#include <algorithm>
#include <chrono>

namespace stampede {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::nanoseconds kLookAtLine = 500ms; // bound of a wait that hurry() may end

} // namespace

Dispatcher::Dispatcher(Pacer &pacer, const std::atomic<std::int64_t> &startedAtNs)
    : m_pacer(pacer)
    , m_startedAtNs(startedAtNs)
{}

std::optional<Ticket> Dispatcher::await(std::size_t vu, std::uint64_t done, std::int64_t endedNs,
                                        const std::stop_token &stop)
{
    if (!isOpen(m_pacer.plan().pacing)) {
        return awaitAsLeader(vu, done, endedNs, stop); // each has a queue of its own
    }
    const std::lock_guard lock(m_leader);
    return awaitAsLeader(vu, done, endedNs, stop);
}

std::optional<Ticket> Dispatcher::awaitAsLeader(std::size_t vu, std::uint64_t done,
                                                std::int64_t endedNs, const std::stop_token &stop)
{
    for (;;) {
        const std::uint64_t hurries = this->hurries();
        const std::int64_t nowNs = monotonicNs() - m_startedAtNs;
        const Ticket ticket = m_pacer.next(vu, done, endedNs, nowNs);
        if (ticket.kind == Ticket::Kind::End) {
            return std::nullopt;
        }
        if (stop.stop_requested()) {
            m_cutShort = true;
            return std::nullopt;
        }
        if (ticket.kind == Ticket::Kind::Send) {
            return ticket;
        }
        const std::chrono::nanoseconds left(ticket.atNs - nowNs);
        std::unique_lock lock(m_waiting);
        m_hurried.wait_for(lock, std::min(left, kLookAtLine),
                           [this, hurries] { return m_hurries != hurries; });
    }
}

std::uint64_t Dispatcher::hurries()
{
    const std::lock_guard lock(m_waiting);
    return m_hurries;
}

void Dispatcher::hurry()
{
    const std::lock_guard lock(m_waiting);
    ++m_hurries;
    m_hurried.notify_all();
}

} // namespace stampede
