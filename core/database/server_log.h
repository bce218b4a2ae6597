// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace stampede {

/// The last complaints in what a server wrote, at most five lines, oldest first: those marked
/// [ERROR], without their time stamps, or the last lines where none is marked.
QStringList lastWords(const QString &text);

/// The same of the end of a log file; empty where it cannot be read.
QStringList lastWordsOfFile(const QString &path);

/// Keeps the log of the start before under the name PATH.old, so that a new one begins empty.
void setLogAside(const QString &path);

} // namespace stampede
