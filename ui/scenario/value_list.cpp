// SPDX-License-Identifier: MIT
#include "ui/scenario/value_list.h"

namespace stampede {

namespace {

constexpr QLatin1Char kQuote('"');
constexpr QLatin1Char kComma(',');

bool isNullWord(const QString &text)
{
    return text.compare(QLatin1String("NULL"), Qt::CaseInsensitive) == 0;
}

QString quotedWhereNeeded(const QString &value)
{
    if (value.isNull()) {
        return QStringLiteral("NULL");
    }
    const bool isPlain = !value.isEmpty() && value.trimmed() == value && !isNullWord(value) &&
                         !value.contains(kComma) && !value.contains(kQuote);
    QString inside = value;
    return isPlain ? value : kQuote + inside.replace(kQuote, QStringLiteral("\"\"")) + kQuote;
}

} // namespace

QString textOfValues(const QStringList &values)
{
    QStringList all;
    for (const QString &value : values) {
        all << quotedWhereNeeded(value);
    }
    return all.join(QStringLiteral(", "));
}

QStringList valuesFrom(const QString &text)
{
    QStringList values;
    QString value;
    bool inside = false;
    bool wasQuoted = false;
    const auto end = [&] {
        if (wasQuoted) {
            values << (value.isNull() ? QStringLiteral("") : value);
        } else if (const QString plain = value.trimmed(); !plain.isEmpty()) {
            values << (isNullWord(plain) ? QString() : plain);
        }
        value = QString();
        wasQuoted = false;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar sign = text[i];
        if (inside && sign == kQuote && text.mid(i + 1, 1) == kQuote) {
            value += sign;
            ++i;
        } else if (sign == kQuote && (inside || value.trimmed().isEmpty())) {
            value = inside ? value : QString();
            inside = !inside;
            wasQuoted = true;
        } else if (sign == kComma && !inside) {
            end();
        } else if (inside || !wasQuoted || !sign.isSpace()) {
            value += sign;
        }
    }
    end();
    return values;
}

} // namespace stampede
