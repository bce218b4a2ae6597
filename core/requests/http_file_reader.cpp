// SPDX-License-Identifier: MIT
#include "requests/request_parts.h"
#include "requests/request_readers.h"
#include "requests/requests_text.h"

#include <QRegularExpression>

namespace stampede {

namespace {

/// Reads the .http files of JetBrains' IDEs and of VS Code's REST Client.
class HttpFileReader
{
public:
    HttpFileReader(const QString &text, FoundRequests &found, InputFaults &faults)
        : m_lines(text.split(QLatin1Char('\n')))
        , m_found(found)
        , m_faults(faults)
    {
        for (QString &line : m_lines) {
            if (line.endsWith(QLatin1Char('\r'))) {
                line.chop(1);
            }
        }
    }

    void read()
    {
        readVariables();
        while (m_at < m_lines.size() && !m_faults.any()) {
            readPart();
        }
    }

private:
    [[nodiscard]] const QString &line() const { return m_lines[m_at]; }
    [[nodiscard]] bool isSeparator() const { return line().startsWith(QLatin1String("###")); }
    void fault(const QString &what, qsizetype column = 0)
    {
        const qsizetype at = qMin(m_at, m_lines.size() - 1);
        m_faults.add({static_cast<int>(at) + 1, static_cast<int>(column) + 1}, what);
    }

    /// @name = value, which holds in the whole file.
    void readVariables()
    {
        static const QRegularExpression variable(
            QStringLiteral("\\A@([\\w.-]+)\\s*=\\s*(.*?)\\s*\\z"));
        for (m_at = 0; m_at < m_lines.size(); ++m_at) {
            const auto match = variable.match(line());
            if (match.hasMatch()) {
                m_variables.set(match.captured(1), match.captured(2));
            }
        }
        m_at = 0;
    }

    /// Everything up to the next ###.
    void readPart()
    {
        QString name;
        static const QRegularExpression named(
            QStringLiteral("\\A(#|//)\\s*@name[\\s=]+(\\S.*?)\\s*\\z"));
        for (; m_at < m_lines.size() && !m_faults.any(); ++m_at) {
            const QString text = line().trimmed();
            if (isSeparator()) {
                name = text.mid(3).trimmed();
            } else if (const auto match = named.match(text); match.hasMatch()) {
                name = match.captured(2);
            } else if (text.startsWith(QLatin1Char('<'))) {
                skipScript();
            } else if (!text.isEmpty() && !text.startsWith(QLatin1Char('#')) &&
                       !text.startsWith(QLatin1String("//"))) {
                if (!text.startsWith(QLatin1Char('@'))) {
                    return readRequest(name);
                }
                if (!text.contains(QLatin1Char('='))) {
                    fault(RequestsText::tr("expected a variable such as @name = value"));
                }
            }
        }
    }

    /// < {% … %} before a request.
    void skipScript()
    {
        const qsizetype start = m_at;
        if (!line().contains(QLatin1String("{%"))) {
            return fault(RequestsText::tr("expected a request such as POST https://host/path"));
        }
        while (m_at < m_lines.size() && !line().contains(QLatin1String("%}"))) {
            ++m_at;
        }
        if (m_at == m_lines.size()) {
            m_at = start;
            fault(RequestsText::tr("expected %} at the end of the script"));
        }
    }

    void readRequest(const QString &name)
    {
        CopiedRequest request;
        request.name = name;
        request.place = {static_cast<int>(m_at) + 1, 1};
        readRequestLine(request);
        readHeaders(request);
        readBody(request);
        if (!m_faults.any()) {
            m_found.requests << request;
        }
    }

    void readRequestLine(CopiedRequest &request)
    {
        static const QRegularExpression form(QStringLiteral(
            "\\A\\s*(?:([A-Za-z]+)[ \\t]+)?(\\S.*?)(?:[ \\t]+HTTP/[0-9.]+)?\\s*\\z"));
        const auto match = form.match(line());
        const QString method = match.captured(1);
        request.method = method.isEmpty() ? QStringLiteral("GET") : method.toUpper();
        QString url = match.captured(2);
        const qsizetype start = m_at++;
        static const QRegularExpression further(QStringLiteral("\\A[ \\t]+([?&/#].*?)\\s*\\z"));
        for (; m_at < m_lines.size(); ++m_at) { // a query over several lines
            const auto more = further.match(line());
            if (!more.hasMatch()) {
                break;
            }
            url += more.captured(1);
        }
        static const QRegularExpression known(QStringLiteral("\\A(GET|POST|PUT|PATCH|DELETE|HEAD|"
                                                             "OPTIONS|TRACE|CONNECT)\\z"));
        request.url = m_variables.filled(url).trimmed();
        if (request.url.contains(QLatin1Char(' ')) || !known.match(request.method).hasMatch()) {
            const qsizetype next = std::exchange(m_at, start);
            fault(RequestsText::tr("expected a request such as POST https://host/path"));
            m_at = next;
            return;
        }
        if (!needsHost(request) && !isUsableUrl(request.url)) {
            if (request.url.contains(QLatin1String("://"))) {
                m_at = start;
                return fault(RequestsText::tr("expected a URL that begins with http:// or "
                                              "https://"),
                             match.capturedStart(2));
            }
            request.url.prepend(QLatin1String("http://"));
        }
    }

    /// Whether the header Host has to say where the path is asked for.
    static bool needsHost(const CopiedRequest &request)
    {
        return request.url.startsWith(QLatin1Char('/'));
    }

    void readHeaders(CopiedRequest &request)
    {
        for (; m_at < m_lines.size() && !m_faults.any(); ++m_at) {
            const QString text = line().trimmed();
            if (text.isEmpty() || isSeparator()) {
                break;
            }
            if (text.startsWith(QLatin1Char('#')) || text.startsWith(QLatin1String("//"))) {
                continue;
            }
            const qsizetype colon = text.indexOf(QLatin1Char(':'));
            static const QRegularExpression token(
                QStringLiteral("\\A[A-Za-z0-9!#$%&'*+.^_`|~-]+\\z"));
            if (colon < 1 || !token.match(text.left(colon)).hasMatch()) {
                return fault(RequestsText::tr("expected a header such as \"Name: value\", or an "
                                              "empty line before the body"));
            }
            request.headers.append(
                {text.left(colon), m_variables.filled(text.mid(colon + 1).trimmed())});
        }
        if (needsHost(request) && !m_faults.any()) {
            const auto host = request.header(QStringLiteral("Host"));
            request.url.prepend(host ? QStringLiteral("http://") + *host
                                     : QStringLiteral("${env:BASE_URL}"));
        }
        takeBasic(request);
    }

    /// Authorization: Basic USER PASSWORD, which the editors encode.
    static void takeBasic(CopiedRequest &request)
    {
        static const QRegularExpression plain(
            QStringLiteral("\\ABasic\\s+([^\\s:]+)(?:\\s+|:)(\\S+)\\z"));
        for (auto &[name, value] : request.headers) {
            const auto match = plain.match(value);
            if (name.compare(QLatin1String("authorization"), Qt::CaseInsensitive) == 0 &&
                match.hasMatch()) {
                value = basicAuthorization(match.captured(1), match.captured(2));
            }
        }
    }

    void readBody(CopiedRequest &request)
    {
        QStringList body;
        bool isScript = false;
        bool doesMore = false; // with the answer
        for (; m_at < m_lines.size() && !m_faults.any() && !isSeparator(); ++m_at) {
            const QString &text = line();
            static const QRegularExpression answers(
                QStringLiteral("\\A(>>?!?\\s|>\\s*\\{%|<>\\s)"));
            if (isScript) {
                isScript = !text.contains(QLatin1String("%}"));
            } else if (answers.match(text).hasMatch()) {
                isScript =
                    text.contains(QLatin1String("{%")) && !text.contains(QLatin1String("%}"));
                doesMore = true;
            } else if (text.startsWith(QLatin1String("< ")) ||
                       text.startsWith(QLatin1String("<@"))) {
                request.refuse({static_cast<int>(m_at) + 1, 1},
                               RequestsText::tr("expected the body, not the file %1: put what it "
                                                "holds here")
                                   .arg(text.mid(2).trimmed()));
            } else {
                body << text;
            }
        }
        if (isScript && !m_faults.any()) {
            fault(RequestsText::tr("expected %} at the end of the script"));
        }
        if (doesMore) {
            request.remarks << RequestsText::tr("What is done with the answer (> and <>) has no "
                                                "use here.");
        }
        const QString text = m_variables.filled(joined(request, body)).trimmed();
        if (!text.isEmpty()) {
            setBody(request, text, QString());
        }
    }

    /// Forms may be written over several lines.
    static QString joined(const CopiedRequest &request, const QStringList &body)
    {
        const bool isForm = request.header(QStringLiteral("Content-Type"))
                                .value_or(QString())
                                .contains(QLatin1String("x-www-form-urlencoded"));
        if (!isForm) {
            return body.join(QLatin1Char('\n'));
        }
        QString form;
        for (const QString &line : body) {
            form += line.trimmed();
        }
        return form;
    }

    QStringList m_lines;
    FoundRequests &m_found;
    InputFaults &m_faults;
    BraceVariables m_variables;
    qsizetype m_at = 0;
};

} // namespace

void readHttpFile(const QString &text, FoundRequests &found, InputFaults &faults)
{
    HttpFileReader(text, found, faults).read();
}

} // namespace stampede
