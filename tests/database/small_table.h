// SPDX-License-Identifier: MIT
#pragma once

#include "database/connection.h"

#include <QString>

namespace stampede::test {

/// Makes the table t anew, with the rows 1 and 2 and 0 in their column v.
inline void makeSmallTable(Connection &connection)
{
    for (const QString &statement :
         {QStringLiteral("DROP TABLE IF EXISTS t"),
          QStringLiteral("CREATE TABLE t (id BIGINT PRIMARY KEY, v BIGINT, s VARCHAR(200)) "
                         "ENGINE = InnoDB CHARACTER SET utf8mb4"),
          QStringLiteral("INSERT INTO t (id, v) VALUES (1, 0), (2, 0)")}) {
        STAMPEDE_CHECK(connection.execute(statement).ok());
    }
}

} // namespace stampede::test
