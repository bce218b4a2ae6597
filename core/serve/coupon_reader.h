// SPDX-License-Identifier: MIT
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "database/connection.h"

#include <QString>

#include <memory>
#include <optional>

namespace stampede {

/// A coupon as its row has it now.
struct CouponRow
{
    CouponId id;
    QString name;
    int discountPercent = 0;
    std::int64_t totalQuantity = 0;
    std::int64_t remainingQuantity = 0;
    std::int64_t issuedCount = 0;
    std::int64_t startsAtUs = 0; ///< epoch µs
    std::int64_t endsAtUs = 0;   ///< epoch µs, excluded
};

/// Looks coupons up over a connection of its own, which waits for no lock. Opened, used and closed
/// in one thread.
class CouponReader
{
public:
    explicit CouponReader(ConnectionSettings settings);
    Result<void, SqlError> open();
    /// Nothing where there is no such coupon. A connection that was lost meanwhile is opened anew,
    /// once.
    Result<std::optional<CouponRow>, SqlError> read(CouponId coupon);

private:
    Result<std::optional<CouponRow>, SqlError> tryOnce(CouponId coupon);

    ConnectionSettings m_settings;
    std::unique_ptr<Connection> m_connection;
};

} // namespace stampede
