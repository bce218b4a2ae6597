// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace stampede {

/// Transactions made of what a server wrote down, to be mended by hand.
struct TransactionsDraft
{
    QByteArray json;   ///< stampede.transactions/1; without tables and without what must hold
    QStringList notes; ///< what was guessed and what is missing, a sentence each
};

/// Reads an excerpt of a general query log or of a slow query log of MariaDB or MySQL and turns the
/// first transaction in it that ends with COMMIT into steps, which A and B both take. A log holds
/// no rows: numbers that a statement writes into a column which the transaction read before become
/// what was read, and that is told. `source` is the file's name for messages. The error is a
/// sentence.
Result<TransactionsDraft, QString> transactionsFromLog(const QByteArray &log,
                                                       const QString &source);

} // namespace stampede
