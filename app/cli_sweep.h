// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "record/verdict.h"

namespace stampede {

/// One run a combination of the values of --over, on one database, and one table of what came out.
/// Every combination is checked before the first run begins. Ctrl+C ends the run that goes on and
/// prints the table of those that were made. The exit code is the worst run's.
ExitCode sweepScenario(const CommandLine &line);

} // namespace stampede
