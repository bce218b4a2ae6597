#pragma once

#include "app/command_line.h"
#include "base/result.h"
#include "record/run_history.h"
#include "record/verdict.h"
#include "scenario/scenario.h"

namespace stampede {

/// `import history` and `import recipe`.
ExitCode importWhatIsAsked(const CommandLine &line);

/// A run of another tool, and the scenario by whose rules its answers were read.
struct OtherRun
{
    RunHistory history;
    Scenario rules;
};

/// Reads the file of another tool's run as the command line says, and prints what there is to know
/// of it. The error is what is wrong, a line each.
Result<OtherRun, QStringList> readOtherRun(const CommandLine &line, const QString &path);

} // namespace stampede
