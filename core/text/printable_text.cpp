// SPDX-License-Identifier: MIT
#include "text/printable_text.h"

namespace stampede {

namespace {

constexpr char16_t kReplacement = 0xFFFD;
constexpr char16_t kPopDirection = 0x202C;
constexpr char16_t kPopIsolate = 0x2069;

bool isForbidden(char16_t code)
{
    const bool isControl =
        (code < 0x20 && code != u'\n' && code != u'\t') || (code >= 0x7F && code < 0xA0);
    return isControl || code == 0xFFFE || code == 0xFFFF;
}

} // namespace

QString printable(const QString &text, qsizetype most)
{
    QString out;
    out.reserve(std::min(text.size(), most) + 1);
    int embeddings = 0;
    int isolates = 0;
    for (qsizetype i = 0; i < text.size() && i < most; ++i) {
        const QChar letter = text[i];
        const char16_t code = letter.unicode();
        const bool isPair =
            letter.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair) {
            out += letter;
            out += text[++i];
            continue;
        }
        if (code == 0x202A || code == 0x202B || code == 0x202D || code == 0x202E) {
            ++embeddings;
        } else if (code == kPopDirection) {
            embeddings = std::max(embeddings - 1, 0);
        } else if (code >= 0x2066 && code <= 0x2068) {
            ++isolates;
        } else if (code == kPopIsolate) {
            isolates = std::max(isolates - 1, 0);
        }
        out += letter.isSurrogate() || isForbidden(code) ? QChar(kReplacement) : letter;
    }
    if (text.size() > most) {
        out += QChar(u'…');
    }
    return out + QString(embeddings, QChar(kPopDirection)) + QString(isolates, QChar(kPopIsolate));
}

QString safeFileName(const QString &text)
{
    constexpr qsizetype kMost = 60;
    QString name;
    for (const QChar letter : text) {
        const bool kept =
            letter.isLetterOrNumber() || letter == QLatin1Char('-') || letter == QLatin1Char('_');
        if (kept) {
            name += letter;
        } else if (!name.isEmpty() && !name.endsWith(QLatin1Char('-'))) {
            name += QLatin1Char('-');
        }
        if (name.size() == kMost) {
            break;
        }
    }
    while (name.endsWith(QLatin1Char('-'))) {
        name.chop(1);
    }
    return name.isEmpty() ? QStringLiteral("report") : name;
}

} // namespace stampede
