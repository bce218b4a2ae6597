// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "base/result.h"
#include "record/verdict.h"
#include "run/imported_record.h"

namespace stampede {

/// `import request`, `import history` and `import recipe`.
ExitCode importWhatIsAsked(const CommandLine &line);

/// How results are read by what the command line says.
ImportOrder importOrderOf(const CommandLine &line, const QString &path, const Scenario &rules);

/// Reads the file of another tool's run as the command line says, and prints what is wrong in it.
/// The error is what is wrong, a line each.
Result<OtherRun, QStringList> readOtherRun(const CommandLine &line, const QString &path);

} // namespace stampede
