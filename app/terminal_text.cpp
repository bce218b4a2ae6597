// SPDX-License-Identifier: MIT
#include "app/terminal_text.h"

#include "text/printable_text.h"

#include <QStringList>

#include <algorithm>

namespace stampede {

namespace {

/// Turns the direction of what follows.
bool turnsDirection(QChar letter)
{
    const char16_t code = letter.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

bool isControl(QChar letter)
{
    const char16_t code = letter.unicode();
    return code >= 0x7F && code < 0xA0;
}

} // namespace

QByteArray terminalJson(const QByteArray &json)
{
    constexpr int kHexadecimal = 16;
    constexpr int kDigits = 4;
    QString out;
    for (const QChar letter : QString::fromUtf8(json)) {
        if (turnsDirection(letter) || isControl(letter)) {
            out += QStringLiteral("\\u%1").arg(letter.unicode(), kDigits, kHexadecimal,
                                               QLatin1Char('0'));
        } else {
            out += letter;
        }
    }
    return out.toUtf8();
}

QString terminalText(const QString &text)
{
    // Code points that stand for nothing take the place of the two sequences meanwhile.
    const QString bold = QStringLiteral("\x1b[1m");
    const QString plain = QStringLiteral("\x1b[0m");
    const QChar boldMark(u'\xFDD0');
    const QChar plainMark(u'\xFDD1');
    QString marked = text;
    marked.replace(bold, boldMark).replace(plain, plainMark);
    std::replace_if(marked.begin(), marked.end(), turnsDirection,
                    QChar(QChar::ReplacementCharacter));
    QStringList lines = marked.split(QLatin1Char('\n'));
    for (QString &line : lines) {
        line = printable(line, line.size()).replace(boldMark, bold).replace(plainMark, plain);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace stampede
