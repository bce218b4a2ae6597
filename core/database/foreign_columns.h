// SPDX-License-Identifier: MIT
#pragma once

#include <QSqlRecord>
#include <QString>

namespace stampede {

/// The statement of somebody else with columns that are not too long for as many rows to take more
/// than Connection::kMostForeignBytes, up to the number of its limit, which is left out; empty
/// where they are not too long as they are. Of texts the first letters stay with … behind them, of
/// bytes the first ones; shapes become text.
QString shortenedStatement(const QString &statement, const QSqlRecord &columns, qint64 mostRows);

} // namespace stampede
