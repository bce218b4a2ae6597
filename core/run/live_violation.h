// SPDX-License-Identifier: MIT
#pragma once

#include "measure/recorder.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace stampede {

/// Something that is wrong while the load still goes on, whatever comes later.
struct LiveViolation
{
    enum class Kind
    {
        Oversell,         ///< "issued" was said more often than there were coupons
        PrematureSoldOut, ///< "out of stock" was said while not every coupon can have gone
    };
    Kind kind = Kind::Oversell;
    std::int64_t figure = 0; ///< answers "issued", or the coupons that can have gone
    std::int64_t stock = 0;  ///< at the start
    std::int64_t atNs = 0;   ///< of the load, when it was seen
    /// Else it is wrong only where no coupon came back meanwhile, of which nobody said anything.
    bool certain = true;

    /// "Certain already: "issued" was said 11 times, 10 coupons existed.": a person who asks again
    /// may have been told so twice.
    [[nodiscard]] QString sentence() const;
};

/// What one look at the counters proves; docs/judging.md says why. A look counts a request twice
/// rather than not at all, so that neither alarm is ever false. Only for a service of which
/// provesWhileRunning() holds: one piece a coupon, of one coupon, that never comes back. Whether
/// somebody said that it never does is for the caller to tell in `certain`. How many a person may
/// have has no part in it.
std::optional<LiveViolation> certainAlarm(const LiveSnapshot &live, std::int64_t stock,
                                          LiveViolation::Kind kind);

} // namespace stampede
