// SPDX-License-Identifier: MIT
#pragma once

#include "checker/line_reader.h"
#include "import/found_run.h"

namespace stampede {

/// Reads what `k6 run --out json=FILE` wrote: lines of JSON, a point each. The points of one
/// moment with the same tags and metadata are one request, in whatever order they stand. Its end is
/// known to the ns; its start is the end less duration, blocked, connecting and tls_handshaking
/// together, the earliest that it can have been.
void readK6Json(LineReader &lines, FoundRun &run);

/// Reads what `k6 run --out csv=FILE` wrote. Refuses moments in whole seconds, the default.
void readK6Csv(LineReader &lines, FoundRun &run);

} // namespace stampede
