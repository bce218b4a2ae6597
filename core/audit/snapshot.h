// SPDX-License-Identifier: MIT
#pragma once

#include "audit/table_layout.h"
#include "base/result.h"
#include "database/connection.h"
#include "measure/operation.h"
#include "record/person_names.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariantList>

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace stampede {

/// A coupon that somebody holds.
struct IssuedRow
{
    std::int64_t id = 0; ///< where ids are text or missing, its place among the rows, from 1
    std::int64_t user = 0;
    std::int64_t issuedAtUs = 0; ///< epoch µs; kNoTime where the column is NULL, or kZeroTime

    /// The request of the run that made it, where the row says so: kNotSaid, or kOthers where it
    /// names another one than a request of this run.
    std::int64_t request = kNotSaid;
    std::int64_t pieces = 1; ///< that it stands for; kNoPieces where that is no number from 0 on
    std::int64_t key = 0;    ///< what tells it from other rows: its id, or a hash of its text
    std::uint64_t group = 0; ///< a hash of its values in the columns within which a limit holds

    static constexpr std::int64_t kNoTime = std::numeric_limits<std::int64_t>::min();
    /// 0000-00-00, or the number 0: the column was never set.
    static constexpr std::int64_t kZeroTime = TableLayout::kZeroUs;
    static constexpr std::int64_t kNotSaid = -1;
    static constexpr std::int64_t kOthers = -2;
    static constexpr std::int64_t kNoPieces = -1;

    /// The pieces as far as they are known.
    [[nodiscard]] std::int64_t knownPieces() const { return pieces == kNoPieces ? 0 : pieces; }
};

/// What a query found: how many rows in all, and the first of them.
struct FoundRows
{
    std::int64_t count = 0;
    QList<QVariantList> first;         ///< at most CheckResult::kMaxRows
    QStringList columns;               ///< as the query names them
    std::vector<std::uint64_t> prints; ///< a hash of each row; of find() of the first ones only
};

/// The database at one moment: everything is read in one read-only transaction with a consistent
/// snapshot. One thread; the connection must outlive it.
class Snapshot
{
public:
    /// Begins the transaction and reads the coupon and all rows of it.
    static Result<Snapshot, SqlError> take(Connection &connection, const TableLayout &layout,
                                           CouponId coupon);

    /// Rows of the coupon that count, by id.
    [[nodiscard]] const std::vector<IssuedRow> &rows() const { return m_rows; }
    /// Those that a condition of the layout hides, by id.
    [[nodiscard]] const std::vector<IssuedRow> &hiddenRows() const { return m_hiddenRows; }
    /// Whether the stock's row says that there is no limit: then there are no figures of it.
    [[nodiscard]] bool unlimited() const { return m_unlimited; }
    /// Whether the stock's table has a row of the coupon.
    [[nodiscard]] bool couponThere() const { return m_couponThere; }
    /// What is left: the stock column, else the total less the counter; nothing where neither or
    /// the coupon is not there.
    [[nodiscard]] std::optional<std::int64_t> remaining() const { return m_remaining; }
    /// The coupon's own counter, or nothing where there is none.
    [[nodiscard]] std::optional<std::int64_t> issuedCounter() const { return m_issuedCounter; }
    /// The pieces at the start as the coupon's row says, and the window of the sale, epoch µs.
    [[nodiscard]] std::optional<std::int64_t> total() const { return m_total; }
    [[nodiscard]] std::optional<std::int64_t> startsAtUs() const { return m_startsAtUs; }
    [[nodiscard]] std::optional<std::int64_t> endsAtUs() const { return m_endsAtUs; }
    /// The layout without the columns whose figure is there and no whole number of 63 bits; its
    /// `unread` says so.
    [[nodiscard]] TableLayout readableLayout() const;
    [[nodiscard]] const PersonNames &people() const { return *m_people; }
    /// Gives the rows that the run's requests made, as their request ids say, to the people who
    /// sent these requests, where the table calls people as nobody in the run is called: as soon as
    /// one such row belongs to nobody who asked. Before the rows are held against answers.
    void joinRequests(std::span<const Operation> history);
    /// Whether rows have ids without a sign, of which the upper half are numbers below 0 here.
    [[nodiscard]] bool idsAreUnsigned() const { return m_idsAreUnsigned; }
    /// The id of a row as the table has it; null where it has none.
    [[nodiscard]] QVariant rowName(std::int64_t id) const;
    [[nodiscard]] const TableLayout &layout() const { return m_layout; }
    [[nodiscard]] CouponId coupon() const { return m_coupon; }
    /// The statements that read stock and rows, for a person to run again.
    [[nodiscard]] QString stockSql() const;
    [[nodiscard]] QString rowsSql() const;

    /// Runs a SELECT of our own in the snapshot. `sql` has no LIMIT and no semicolon. The cells of
    /// `personColumn` become the people's numbers.
    Result<FoundRows, SqlError> find(const QString &sql, int personColumn = -1);
    /// Runs a SELECT of somebody else, once; of more rows than `mostRows` counts one more than
    /// those. The prints are of the cells as they were read.
    Result<FoundRows, SqlError> findAtMost(const QString &sql, std::int64_t mostRows,
                                           int personColumn = -1);

private:
    Snapshot(Connection &connection, Transaction transaction, TableLayout layout, CouponId coupon);
    void numberPeople(FoundRows &found, int personColumn);
    Result<void, SqlError> readCoupon();
    void leaveOut(const QString &name, std::optional<std::int64_t> &figure,
                  std::optional<std::int64_t> &counter);
    Result<void, SqlError> readRows();
    Result<void, SqlError> readInto(std::vector<IssuedRow> &rows, const QString &sql);
    /// The columns of a row as takeRow() expects them.
    [[nodiscard]] QString rowColumnsSql() const;
    /// The row's person stays open where it takes all texts to know who is who; `userKey` gets what
    /// the database makes of it then.
    [[nodiscard]] IssuedRow takeRow(const QSqlQuery &query, QByteArray *userKey);
    [[nodiscard]] bool saysUnlimited(const QVariant &total, const QVariant &remaining) const;
    Result<void, SqlError> learnKeys();
    Result<void, SqlError> askForKeys(const std::vector<std::int64_t> &people);
    /// A row as it was read, until it is known whose it is.
    struct ReadRow
    {
        QVariant user;
        QByteArray key;
    };
    Result<void, SqlError> takePeople(const std::vector<ReadRow> &read,
                                      std::vector<IssuedRow> &rows);
    [[nodiscard]] std::int64_t requestOf(const QVariant &id) const;

    Connection *m_connection;
    Transaction m_transaction;
    TableLayout m_layout;
    CouponId m_coupon;
    std::shared_ptr<PersonNames> m_people;
    std::vector<IssuedRow> m_rows;
    std::vector<IssuedRow> m_hiddenRows;
    bool m_unlimited = false;
    bool m_idsAreUnsigned = false;
    bool m_longName = false; ///< a row is named by a text that is too long to be read whole
    QStringList m_rowNames;  ///< where ids are text
    bool m_couponThere = false;
    std::optional<std::int64_t> m_remaining;
    std::optional<std::int64_t> m_issuedCounter;
    std::optional<std::int64_t> m_total;
    std::optional<std::int64_t> m_startsAtUs;
    std::optional<std::int64_t> m_endsAtUs;
    QStringList m_unreadColumns;
    QStringList m_unread; ///< a sentence for each figure that cannot be reckoned with
};

} // namespace stampede
