// SPDX-License-Identifier: MIT
#include "scenario/json_syntax.h"

#include "scenario/scenario_text.h"

#include <QJsonDocument>
#include <QSet>

#include <vector>

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace stampede {

namespace {

constexpr QByteArrayView kByteOrderMark("\xEF\xBB\xBF");

/// Takes what the parser finds, and ends it where that is no scenario's JSON: no object, a key
/// twice in one object, too deep.
class Watcher : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Watcher>
{
public:
    Watcher(QByteArrayView json, const rapidjson::MemoryStream &stream)
        : m_json(json)
        , m_stream(stream)
    {}

    bool Default() { return isInside() && read(); }
    bool String(const char *, rapidjson::SizeType, bool) { return Default(); }
    bool StartObject() { return open(); }
    bool StartArray() { return isInside() && open(); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }
    bool Key(const char *letters, rapidjson::SizeType length, bool)
    {
        QSet<QString> &keys = m_levels.back();
        const QString key = QString::fromUtf8(letters, static_cast<qsizetype>(length));
        if (keys.contains(key)) { // by its letters: "a" and "\\u0061" are one
            qsizetype start = m_end;
            while (m_json[start] != '"') {
                ++start;
            }
            return refuse(
                start,
                ScenarioText::tr("expected another key, because %1 was given already")
                    .arg(printable(QString::fromUtf8(m_json.sliced(start, here() - start)))));
        }
        keys.insert(key);
        return read();
    }

    /// Why it ended the parser; nothing where it did not.
    [[nodiscard]] const std::optional<JsonDiagnostic> &refusal() const { return m_refusal; }
    /// Whether the object was opened.
    [[nodiscard]] bool hasBegun() const { return m_begun; }
    /// Whether nothing was read so far in the object or list that is read.
    [[nodiscard]] bool isAtStart() const { return m_atStart; }

private:
    [[nodiscard]] qsizetype here() const { return static_cast<qsizetype>(m_stream.Tell()); }
    bool refuse(qsizetype at, const QString &expected)
    {
        m_refusal = JsonDiagnostic{at, expected};
        return false;
    }
    bool isInside()
    {
        return !m_levels.empty() ||
               refuse(0, ScenarioText::tr("expected { (a scenario is a JSON object)"));
    }
    bool read()
    {
        m_atStart = false;
        m_end = here();
        return true;
    }
    bool open()
    {
        constexpr std::size_t kDeepest = 64;
        if (m_levels.size() == kDeepest) {
            return refuse(here(), ScenarioText::tr("expected at most %1 levels").arg(kDeepest));
        }
        m_begun = true;
        m_levels.emplace_back();
        read();
        m_atStart = true;
        return true;
    }
    bool close()
    {
        m_levels.pop_back();
        return read();
    }

    QByteArrayView m_json;
    const rapidjson::MemoryStream &m_stream;
    std::vector<QSet<QString>> m_levels; ///< the keys of each object that is open
    bool m_begun = false;
    bool m_atStart = true;
    qsizetype m_end = 0; ///< of what was read last
    std::optional<JsonDiagnostic> m_refusal;
};

/// What should stand in a text instead of a wrong escape or a control character.
QString expectedInText(char found)
{
    if (found == '\n' || found == '\r') {
        return ScenarioText::tr("expected \" at the end of the text");
    }
    return found == '\\'
               ? ScenarioText::tr("expected one of \" \\ / b f n r t u")
               : ScenarioText::tr("expected a printable character, or one written as \\uXXXX");
}

/// What should stand where the parser stopped by itself.
QString expectedInstead(rapidjson::ParseErrorCode code, const Watcher &watcher, char found)
{
    switch (code) {
    case rapidjson::kParseErrorDocumentRootNotSingular:
        return ScenarioText::tr("expected nothing after the last }");
    case rapidjson::kParseErrorValueInvalid:
        return watcher.isAtStart() ? ScenarioText::tr("expected a value, or ]")
                                   : ScenarioText::tr("expected a value");
    case rapidjson::kParseErrorObjectMissName:
        return watcher.isAtStart() ? ScenarioText::tr("expected a key in quotes, or }")
                                   : ScenarioText::tr("expected a key in quotes");
    case rapidjson::kParseErrorObjectMissColon:
        return ScenarioText::tr("expected : after the key");
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
        return ScenarioText::tr("expected , or }");
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
        return ScenarioText::tr("expected , or ]");
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
        return ScenarioText::tr("expected four hexadecimal digits after \\u");
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
        return ScenarioText::tr("expected both halves of a character written as \\uXXXX");
    case rapidjson::kParseErrorStringMissQuotationMark:
        return ScenarioText::tr("expected \" at the end of the text");
    case rapidjson::kParseErrorStringEscapeInvalid:
    case rapidjson::kParseErrorStringInvalidEncoding:
        return expectedInText(found);
    case rapidjson::kParseErrorNumberTooBig:
        return ScenarioText::tr("expected a number of ordinary size");
    case rapidjson::kParseErrorNumberMissFraction:
    case rapidjson::kParseErrorNumberMissExponent:
        return ScenarioText::tr("expected a digit");
    case rapidjson::kParseErrorDocumentEmpty:
    case rapidjson::kParseErrorNone:
    case rapidjson::kParseErrorTermination:
    case rapidjson::kParseErrorUnspecificSyntaxError:
        break;
    }
    return ScenarioText::tr("expected JSON");
}

std::optional<JsonDiagnostic> findFault(QByteArrayView json)
{
    rapidjson::MemoryStream stream(json.data(), static_cast<std::size_t>(json.size()));
    Watcher watcher(json, stream);
    rapidjson::Reader reader;
    reader.Parse<rapidjson::kParseIterativeFlag>(stream, watcher);
    if (watcher.refusal()) {
        return watcher.refusal();
    }
    if (!watcher.hasBegun()) {
        return JsonDiagnostic{static_cast<qsizetype>(reader.GetErrorOffset()),
                              ScenarioText::tr("expected { (a scenario is a JSON object)")};
    }
    const auto at =
        static_cast<qsizetype>(reader.HasParseError() ? reader.GetErrorOffset() : stream.Tell());
    const auto code =
        reader.HasParseError() ? reader.GetParseErrorCode() : rapidjson::kParseErrorNone;
    if (code == rapidjson::kParseErrorNone) { // the parser takes a zero byte for the end
        return at == json.size()
                   ? std::nullopt
                   : std::optional(JsonDiagnostic{
                         at, expectedInstead(rapidjson::kParseErrorDocumentRootNotSingular, watcher,
                                             '\0')});
    }
    return JsonDiagnostic{at, expectedInstead(code, watcher, at < json.size() ? json[at] : '\0')};
}

} // namespace

std::optional<JsonDiagnostic> findJsonDiagnostic(const QByteArray &json)
{
    const qsizetype mark = json.startsWith(kByteOrderMark) ? kByteOrderMark.size() : 0;
    auto fault = findFault(QByteArrayView(json).sliced(mark));
    if (fault) {
        fault->offset += mark;
    }
    return fault;
}

QString lineAndColumn(const QByteArray &text, qsizetype offset)
{
    QByteArrayView before = QByteArrayView(text).first(qBound(qsizetype(0), offset, text.size()));
    if (before.startsWith(kByteOrderMark)) {
        before = before.sliced(kByteOrderMark.size());
    }
    const qsizetype line = before.count('\n') + 1;
    const QByteArrayView lineStart = before.sliced(before.lastIndexOf('\n') + 1);
    const qsizetype column = QString::fromUtf8(lineStart).toUcs4().size() + 1;
    return QStringLiteral("%1:%2").arg(line).arg(column);
}

} // namespace stampede
