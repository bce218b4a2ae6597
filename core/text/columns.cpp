// SPDX-License-Identifier: MIT
#include "text/columns.h"

#include <algorithm>
#include <array>

namespace stampede::text {

namespace {

struct Range
{
    char16_t first;
    char16_t last;
};

/// What Unicode's EastAsianWidth calls wide, in the plane that people's texts come from.
constexpr std::array kWide = {
    Range{0x1100, 0x115f}, Range{0x2e80, 0x303e}, Range{0x3041, 0x33ff}, Range{0x3400, 0x4dbf},
    Range{0x4e00, 0x9fff}, Range{0xa000, 0xa4cf}, Range{0xa960, 0xa97f}, Range{0xac00, 0xd7a3},
    Range{0xf900, 0xfaff}, Range{0xfe30, 0xfe6f}, Range{0xff00, 0xff60}, Range{0xffe0, 0xffe6},
};

qsizetype columnsOf(QChar character)
{
    const char16_t code = character.unicode();
    const bool isWide = std::any_of(kWide.begin(), kWide.end(), [code](const Range &range) {
        return code >= range.first && code <= range.last;
    });
    return isWide ? 2 : 1;
}

QString blanks(qsizetype count)
{
    return {std::max<qsizetype>(0, count), QLatin1Char(' ')};
}

} // namespace

qsizetype columnsOf(const QString &text)
{
    qsizetype columns = 0;
    for (const QChar character : text) {
        columns += columnsOf(character);
    }
    return columns;
}

QString padded(const QString &text, qsizetype columns)
{
    return text + blanks(columns - columnsOf(text));
}

QString paddedBefore(const QString &text, qsizetype columns)
{
    return blanks(columns - columnsOf(text)) + text;
}

QString cutTo(const QString &text, qsizetype columns)
{
    qsizetype taken = 0;
    while (taken < text.size() && columns >= columnsOf(text[taken])) {
        columns -= columnsOf(text[taken]);
        ++taken;
    }
    return text.left(taken);
}

} // namespace stampede::text
