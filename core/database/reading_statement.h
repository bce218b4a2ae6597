// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QString>

namespace stampede {

/// Whether a statement only reads, by its own words: it is one statement, begins with SELECT or
/// WITH and contains, outside literals and comments, nothing that writes, locks, waits or reads
/// files, nor a comment that the server would carry out. Gives the statement without comments
/// before it and a semicolon at its end, or what it must be, translated, for a fault line. Quotes
/// are read as a session with sql_mode NO_ENGINE_SUBSTITUTION reads them, see
/// Connection::readOnlyFromNow(). A function of the server's owner can still do anything; that is
/// what the read-only transaction is for. Any thread.
Result<QString, QString> readingStatement(const QString &sql);

} // namespace stampede
