// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>

namespace stampede {

/// Nanoseconds of the one monotonic clock that every operation is timed with. Any thread.
inline std::int64_t monotonicNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

inline constexpr std::int64_t kNsPerUs = 1'000;
inline constexpr std::int64_t kNsPerMs = 1'000'000;
inline constexpr std::int64_t kNsPerSecond = 1'000'000'000;

} // namespace stampede
