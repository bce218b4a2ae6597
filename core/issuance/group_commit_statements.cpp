// SPDX-License-Identifier: MIT
#include "issuance/group_commit_statements.h"

#include "base/clock.h"
#include "issuance/statement.h"

#include <QSqlError>
#include <QVersionNumber>

#include <utility>

namespace stampede {

namespace {

constexpr int kBytesAnId = 9;

QString listOf(const std::vector<UserId> &users)
{
    QString list;
    list.reserve(static_cast<qsizetype>(users.size()) * kBytesAnId);
    for (const UserId &user : users) {
        if (!list.isEmpty()) {
            list += QLatin1Char(',');
        }
        list += QString::number(user.value);
    }
    return list;
}

Failure<SqlError> errorOf(const QSqlQuery &query)
{
    return Failure{sqlErrorFrom(query.lastError())};
}

/// The first column of all rows, or of two columns the first to the second.
Result<GroupCommitStatements::Rows, SqlError> pairsOf(QSqlQuery &query)
{
    GroupCommitStatements::Rows rows;
    while (query.next()) {
        rows.emplace(query.value(0).toLongLong(), query.value(1).toLongLong());
    }
    if (query.lastError().isValid()) {
        return errorOf(query);
    }
    return rows;
}

} // namespace

Result<void, SqlError> GroupCommitStatements::prepare()
{
    const Connection &connection = m_session.connection();
    m_insertTells = connection.isMariaDb() &&
                    QVersionNumber::fromString(connection.version()) >= QVersionNumber(10, 5);
    auto lock = m_session.connection().prepare(
        QStringLiteral("SELECT quantity, starts_at, ends_at, "
                       "CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS SIGNED) "
                       "FROM coupons WHERE id = ? FOR UPDATE"));
    if (!lock) {
        return Failure{lock.error()};
    }
    m_lock = std::move(lock).value();
    return {};
}

void GroupCommitStatements::release()
{
    m_lock = QSqlQuery();
}

Result<std::optional<GroupCommitStatements::LockedCoupon>, SqlError>
GroupCommitStatements::lock(CouponId coupon)
{
    m_lock.bindValue(0, static_cast<qlonglong>(coupon.value));
    const auto found = runStep(m_session, m_lock);
    if (!found) {
        return Failure{found.error()};
    }
    std::optional<LockedCoupon> row;
    if (found.value()) {
        row = LockedCoupon{m_lock.value(0).toLongLong(), m_lock.value(1).toLongLong(),
                           m_lock.value(2).toLongLong(), m_lock.value(3).toLongLong()};
    }
    m_lock.finish();
    return row;
}

Result<GroupCommitStatements::Users, SqlError>
GroupCommitStatements::holdersAmong(CouponId coupon, const std::vector<UserId> &users)
{
    if (const auto mayGoOn = m_session.nextStep(); !mayGoOn) {
        return Failure{mayGoOn.error()};
    }
    return readUsers(QStringLiteral("SELECT user_id FROM user_coupons WHERE coupon_id = %1 AND "
                                    "user_id IN (%2)")
                         .arg(QString::number(coupon.value), listOf(users)));
}

Result<GroupCommitStatements::Users, SqlError>
GroupCommitStatements::existingAmong(const std::vector<UserId> &users)
{
    return readUsers(QStringLiteral("SELECT id FROM users WHERE id IN (%1)").arg(listOf(users)));
}

Result<GroupCommitStatements::Users, SqlError> GroupCommitStatements::readUsers(const QString &sql)
{
    auto sent = m_session.send(sql);
    if (!sent) {
        return Failure{sent.error()};
    }
    QSqlQuery &query = sent.value();
    m_session.answered(query);
    Users users;
    while (query.next()) {
        users.insert(query.value(0).toLongLong());
    }
    if (query.lastError().isValid()) {
        return errorOf(query);
    }
    return users;
}

Result<GroupCommitStatements::Rows, SqlError>
GroupCommitStatements::insert(CouponId coupon, const std::vector<UserId> &users, std::int64_t nowUs)
{
    // The users' table feeds the rows: who is not there gets none, and a row costs an id of text.
    // IGNORE leaves out only whom the key refuses; contention still breaks off.
    const QString ids = listOf(users);
    const QString couponId = QString::number(coupon.value);
    const QString now = QString::number(nowUs);
    QString sql = QStringLiteral("INSERT IGNORE INTO user_coupons (user_id, coupon_id, issued_at) "
                                 "SELECT id, %1, %2 FROM users WHERE id IN (%3)")
                      .arg(couponId, now, ids);
    if (m_insertTells) {
        sql += QStringLiteral(" RETURNING user_id, id");
    } else {
        sql += QStringLiteral("; SELECT user_id, id FROM user_coupons WHERE coupon_id = %1 AND "
                              "user_id IN (%3) AND issued_at = %2 AND ROW_COUNT() > 0 AND "
                              "id >= LAST_INSERT_ID()")
                   .arg(couponId, now, ids);
    }
    if (const auto mayGoOn = m_session.nextStep(); !mayGoOn) {
        return Failure{mayGoOn.error()};
    }
    auto sent = m_session.send(sql);
    if (!sent) {
        return Failure{sent.error()};
    }
    QSqlQuery &query = sent.value();
    m_session.answered(query);
    if (!m_insertTells && !query.nextResult()) {
        return errorOf(query);
    }
    return pairsOf(query);
}

Result<void, GroupCommitStatements::FinishError>
GroupCommitStatements::finish(CouponId coupon, std::size_t pieces, std::int64_t &wroteNs)
{
    if (const auto mayGoOn = m_session.nextStep(); !mayGoOn) {
        return Failure{FinishError{mayGoOn.error(), false}};
    }
    auto sent = m_session.send(
        QStringLiteral("UPDATE coupons SET quantity = quantity - %1, issued_count = issued_count + "
                       "%1, version = version + 1 WHERE id = %2; COMMIT")
            .arg(QString::number(pieces), QString::number(coupon.value)));
    if (!sent) {
        // The server goes on to COMMIT only after an UPDATE that it did; of a lost connection
        // nobody knows.
        const bool isLost = sent.error().kind == SqlErrorKind::ConnectionLost;
        return Failure{FinishError{sent.error(), isLost}};
    }
    wroteNs = monotonicNs();
    QSqlQuery &query = sent.value();
    const bool committed = query.nextResult();
    m_session.answered(query);
    if (!committed) {
        return Failure{FinishError{sqlErrorFrom(query.lastError()), true}};
    }
    return {};
}

} // namespace stampede
