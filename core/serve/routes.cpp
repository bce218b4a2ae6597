// SPDX-License-Identifier: MIT
#include "serve/routes.h"

#include <charconv>

namespace stampede {

namespace {

constexpr std::string_view kCoupons = "/api/coupons/";

std::string_view pathOf(std::string_view target)
{
    constexpr std::string_view kScheme = "http://";
    if (target.starts_with(kScheme)) {
        target.remove_prefix(kScheme.size());
        const std::size_t slash = target.find('/');
        target = slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
    }
    return target.substr(0, target.find('?'));
}

} // namespace

RouteMatch matchRoute(std::string_view target)
{
    const std::string_view path = pathOf(target);
    if (path == "/healthz") {
        return {Route::Health, {}};
    }
    if (path == "/metrics") {
        return {Route::Metrics, {}};
    }
    if (!path.starts_with(kCoupons)) {
        return {};
    }
    const std::string_view rest = path.substr(kCoupons.size());
    const std::size_t slash = rest.find('/');
    const std::string_view id = rest.substr(0, slash);
    const std::string_view action = slash == std::string_view::npos ? "" : rest.substr(slash);
    if (id.empty() || !(action.empty() || action == "/issue")) {
        return {};
    }
    CouponId coupon;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), coupon.value);
    if (error != std::errc() || end != id.data() + id.size()) {
        return {Route::BadCoupon, {}};
    }
    return {action.empty() ? Route::Coupon : Route::Issue, coupon};
}

std::string_view allowedMethods(Route route)
{
    switch (route) {
    case Route::Issue:
        return "POST";
    case Route::Coupon:
    case Route::Health:
    case Route::Metrics:
        return "GET, HEAD";
    case Route::BadCoupon:
    case Route::Unknown:
        return {};
    }
    return {};
}

} // namespace stampede
