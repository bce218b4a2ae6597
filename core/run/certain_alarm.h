#pragma once

#include "measure/recorder.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace stampede {

/// Something that is certainly wrong while the load still goes on, whatever comes later.
struct CertainAlarm
{
    enum class Kind
    {
        Oversell,         ///< more people have been told "issued" than there were coupons
        PrematureSoldOut, ///< "out of stock" was said while not every coupon can have gone
    };
    Kind kind = Kind::Oversell;
    std::int64_t figure = 0; ///< told "issued", or the coupons that can have gone
    std::int64_t stock = 0;  ///< at the start
    std::int64_t atNs = 0;   ///< of the load, when it was seen

    /// "Certain already: 11 people have been told "issued", 10 coupons existed."
    [[nodiscard]] QString sentence() const;
};

/// What one look at the counters proves; docs/judging.md says why. A look counts a request twice
/// rather than not at all, so that neither alarm is ever false.
std::optional<CertainAlarm> certainAlarm(const LiveSnapshot &live, std::int64_t stock,
                                         CertainAlarm::Kind kind);

} // namespace stampede
