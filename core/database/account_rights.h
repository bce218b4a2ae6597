// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/connection.h"

#include <QString>
#include <QStringList>

namespace stampede {

/// What those lines of SHOW GRANTS allow beyond reading in that database, in capitals, each once;
/// empty where they only allow to read. What cannot be understood counts for nothing.
QStringList writingRights(const QStringList &grants, const QString &database);

/// The same for the account of this connection.
Result<QStringList, SqlError> writingRights(Connection &connection, const QString &database);

/// Rights without which a server hides things in that database from an account with those lines of
/// SHOW GRANTS: tables (SELECT), routines (EXECUTE), events (EVENT), triggers (TRIGGER). What was
/// granted for single tables or columns does not count. Of several grants whose patterns mean the
/// database, the one with the longest beginning without a wildcard counts, as the server has it.
QStringList missingForSight(const QStringList &grants, const QString &database);

/// The same for the account of this connection, as the statement that would give it what is
/// missing; empty where nothing is.
Result<QString, SqlError> grantForSight(Connection &connection, const QString &database);

} // namespace stampede
