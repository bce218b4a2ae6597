// SPDX-License-Identifier: MIT
#include "scenario/scenario_text.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace stampede {

namespace {

QString escapedCharacters(const QList<uint> &characters)
{
    QString result;
    for (const char32_t character : characters) {
        if (QChar::isPrint(character) && character != QChar::ReplacementCharacter) {
            result += QChar::fromUcs4(character);
        } else {
            result +=
                QStringLiteral("\\u%1").arg(static_cast<uint>(character), 4, 16, QLatin1Char('0'));
        }
    }
    return result;
}

} // namespace

QString escaped(const QString &text)
{
    return escapedCharacters(text.toUcs4());
}

QString printable(const QString &text)
{
    constexpr qsizetype kLongest = 60;
    const QList<uint> characters = text.toUcs4();
    const QString start = escapedCharacters(characters.mid(0, kLongest));
    return characters.size() > kLongest ? start + QStringLiteral("…") : start;
}

QString shown(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return printable(QString::fromUtf8(list.mid(1, list.size() - 2)));
}

} // namespace stampede
