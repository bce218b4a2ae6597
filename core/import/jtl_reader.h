// SPDX-License-Identifier: MIT
#pragma once

#include "checker/line_reader.h"
#include "import/found_run.h"

namespace stampede {

/// Reads a JTL of JMeter, CSV with its line of names. timeStamp is the start in ms, as JMeter's
/// shipped properties have it; moments are known to 1 ms.
void readJtlCsv(LineReader &lines, FoundRun &run);

/// The same as XML. Of a transaction its requests count, of a request not what it fetched beside.
void readJtlXml(const ByteSource &source, FoundRun &run);

} // namespace stampede
