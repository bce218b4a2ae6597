// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <sys/epoll.h>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace stampede {

/// Waits for many connections at once, and for being woken (epoll). One thread waits; wake() may be
/// called from any.
class Poller
{
public:
    Poller();
    ~Poller();
    Poller(const Poller &) = delete;
    Poller &operator=(const Poller &) = delete;

    /// Why it cannot be used; empty where it can.
    [[nodiscard]] const std::string &error() const { return m_error; }

    /// Watches a descriptor until it is closed. 0, or errno.
    int watch(int descriptor, std::uint32_t events, void *who) const;
    /// Watches for something else from now on.
    void change(int descriptor, std::uint32_t events, void *who) const;
    /// Waits at most `ns` (negative: as long as it takes) and gives what is ready.
    std::span<const epoll_event> wait(std::int64_t ns);
    /// Ends a wait that goes on, or the next one.
    void wake() const noexcept;

private:
    int m_epoll = -1;
    int m_wake = -1;
    bool m_fineWaits = true; ///< the kernel can wait for less than a millisecond
    std::string m_error;
    std::array<epoll_event, 512> m_events{};
};

} // namespace stampede
