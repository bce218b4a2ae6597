// SPDX-License-Identifier: MIT
#include "issuance/pessimistic_issuer.h"

#include "issuance/statement.h"

#include <QVariant>

#include <thread>
#include <utility>

namespace stampede {

Result<std::unique_ptr<Issuer>, SqlError>
PessimisticIssuer::open(std::unique_ptr<IssuerSession> session)
{
    return opened(std::unique_ptr<PessimisticIssuer>(new PessimisticIssuer(std::move(session))));
}

Result<void, SqlError> PessimisticIssuer::prepareStatements()
{
    const Layers &layers = service().layers;
    // SYSDATE() is the moment of evaluation, which is after the row was locked; NOW() would be the
    // moment at which the statement began to wait.
    const QString readCoupon =
        QStringLiteral("SELECT quantity, starts_at, ends_at, "
                       "CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS SIGNED) "
                       "FROM coupons WHERE id = ?") +
        (layers.rowLock ? QStringLiteral(" FOR UPDATE") : QString());
    const QString lookUp =
        layers.duplicateCheck
            ? QStringLiteral(
                  "SELECT (SELECT COUNT(*) FROM users WHERE id = ?), "
                  "(SELECT COUNT(*) FROM user_coupons WHERE user_id = ? AND coupon_id = ?)")
            : QStringLiteral("SELECT COUNT(*) FROM users WHERE id = ?");
    const std::pair<QSqlQuery *, QString> statements[] = {
        {&m_readCoupon, readCoupon},
        {&m_lookUp, lookUp},
        {&m_writeStock, QStringLiteral("UPDATE coupons SET quantity = ?, "
                                       "issued_count = issued_count + 1 WHERE id = ?")},
        {&m_insert, QStringLiteral("INSERT INTO user_coupons (user_id, coupon_id, issued_at) "
                                   "VALUES (?, ?, ?)")},
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

void PessimisticIssuer::releaseStatements()
{
    for (QSqlQuery *query : {&m_readCoupon, &m_lookUp, &m_writeStock, &m_insert}) {
        *query = QSqlQuery();
    }
}

TransactionIssuer::Attempt PessimisticIssuer::attempt(UserId user, CouponId coupon,
                                                      IssueAnswer &answer)
{
    const auto read = readCoupon(coupon);
    if (!read) {
        return failed(read.error());
    }
    answer.lockedUs = elapsedUs();
    if (!read.value()) {
        return refuse(Outcome::NotFound);
    }
    const CouponRow &row = *read.value();
    answer.stockRead = row.stock;
    if (row.nowUs < row.startsAtUs) {
        return refuse(Outcome::NotStarted);
    }
    if (row.nowUs >= row.endsAtUs) {
        return refuse(Outcome::Expired);
    }
    if (row.stock <= 0) {
        return refuse(Outcome::OutOfStock);
    }
    const auto refusal = lookUpUser(user, coupon);
    if (!refusal) {
        return failed(refusal.error());
    }
    if (refusal.value()) {
        return refuse(*refusal.value());
    }
    if (service().pause > Duration::zero()) {
        std::this_thread::sleep_for(service().pause);
    }
    return write(user, coupon, row, answer);
}

Result<std::optional<PessimisticIssuer::CouponRow>, SqlError>
PessimisticIssuer::readCoupon(CouponId coupon)
{
    m_readCoupon.bindValue(0, static_cast<qlonglong>(coupon.value));
    const auto found = runStep(session(), m_readCoupon);
    if (!found) {
        return Failure{found.error()};
    }
    std::optional<CouponRow> row;
    if (found.value()) {
        row = CouponRow{m_readCoupon.value(0).toLongLong(), m_readCoupon.value(1).toLongLong(),
                        m_readCoupon.value(2).toLongLong(), m_readCoupon.value(3).toLongLong()};
    }
    m_readCoupon.finish();
    return row;
}

Result<std::optional<Outcome>, SqlError> PessimisticIssuer::lookUpUser(UserId user, CouponId coupon)
{
    const bool checksDuplicates = service().layers.duplicateCheck;
    m_lookUp.bindValue(0, static_cast<qlonglong>(user.value));
    if (checksDuplicates) {
        m_lookUp.bindValue(1, static_cast<qlonglong>(user.value));
        m_lookUp.bindValue(2, static_cast<qlonglong>(coupon.value));
    }
    // Who exists is written by nobody: without the look for their coupon this is no step.
    const auto found =
        checksDuplicates ? runStep(session(), m_lookUp) : runStatement(session(), m_lookUp);
    if (!found) {
        return Failure{found.error()};
    }
    std::optional<Outcome> refusal;
    if (m_lookUp.value(0).toLongLong() == 0) {
        refusal = Outcome::NotFound;
    } else if (checksDuplicates && m_lookUp.value(1).toLongLong() > 0) {
        refusal = Outcome::AlreadyIssued;
    }
    m_lookUp.finish();
    return refusal;
}

TransactionIssuer::Attempt PessimisticIssuer::write(UserId user, CouponId coupon,
                                                    const CouponRow &row, IssueAnswer &answer)
{
    if (const auto inTime = keepInTime(); !inTime) {
        return failed(inTime.error());
    }
    // The absolute value, as the reference writes it: right only while nobody else may read it
    // meanwhile. How many rows changed says nothing: writing the same value again changes none.
    m_writeStock.bindValue(0, static_cast<qlonglong>(row.stock - 1));
    m_writeStock.bindValue(1, static_cast<qlonglong>(coupon.value));
    if (const auto done = runStep(session(), m_writeStock); !done) {
        return failed(done.error());
    }
    answer.wroteUs = elapsedUs();
    if (const auto inTime = keepInTime(); !inTime) {
        return failed(inTime.error());
    }
    m_insert.bindValue(0, static_cast<qlonglong>(user.value));
    m_insert.bindValue(1, static_cast<qlonglong>(coupon.value));
    m_insert.bindValue(2, static_cast<qlonglong>(row.nowUs));
    if (const auto done = runStep(session(), m_insert); !done) {
        return insertFailed(done.error(), user, coupon, answer);
    }
    return commitIssued(m_insert.lastInsertId().toLongLong(), answer);
}

} // namespace stampede
