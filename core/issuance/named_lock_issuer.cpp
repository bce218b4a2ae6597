// SPDX-License-Identifier: MIT
#include "issuance/named_lock_issuer.h"

#include "base/clock.h"
#include "issuance/statement.h"

#include <QVariant>

#include <algorithm>
#include <utility>

namespace stampede {

namespace {

/// Names of locks belong to the whole server: another database has a coupon 1 as well.
const QString kLockName = QStringLiteral("CONCAT('stampede.', MD5(DATABASE()), '.', ?)");

} // namespace

Result<std::unique_ptr<Issuer>, SqlError>
NamedLockIssuer::open(std::unique_ptr<IssuerSession> session)
{
    return opened(std::unique_ptr<NamedLockIssuer>(new NamedLockIssuer(std::move(session))));
}

Result<void, SqlError> NamedLockIssuer::prepareStatements()
{
    const std::pair<QSqlQuery *, QString> statements[] = {
        {&m_acquire, QStringLiteral("SELECT GET_LOCK(%1, ?)").arg(kLockName)},
        {&m_insert, QStringLiteral("INSERT INTO user_coupons (user_id, coupon_id, issued_at) "
                                   "VALUES (?, ?, ?)")},
        {&m_giveBack, QStringLiteral("SELECT RELEASE_LOCK(%1)").arg(kLockName)},
    };
    for (const auto &[query, sql] : statements) {
        auto prepared = session().connection().prepare(sql);
        if (!prepared) {
            return Failure{prepared.error()};
        }
        *query = std::move(prepared).value();
    }
    return {};
}

void NamedLockIssuer::releaseStatements()
{
    for (QSqlQuery *query : {&m_acquire, &m_insert, &m_giveBack}) {
        *query = QSqlQuery();
    }
}

TransactionIssuer::Attempt NamedLockIssuer::attempt(UserId user, CouponId coupon,
                                                    IssueAnswer &answer)
{
    if (const auto ended = acquire(coupon)) {
        return *ended;
    }
    answer.lockedUs = elapsedUs();
    Attempt attempt = issueUnderLock(user, coupon, answer);
    giveBack(attempt, coupon);
    return attempt;
}

std::optional<TransactionIssuer::Attempt> NamedLockIssuer::acquire(CouponId coupon)
{
    const double seconds = static_cast<double>(std::max<std::int64_t>(remainingNs(), 0)) /
                           static_cast<double>(kNsPerMs * 1000);
    m_acquire.bindValue(0, static_cast<qlonglong>(coupon.value));
    m_acquire.bindValue(1, seconds);
    const auto answered = runStep(session(), m_acquire);
    if (!answered) {
        return failed(answered.error());
    }
    const QVariant given = m_acquire.value(0);
    m_acquire.finish();
    if (given.isNull()) { // the wait was broken off
        return failed({SqlErrorKind::Interrupted, 0, {}});
    }
    if (given.toInt() != 1) {
        return failed({SqlErrorKind::LockWaitTimeout, 0, {}});
    }
    return std::nullopt;
}

TransactionIssuer::Attempt NamedLockIssuer::issueUnderLock(UserId user, CouponId coupon,
                                                           IssueAnswer &answer)
{
    const Looked looked = preCheck(user, coupon, kPrecedence, answer);
    if (looked.end) {
        return *looked.end;
    }
    answer.stockRead = looked.coupon.stock;
    pause();
    if (const auto inTime = keepInTime(); !inTime) {
        return failed(inTime.error());
    }
    const auto written = beginWith(
        QStringLiteral("UPDATE coupons SET quantity = %1, issued_count = issued_count + "
                       "1, version = version + 1 WHERE id = %2")
            .arg(QString::number(looked.coupon.stock - 1), QString::number(coupon.value)));
    if (!written) {
        return failed(written.error());
    }
    answer.wroteUs = elapsedUs();
    if (const auto inTime = keepInTime(); !inTime) {
        return failed(inTime.error());
    }
    m_insert.bindValue(0, static_cast<qlonglong>(user.value));
    m_insert.bindValue(1, static_cast<qlonglong>(coupon.value));
    m_insert.bindValue(2, static_cast<qlonglong>(looked.coupon.nowUs));
    if (const auto inserted = runStep(session(), m_insert); !inserted) {
        return insertFailed(inserted.error(), user, coupon, answer);
    }
    return commitIssued(m_insert.lastInsertId().toLongLong(), answer);
}

void NamedLockIssuer::giveBack(const Attempt &attempt, CouponId coupon)
{
    // Only after the end of the transaction: given back before, the next one would read what is
    // about to change.
    const bool hasEnded = attempt.outcome || (attempt.error.kind != SqlErrorKind::ConnectionLost &&
                                              session().rollback().ok());
    m_giveBack.bindValue(0, static_cast<qlonglong>(coupon.value));
    if (!hasEnded || !runStep(session(), m_giveBack)) {
        renewConnection(); // a lock that cannot be given back ends with its connection
    }
    m_giveBack.finish();
}

} // namespace stampede
