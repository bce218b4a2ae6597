// SPDX-License-Identifier: MIT
#include "http/poller.h"

#include "base/clock.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace stampede {

Poller::Poller()
    : m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_wake(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    epoll_event event{};
    event.events = EPOLLIN;
    if (m_epoll < 0 || m_wake < 0 || epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wake, &event) != 0) {
        m_error = std::generic_category().message(errno);
    }
}

Poller::~Poller()
{
    for (const int descriptor : {m_epoll, m_wake}) {
        if (descriptor >= 0) {
            static_cast<void>(close(descriptor));
        }
    }
}

int Poller::watch(int descriptor, std::uint32_t events, void *who) const
{
    epoll_event event{};
    event.events = events;
    event.data.ptr = who;
    return epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) == 0 ? 0 : errno;
}

void Poller::change(int descriptor, std::uint32_t events, void *who) const
{
    epoll_event event{};
    event.events = events;
    event.data.ptr = who;
    static_cast<void>(epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event));
}

std::span<const epoll_event> Poller::wait(std::int64_t ns)
{
    const auto most = static_cast<int>(m_events.size());
    int count = -1;
    if (m_fineWaits) {
        const timespec limit{std::max<std::int64_t>(ns, 0) / kNsPerSecond,
                             std::max<std::int64_t>(ns, 0) % kNsPerSecond};
        count = epoll_pwait2(m_epoll, m_events.data(), most, ns < 0 ? nullptr : &limit, nullptr);
        m_fineWaits = count >= 0 || errno != ENOSYS;
    }
    if (!m_fineWaits) {
        const std::int64_t ms = std::min<std::int64_t>((ns + kNsPerMs - 1) / kNsPerMs, 60'000);
        count = epoll_wait(m_epoll, m_events.data(), most, ns < 0 ? -1 : static_cast<int>(ms));
    }
    if (count <= 0) {
        return {};
    }
    // The wake-up is nobody's event: it is taken out, and the last one put into its place.
    for (int i = 0; i < count; ++i) {
        auto &event = m_events[static_cast<std::size_t>(i)];
        if (event.data.ptr == nullptr) {
            std::uint64_t times = 0;
            static_cast<void>(read(m_wake, &times, sizeof(times)));
            --count;
            event = m_events[static_cast<std::size_t>(count)];
            break;
        }
    }
    return {m_events.data(), static_cast<std::size_t>(count)};
}

void Poller::wake() const noexcept
{
    const std::uint64_t once = 1;
    static_cast<void>(write(m_wake, &once, sizeof(once)));
}

} // namespace stampede
