// SPDX-License-Identifier: MIT
#pragma once
// database: one connection a thread, one private server, and the rule whose tables may be touched.

#include <QString>

class QSqlError;

namespace stampede {

/// What an error of the server means for a transaction. QSqlError::type() is the same for most of
/// them; only the native code tells.
enum class SqlErrorKind
{
    DuplicateKey,     ///< 1062
    Deadlock,         ///< 1213: everything was undone, the transaction is gone
    LockWaitTimeout,  ///< 1205: the statement was undone, the transaction is still open
    ChangedRow,       ///< 1020 (snapshot isolation): the transaction is gone
    StatementTimeout, ///< 1969 or 3024: max_statement_time
    Interrupted,      ///< 1317: KILL QUERY
    ConnectionLost,   ///< 2006, 2013, 2055, 1927, 1053 and their kind
    Refused, ///< the account, host or database was refused, or nobody listens (1044, 1045, 1049,
             ///< 2002, 2003, 1040 …)
    Other,
};

struct SqlError
{
    SqlErrorKind kind = SqlErrorKind::Other;
    int code = 0;    ///< native code, 0 where there is none
    QString message; ///< the server's own words, control characters removed, at most 500 characters
};

/// From Qt's error; switches on nativeErrorCode().
SqlError sqlErrorFrom(const QSqlError &error);

} // namespace stampede
