#pragma once

#include "base/ids.h"

#include <QString>

namespace stampede {

/// Where the rows and the stock are: names of tables and columns. What is empty is not there, and
/// the checks that need it say so. Names are taken from our own schema or were checked against
/// information_schema; they are quoted wherever they enter SQL.
struct TableLayout
{
    QString issuedTable;
    QString issuedId;
    QString issuedUser;
    QString issuedCoupon;
    QString issuedAt; ///< epoch µs

    QString stockTable;
    QString stockId;
    QString remaining;
    QString total;
    QString issuedCounter;

    QString userTable;
    QString userId;

    /// Our own tables.
    static TableLayout own();

    /// "`user_coupons` WHERE `coupon_id` = 1"
    [[nodiscard]] QString issuedOf(CouponId coupon) const;
};

} // namespace stampede
