#include "scenario/json_syntax.h"

#include "scenario/scenario_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <utility>
#include <vector>

namespace stampede {

namespace {

constexpr QByteArrayView kByteOrderMark("\xEF\xBB\xBF");

/// Walks over a JSON text once, without recursion, and stops at the first fault.
class Scanner
{
public:
    explicit Scanner(const QByteArray &json)
        : m_json(json)
    {
        if (m_json.startsWith(kByteOrderMark)) {
            m_at = kByteOrderMark.size();
        }
    }

    std::optional<JsonFault> run()
    {
        skipSpace();
        if (peek() != '{') {
            return JsonFault{m_at, ScenarioText::tr("expected { (a scenario is a JSON object)")};
        }
        open();
        while (m_expected.isEmpty() && !m_levels.empty()) {
            step();
        }
        if (m_expected.isEmpty()) {
            skipSpace();
            if (m_at == m_json.size()) {
                return std::nullopt;
            }
            expect(ScenarioText::tr("expected nothing after the last }"));
        }
        return JsonFault{m_at, m_expected};
    }

private:
    struct Level
    {
        bool object = true;
        bool first = true;  ///< nothing was read in it so far
        QSet<QString> keys; ///< by their letters: "a" and "\\u0061" are one
    };

    [[nodiscard]] char peek() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }
    [[nodiscard]] bool isDigit() const { return peek() >= '0' && peek() <= '9'; }
    void expect(const QString &expected) { m_expected = expected; }

    void skipSpace()
    {
        while (m_at < m_json.size() &&
               (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')) {
            ++m_at;
        }
    }

    void open()
    {
        constexpr std::size_t kDeepest = 64;
        if (m_levels.size() == kDeepest) {
            return expect(ScenarioText::tr("expected at most %1 levels").arg(kDeepest));
        }
        m_levels.push_back(Level{peek() == '{', true, {}});
        ++m_at;
    }

    /// One member or element, or the end of the level.
    void step()
    {
        Level &level = m_levels.back();
        const char end = level.object ? '}' : ']';
        skipSpace();
        if (peek() == end) {
            ++m_at;
            m_levels.pop_back();
            return;
        }
        const bool first = std::exchange(level.first, false);
        if (!first) {
            if (peek() != ',') {
                return expect(level.object ? ScenarioText::tr("expected , or }")
                                           : ScenarioText::tr("expected , or ]"));
            }
            ++m_at;
            skipSpace();
        }
        if (level.object && !readKey(level, first)) {
            return;
        }
        readValue(!level.object && first);
    }

    bool readKey(Level &level, bool first)
    {
        if (peek() != '"') {
            expect(first ? ScenarioText::tr("expected a key in quotes, or }")
                         : ScenarioText::tr("expected a key in quotes"));
            return false;
        }
        const qsizetype start = m_at;
        readString();
        if (!m_expected.isEmpty()) {
            return false;
        }
        const QByteArray written = m_json.mid(start, m_at - start);
        const QString key = meaningOf(written);
        if (level.keys.contains(key)) {
            m_at = start;
            expect(ScenarioText::tr("expected another key, because %1 was given already")
                       .arg(printable(QString::fromUtf8(written))));
            return false;
        }
        level.keys.insert(key);
        skipSpace();
        if (peek() != ':') {
            expect(ScenarioText::tr("expected : after the key"));
            return false;
        }
        ++m_at;
        skipSpace();
        return true;
    }

    /// The text that a literal of JSON stands for.
    static QString meaningOf(const QByteArray &literal)
    {
        if (!literal.contains('\\')) {
            return QString::fromUtf8(literal.mid(1).chopped(1));
        }
        return QJsonDocument::fromJson('[' + literal + ']').array().at(0).toString();
    }

    void readValue(bool mayEnd)
    {
        for (const QByteArrayView word :
             {QByteArrayView("true"), QByteArrayView("false"), QByteArrayView("null")}) {
            if (QByteArrayView(m_json).sliced(m_at).startsWith(word)) {
                m_at += word.size();
                return;
            }
        }
        if (peek() == '"') {
            readString();
        } else if (peek() == '{' || peek() == '[') {
            open();
        } else if (peek() == '-' || isDigit()) {
            readNumber();
        } else {
            expect(mayEnd ? ScenarioText::tr("expected a value, or ]")
                          : ScenarioText::tr("expected a value"));
        }
    }

    void readDigits()
    {
        if (!isDigit()) {
            return expect(ScenarioText::tr("expected a digit"));
        }
        while (isDigit()) {
            ++m_at;
        }
    }

    void readNumber()
    {
        const qsizetype start = m_at;
        if (peek() == '-') {
            ++m_at;
        }
        if (peek() == '0') {
            ++m_at;
        } else {
            readDigits();
        }
        if (m_expected.isEmpty() && peek() == '.') {
            ++m_at;
            readDigits();
        }
        if (m_expected.isEmpty() && (peek() == 'e' || peek() == 'E')) {
            ++m_at;
            if (peek() == '+' || peek() == '-') {
                ++m_at;
            }
            readDigits();
        }
        bool finite = true;
        m_json.mid(start, m_at - start).toDouble(&finite);
        if (m_expected.isEmpty() && !finite) {
            m_at = start;
            expect(ScenarioText::tr("expected a number of ordinary size"));
        }
    }

    void readString()
    {
        ++m_at;
        while (m_expected.isEmpty() && peek() != '"') {
            if (peek() == '\\') {
                ++m_at;
                readEscape();
            } else if (m_at >= m_json.size() || peek() == '\n' || peek() == '\r') {
                expect(ScenarioText::tr("expected \" at the end of the text"));
            } else if (static_cast<unsigned char>(peek()) < 0x20U) {
                expect(
                    ScenarioText::tr("expected a printable character, or one written as \\uXXXX"));
            } else {
                ++m_at;
            }
        }
        if (m_expected.isEmpty()) {
            ++m_at;
        }
    }

    void readEscape()
    {
        if (peek() != 'u') {
            if (peek() == '\0' || !QByteArrayView("\"\\/bfnrt").contains(peek())) {
                return expect(ScenarioText::tr("expected one of \" \\ / b f n r t u"));
            }
            ++m_at;
            return;
        }
        ++m_at;
        for (int digit = 0; digit < 4; ++digit, ++m_at) {
            if (peek() == '\0' || !QByteArrayView("0123456789abcdefABCDEF").contains(peek())) {
                return expect(ScenarioText::tr("expected four hexadecimal digits after \\u"));
            }
        }
    }

    QByteArray m_json;
    qsizetype m_at = 0;
    std::vector<Level> m_levels;
    QString m_expected;
};

} // namespace

std::optional<JsonFault> findJsonFault(const QByteArray &json)
{
    return Scanner(json).run();
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
