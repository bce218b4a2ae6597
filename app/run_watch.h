// SPDX-License-Identifier: MIT
#pragma once

#include "run/run_controller.h"

#include <functional>

namespace stampede {

/// Lets the controller make one run and shows on standard error how it goes; nothing but the
/// progress line with `quiet`. The first Ctrl+C ends the run early and is audited, the second ends
/// the program at once. True where the run was ended by Ctrl+C.
bool watchRun(RunController &controller, const Scenario &scenario, bool quiet);
/// The same of a run that `start` starts, which gets what says a line above the progress.
bool watchRun(RunController &controller,
              const std::function<void(const std::function<void(const QString &)> &)> &start,
              bool quiet);

} // namespace stampede
