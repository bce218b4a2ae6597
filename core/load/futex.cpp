// SPDX-License-Identifier: MIT
#include "load/futex.h"

#include "base/clock.h"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <ctime>

namespace stampede {

void Futex::wait(std::uint32_t seen, std::int64_t untilNs) const
{
    if (value() != seen) {
        return;
    }
    // An absolute moment of the clock behind monotonicNs(). std::atomic::wait() knows no bound.
    timespec until{};
    until.tv_sec = static_cast<time_t>(std::max<std::int64_t>(untilNs, 0) / kNsPerSecond);
    until.tv_nsec = static_cast<long>(std::max<std::int64_t>(untilNs, 0) % kNsPerSecond);
    // Every way to return is one of those that the caller expects.
    static_cast<void>(syscall(SYS_futex, &m_value, FUTEX_WAIT_BITSET_PRIVATE, seen, &until, nullptr,
                              FUTEX_BITSET_MATCH_ANY));
}

void Futex::wakeAll()
{
    m_value.fetch_add(1, std::memory_order_acq_rel);
    static_cast<void>(
        syscall(SYS_futex, &m_value, FUTEX_WAKE_PRIVATE, INT_MAX, nullptr, nullptr, 0));
}

} // namespace stampede
