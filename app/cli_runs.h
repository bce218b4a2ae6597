#pragma once

#include "run/verdict.h"

namespace stampede {

/// `stampede-cli runs`: the archive, newest first, a line a run.
ExitCode listRuns();

} // namespace stampede
