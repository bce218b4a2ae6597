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

} // namespace stampede
