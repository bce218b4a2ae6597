#pragma once

#include "base/result.h"
#include "database/connection.h"

#include <QString>

namespace stampede {

enum class DatabaseContents
{
    Empty, ///< no table, view or routine
    Ours   ///< our marker and nothing foreign
};

/// What a database holds, where Stampede may write there; else the sentence of the interface that
/// names up to three foreign tables. Writes nothing.
Result<DatabaseContents, QString> databaseContents(Connection &connection,
                                                   const QString &databaseName);

/// Makes sure that the database is ours to write: it was empty (no table, view or routine), then it
/// is marked now; or it carries our marker and nothing foreign. Anything else is refused with the
/// sentence of the interface that names up to three foreign tables; nothing has been written then.
Result<void, QString> claimDatabase(Connection &connection, const QString &databaseName);

} // namespace stampede
