// SPDX-License-Identifier: MIT
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

/// What the connection's database holds, where Stampede may write there; else a sentence that says
/// why not: the name is not the one that the server has for it, the account may not see everything
/// in it, something in it is not ours (up to three are named; a table of our name counts only with
/// our engine), or a foreign key of another database points into it, as far as that can be seen.
/// Writes nothing.
Result<DatabaseContents, QString> databaseContents(Connection &connection,
                                                   const QString &databaseName);

/// Makes sure that the database is ours to write: it was empty (no table, view or routine), then it
/// is marked now; or it carries our marker and nothing foreign. Anything else is refused with the
/// sentence of databaseContents(); nothing has been written then.
Result<void, QString> claimDatabase(Connection &connection, const QString &databaseName);

} // namespace stampede
