// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/sql_error.h"
#include "issuance/issuer_session.h"

#include <QSqlQuery>

namespace stampede {

/// Executes a prepared statement of the session whose values are bound and, for a SELECT, goes to
/// its first row; whether there is one. A part of the step that goes on.
Result<bool, SqlError> runStatement(IssuerSession &session, QSqlQuery &query);
/// The same as a step of its own.
Result<bool, SqlError> runStep(IssuerSession &session, QSqlQuery &query);

} // namespace stampede
