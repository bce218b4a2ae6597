// SPDX-License-Identifier: MIT
#include "requests/request_parts.h"
#include "requests/request_readers.h"
#include "requests/requests_text.h"

#include <QRegularExpression>

namespace stampede {

namespace {

/// A value as PowerShell writes it: a word, a text, or a table @{ … }.
struct ShellValue
{
    QString text;
    HeaderList table;
    bool isTable = false;
    qsizetype offset = 0;
};

/// Reads the few forms of PowerShell that browsers write.
class PowerShellReader
{
public:
    PowerShellReader(const QString &text, FoundRequests &found, InputFaults &faults)
        : m_text(text)
        , m_found(found)
        , m_faults(faults)
    {}

    void read()
    {
        while (!m_faults.any()) {
            skip(true);
            if (m_at >= m_text.size()) {
                return;
            }
            if (peek() == QLatin1Char(';')) {
                ++m_at;
            } else if (takeIf(QStringLiteral("$session"))) {
                readSession();
            } else {
                readInvocation();
            }
        }
    }

private:
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(0);
    }
    void fault(qsizetype at, const QString &what) { m_faults.add(placeIn(m_text, at), what); }
    bool takeIf(const QString &word)
    {
        if (QStringView(m_text).mid(m_at).startsWith(word, Qt::CaseInsensitive)) {
            m_at += word.size();
            return true;
        }
        return false;
    }

    /// Passes over blanks, continued lines, and with `lines` ends of lines.
    void skip(bool lines)
    {
        while (m_at < m_text.size()) {
            const QChar letter = peek();
            if (letter == QLatin1Char('`') &&
                (peek(1) == QLatin1Char('\n') || peek(1) == QLatin1Char('\r'))) {
                m_at += peek(1) == QLatin1Char('\r') && peek(2) == QLatin1Char('\n') ? 3 : 2;
            } else if (letter == QLatin1Char(' ') || letter == QLatin1Char('\t') ||
                       (lines && letter.isSpace())) {
                ++m_at;
            } else {
                return;
            }
        }
    }

    /// $session = New-Object …, $session.UserAgent = "…", $session.Cookies.Add(…).
    void readSession()
    {
        const qsizetype start = m_at;
        if (takeIf(QStringLiteral(".UserAgent"))) {
            skip(false);
            if (peek() != QLatin1Char('=')) {
                return fault(m_at, RequestsText::tr("expected ="));
            }
            ++m_at;
            skip(false);
            m_agent = readText();
            return;
        }
        if (takeIf(QStringLiteral(".Cookies.Add("))) {
            return readCookie(start);
        }
        skipLine();
    }

    void skipLine()
    {
        while (m_at < m_text.size() && peek() != QLatin1Char('\n')) {
            ++m_at;
        }
    }

    /// (New-Object System.Net.Cookie("name", "value", "/", "host")))
    void readCookie(qsizetype start)
    {
        const qsizetype open = m_text.indexOf(QLatin1String("Cookie("), m_at, Qt::CaseInsensitive);
        const qsizetype line = m_text.indexOf(QLatin1Char('\n'), m_at);
        if (open < 0 || (line >= 0 && open > line)) {
            return fault(start, RequestsText::tr("expected a cookie: System.Net.Cookie(\"name\", "
                                                 "\"value\")"));
        }
        m_at = open + 7;
        skip(false);
        const QString name = readText();
        skip(false);
        if (m_faults.any()) {
            return;
        }
        if (peek() != QLatin1Char(',')) {
            return fault(m_at, RequestsText::tr("expected , and the value of the cookie"));
        }
        ++m_at;
        skip(false);
        const QString value = readText();
        m_cookies << name + QLatin1Char('=') + value;
        skipLine();
    }

    void readInvocation()
    {
        const qsizetype start = m_at;
        if (!takeIf(QStringLiteral("Invoke-WebRequest")) &&
            !takeIf(QStringLiteral("Invoke-RestMethod"))) {
            return fault(start, RequestsText::tr("expected Invoke-WebRequest"));
        }
        CopiedRequest request;
        request.place = placeIn(m_text, start);
        QStringList without;
        while (!m_faults.any()) {
            skip(false);
            const QChar letter = peek();
            if (m_at >= m_text.size() || letter == QLatin1Char('\n') ||
                letter == QLatin1Char('\r') || letter == QLatin1Char(';') ||
                letter == QLatin1Char('|')) {
                break;
            }
            readParameter(request, without);
        }
        if (peek() == QLatin1Char('|')) {
            request.remarks << RequestsText::tr("What stands behind | has no use here.");
            skipLine();
        }
        finish(request, without, start);
    }

    void readParameter(CopiedRequest &request, QStringList &without)
    {
        const qsizetype start = m_at;
        if (peek() != QLatin1Char('-')) {
            const QString url = readValue().text; // without a name: the address
            return m_faults.any() ? void() : takeUrl(request, url, start);
        }
        ++m_at;
        QString name;
        while (peek().isLetterOrNumber()) {
            name += peek().toLower();
            ++m_at;
        }
        const bool isFlag = name == QLatin1String("usebasicparsing") ||
                            name == QLatin1String("skipcertificatecheck") ||
                            name == QLatin1String("disablekeepalive") ||
                            name == QLatin1String("skipheadervalidation");
        if (isFlag) {
            request.insecure = request.insecure || name == QLatin1String("skipcertificatecheck");
            return;
        }
        skip(false);
        if (m_at >= m_text.size() || peek() == QLatin1Char('\n')) {
            return fault(start, RequestsText::tr("expected a value behind -%1").arg(name));
        }
        const ShellValue value = readValue();
        if (!m_faults.any()) {
            apply(request, name, value, start, without);
        }
    }

    void apply(CopiedRequest &request, const QString &name, const ShellValue &value,
               qsizetype start, QStringList &without)
    {
        const auto is = [&name](const char *word) { return name == QLatin1String(word); };
        if (is("uri")) {
            takeUrl(request, value.text, value.offset);
        } else if (is("method") || is("custommethod")) {
            request.method = value.text.toUpper();
        } else if (is("headers")) {
            if (!value.isTable) {
                return fault(value.offset, RequestsText::tr("expected a table @{ … }"));
            }
            request.headers += value.table;
        } else if (is("contenttype")) {
            request.addHeader(QStringLiteral("Content-Type"), value.text);
        } else if (is("useragent")) {
            m_agent = value.text;
        } else if (is("body")) {
            setBody(request, value.isTable ? formBody(value.table) : value.text,
                    value.isTable ? QStringLiteral("application/x-www-form-urlencoded")
                                  : QString());
        } else if (is("timeoutsec")) {
            const int seconds = value.text.toInt();
            if (seconds > 0 && seconds <= 86'400) {
                request.timeout = std::chrono::seconds(seconds);
            }
        } else if (is("infile")) {
            fault(start, RequestsText::tr("expected the body, not the file %1: put what it holds "
                                          "here")
                             .arg(value.text));
        } else if (!is("websession") && !is("sessionvariable")) {
            without << QLatin1Char('-') + name;
        }
    }

    void takeUrl(CopiedRequest &request, const QString &url, qsizetype at)
    {
        request.url = url;
        if (!isUsableUrl(url)) {
            fault(at, RequestsText::tr("expected a URL that begins with http:// or https://"));
        }
    }

    void finish(CopiedRequest &request, const QStringList &without, qsizetype start)
    {
        if (m_faults.any()) {
            return;
        }
        if (request.url.isEmpty()) {
            return fault(start, RequestsText::tr("expected -Uri and a URL"));
        }
        if (request.method.isEmpty()) {
            request.method = QStringLiteral("GET");
        }
        if (!without.isEmpty()) {
            request.remarks << RequestsText::tr("Without a use here: %1.")
                                   .arg(without.join(QStringLiteral(", ")));
        }
        if (!m_agent.isEmpty()) {
            request.addHeader(QStringLiteral("User-Agent"), m_agent);
        }
        if (!m_cookies.isEmpty()) {
            request.addHeader(QStringLiteral("Cookie"), m_cookies.join(QStringLiteral("; ")));
        }
        m_agent.clear();
        m_cookies.clear();
        m_found.requests << request;
    }

    ShellValue readValue()
    {
        ShellValue value;
        value.offset = m_at;
        if (peek() == QLatin1Char('@') && peek(1) == QLatin1Char('{')) {
            value.isTable = true;
            readTable(value.table);
        } else if (peek() == QLatin1Char('(')) {
            value.text = readBytes();
        } else {
            value.text = readText();
        }
        return value;
    }

    /// ([System.Text.Encoding]::UTF8.GetBytes("…"))
    QString readBytes()
    {
        const qsizetype start = m_at;
        ++m_at;
        if (!takeIf(QStringLiteral("[System.Text.Encoding]::UTF8.GetBytes("))) {
            fault(start, RequestsText::tr("expected a text"));
            return {};
        }
        QString text = readText();
        for (int i = 0; i < 2 && !m_faults.any(); ++i) {
            if (peek() != QLatin1Char(')')) {
                fault(m_at, RequestsText::tr("expected )"));
            }
            ++m_at;
        }
        return text;
    }

    void readTable(HeaderList &table)
    {
        const qsizetype start = m_at;
        m_at += 2;
        while (!m_faults.any()) {
            skip(true);
            if (m_at >= m_text.size()) {
                return fault(start, RequestsText::tr("expected } at the end of the table"));
            }
            if (peek() == QLatin1Char('}')) {
                ++m_at;
                return;
            }
            if (peek() == QLatin1Char(';')) {
                ++m_at;
                continue;
            }
            const QString name = readText();
            skip(false);
            if (m_faults.any()) {
                return;
            }
            if (peek() != QLatin1Char('=')) {
                return fault(m_at, RequestsText::tr("expected = behind the name"));
            }
            ++m_at;
            skip(false);
            table.append({name, readText()});
        }
    }

    QString readText()
    {
        if (peek() == QLatin1Char('\'')) {
            return readSingle();
        }
        if (peek() == QLatin1Char('"')) {
            return readDouble();
        }
        QString word;
        static constexpr QStringView kEnds = u" \t\r\n;,=(){}|'\"";
        while (m_at < m_text.size() && !kEnds.contains(peek())) {
            if (peek() == QLatin1Char('`')) {
                ++m_at;
                if (m_at >= m_text.size() || peek().isSpace()) {
                    break;
                }
            }
            word += peek();
            ++m_at;
        }
        if (word.isEmpty()) {
            fault(m_at, RequestsText::tr("expected a text"));
        }
        return word;
    }

    QString readSingle()
    {
        const qsizetype start = m_at++;
        QString text;
        while (m_at < m_text.size()) {
            if (peek() == QLatin1Char('\'')) {
                ++m_at;
                if (peek() != QLatin1Char('\'')) {
                    return text;
                }
            }
            text += peek();
            ++m_at;
        }
        fault(start, RequestsText::tr("expected ' at the end of the text"));
        return {};
    }

    QString readDouble()
    {
        const qsizetype start = m_at++;
        QString text;
        while (m_at < m_text.size() && !m_faults.any()) {
            const QChar letter = peek();
            if (letter == QLatin1Char('"')) {
                ++m_at;
                if (peek() != QLatin1Char('"')) {
                    return text;
                }
                text += letter;
                ++m_at;
            } else if (letter == QLatin1Char('`')) {
                text += escapeOf(peek(1));
                m_at += 2;
            } else if (letter == QLatin1Char('$')) {
                text += readDollar();
            } else {
                text += letter;
                ++m_at;
            }
        }
        if (!m_faults.any()) {
            fault(start, RequestsText::tr("expected \" at the end of the text"));
        }
        return {};
    }

    static QChar escapeOf(QChar letter)
    {
        switch (letter.unicode()) {
        case 'n':
            return QLatin1Char('\n');
        case 'r':
            return QLatin1Char('\r');
        case 't':
            return QLatin1Char('\t');
        case '0':
            return QLatin1Char(' ');
        default:
            return letter;
        }
    }

    /// $([char]0x00e9), $env:NAME, or the sign itself.
    QString readDollar()
    {
        static const QRegularExpression letter(
            QStringLiteral("\\G\\$\\(\\[char\\](0x[0-9A-Fa-f]{1,4}|[0-9]{1,5})\\)"));
        static const QRegularExpression variable(
            QStringLiteral("\\G\\$(\\{env:(\\w+)\\}|env:(\\w+))"));
        const auto code = letter.match(m_text, m_at);
        if (code.hasMatch()) {
            m_at = code.capturedEnd();
            const uint value = code.captured(1).toUInt(nullptr, 0);
            return value > 0 && value <= 0xFFFF ? QString(QChar(static_cast<char16_t>(value)))
                                                : QString();
        }
        const auto asked = variable.match(m_text, m_at);
        if (asked.hasMatch()) {
            m_at = asked.capturedEnd();
            return QStringLiteral("${env:") + asked.captured(2) + asked.captured(3) +
                   QLatin1Char('}');
        }
        if (peek(1) == QLatin1Char('(')) {
            fault(m_at, RequestsText::tr("expected no command in $( ): put what it prints there"));
            return {};
        }
        ++m_at;
        return QStringLiteral("$");
    }

    const QString &m_text;
    FoundRequests &m_found;
    InputFaults &m_faults;
    qsizetype m_at = 0;
    QString m_agent;
    QStringList m_cookies;
};

} // namespace

void readPowerShell(const QString &text, FoundRequests &found, InputFaults &faults)
{
    PowerShellReader(text, found, faults).read();
}

} // namespace stampede
