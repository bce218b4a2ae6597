// SPDX-License-Identifier: MIT
#include "requests/request_parts.h"
#include "requests/request_readers.h"
#include "requests/requests_text.h"
#include "requests/shell_words.h"
#include "text/nearest_name.h"

#include <QRegularExpression>

#include <array>

namespace stampede {

namespace {

/// What an option of curl does to the request.
enum class CurlEffect
{
    Url,
    Method,
    Header,
    Data,
    DataRaw,
    DataBinary,
    DataEncoded,
    UrlQuery,
    Json,
    Form,
    FormString,
    Get,
    Head,
    Cookie,
    User,
    Bearer,
    Agent,
    Referer,
    Insecure,
    Time,
    None ///< nothing here
};

struct CurlOption
{
    char letter; ///< 0 for none
    const char *name;
    bool hasValue;
    CurlEffect effect;
};

constexpr std::array kCurlOptions = {
    CurlOption{0, "url", true, CurlEffect::Url},
    CurlOption{'X', "request", true, CurlEffect::Method},
    CurlOption{'H', "header", true, CurlEffect::Header},
    CurlOption{'d', "data", true, CurlEffect::Data},
    CurlOption{0, "data-ascii", true, CurlEffect::Data},
    CurlOption{0, "data-raw", true, CurlEffect::DataRaw},
    CurlOption{0, "data-binary", true, CurlEffect::DataBinary},
    CurlOption{0, "data-urlencode", true, CurlEffect::DataEncoded},
    CurlOption{0, "url-query", true, CurlEffect::UrlQuery},
    CurlOption{0, "json", true, CurlEffect::Json},
    CurlOption{'F', "form", true, CurlEffect::Form},
    CurlOption{0, "form-string", true, CurlEffect::FormString},
    CurlOption{'G', "get", false, CurlEffect::Get},
    CurlOption{'I', "head", false, CurlEffect::Head},
    CurlOption{'b', "cookie", true, CurlEffect::Cookie},
    CurlOption{'u', "user", true, CurlEffect::User},
    CurlOption{0, "oauth2-bearer", true, CurlEffect::Bearer},
    CurlOption{'A', "user-agent", true, CurlEffect::Agent},
    CurlOption{'e', "referer", true, CurlEffect::Referer},
    CurlOption{'k', "insecure", false, CurlEffect::Insecure},
    CurlOption{'m', "max-time", true, CurlEffect::Time},
    CurlOption{'x', "proxy", true, CurlEffect::None},
    CurlOption{'U', "proxy-user", true, CurlEffect::None},
    CurlOption{0, "proxy-header", true, CurlEffect::None},
    CurlOption{0, "noproxy", true, CurlEffect::None},
    CurlOption{0, "socks5", true, CurlEffect::None},
    CurlOption{0, "socks5-hostname", true, CurlEffect::None},
    CurlOption{'L', "location", false, CurlEffect::None},
    CurlOption{0, "location-trusted", false, CurlEffect::None},
    CurlOption{0, "max-redirs", true, CurlEffect::None},
    CurlOption{0, "post301", false, CurlEffect::None},
    CurlOption{0, "post302", false, CurlEffect::None},
    CurlOption{0, "post303", false, CurlEffect::None},
    CurlOption{0, "compressed", false, CurlEffect::None},
    CurlOption{0, "cacert", true, CurlEffect::None},
    CurlOption{0, "capath", true, CurlEffect::None},
    CurlOption{'E', "cert", true, CurlEffect::None},
    CurlOption{0, "cert-type", true, CurlEffect::None},
    CurlOption{0, "key", true, CurlEffect::None},
    CurlOption{0, "key-type", true, CurlEffect::None},
    CurlOption{0, "pass", true, CurlEffect::None},
    CurlOption{0, "ciphers", true, CurlEffect::None},
    CurlOption{0, "tlsv1.2", false, CurlEffect::None},
    CurlOption{0, "tlsv1.3", false, CurlEffect::None},
    CurlOption{0, "tls-max", true, CurlEffect::None},
    CurlOption{0, "ssl-no-revoke", false, CurlEffect::None},
    CurlOption{'0', "http1.0", false, CurlEffect::None},
    CurlOption{0, "http1.1", false, CurlEffect::None},
    CurlOption{0, "http2", false, CurlEffect::None},
    CurlOption{0, "http2-prior-knowledge", false, CurlEffect::None},
    CurlOption{0, "http3", false, CurlEffect::None},
    CurlOption{0, "connect-timeout", true, CurlEffect::None},
    CurlOption{0, "connect-to", true, CurlEffect::None},
    CurlOption{0, "resolve", true, CurlEffect::None},
    CurlOption{0, "unix-socket", true, CurlEffect::None},
    CurlOption{0, "interface", true, CurlEffect::None},
    CurlOption{0, "dns-servers", true, CurlEffect::None},
    CurlOption{0, "keepalive-time", true, CurlEffect::None},
    CurlOption{0, "no-keepalive", false, CurlEffect::None},
    CurlOption{0, "limit-rate", true, CurlEffect::None},
    CurlOption{0, "retry", true, CurlEffect::None},
    CurlOption{0, "retry-delay", true, CurlEffect::None},
    CurlOption{0, "retry-all-errors", false, CurlEffect::None},
    CurlOption{0, "anyauth", false, CurlEffect::None},
    CurlOption{0, "basic", false, CurlEffect::None},
    CurlOption{0, "digest", false, CurlEffect::None},
    CurlOption{0, "ntlm", false, CurlEffect::None},
    CurlOption{'g', "globoff", false, CurlEffect::None},
    CurlOption{'c', "cookie-jar", true, CurlEffect::None},
    CurlOption{'j', "junk-session-cookies", false, CurlEffect::None},
    CurlOption{'n', "netrc", false, CurlEffect::None},
    CurlOption{'K', "config", true, CurlEffect::None},
    CurlOption{'o', "output", true, CurlEffect::None},
    CurlOption{'O', "remote-name", false, CurlEffect::None},
    CurlOption{'D', "dump-header", true, CurlEffect::None},
    CurlOption{'w', "write-out", true, CurlEffect::None},
    CurlOption{'s', "silent", false, CurlEffect::None},
    CurlOption{'S', "show-error", false, CurlEffect::None},
    CurlOption{'v', "verbose", false, CurlEffect::None},
    CurlOption{'i', "include", false, CurlEffect::None},
    CurlOption{'f', "fail", false, CurlEffect::None},
    CurlOption{0, "fail-with-body", false, CurlEffect::None},
    CurlOption{'N', "no-buffer", false, CurlEffect::None},
    CurlOption{'#', "progress-bar", false, CurlEffect::None},
    CurlOption{'q', "disable", false, CurlEffect::None},
    CurlOption{'4', "ipv4", false, CurlEffect::None},
    CurlOption{'6', "ipv6", false, CurlEffect::None},
    CurlOption{0, "trace-ascii", true, CurlEffect::None},
    CurlOption{0, "stderr", true, CurlEffect::None},
    CurlOption{0, "path-as-is", false, CurlEffect::None},
    CurlOption{'1', "tlsv1", false, CurlEffect::None},
    CurlOption{0, "tlsv1.0", false, CurlEffect::None},
    CurlOption{0, "tlsv1.1", false, CurlEffect::None},
    CurlOption{'2', "sslv2", false, CurlEffect::None},
    CurlOption{'3', "sslv3", false, CurlEffect::None},
    CurlOption{0, "ntlm-wb", false, CurlEffect::None},
    CurlOption{0, "negotiate", false, CurlEffect::None},
    CurlOption{'p', "proxytunnel", false, CurlEffect::None},
    CurlOption{0, "cert-status", false, CurlEffect::None},
    CurlOption{0, "false-start", false, CurlEffect::None},
    CurlOption{0, "ssl", false, CurlEffect::None},
    CurlOption{0, "ssl-reqd", false, CurlEffect::None},
    CurlOption{0, "no-sessionid", false, CurlEffect::None},
    CurlOption{0, "no-alpn", false, CurlEffect::None},
    CurlOption{0, "tcp-nodelay", false, CurlEffect::None},
    CurlOption{0, "tcp-fastopen", false, CurlEffect::None},
    CurlOption{0, "tr-encoding", false, CurlEffect::None},
    CurlOption{0, "raw", false, CurlEffect::None},
    CurlOption{0, "ignore-content-length", false, CurlEffect::None},
    CurlOption{0, "create-dirs", false, CurlEffect::None},
    CurlOption{'J', "remote-header-name", false, CurlEffect::None},
    CurlOption{'R', "remote-time", false, CurlEffect::None},
    CurlOption{0, "trace-time", false, CurlEffect::None},
    CurlOption{0, "netrc-optional", false, CurlEffect::None},
    CurlOption{'Z', "parallel", false, CurlEffect::None},
    CurlOption{0, "no-progress-meter", false, CurlEffect::None},
    CurlOption{0, "styled-output", false, CurlEffect::None},
    CurlOption{0, "proxy-insecure", false, CurlEffect::None},
    CurlOption{0, "proxy-anyauth", false, CurlEffect::None},
    CurlOption{0, "proxy-basic", false, CurlEffect::None},
    CurlOption{0, "proxy-digest", false, CurlEffect::None},
    CurlOption{0, "proxy-ntlm", false, CurlEffect::None},
    CurlOption{0, "http0.9", false, CurlEffect::None},
    CurlOption{'a', "append", false, CurlEffect::None},
    CurlOption{'l', "list-only", false, CurlEffect::None},
    CurlOption{0, "crlfile", true, CurlEffect::None},
    CurlOption{0, "engine", true, CurlEffect::None},
    CurlOption{0, "happy-eyeballs-timeout-ms", true, CurlEffect::None},
    CurlOption{0, "max-filesize", true, CurlEffect::None},
    CurlOption{'r', "range", true, CurlEffect::None},
    CurlOption{'z', "time-cond", true, CurlEffect::None},
    CurlOption{'Y', "speed-limit", true, CurlEffect::None},
    CurlOption{'y', "speed-time", true, CurlEffect::None},
    CurlOption{0, "trace", true, CurlEffect::None},
    CurlOption{0, "expect100-timeout", true, CurlEffect::None},
    CurlOption{0, "doh-url", true, CurlEffect::None},
    CurlOption{0, "local-port", true, CurlEffect::None},
    CurlOption{0, "netrc-file", true, CurlEffect::None},
    CurlOption{0, "proto", true, CurlEffect::None},
    CurlOption{0, "proto-default", true, CurlEffect::None},
    CurlOption{0, "proto-redir", true, CurlEffect::None},
    CurlOption{0, "request-target", true, CurlEffect::None},
    CurlOption{0, "aws-sigv4", true, CurlEffect::None},
    CurlOption{0, "preproxy", true, CurlEffect::None},
    CurlOption{0, "socks4", true, CurlEffect::None},
    CurlOption{0, "socks4a", true, CurlEffect::None},
    CurlOption{0, "proxy1.0", true, CurlEffect::None},
    CurlOption{0, "proxy-cacert", true, CurlEffect::None},
    CurlOption{0, "proxy-cert", true, CurlEffect::None},
    CurlOption{0, "proxy-key", true, CurlEffect::None},
    CurlOption{0, "proxy-pass", true, CurlEffect::None},
    CurlOption{0, "tls13-ciphers", true, CurlEffect::None},
    CurlOption{0, "curves", true, CurlEffect::None},
    CurlOption{0, "pinnedpubkey", true, CurlEffect::None},
    CurlOption{0, "abstract-unix-socket", true, CurlEffect::None},
    CurlOption{0, "retry-max-time", true, CurlEffect::None},
    CurlOption{0, "hsts", true, CurlEffect::None},
    CurlOption{0, "alt-svc", true, CurlEffect::None},
    CurlOption{0, "delegation", true, CurlEffect::None},
    CurlOption{0, "service-name", true, CurlEffect::None},
};

const CurlOption *optionOfName(const QString &name)
{
    const auto *found = std::find_if(kCurlOptions.begin(), kCurlOptions.end(),
                                     [&](const auto &o) { return name == QLatin1String(o.name); });
    return found == kCurlOptions.end() ? nullptr : found;
}

const CurlOption *optionOfLetter(QChar letter)
{
    const auto *found = std::find_if(kCurlOptions.begin(), kCurlOptions.end(), [&](const auto &o) {
        return o.letter != 0 && letter == QLatin1Char(o.letter);
    });
    return found == kCurlOptions.end() ? nullptr : found;
}

/// Makes a request of the words of one curl command.
class CurlCommand
{
public:
    CurlCommand(const ShellCommand &command, const QString &text, InputFaults &faults)
        : m_words(command.words)
        , m_text(text)
        , m_faults(faults)
    {
        m_request.remarks = command.remarks;
        m_request.place = placeIn(text, command.words.constFirst().offset);
    }

    CopiedRequest read()
    {
        for (m_at = 1; m_at < m_words.size() && !m_faults.any(); ++m_at) {
            const QString &word = m_words[m_at].text;
            if (m_onlyUrls || word.size() < 2 || !word.startsWith(QLatin1Char('-'))) {
                takeUrl(word);
            } else if (word == QLatin1String("--")) {
                m_onlyUrls = true;
            } else if (word.startsWith(QLatin1String("--"))) {
                readLong(word.mid(2));
            } else {
                readShort(word);
            }
        }
        finish();
        return m_request;
    }

private:
    void fault(const QString &what, qsizetype index = -1)
    {
        const qsizetype word = qMin(index < 0 ? m_at : index, m_words.size() - 1);
        m_faults.add(placeIn(m_text, m_words[word].offset), what);
    }

    void readLong(QString name)
    {
        QString value;
        bool hasValue = false;
        const CurlOption *option = optionOfName(name);
        if (option == nullptr && name.startsWith(QLatin1String("no-"))) {
            option = optionOfName(name.mid(3)); // --no-progress-meter and the like
            if (option != nullptr && !option->hasValue) {
                return remark(QStringLiteral("--") + name);
            }
        }
        if (option == nullptr && name.contains(QLatin1Char('='))) {
            value = name.section(QLatin1Char('='), 1);
            name = name.section(QLatin1Char('='), 0, 0);
            hasValue = true;
            option = optionOfName(name);
        }
        if (option == nullptr) {
            return unknown(QStringLiteral("--") + name);
        }
        if (option->hasValue && !hasValue && !takeValue(QStringLiteral("--") + name, value)) {
            return;
        }
        apply(*option, QStringLiteral("--") + name, value);
    }

    void readShort(const QString &word)
    {
        for (qsizetype i = 1; i < word.size() && !m_faults.any(); ++i) {
            const CurlOption *option = optionOfLetter(word[i]);
            const QString shown = QStringLiteral("-") + word[i];
            if (option == nullptr) {
                return unknown(shown);
            }
            QString value = word.mid(i + 1);
            if (option->hasValue && value.isEmpty() && !takeValue(shown, value)) {
                return;
            }
            apply(*option, shown, value);
            if (option->hasValue) {
                return;
            }
        }
    }

    bool takeValue(const QString &option, QString &value)
    {
        if (m_at + 1 >= m_words.size()) {
            fault(RequestsText::tr("expected a value behind %1").arg(option));
            return false;
        }
        value = m_words[++m_at].text;
        return true;
    }

    void unknown(const QString &word)
    {
        QStringList known;
        for (const CurlOption &option : kCurlOptions) {
            known << QStringLiteral("--") + QString::fromLatin1(option.name);
        }
        const QString near =
            word.startsWith(QLatin1String("--")) ? text::nearestName(word, known) : QString();
        fault(near.isEmpty()
                  ? RequestsText::tr("expected an option of curl, not %1").arg(word)
                  : RequestsText::tr("expected an option of curl, not %1; did you mean %2?")
                        .arg(word, near));
    }

    void remark(const QString &option, const QString &value = {})
    {
        const QString shown = value.isEmpty() ? option : option + QLatin1Char(' ') + value;
        m_without << shown;
    }

    void takeUrl(const QString &url)
    {
        if (!m_request.url.isEmpty()) {
            return fault(RequestsText::tr("expected one URL: a second one stands here"));
        }
        static const QRegularExpression scheme(QStringLiteral("\\A[A-Za-z][A-Za-z0-9+.-]*://"));
        m_request.url = scheme.match(url).hasMatch() || url.startsWith(QLatin1String("${env:"))
                            ? url
                            : QStringLiteral("http://") + url; // as curl does
        if (!isUsableUrl(m_request.url)) {
            fault(RequestsText::tr("expected a URL that begins with http:// or https://"));
        }
    }

    void takeHeader(const QString &line)
    {
        if (line.startsWith(QLatin1Char('@'))) {
            return fault(RequestsText::tr("expected a header, not the file %1: put what it holds "
                                          "here")
                             .arg(line.mid(1)));
        }
        const qsizetype colon = line.indexOf(QLatin1Char(':'), 1);
        if (colon < 0) {
            if (line.endsWith(QLatin1Char(';')) && line.size() > 1) { // an empty header
                m_request.headers.append({line.chopped(1), QString()});
                return;
            }
            return fault(RequestsText::tr("expected a header such as \"Name: value\""));
        }
        const QString value = line.mid(colon + 1).trimmed();
        if (!value.isEmpty()) { // "Name:" keeps curl from sending it
            m_request.headers.append({line.left(colon).trimmed(), value});
        }
    }

    /// One piece of the body; `isRaw`: a @ at its start is no file.
    void takeData(const QString &value, bool isRaw)
    {
        if (!isRaw && value.startsWith(QLatin1Char('@'))) {
            return fault(RequestsText::tr("expected the body, not the file %1: put what it holds "
                                          "here")
                             .arg(value.mid(1)));
        }
        m_data << value;
    }

    void takeEncoded(const QString &value, QStringList &pieces)
    {
        const qsizetype equals = value.indexOf(QLatin1Char('='));
        const qsizetype at = value.indexOf(QLatin1Char('@'));
        if (equals < 0 && at >= 0) {
            return fault(RequestsText::tr("expected the body, not the file %1: put what it holds "
                                          "here")
                             .arg(value.mid(at + 1)));
        }
        const QString name = equals <= 0 ? QString() : value.left(equals + 1);
        pieces << name + formEncoded(equals < 0 ? value : value.mid(equals + 1));
    }

    void takeForm(const QString &value, bool isText)
    {
        const qsizetype equals = value.indexOf(QLatin1Char('='));
        if (equals <= 0) {
            return fault(RequestsText::tr("expected a field of a form such as name=value"));
        }
        QString content = value.mid(equals + 1);
        if (!isText &&
            (content.startsWith(QLatin1Char('@')) || content.startsWith(QLatin1Char('<')))) {
            return fault(RequestsText::tr("expected a text in the form, not the file %1")
                             .arg(content.mid(1)));
        }
        if (!isText) {
            static const QRegularExpression extras(
                QStringLiteral(";(type|filename|headers|encoder)=.*\\z"));
            content.remove(extras);
        }
        m_form.append({value.left(equals), content});
    }

    void takeCookie(const QString &value)
    {
        if (!value.contains(QLatin1Char('='))) {
            return fault(RequestsText::tr("expected cookies such as name=value, not the file %1")
                             .arg(value));
        }
        m_cookies << value;
    }

    void takeTime(const QString &value)
    {
        bool isNumber = false;
        const double seconds = value.toDouble(&isNumber);
        if (isNumber && seconds == 0) {
            return; // as long as it takes
        }
        if (!isNumber || seconds < 0.001 || seconds > 86'400) {
            return fault(RequestsText::tr("expected a number of seconds behind --max-time"));
        }
        m_request.timeout = std::chrono::milliseconds(qRound64(seconds * 1000));
    }

    void apply(const CurlOption &option, const QString &shown, const QString &value)
    {
        switch (option.effect) {
        case CurlEffect::Url:
            return takeUrl(value);
        case CurlEffect::Method:
            m_request.method = value.toUpper();
            return;
        case CurlEffect::Header:
            return takeHeader(value);
        case CurlEffect::Data:
        case CurlEffect::DataBinary:
            return takeData(value, false);
        case CurlEffect::DataRaw:
            return takeData(value, true);
        case CurlEffect::DataEncoded:
            return takeEncoded(value, m_data);
        case CurlEffect::UrlQuery:
            return takeEncoded(value, m_query);
        case CurlEffect::Json:
            m_isJson = true;
            return takeData(value, false);
        case CurlEffect::Form:
            return takeForm(value, false);
        case CurlEffect::FormString:
            return takeForm(value, true);
        case CurlEffect::Get:
            m_isGet = true;
            return;
        case CurlEffect::Head:
            m_isHead = true;
            return;
        case CurlEffect::Cookie:
            return takeCookie(value);
        case CurlEffect::User:
            m_authorization = basicAuthorization(value.section(QLatin1Char(':'), 0, 0),
                                                 value.section(QLatin1Char(':'), 1));
            return;
        case CurlEffect::Bearer:
            m_authorization = QStringLiteral("Bearer ") + value;
            return;
        case CurlEffect::Agent:
            m_request.addHeader(QStringLiteral("User-Agent"), value);
            return;
        case CurlEffect::Referer:
            m_request.addHeader(QStringLiteral("Referer"),
                                value.section(QLatin1String(";auto"), 0, 0));
            return;
        case CurlEffect::Insecure:
            m_request.insecure = true;
            return;
        case CurlEffect::Time:
            return takeTime(value);
        case CurlEffect::None:
            // A password is never repeated.
            return remark(shown, isSecret(option) ? QString() : value);
        }
    }

    /// Whether the option's value may hold a password.
    static bool isSecret(const CurlOption &option)
    {
        const QString name = QLatin1String(option.name);
        return name.startsWith(QLatin1String("proxy")) || name.contains(QLatin1String("pass")) ||
               name == QLatin1String("cert") || name == QLatin1String("preproxy");
    }

    void finish()
    {
        if (m_faults.any()) {
            return;
        }
        if (m_request.url.isEmpty()) {
            return fault(RequestsText::tr("expected a URL behind curl"), m_words.size() - 1);
        }
        if (!m_without.isEmpty()) {
            m_request.remarks << RequestsText::tr("Without a use here: %1.")
                                     .arg(m_without.join(QStringLiteral(", ")));
        }
        if (!m_authorization.isEmpty()) {
            m_request.addHeader(QStringLiteral("Authorization"), m_authorization);
        }
        if (!m_cookies.isEmpty()) {
            m_request.addHeader(QStringLiteral("Cookie"), m_cookies.join(QStringLiteral("; ")));
        }
        finishBody();
        if (m_request.method.isEmpty()) {
            m_request.method = m_isHead            ? QStringLiteral("HEAD")
                               : m_request.hasBody ? QStringLiteral("POST")
                                                   : QStringLiteral("GET");
        }
    }

    void finishBody()
    {
        const QStringList query = m_query + (m_isGet ? m_data : QStringList());
        if (!query.isEmpty()) {
            addQuery(m_request, query.join(QLatin1Char('&')));
        }
        if (m_isGet) {
            return;
        }
        if (!m_form.isEmpty()) {
            setMultipart(m_request, m_form);
        } else if (!m_data.isEmpty()) {
            setBody(m_request, m_data.join(m_isJson ? QString() : QStringLiteral("&")),
                    m_isJson ? QStringLiteral("application/json")
                             : QStringLiteral("application/x-www-form-urlencoded"));
            if (m_isJson) {
                m_request.addHeader(QStringLiteral("Accept"), QStringLiteral("application/json"));
            }
        }
    }

    const QList<ShellWord> &m_words;
    const QString &m_text;
    InputFaults &m_faults;
    CopiedRequest m_request;
    QStringList m_data;
    QStringList m_query;
    HeaderList m_form;
    QStringList m_cookies;
    QStringList m_without;
    QString m_authorization;
    qsizetype m_at = 0;
    bool m_onlyUrls = false;
    bool m_isGet = false;
    bool m_isHead = false;
    bool m_isJson = false;
};

} // namespace

void readCurlLines(const QString &text, FoundRequests &found, InputFaults &faults)
{
    const QList<ShellCommand> commands =
        isForCmd(text) ? cmdCommands(text, faults) : bashCommands(text, faults);
    if (faults.any()) {
        return;
    }
    for (ShellCommand command : commands) {
        if (command.words.constFirst().text == QLatin1String("$")) { // a prompt
            command.words.removeFirst();
        }
        const QString program =
            command.words.isEmpty() ? QString() : command.words.constFirst().text;
        if (program != QLatin1String("curl") && program != QLatin1String("curl.exe")) {
            const qsizetype at = command.words.isEmpty() ? 0 : command.words.constFirst().offset;
            faults.add(placeIn(text, at), RequestsText::tr("expected curl, not %1").arg(program));
            continue;
        }
        found.requests << CurlCommand(command, text, faults).read();
    }
}

} // namespace stampede
