// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/sql_error.h"

#include <QSqlQuery>
#include <QString>

namespace stampede {

/// Goes along with the transactions of a session, statement by statement: says when the next step
/// may be taken and sees what came of it. A step is a statement with what belongs to it: the one
/// that looks for a row nobody writes, and the roll-back after a refusal or an error. Called in the
/// thread that uses the session; where there is no hook nothing is called.
class StatementHook
{
public:
    virtual ~StatementHook() = default;
    StatementHook(const StatementHook &) = delete;
    StatementHook &operator=(const StatementHook &) = delete;

    /// Before the next step; may wait as long as it likes. False where the transaction is to end.
    virtual bool mayGoOn() = 0;
    /// The server has answered: the query stands at the first row where there is one, and holds the
    /// error where it failed. Its place must not be moved.
    virtual void answered(const QSqlQuery &query) = 0;
    /// The same of a text that left no query: COMMIT, ROLLBACK, and what the server refused.
    virtual void answered(const QString &sql, const Result<void, SqlError> &done) = 0;

protected:
    StatementHook() = default;
};

} // namespace stampede
