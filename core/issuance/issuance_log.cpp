// SPDX-License-Identifier: MIT
#include "issuance/issuance_log.h"

#include "base/outcome.h"

#include <string>

namespace stampede {

Q_LOGGING_CATEGORY(issuanceLog, "stampede.issuance")

void logIssuing(ServiceLog *log, UserId user, CouponId coupon)
{
    if (log != nullptr) {
        log->write(LogLevel::Info, "Issuing coupon for user: " + std::to_string(user.value) +
                                       ", coupon: " + std::to_string(coupon.value));
    }
}

void logAnswer(ServiceLog *log, UserId user, CouponId coupon, const IssueAnswer &answer)
{
    if (log == nullptr) {
        return;
    }
    if (answer.outcome == Outcome::Issued) {
        log->write(LogLevel::Debug,
                   "Coupon issued successfully. userCouponId: " + std::to_string(answer.rowId) +
                       ", remaining quantity: " + std::to_string(answer.stockRead - 1));
        return;
    }
    log->write(LogLevel::Error, "Coupon issuance failed for user: " + std::to_string(user.value) +
                                    ", coupon: " + std::to_string(coupon.value) + ": " +
                                    std::string(answerCode(answer.outcome)));
}

void logBlockedByKey(ServiceLog *log, UserId user, CouponId coupon)
{
    if (log != nullptr) {
        log->write(LogLevel::Warning, "Duplicate coupon issuance blocked by DB constraint. user: " +
                                          std::to_string(user.value) +
                                          ", coupon: " + std::to_string(coupon.value));
    }
}

} // namespace stampede
