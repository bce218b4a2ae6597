// SPDX-License-Identifier: MIT
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "database/connection.h"

#include <QString>

#include <cstdint>

namespace stampede {

/// What the tables have to hold before a run.
struct StartingState
{
    QString couponName;
    int discountPercent = 0;
    std::int64_t stock = 0;
    QString madeFor;             ///< id of the run that the tables are made for; of its own letters
    std::int64_t startsAtUs = 0; ///< epoch µs
    std::int64_t endsAtUs = 0;   ///< epoch µs, excluded
    std::int64_t users = 0;      ///< ids 1…users
    std::int64_t balance = 0;    ///< of each, KRW
    bool uniqueKey = true;       ///< whether user_coupons gets uk_user_coupon
};

/// The table of the coupon, whose row everybody wants.
inline const QString kCouponTable = QStringLiteral("coupons");

/// Drops and creates the tables coupons, users and user_coupons in a database that claimDatabase()
/// has accepted, and fills them. Returns the coupon's id.
Result<CouponId, SqlError> prepareTables(Connection &connection, const StartingState &state);

/// The same starting state in tables that somebody is using: every row of user_coupons and users
/// goes and comes anew, the coupon keeps its id; no table is made, dropped or altered. False where
/// there is no such coupon; nothing has been written then.
Result<bool, SqlError> refillTables(Connection &connection, const StartingState &state,
                                    CouponId coupon);

/// The run that our tables of the connection's database were made for, as its StartingState said;
/// empty where it did not, nothing where there are no such tables.
Result<std::optional<QString>, SqlError> tablesMadeFor(Connection &connection);

} // namespace stampede
