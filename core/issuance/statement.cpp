// SPDX-License-Identifier: MIT
#include "issuance/statement.h"

#include <QSqlError>

namespace stampede {

Result<bool, SqlError> runStatement(IssuerSession &session, QSqlQuery &query)
{
    if (!query.exec()) {
        session.answered(query);
        return Failure{sqlErrorFrom(query.lastError())};
    }
    const bool hasRow = query.isSelect() && query.next();
    session.answered(query);
    return hasRow;
}

Result<bool, SqlError> runStep(IssuerSession &session, QSqlQuery &query)
{
    if (const auto mayGoOn = session.nextStep(); !mayGoOn) {
        return Failure{mayGoOn.error()};
    }
    return runStatement(session, query);
}

} // namespace stampede
