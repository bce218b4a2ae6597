#include "load/turn_line.h"

#include "base/clock.h"

#include <algorithm>
#include <chrono>

namespace stampede {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::nanoseconds kLookAtLine = 500ms; // bound of a wait that hurry() may end

} // namespace

TurnLine::TurnLine(Pacer &pacer, const std::atomic<std::int64_t> &startedAtNs)
    : m_pacer(pacer)
    , m_startedAtNs(startedAtNs)
{}

std::optional<Turn> TurnLine::await(std::size_t vu, std::uint64_t done, std::int64_t endedNs,
                                    const std::stop_token &stop)
{
    if (!isOpen(m_pacer.plan().pacing)) {
        return awaitAsLeader(vu, done, endedNs, stop); // each has a line of his own
    }
    const std::lock_guard lock(m_leader);
    return awaitAsLeader(vu, done, endedNs, stop);
}

std::optional<Turn> TurnLine::awaitAsLeader(std::size_t vu, std::uint64_t done,
                                            std::int64_t endedNs, const std::stop_token &stop)
{
    for (;;) {
        const std::uint64_t hurries = this->hurries();
        const std::int64_t nowNs = monotonicNs() - m_startedAtNs;
        const Turn turn = m_pacer.next(vu, done, endedNs, nowNs);
        if (turn.kind == Turn::Kind::End) {
            return std::nullopt;
        }
        if (stop.stop_requested()) {
            m_cutShort = true;
            return std::nullopt;
        }
        if (turn.kind == Turn::Kind::Send) {
            return turn;
        }
        const std::chrono::nanoseconds left(turn.atNs - nowNs);
        std::unique_lock lock(m_waiting);
        m_hurried.wait_for(lock, std::min(left, kLookAtLine),
                           [this, hurries] { return m_hurries != hurries; });
    }
}

std::uint64_t TurnLine::hurries()
{
    const std::lock_guard lock(m_waiting);
    return m_hurries;
}

void TurnLine::hurry()
{
    const std::lock_guard lock(m_waiting);
    ++m_hurries;
    m_hurried.notify_all();
}

} // namespace stampede
