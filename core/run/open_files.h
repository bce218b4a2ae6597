// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QString>

namespace stampede {

/// Raises this process's soft limit of open files to its hard limit. Call once at start.
void raiseOpenFileLimit();

/// Whether that many connections can be open at once. The error says how many files would be
/// needed, how many are allowed, and what to do.
Result<void, QString> checkOpenFiles(int connections);

/// What allows them, in a terminal, before the program is started from there.
QString allowFilesCommand(int connections);

} // namespace stampede
