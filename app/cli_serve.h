// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "record/verdict.h"

namespace stampede {

/// `stampede-cli serve`: the service over HTTP, until Ctrl+C.
ExitCode serve(const CommandLine &line);

} // namespace stampede
