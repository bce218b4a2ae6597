// SPDX-License-Identifier: MIT
// A database URL is read or refused; what is shown of it is read back as the same.

#include "database/database_url.h"
#include "fuzz_target.h"

using namespace stampede;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto url = parseDatabaseUrl(fuzz::stringOf(data, size));
    if (!url) {
        fuzz::must(!url.error().isEmpty(), "a refused URL has a sentence");
        return 0;
    }
    const auto again = parseDatabaseUrl(url.value().display());
    fuzz::must(again.ok(), "what is shown is read back");
    fuzz::must(again.value().display() == url.value().display(), "what is read back is the same");
    return 0;
}
