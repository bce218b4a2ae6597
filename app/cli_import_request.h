// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "record/verdict.h"

namespace stampede {

/// `import request`: a scenario of a request that somebody copied.
ExitCode importRequest(const CommandLine &line);

} // namespace stampede
