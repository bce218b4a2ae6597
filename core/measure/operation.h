// SPDX-License-Identifier: MIT
#pragma once
// measure: what happened to every request, as numbers: operations, counters, histograms, time
// series. Free of Qt, so that the thread sanitizer can watch it.

#include "base/outcome.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace stampede {

/// One request from asking to answer. 64 bytes, because a run keeps every one of them.
///
/// Times are nanoseconds of monotonicNs() minus the start of the load. The closed interval
/// [invokedNs, returnedNs] holds the request: invoked is taken before the first byte can leave,
/// returned after the last byte of the answer was read.
struct Operation
{
    static constexpr std::int64_t kNoAnswer = -1;
    static constexpr std::uint32_t kNotReached = 0xFFFF'FFFFU;
    static constexpr std::uint16_t kLeastDatabaseError = 1'000;

    std::int64_t invokedNs = 0;
    std::int64_t returnedNs = kNoAnswer; ///< kNoAnswer where no answer came
    std::int64_t user = 0;
    std::int64_t rowId = 0;       ///< the row that the service named, 0 for none
    std::uint32_t request = 0;    ///< index of the request in the run, from 0
    std::uint32_t latenessUs = 0; ///< invoked minus intended start, µs (saturates at ~71 minutes)
    /// Moments of the last attempt, µs after invokedNs; kNotReached where it did not come so far.
    std::uint32_t lockedUs = kNotReached;    ///< the coupon's row had been read, locked or not
    std::uint32_t wroteUs = kNotReached;     ///< the stock had been written
    std::uint32_t committedUs = kNotReached; ///< the commit had been confirmed
    /// The stock that the last attempt read; over HTTP how many are left by the answer; −1 for
    /// none.
    std::int32_t stockRead = -1;
    /// Of a service in this program the native code of the last database error, 1,000 or more; over
    /// HTTP the status of the answer, whatever it means, below 1,000; 0 for neither.
    std::uint16_t errorCode = 0;
    std::uint16_t vu = 0;      ///< virtual user, from 0
    std::uint8_t attempts = 1; ///< transactions tried, 1…
    Outcome outcome = Outcome::Unknown;
    UnknownReason reason = UnknownReason::None;

    /// A distance in time as the stamps here hold it: whole µs, at least 0, at most the largest.
    static std::uint32_t stampUs(std::int64_t ns)
    {
        constexpr std::int64_t kMost = std::numeric_limits<std::uint32_t>::max();
        return static_cast<std::uint32_t>(std::clamp<std::int64_t>(ns / 1000, 0, kMost));
    }
    /// The status of the answer over HTTP; 0 where none came or it was no HTTP.
    [[nodiscard]] int httpStatus() const { return errorCode < kLeastDatabaseError ? errorCode : 0; }
    /// The stock that is left after it, as far as it tells; −1 where it does not.
    [[nodiscard]] std::int64_t stockLeft() const
    {
        if (stockRead < 0 || returnedNs == kNoAnswer) {
            return -1;
        }
        if (httpStatus() != 0) {
            return stockRead;
        }
        const bool wrote = outcome == Outcome::Issued && committedUs != kNotReached;
        return wrote ? std::int64_t{stockRead} - 1 : -1;
    }
    /// Since when, from the start of the load: the commit, or the answer over HTTP.
    [[nodiscard]] std::int64_t stockLeftNs() const
    {
        return httpStatus() != 0 ? returnedNs : invokedNs + std::int64_t{committedUs} * 1000;
    }
    /// Send to answer in ns; 0 without an answer.
    [[nodiscard]] std::int64_t serviceNs() const
    {
        return returnedNs == kNoAnswer ? 0 : returnedNs - invokedNs;
    }
    /// Intended start to answer in ns; 0 without an answer.
    [[nodiscard]] std::int64_t responseNs() const
    {
        return returnedNs == kNoAnswer ? 0 : serviceNs() + std::int64_t{latenessUs} * 1000;
    }
};

static_assert(sizeof(Operation) == 64);

} // namespace stampede
