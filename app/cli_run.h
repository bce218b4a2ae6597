// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "record/verdict.h"

namespace stampede {

/// Makes one run as the command line says and prints what came out. Needs a QCoreApplication;
/// returns when the run has ended and its files are written.
ExitCode runScenario(const CommandLine &line);

} // namespace stampede
