// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/connection.h"

#include <QSet>

namespace stampede {

/// The connections that wait at this moment for what another one holds: a row, a lock of GET_LOCK,
/// a table. InnoDB's own report tells of rows, not information_schema.innodb_trx, which is a
/// picture of up to 100 ms ago. Two round trips of some 0.3 ms.
Result<QSet<qint64>, SqlError> waitingConnections(Connection &observer);

/// Waits until InnoDB has swept away what was deleted before, 2 s at most: rows that are deleted
/// and still there take part in locking, and for how long is a matter of luck.
Result<void, SqlError> waitForPurge(Connection &observer);

} // namespace stampede
