// SPDX-License-Identifier: MIT
#pragma once

#include "base/ids.h"
#include "record/person_names.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>

namespace stampede {

/// How a column holds a moment.
enum class TimeKind
{
    EpochUs,     ///< a number: µs since 1970
    EpochBySize, ///< a number since 1970: s below 10^11, ms below 10^14, else µs
    Timestamp,   ///< TIMESTAMP: a moment
    WallClock    ///< DATETIME: a time of day in a zone that only the service knows
};

/// A column that looks as if it said whether a row counts, or for how much, and that nobody named.
struct DoubtfulColumn
{
    enum class Kind
    {
        Mark,    ///< of deletion or cancellation: a time, or a flag
        Status,  ///< a word or a code
        Quantity ///< a number of pieces
    };
    QString name;
    Kind kind = Kind::Status;
};

/// The literals, NULL among them, that a column can have in rows that count.
struct CountedValues
{
    QString column;
    QStringList literals;
};

/// Where the rows and the stock are: names of tables and columns. What is empty is not there, and
/// the checks that need it say so. Names are taken from our own schema or were checked against
/// information_schema; they are quoted wherever they enter SQL.
struct TableLayout
{
    QString issuedDatabase; ///< of the same server; empty for the connection's own
    QString issuedTable;
    QString issuedId;
    QString issuedUser;
    QString issuedCoupon; ///< empty where the table holds one coupon only
    QString issuedAt;
    TimeKind issuedAtKind = TimeKind::EpochUs;
    QString issuedRequestId; ///< the X-Request-Id that made the row; empty where nobody keeps it
    QString requestIdPrefix; ///< what those of the run begin with; empty where there is no run
    QString quantity;        ///< the pieces that a row stands for; empty: one
    QStringList within; ///< the limit of a person holds among rows that are equal in these columns
    QList<CountedValues> countedValues; ///< of columns in issuedWhere that have few in such rows
    QString issuedWhere; ///< SQL of the conditions on rows that count; empty: all of them
    bool issuedIdIsText = false;
    bool issuedIsView = false; ///< whose keys cannot be seen

    QString stockDatabase;
    QString stockTable;
    QString stockWhere;
    QString stockId;
    QString remaining;
    QString total;
    QString issuedCounter;
    QStringList unlimited; ///< figures of total or remaining that mean "no limit"; null for NULL
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
    PersonDirectory people; ///< of the run, as the table calls them, where they are no numbers
    /// How the ids in the columns of rows and people are read.
    IdReading userForm = IdReading::Plain;
    IdReading issuedIdForm = IdReading::Plain;
    IdReading couponForm = IdReading::Plain;
    IdReading stockIdForm = IdReading::Plain;
    IdReading remainingForm = IdReading::Plain;
    IdReading totalForm = IdReading::Plain;
    IdReading counterForm = IdReading::Plain;
    bool userMayBeNull = false;
    /// Of people who are texts: what is equal for the database; empty where that is what is the
    /// same byte by byte.
    QString userCharset;
    QString userCollation;
    /// Who is who, for all snapshots of a run; null: each finds out for itself.
    std::shared_ptr<PersonNames> names;

    /// The coupon as literals of SQL; where they are empty it is the number of the CouponId.
    QString issuedCouponKey;
    QString stockCouponKey;

    QList<DoubtfulColumn> doubtful; ///< of the issued rows

    QString unread; ///< sentences about figures that are there and cannot be reckoned with
    QString source; ///< who names these tables, for sentences; empty for the database itself

    /// Our own tables.
    static TableLayout own();

    /// The tables quoted, with their database where it is another one.
    [[nodiscard]] QString issuedTableSql() const;
    [[nodiscard]] QString stockTableSql() const;
    /// "`user_coupons` WHERE `coupon_id` = 1": the rows that count.
    [[nodiscard]] QString issuedOf(CouponId coupon) const;
    /// The same with those that a condition hides (`issuedWhere`).
    [[nodiscard]] QString allIssuedOf(CouponId coupon) const;
    /// "`coupons` WHERE `id` = 1"
    [[nodiscard]] QString stockOf(CouponId coupon) const;
    /// What is left, as an expression over the stock's row: its column, else the total less the
    /// counter; empty where neither is there.
    [[nodiscard]] QString remainingSql() const;
    /// The pieces of the rows of an aggregate: their number, or the sum of their quantities.
    [[nodiscard]] QString piecesSql() const;
    /// "user_id" or "user_id, day": a person's rows among which the limit holds.
    [[nodiscard]] QString personGroupSql() const;
    /// Who is who in these tables, as far as nobody has found out yet.
    [[nodiscard]] std::shared_ptr<PersonNames> makeNames() const;
    /// The row's id, or NULL where the table has none.
    [[nodiscard]] QString rowIdSql() const;
    /// The row's person, in the form that PersonNames reads.
    [[nodiscard]] QString userSql() const;
    /// What two people have in common whose texts the database takes for equal, of a text or column
    /// in SQL: weights in hexadecimal digits.
    [[nodiscard]] QString userKeySql(const QString &text) const;
    /// A column of ids so that what comes back can be read; `table` is empty or an alias with a
    /// dot.
    [[nodiscard]] static QString idSql(const QString &column, IdReading form,
                                       const QString &table = {});
    /// What rows are sorted by: their id, else when they were issued, else their person.
    [[nodiscard]] QString rowOrderSql() const;
    /// A column as µs since 1970; of a wall clock as if its zone were UTC.
    [[nodiscard]] static QString microsecondsSql(const QString &column, TimeKind kind);
    /// The same with kZeroUs for a date or number that is zero.
    [[nodiscard]] static QString momentSql(const QString &column, TimeKind kind);
    static constexpr std::int64_t kZeroUs = -62'167'219'200'000'000; ///< the year 0
    /// Whether moments of the two kinds can be compared.
    [[nodiscard]] static bool comparable(TimeKind left, TimeKind right);
};

} // namespace stampede
