// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "record/verdict.h"

namespace stampede {

/// `stampede-cli doctor`: what a run needs, whether it is there, and what to do where it is not.
/// With
/// --database that database is asked as well; it is only looked at. 96 where no run could be made.
ExitCode examineHost(const CommandLine &line);

} // namespace stampede
