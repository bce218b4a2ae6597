// SPDX-License-Identifier: MIT
#pragma once

#include "record/verdict.h"

#include <QString>

namespace stampede {

/// Judges every history of the file (- for standard input) and prints a verdict a line as it comes.
/// Success where all are linearizable, Violation where one is not, else Scenario where one cannot
/// be used, the file cannot be read or holds none. Ctrl+C ends the reading: what was judged by then
/// has been printed, and EndedEarly is returned unless a violation is among it.
ExitCode checkHistory(const QString &path);

} // namespace stampede
