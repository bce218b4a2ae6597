// SPDX-License-Identifier: MIT
#pragma once

#include "base/ids.h"
#include "issuance/issuer.h"
#include "issuance/service_log.h"

#include <QLoggingCategory>

namespace stampede {

/// "stampede.issuance": which levels of the service's own log are written. Nothing goes to Qt's
/// message handler. Any thread.
Q_DECLARE_LOGGING_CATEGORY(issuanceLog)

// Each writes a line where there is a log. Any thread.

/// INFO "Issuing coupon for user: 1, coupon: 1"
void logIssuing(ServiceLog *log, UserId user, CouponId coupon);
/// DEBUG "Coupon issued successfully. userCouponId: 1, remaining quantity: 9", or ERROR with the
/// code of the refusal or error, e.g. "Coupon issuance failed for user: 1, coupon: 1:
/// OUT_OF_STOCK".
void logAnswer(ServiceLog *log, UserId user, CouponId coupon, const IssueAnswer &answer);
/// WARN "Duplicate coupon issuance blocked by DB constraint"
void logBlockedByKey(ServiceLog *log, UserId user, CouponId coupon);

} // namespace stampede
