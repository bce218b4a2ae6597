#include "issuance/coupon_look.h"

#include "issuance/statement.h"

#include <utility>

namespace stampede {

std::optional<Outcome> CouponLook::refusal(Precedence precedence) const
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

Result<void, SqlError> CouponLooker::prepare(Connection &connection)
{
    auto prepared = connection.prepare(
        QStringLiteral("SELECT quantity, version, starts_at, ends_at, "
                       "CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS SIGNED), "
                       "(SELECT COUNT(*) FROM users WHERE id = ?), "
                       "(SELECT COUNT(*) FROM user_coupons WHERE user_id = ? AND coupon_id = ?) "
                       "FROM coupons WHERE id = ?"));
    if (!prepared) {
        return Failure{prepared.error()};
    }
    m_query = std::move(prepared).value();
    return {};
}

void CouponLooker::release()
{
    m_query = QSqlQuery();
}

Result<std::optional<CouponLook>, SqlError> CouponLooker::look(UserId user, CouponId coupon)
{
    m_query.bindValue(0, static_cast<qlonglong>(user.value));
    m_query.bindValue(1, static_cast<qlonglong>(user.value));
    m_query.bindValue(2, static_cast<qlonglong>(coupon.value));
    m_query.bindValue(3, static_cast<qlonglong>(coupon.value));
    const auto found = runStatement(m_query);
    if (!found) {
        return Failure{found.error()};
    }
    std::optional<CouponLook> look;
    if (found.value()) {
        look = CouponLook{m_query.value(0).toLongLong(),    m_query.value(1).toLongLong(),
                          m_query.value(2).toLongLong(),    m_query.value(3).toLongLong(),
                          m_query.value(4).toLongLong(),    m_query.value(5).toLongLong() > 0,
                          m_query.value(6).toLongLong() > 0};
    }
    m_query.finish();
    return look;
}

} // namespace stampede
