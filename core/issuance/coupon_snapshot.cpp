// SPDX-License-Identifier: MIT
#include "issuance/coupon_snapshot.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace stampede {

std::optional<Outcome> CouponSnapshot::refusal(Precedence precedence) const
{
    if (nowUs < startsAtUs) {
        return Outcome::NotStarted;
    }
    if (nowUs >= endsAtUs) {
        return Outcome::Expired;
    }
    if (precedence == Precedence::StockFirst && stock <= 0) {
        return Outcome::OutOfStock;
    }
    if (!userExists) {
        return Outcome::NotFound;
    }
    if (holds) {
        return Outcome::AlreadyIssued;
    }
    if (stock <= 0) {
        return Outcome::OutOfStock;
    }
    return std::nullopt;
}

Result<std::optional<CouponSnapshot>, SqlError> readCouponSnapshot(IssuerSession &session,
                                                                   UserId user, CouponId coupon)
{
    if (const auto mayGoOn = session.nextStep(); !mayGoOn) {
        return Failure{mayGoOn.error()};
    }
    auto sent = session.send(
        QStringLiteral("SELECT c.quantity, c.version, c.starts_at, c.ends_at, "
                       "CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS SIGNED), u.id, h.id "
                       "FROM coupons c LEFT JOIN users u ON u.id = %1 "
                       "LEFT JOIN user_coupons h ON h.user_id = %1 AND h.coupon_id = %2 "
                       "WHERE c.id = %2")
            .arg(QString::number(user.value), QString::number(coupon.value)));
    if (!sent) {
        return Failure{sent.error()};
    }
    QSqlQuery &row = sent.value();
    std::optional<CouponSnapshot> look;
    const bool found = row.next();
    session.answered(row);
    if (found) {
        look = CouponSnapshot{row.value(0).toLongLong(), row.value(1).toLongLong(),
                              row.value(2).toLongLong(), row.value(3).toLongLong(),
                              row.value(4).toLongLong(), !row.value(5).isNull(),
                              !row.value(6).isNull()};
    } else if (row.lastError().isValid()) {
        return Failure{sqlErrorFrom(row.lastError())};
    }
    return look;
}

} // namespace stampede
