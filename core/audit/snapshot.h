#pragma once

#include "audit/table_layout.h"
#include "base/result.h"
#include "database/connection.h"

#include <QList>
#include <QString>
#include <QVariantList>

#include <cstdint>
#include <optional>
#include <vector>

namespace stampede {

/// A coupon that somebody holds.
struct IssuedRow
{
    std::int64_t id = 0;
    std::int64_t user = 0;
    std::int64_t issuedAtUs = 0; ///< epoch µs, 0 where the table does not say
};

/// What a query found: how many rows in all, and the first of them.
struct FoundRows
{
    std::int64_t count = 0;
    QList<QVariantList> first; ///< at most CheckResult::kMaxRows
};

/// The database at one moment: everything is read in one read-only transaction with a consistent
/// snapshot. One thread; the connection must outlive it.
class Snapshot
{
public:
    /// Begins the transaction and reads the coupon and all rows of it.
    static Result<Snapshot, SqlError> take(Connection &connection, const TableLayout &layout,
                                           CouponId coupon);

    /// Rows of the coupon, by id.
    [[nodiscard]] const std::vector<IssuedRow> &rows() const { return m_rows; }
    /// The stock column, or nothing where the coupon is not there.
    [[nodiscard]] std::optional<std::int64_t> remaining() const { return m_remaining; }
    /// The coupon's own counter, or nothing where there is none.
    [[nodiscard]] std::optional<std::int64_t> issuedCounter() const { return m_issuedCounter; }
    [[nodiscard]] const TableLayout &layout() const { return m_layout; }
    [[nodiscard]] CouponId coupon() const { return m_coupon; }
    /// The statements that read stock and rows, for a person to run again.
    [[nodiscard]] QString stockSql() const;
    [[nodiscard]] QString rowsSql() const;

    /// Runs a SELECT of our own in the snapshot. `sql` has no LIMIT and no semicolon.
    Result<FoundRows, SqlError> find(const QString &sql);

private:
    Snapshot(Connection &connection, Transaction transaction, TableLayout layout, CouponId coupon);
    Result<void, SqlError> readCoupon();
    Result<void, SqlError> readRows();

    Connection *m_connection;
    Transaction m_transaction;
    TableLayout m_layout;
    CouponId m_coupon;
    std::vector<IssuedRow> m_rows;
    std::optional<std::int64_t> m_remaining;
    std::optional<std::int64_t> m_issuedCounter;
};

} // namespace stampede
