// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "record/verdict.h"

namespace stampede {

/// Audits what is there as the command line says and prints what was found; reads only. Needs a
/// QCoreApplication.
ExitCode auditWhatIsThere(const CommandLine &line);

} // namespace stampede
