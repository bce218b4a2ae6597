// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "record/verdict.h"

namespace stampede {

/// Carries out every order in which the requests of a scenario's service, or the transactions of a
/// file, can meet, and prints what came of it. Ctrl+C ends it within a second; what was carried out
/// by then is told.
ExitCode interleaveWhatIsAsked(const CommandLine &line);

} // namespace stampede
