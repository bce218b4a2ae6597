// SPDX-License-Identifier: MIT
#include "issuance/optimistic_issuer.h"

#include "issuance/statement.h"

#include <QVariant>

#include <utility>

namespace stampede {

Result<std::unique_ptr<Issuer>, SqlError>
OptimisticIssuer::open(std::unique_ptr<IssuerSession> session)
{
    return opened(std::unique_ptr<OptimisticIssuer>(new OptimisticIssuer(std::move(session))));
}

Result<void, SqlError> OptimisticIssuer::prepareStatements()
{
    auto prepared = session().connection().prepare(QStringLiteral(
        "INSERT INTO user_coupons (user_id, coupon_id, issued_at) VALUES (?, ?, ?)"));
    if (!prepared) {
        return Failure{prepared.error()};
    }
    m_insert = std::move(prepared).value();
    return {};
}

void OptimisticIssuer::releaseStatements()
{
    m_insert = QSqlQuery();
}

TransactionIssuer::Attempt OptimisticIssuer::attempt(UserId user, CouponId coupon,
                                                     IssueAnswer &answer)
{
    const Looked looked = preCheck(user, coupon, kPrecedence, answer);
    if (looked.end) {
        return *looked.end;
    }
    pause();
    if (const auto inTime = keepInTime(); !inTime) {
        return failed(inTime.error());
    }
    const CouponSnapshot &seen = looked.coupon;
    const auto written =
        beginWith(QStringLiteral("UPDATE coupons SET quantity = %1, issued_count = issued_count + "
                                 "1, version = version + 1 WHERE id = %2 AND version = %3")
                      .arg(QString::number(seen.stock - 1), QString::number(coupon.value),
                           QString::number(seen.version)));
    if (!written) {
        return failed(written.error());
    }
    if (written.value().numRowsAffected() == 0) {
        return failed({SqlErrorKind::ChangedRow, 0, {}}); // somebody was faster: all over again
    }
    answer.lockedUs = answer.wroteUs = elapsedUs();
    answer.stockRead = seen.stock;
    if (const auto inTime = keepInTime(); !inTime) {
        return failed(inTime.error());
    }
    m_insert.bindValue(0, static_cast<qlonglong>(user.value));
    m_insert.bindValue(1, static_cast<qlonglong>(coupon.value));
    m_insert.bindValue(2, static_cast<qlonglong>(seen.nowUs));
    if (const auto inserted = runStep(session(), m_insert); !inserted) {
        return insertFailed(inserted.error(), user, coupon, answer);
    }
    return commitIssued(m_insert.lastInsertId().toLongLong(), answer);
}

} // namespace stampede
