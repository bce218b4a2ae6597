// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "record/server_figures.h"

#include <QString>

#include <cstdint>

namespace stampede {

/// What the lines of a service's log look like: a line that contains the text counts, once for each
/// pattern. An empty pattern matches nothing.
struct LogPatterns
{
    QString issued;
    QString outOfStock;
    QString blockedByKey;

    /// Of the service in this program.
    static LogPatterns own();
};

/// Counts the lines of a log file from byte `from` on. The error is a sentence that says why it
/// cannot be read.
Result<LogCounts, QString> countLogLines(const QString &path, std::int64_t from,
                                         const LogPatterns &patterns);

/// The last whole lines of a log file from byte `from` on, of about that many bytes; empty where it
/// cannot be read. Bytes that are no UTF-8 are replaced.
QString lastLogLines(const QString &path, std::int64_t from, std::int64_t mostBytes);

} // namespace stampede
