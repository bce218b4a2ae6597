// SPDX-License-Identifier: MIT
#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace stampede {

void checkFailed(const char *expression, const char *file, int line)
{
    static_cast<void>(std::fprintf(stderr, "stampede: internal check failed: %s (%s:%d)\n",
                                   expression, file, line));
    std::abort();
}

} // namespace stampede
