// SPDX-License-Identifier: MIT
#pragma once

#include "base/ids.h"
#include "issuance/issuer.h"
#include "serve/coupon_reader.h"
#include "serve/http_frame.h"
#include "serve/routes.h"

#include <QString>

#include <array>
#include <string>

namespace stampede {

/// Why a request does not get what it asks for.
enum class Refusal
{
    AlreadyIssued,
    OutOfStock,
    NotStarted,
    Expired,
    CouponNotFound,
    UserNotFound,
    InvalidRequest,
    Contention,
    InternalError,
    DatabaseAway,   ///< it could not be reached, so nothing has been touched
    Overloaded,     ///< the queue is full, or the time was over before the turn came
    TooManyClients, ///< no further connection is let in
    Unauthorized,   ///< the token is missing or another one
    UnknownPath,
    MethodNotAllowed,
    RequestTimeout, ///< the request did not come to its end in time
    BodyTooLarge,
    HeaderTooLarge,
};

inline constexpr std::size_t kRefusalCount = 18;

/// Which refusal an outcome is; not for Issued. `answer` tells a missing coupon from a missing
/// user.
Refusal refusalOf(const IssueAnswer &answer);

/// {"code":"OUT_OF_STOCK","message":"…"}
std::string refusalBody(Refusal refusal, const QString &message);

/// The answers that are always the same, written once. Any thread.
class FixedAnswers
{
public:
    FixedAnswers();
    [[nodiscard]] HttpAnswer refusal(Refusal refusal) const;
    /// With the methods that the route does know.
    [[nodiscard]] static HttpAnswer health();
    [[nodiscard]] HttpAnswer wrongMethod(Route route) const;

private:
    std::array<std::string, kRefusalCount> m_bodies;
};

/// The answer to whoever got a coupon, {"userCouponId":…,"couponId":…,"userId":…,
/// "remainingQuantity":…}, written into `out`.
void writeIssued(std::string &out, CouponId coupon, UserId user, const IssueAnswer &answer);
/// What the coupon is, as JSON with ISO 8601 moments.
std::string couponBody(const CouponRow &coupon);

inline constexpr std::string_view kJsonType = "application/json";

} // namespace stampede
