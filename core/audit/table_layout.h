#pragma once

#include "base/ids.h"

#include <QString>

namespace stampede {

/// How a column holds a moment.
enum class TimeKind
{
    EpochUs,     ///< a number: µs since 1970
    EpochBySize, ///< a number since 1970: s below 10^11, ms below 10^14, else µs
    Timestamp,   ///< TIMESTAMP: a moment
    WallClock    ///< DATETIME: a time of day in a zone that only the service knows
};

/// Where the rows and the stock are: names of tables and columns. What is empty is not there, and
/// the checks that need it say so. Names are taken from our own schema or were checked against
/// information_schema; they are quoted wherever they enter SQL.
struct TableLayout
{
    QString issuedTable;
    QString issuedId;
    QString issuedUser;
    QString issuedCoupon; ///< empty where the table holds one coupon only
    QString issuedAt;
    TimeKind issuedAtKind = TimeKind::EpochUs;
    QString issuedRequestId; ///< the X-Request-Id that made the row; empty where nobody keeps it
    QString requestIdPrefix; ///< what those of the run begin with; empty where there is no run
    bool issuedIdIsText = false;
    bool issuedIsView = false; ///< whose keys cannot be seen

    QString stockTable;
    QString stockId;
    QString remaining;
    QString total;
    QString issuedCounter;
    QString startsAt;
    QString endsAt;
    TimeKind startsAtKind = TimeKind::EpochUs;
    TimeKind endsAtKind = TimeKind::EpochUs;
    /// How far the end of the sale reaches beyond what its column says, µs: 0 where that moment is
    /// excluded.
    std::int64_t endReachesUs = 0;

    QString userTable;
    QString userId;

    /// People are numbers of the load as they stand, or text made from them by `userFormat`.
    bool usersAreText = false;
    QString userFormat = QStringLiteral("{userId}");

    /// The coupon as literals of SQL; where they are empty it is the number of the CouponId.
    QString issuedCouponKey;
    QString stockCouponKey;

    QString source; ///< who names these tables, for sentences; empty for the database itself

    /// Our own tables.
    static TableLayout own();

    /// "`user_coupons` WHERE `coupon_id` = 1"
    [[nodiscard]] QString issuedOf(CouponId coupon) const;
    /// "`coupons` WHERE `id` = 1"
    [[nodiscard]] QString stockOf(CouponId coupon) const;
    /// The row's id, or NULL where the table has none.
    [[nodiscard]] QString rowIdSql() const;
    /// What rows are sorted by: their id, else when they were issued, else their person.
    [[nodiscard]] QString rowOrderSql() const;
    /// A column as µs since 1970; of a wall clock as if its zone were UTC.
    [[nodiscard]] static QString microsecondsSql(const QString &column, TimeKind kind);
    /// Whether moments of the two kinds can be compared.
    [[nodiscard]] static bool comparable(TimeKind left, TimeKind right);
};

} // namespace stampede
