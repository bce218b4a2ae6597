// SPDX-License-Identifier: MIT
#include "issuance/conditional_update_issuer.h"

#include <QSqlQuery>
#include <QVariant>

#include <utility>

namespace stampede {

Result<std::unique_ptr<Issuer>, SqlError>
ConditionalUpdateIssuer::open(std::unique_ptr<IssuerSession> session)
{
    return opened(
        std::unique_ptr<ConditionalUpdateIssuer>(new ConditionalUpdateIssuer(std::move(session))));
}

TransactionIssuer::Attempt ConditionalUpdateIssuer::attempt(UserId user, CouponId coupon,
                                                            IssueAnswer &answer)
{
    // Stock and holder are seen at one moment: who holds none when the stock is gone never will.
    const Looked looked = preCheck(user, coupon, kPrecedence, answer);
    if (looked.end) {
        return *looked.end;
    }
    pause();
    if (const auto inTime = keepInTime(); !inTime) {
        return failed(inTime.error());
    }
    const auto inserted =
        beginWith(QStringLiteral("INSERT INTO user_coupons (user_id, coupon_id, issued_at) "
                                 "VALUES (%1, %2, %3)")
                      .arg(QString::number(user.value), QString::number(coupon.value),
                           QString::number(looked.coupon.nowUs)));
    if (!inserted) {
        return insertFailed(inserted.error(), user, coupon, answer);
    }
    const qint64 row = inserted.value().lastInsertId().toLongLong();
    if (const auto inTime = keepInTime(); !inTime) {
        return failed(inTime.error());
    }
    if (const auto mayGoOn = session().nextStep(); !mayGoOn) {
        return failed(mayGoOn.error());
    }
    // LAST_INSERT_ID() carries the new stock back with the answer: what the decrement read under
    // its lock, without another round trip.
    const auto taken =
        session().send(QStringLiteral("UPDATE coupons SET quantity = LAST_INSERT_ID(quantity - 1), "
                                      "issued_count = issued_count + 1, version = version + 1 "
                                      "WHERE id = %1 AND quantity > 0")
                           .arg(coupon.value));
    if (!taken) {
        return failed(taken.error());
    }
    session().answered(taken.value());
    if (taken.value().numRowsAffected() == 0) {
        return refuse(Outcome::OutOfStock); // the inserted row goes with it
    }
    answer.lockedUs = answer.wroteUs = elapsedUs();
    answer.stockRead = taken.value().lastInsertId().toLongLong() + 1;
    return commitIssued(row, answer);
}

} // namespace stampede
