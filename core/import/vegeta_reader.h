// SPDX-License-Identifier: MIT
#pragma once

#include "checker/line_reader.h"
#include "import/found_run.h"

namespace stampede {

/// Reads what `vegeta encode --to json` wrote: a line of JSON a request.
void readVegetaJson(LineReader &lines, FoundRun &run);

/// Reads what `vegeta encode --to csv` wrote: twelve columns without names.
void readVegetaCsv(LineReader &lines, FoundRun &run);

} // namespace stampede
