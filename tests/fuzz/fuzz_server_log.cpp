// SPDX-License-Identifier: MIT
// What a server wrote into its log is cut down to a few lines.

#include "database/server_log.h"
#include "fuzz_target.h"

using namespace stampede;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::must(lastWords(fuzz::stringOf(data, size)).size() <= 5, "at most five lines are kept");
    return 0;
}
