// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/connection.h"

#include <QList>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace stampede {

/// One transaction that the server has open, as innodb_trx tells it.
struct OpenTransaction
{
    quint64 id = 0;        ///< 0 while it only reads
    qint64 connection = 0; ///< 0: prepared (XA), and its connection is gone
    bool prepared = false; ///< XA: can commit what it has changed, and change nothing more
    QString started;       ///< in the server's words; tells two of one connection apart
    std::int64_t ageMs = 0;
    bool elsewhere = false;   ///< its connection uses another database than ours
    bool waits = false;       ///< for a row lock
    bool runs = false;        ///< a statement, at this moment
    bool cannotWrite = false; ///< declared so, or a single SELECT
    qint64 rowsLocked = 0;
    qint64 rowsModified = 0;

    [[nodiscard]] bool holds() const { return waits || rowsLocked > 0 || rowsModified > 0; }
    /// Whether `other` is an earlier look at the same transaction.
    [[nodiscard]] bool isSameAs(const OpenTransaction &other) const;
    /// Whether it has locked or changed more since that earlier look.
    [[nodiscard]] bool grewSince(const OpenTransaction &earlier) const
    {
        return rowsLocked > earlier.rowsLocked || rowsModified > earlier.rowsModified;
    }
};

/// What of the server's transactions an account can see.
struct OpenTransactions
{
    bool all = true; ///< else only running statements of the account's own other connections
    /// It is of this moment. The server gives an older picture as long as others keep asking for
    /// it.
    bool fresh = true;
    QList<OpenTransaction> list;
};

/// Looks at every open transaction but that of `connection`, which must have none open. innodb_trx
/// is a cache that the server renews only when nobody has read it for 100 ms: to be called at most
/// every 250 ms; it tries again for a second where others read it too. InnoDB's status is read as
/// well where somebody holds something, as it alone tells who is prepared. Without the PROCESS
/// privilege the statements of the same account are all that can be seen; nothing is `elsewhere` or
/// holds anything then. May block for a second.
Result<OpenTransactions, SqlError> readOpenTransactions(Connection &connection);

/// The same, tried again for three seconds until it is fresh; nothing where it is not or fails.
std::optional<OpenTransactions> freshOpenTransactions(Connection &connection);

/// How long to wait before the next look, at least 250 ms. Of different length each time, so that
/// several who look fall out of step and leave the server the 100 ms that it needs.
std::chrono::milliseconds betweenLooks();

} // namespace stampede
