// SPDX-License-Identifier: MIT
// Any text, a server's error message among them, comes out without control characters and bounded;
// any name makes a name for a file.

#include "fuzz_target.h"
#include "text/printable_text.h"

#include <algorithm>

using namespace stampede;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = fuzz::stringOf(data, size);
    constexpr qsizetype kMost = 500;
    const QString shown = printable(text, kMost);
    // What opens a direction is closed again, so the bound has room for that.
    fuzz::must(shown.size() <= 3 * kMost + 8, "what is shown is bounded");
    fuzz::must(std::none_of(shown.begin(), shown.end(),
                            [](QChar letter) {
                                return (letter.unicode() < 0x20 && letter != QLatin1Char('\n') &&
                                        letter != QLatin1Char('\t') &&
                                        letter != QLatin1Char('\r')) ||
                                       letter.unicode() == 0x7F;
                            }),
               "no control character is shown");
    const QString name = safeFileName(text);
    fuzz::must(!name.isEmpty() && name.size() <= 60 && !name.contains(QLatin1Char('/')) &&
                   !name.startsWith(QLatin1Char('.')),
               "a file's name is one");
    return 0;
}
