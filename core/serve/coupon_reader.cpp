// SPDX-License-Identifier: MIT
#include "serve/coupon_reader.h"

#include <utility>

namespace stampede {

CouponReader::CouponReader(ConnectionSettings settings)
    : m_settings(std::move(settings))
{}

Result<void, SqlError> CouponReader::open()
{
    m_connection.reset();
    auto opened = Connection::open(m_settings);
    if (!opened) {
        return Failure{opened.error()};
    }
    m_connection = std::move(opened).value();
    return {};
}

Result<std::optional<CouponRow>, SqlError> CouponReader::read(CouponId coupon)
{
    auto row = tryOnce(coupon);
    if (row || row.error().kind != SqlErrorKind::ConnectionLost) {
        return row;
    }
    if (const auto opened = open(); !opened) {
        return Failure{opened.error()};
    }
    return tryOnce(coupon);
}

Result<std::optional<CouponRow>, SqlError> CouponReader::tryOnce(CouponId coupon)
{
    if (!m_connection) {
        return Failure{SqlError{SqlErrorKind::ConnectionLost, 0, {}}};
    }
    auto query = m_connection->query(
        QStringLiteral("SELECT name, discount_percent, total_quantity, quantity, issued_count, "
                       "starts_at, ends_at FROM coupons WHERE id = ?"),
        {static_cast<qlonglong>(coupon.value)});
    if (!query) {
        return Failure{query.error()};
    }
    QSqlQuery &found = query.value();
    if (!found.next()) {
        return std::optional<CouponRow>();
    }
    CouponRow row;
    row.id = coupon;
    row.name = found.value(0).toString();
    row.discountPercent = found.value(1).toInt();
    row.totalQuantity = found.value(2).toLongLong();
    row.remainingQuantity = found.value(3).toLongLong();
    row.issuedCount = found.value(4).toLongLong();
    row.startsAtUs = found.value(5).toLongLong();
    row.endsAtUs = found.value(6).toLongLong();
    return std::optional(row);
}

} // namespace stampede
