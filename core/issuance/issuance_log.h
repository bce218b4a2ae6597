#pragma once

#include "base/ids.h"
#include "issuance/issuer.h"

#include <QLoggingCategory>

namespace stampede {

/// The service's own log: off by default, switched on with a category rule
/// ("stampede.issuance=true"). Any thread.
Q_DECLARE_LOGGING_CATEGORY(issuanceLog)

/// INFO "Issuing coupon for user: 1, coupon: 1"
void logIssuing(UserId user, CouponId coupon);
/// DEBUG "Coupon issued successfully. userCouponId: 1, remaining quantity: 9", or CRITICAL with the
/// code of the refusal or error, e.g. "Coupon issuance failed for user: 1, coupon: 1:
/// OUT_OF_STOCK".
void logAnswer(UserId user, CouponId coupon, const IssueAnswer &answer);
/// WARN "Duplicate coupon issuance blocked by DB constraint"
void logBlockedByKey(UserId user, CouponId coupon);

/// The code of the HTTP interface, e.g. "ALREADY_ISSUED_COUPON"; empty for Issued.
QString answerCode(Outcome outcome);

} // namespace stampede
