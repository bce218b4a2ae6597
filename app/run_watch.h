#pragma once

#include "run/run_controller.h"

namespace stampede {

/// Lets the controller make one run and shows on standard error how it goes; nothing but the
/// progress line with `quiet`. The first Ctrl+C ends the run early and is audited, the second ends
/// the program at once. True where the run was ended by Ctrl+C.
bool watchRun(RunController &controller, const Scenario &scenario, bool quiet);

} // namespace stampede
