#include "issuance/issuance_log.h"

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
                                    answerCode(answer.outcome).toStdString());
}

void logBlockedByKey(ServiceLog *log, UserId user, CouponId coupon)
{
    if (log != nullptr) {
        log->write(LogLevel::Warning, "Duplicate coupon issuance blocked by DB constraint. user: " +
                                          std::to_string(user.value) +
                                          ", coupon: " + std::to_string(coupon.value));
    }
}

QString answerCode(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Issued:
        return {};
    case Outcome::AlreadyIssued:
        return QStringLiteral("ALREADY_ISSUED_COUPON");
    case Outcome::OutOfStock:
        return QStringLiteral("OUT_OF_STOCK");
    case Outcome::NotStarted:
        return QStringLiteral("COUPON_NOT_STARTED");
    case Outcome::Expired:
        return QStringLiteral("COUPON_EXPIRED");
    case Outcome::NotFound:
        return QStringLiteral("COUPON_NOT_FOUND");
    case Outcome::InvalidRequest:
        return QStringLiteral("INVALID_REQUEST");
    case Outcome::Contention:
        return QStringLiteral("CONTENTION");
    case Outcome::NotSent:
    case Outcome::Interrupted:
    case Outcome::ServerError:
    case Outcome::Unknown:
        return QStringLiteral("INTERNAL_ERROR");
    }
    return {};
}

} // namespace stampede
