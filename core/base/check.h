// SPDX-License-Identifier: MIT
#pragma once
// base: the vocabulary that every module shares, free of Qt: results, checks, ids, outcomes, one
// clock.

namespace stampede {

/// Ends the program with a message that names the broken assumption. Stays on in release builds.
[[noreturn]] void checkFailed(const char *expression, const char *file, int line);

} // namespace stampede

/// States an assumption about our own code. For the world's errors use Result.
#define STAMPEDE_CHECK(expression)                                                                 \
    do {                                                                                           \
        if (!(expression)) [[unlikely]] {                                                          \
            ::stampede::checkFailed(#expression, __FILE_NAME__, __LINE__);                         \
        }                                                                                          \
    } while (false)
