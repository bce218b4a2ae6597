#include "issuance/issuance_log.h"

namespace stampede {

// QtFatalMsg: nothing is enabled unless a rule says so.
Q_LOGGING_CATEGORY(issuanceLog, "stampede.issuance", QtFatalMsg)

void logIssuing(UserId user, CouponId coupon)
{
    qCInfo(issuanceLog).nospace().noquote()
        << "Issuing coupon for user: " << user.value << ", coupon: " << coupon.value;
}

void logAnswer(UserId user, CouponId coupon, const IssueAnswer &answer)
{
    if (answer.outcome == Outcome::Issued) {
        qCDebug(issuanceLog).nospace().noquote()
            << "Coupon issued successfully. userCouponId: " << answer.rowId
            << ", remaining quantity: " << answer.stockRead - 1;
        return;
    }
    qCCritical(issuanceLog).nospace().noquote()
        << "Coupon issuance failed for user: " << user.value << ", coupon: " << coupon.value << ": "
        << answerCode(answer.outcome);
}

void logBlockedByKey(UserId user, CouponId coupon)
{
    qCWarning(issuanceLog).nospace().noquote()
        << "Duplicate coupon issuance blocked by DB constraint. user: " << user.value
        << ", coupon: " << coupon.value;
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
