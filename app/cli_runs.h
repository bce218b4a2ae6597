// SPDX-License-Identifier: MIT
#pragma once

#include "record/verdict.h"

namespace stampede {

/// `stampede-cli runs`: the archive, newest first, a line a run.
ExitCode listRuns();
/// The same as an object of schema stampede.runs/1.
ExitCode listRunsAsJson();

} // namespace stampede
