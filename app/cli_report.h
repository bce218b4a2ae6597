// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "record/verdict.h"

namespace stampede {

/// `report`: writes the forms of a run of the archive again.
ExitCode reportAgain(const CommandLine &line);

/// `compare`: runs of the archive side by side, on standard output and as files.
ExitCode compareKeptRuns(const CommandLine &line);

} // namespace stampede
