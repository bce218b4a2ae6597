#include "issuance/statement.h"

#include <QSqlError>

namespace stampede {

Result<bool, SqlError> runStatement(QSqlQuery &query)
{
    if (!query.exec()) {
        return Failure{sqlErrorFrom(query.lastError())};
    }
    return query.isSelect() && query.next();
}

} // namespace stampede
