// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>

namespace stampede {

/// A number that any number of threads wait on and one call wakes: the system is asked once for all
/// of them, where a condition variable of each would have to be asked once for each.
class Futex
{
public:
    Futex() = default;
    Futex(const Futex &) = delete;
    Futex &operator=(const Futex &) = delete;

    /// Whatever was written before the change that is read here can be read.
    [[nodiscard]] std::uint32_t value() const { return m_value.load(std::memory_order_acquire); }
    /// Waits until the number is no longer `seen` or monotonicNs() has reached `untilNs`; may
    /// return without either.
    void wait(std::uint32_t seen, std::int64_t untilNs) const;
    /// Changes the number and wakes everybody who waits.
    void wakeAll();

private:
    std::atomic<std::uint32_t> m_value{0};
    static_assert(std::atomic<std::uint32_t>::is_always_lock_free);
};

} // namespace stampede
