// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/connection.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace stampede {

/// How often a table was read FOR UPDATE, as the server's performance_schema has counted it.
struct LockingReads
{
    std::int64_t count = 0;
    bool complete = true; ///< false: the server had no room to count every statement
};

/// Executions of prepared locking reads of `table` by these connections: of the statements that
/// they still hold, so it is to be asked before they close them. The error is a sentence: why the
/// server does not count, and what to switch on.
Result<LockingReads, QString> countPreparedLockingReads(Connection &connection,
                                                        const std::vector<qint64> &connectionIds,
                                                        const QString &table);

/// The same for locking reads sent as text, of anybody in this database since the server's start. A
/// server of MySQL counts prepared ones here too. The error is a sentence.
Result<std::int64_t, QString> countTextLockingReads(Connection &connection, const QString &table);

} // namespace stampede
