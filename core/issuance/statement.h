#pragma once

#include "base/result.h"
#include "database/sql_error.h"

#include <QSqlQuery>

namespace stampede {

/// Executes a prepared statement whose values are bound and, for a SELECT, goes to its first row;
/// whether there is one.
Result<bool, SqlError> runStatement(QSqlQuery &query);

} // namespace stampede
