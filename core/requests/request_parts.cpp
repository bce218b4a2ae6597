// SPDX-License-Identifier: MIT
#include "requests/request_parts.h"

#include "requests/requests_text.h"

#include <QRegularExpression>
#include <QUrl>

namespace stampede {

namespace {

constexpr int kDeepestVariable = 8;
constexpr qsizetype kLongestFilled = 1'048'576;

/// What should be under a key that is not there.
QString neededText(DocumentNode::Kind kind, const QString &key)
{
    return kind == DocumentNode::Kind::List
               ? RequestsText::tr("expected the key \"%1\" with a list").arg(key)
           : kind == DocumentNode::Kind::Object
               ? RequestsText::tr("expected the key \"%1\" with an object").arg(key)
               : RequestsText::tr("expected the key \"%1\" with a text").arg(key);
}

/// What should stand there instead.
QString expectedText(DocumentNode::Kind kind, const QString &key)
{
    return kind == DocumentNode::Kind::List
               ? RequestsText::tr("expected a list under the key \"%1\"").arg(key)
           : kind == DocumentNode::Kind::Object
               ? RequestsText::tr("expected an object under the key \"%1\"").arg(key)
               : RequestsText::tr("expected a text under the key \"%1\"").arg(key);
}

const DocumentNode &expectKind(const DocumentNode &parent, const char *key, bool isNeeded,
                               DocumentNode::Kind kind, InputFaults &faults)
{
    const DocumentNode &node = parent[key];
    if (!node.isThere()) {
        if (isNeeded) {
            faults.add(node.kind == DocumentNode::Kind::Null ? node.place : parent.place,
                       neededText(kind, QLatin1String(key)));
        }
        return DocumentNode::missing();
    }
    if (node.kind != kind) {
        faults.add(node.place, expectedText(kind, QLatin1String(key)));
        return DocumentNode::missing();
    }
    return node;
}

} // namespace

QString environmentPlaceholder(const QString &name)
{
    QString made;
    for (const QChar letter : name.toUpper()) {
        const bool isPlain = letter.unicode() < 128 && letter.isLetterOrNumber();
        if (isPlain) {
            made += letter;
        } else if (!made.isEmpty() && !made.endsWith(QLatin1Char('_'))) {
            made += QLatin1Char('_');
        }
    }
    while (made.endsWith(QLatin1Char('_'))) {
        made.chop(1);
    }
    if (made.isEmpty()) {
        made = QStringLiteral("VALUE");
    }
    if (made.at(0).isDigit()) {
        made.prepend(QLatin1Char('_'));
    }
    return QStringLiteral("${env:") + made.left(64) + QLatin1Char('}');
}

QStringList environmentNames(const QString &text)
{
    static const QRegularExpression asked(QStringLiteral("\\$\\{env:([^}]*)\\}"));
    QStringList names;
    auto found = asked.globalMatch(text);
    while (found.hasNext()) {
        names << found.next().captured(1);
    }
    return names;
}

QString formEncoded(const QString &value)
{
    static const QRegularExpression variable(
        QStringLiteral("\\$\\{env:[^}]*\\}|\\{[A-Za-z_]\\w*\\}"));
    QString out;
    qsizetype from = 0;
    const auto plain = [&](qsizetype to) {
        out += QString::fromLatin1(
            QUrl::toPercentEncoding(value.mid(from, to - from), QByteArray(), QByteArray("~")));
    };
    auto found = variable.globalMatch(value);
    while (found.hasNext()) {
        const auto match = found.next();
        plain(match.capturedStart());
        out += match.captured();
        from = match.capturedEnd();
    }
    plain(value.size());
    return out;
}

QString formBody(const HeaderList &fields)
{
    QStringList parts;
    for (const auto &[name, value] : fields) {
        parts << formEncoded(name) + QLatin1Char('=') + formEncoded(value);
    }
    return parts.join(QLatin1Char('&'));
}

void addQuery(CopiedRequest &request, const QString &pairs)
{
    request.url +=
        (request.url.contains(QLatin1Char('?')) ? QLatin1Char('&') : QLatin1Char('?')) + pairs;
}

void setMultipart(CopiedRequest &request, const HeaderList &fields)
{
    const QString boundary = QStringLiteral("stampede-form-part");
    QString body;
    for (const auto &[name, value] : fields) {
        QString quoted = name;
        quoted.replace(QLatin1Char('"'), QLatin1String("%22"));
        quoted.remove(QLatin1Char('\r')).remove(QLatin1Char('\n'));
        body += QStringLiteral("--%1\r\nContent-Disposition: form-data; name=\"%2\"\r\n\r\n")
                    .arg(boundary, quoted) +
                value + QStringLiteral("\r\n");
    }
    request.headers.removeIf([](const auto &header) {
        return header.first.compare(QLatin1String("content-type"), Qt::CaseInsensitive) == 0;
    });
    setBody(request, body + QStringLiteral("--%1--\r\n").arg(boundary),
            QStringLiteral("multipart/form-data; boundary=") + boundary);
}

void setBody(CopiedRequest &request, const QString &body, const QString &contentType)
{
    request.body = body;
    request.hasBody = true;
    if (!contentType.isEmpty()) {
        request.addHeader(QStringLiteral("Content-Type"), contentType);
    }
}

QString basicAuthorization(const QString &user, const QString &password)
{
    if (!environmentNames(user + password).isEmpty()) { // nobody knows yet what to encode
        return QStringLiteral("Basic ${env:BASIC_CREDENTIALS}");
    }
    return QStringLiteral("Basic ") +
           QString::fromLatin1((user + QLatin1Char(':') + password).toUtf8().toBase64());
}

void takeUserOfUrl(CopiedRequest &request)
{
    const qsizetype scheme = request.url.indexOf(QLatin1String("://"));
    if (scheme < 0) {
        return;
    }
    static const QRegularExpression ends(QStringLiteral("[/?#]"));
    const qsizetype begin = scheme + 3;
    const qsizetype found = request.url.indexOf(ends, begin);
    const qsizetype end = found < 0 ? request.url.size() : found;
    const QString authority = request.url.mid(begin, end - begin);
    const qsizetype at = authority.lastIndexOf(QLatin1Char('@'));
    if (at < 0) {
        return;
    }
    const QString user = authority.left(at);
    request.url.replace(begin, end - begin, authority.mid(at + 1));
    const auto decoded = [](const QString &part) {
        return QUrl::fromPercentEncoding(part.toUtf8());
    };
    request.addHeader(QStringLiteral("Authorization"),
                      basicAuthorization(decoded(user.section(QLatin1Char(':'), 0, 0)),
                                         decoded(user.section(QLatin1Char(':'), 1))));
}

bool isUsableUrl(const QString &url)
{
    return url.startsWith(QLatin1String("http://"), Qt::CaseInsensitive) ||
           url.startsWith(QLatin1String("https://"), Qt::CaseInsensitive) ||
           url.startsWith(QLatin1String("${env:"));
}

QString BraceVariables::filled(const QString &text, int depth, int &left) const
{
    static const QRegularExpression braces(QStringLiteral("\\{\\{\\s*([^{}]*?)\\s*\\}\\}"));
    QString out;
    qsizetype from = 0;
    auto found = braces.globalMatch(text);
    while (found.hasNext()) {
        const auto match = found.next();
        out += text.mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        const QString name = match.captured(1);
        const auto known = m_values.constFind(name);
        out += known == m_values.constEnd() || depth >= kDeepestVariable || --left < 0
                   ? environmentPlaceholder(name)
                   : filled(*known, depth + 1, left);
        if (out.size() > kLongestFilled) {
            return out.left(kLongestFilled);
        }
    }
    return out + text.mid(from);
}

const DocumentNode &expectList(const DocumentNode &parent, const char *key, bool isNeeded,
                               InputFaults &faults)
{
    return expectKind(parent, key, isNeeded, DocumentNode::Kind::List, faults);
}

const DocumentNode &expectObject(const DocumentNode &parent, const char *key, bool isNeeded,
                                 InputFaults &faults)
{
    return expectKind(parent, key, isNeeded, DocumentNode::Kind::Object, faults);
}

QString expectText(const DocumentNode &parent, const char *key, bool isNeeded, InputFaults &faults)
{
    const DocumentNode &node = parent[key];
    if (node.isScalar()) {
        return node.text;
    }
    return expectKind(parent, key, isNeeded, DocumentNode::Kind::Text, faults).text;
}

bool expectIsObject(const DocumentNode &node, InputFaults &faults)
{
    if (node.isObject()) {
        return true;
    }
    faults.add(node.place, RequestsText::tr("expected an object"));
    return false;
}

int expectStatus(const DocumentNode &parent, const char *key, InputFaults &faults)
{
    const DocumentNode &node = parent[key];
    if (!node.isThere()) {
        return 0;
    }
    bool isNumber = false;
    const int status = node.text.toInt(&isNumber);
    if (isNumber && node.isScalar() && ((status >= 100 && status <= 599) || status == 0)) {
        return status;
    }
    faults.add(node.place, RequestsText::tr("expected a status from 100 to 599"));
    return 0;
}

} // namespace stampede
