// SPDX-License-Identifier: MIT
#pragma once

#include "base/ids.h"

#include <string_view>

namespace stampede {

/// What a request's path leads to.
enum class Route
{
    Issue,     ///< /api/coupons/{couponId}/issue
    Coupon,    ///< /api/coupons/{couponId}
    Health,    ///< /healthz
    Metrics,   ///< /metrics
    BadCoupon, ///< one of the first two, with something that is no coupon's id
    Unknown
};

struct RouteMatch
{
    Route route = Route::Unknown;
    CouponId coupon; ///< Issue and Coupon only
};

/// Reads the target of a request line: a path, or a whole http address; a query is ignored.
RouteMatch matchRoute(std::string_view target);

/// The methods that a route knows, for the Allow header; empty for BadCoupon and Unknown.
std::string_view allowedMethods(Route route);

} // namespace stampede
