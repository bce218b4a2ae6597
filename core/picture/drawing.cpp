// SPDX-License-Identifier: MIT
#include "picture/drawing.h"

namespace stampede {

double estimatedWidth(const QString &text, double size)
{
    constexpr double kNarrow = 0.3;
    constexpr double kUsual = 0.56;
    constexpr double kWide = 1.0;
    double width = 0;
    for (const QChar letter : text) {
        const bool isWide = letter.unicode() >= 0x1100;
        const bool isNarrow = letter.isSpace() || letter.isPunct();
        width += isWide ? kWide : (isNarrow ? kNarrow : kUsual);
    }
    return width * size;
}

} // namespace stampede
