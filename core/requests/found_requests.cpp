// SPDX-License-Identifier: MIT
#include "requests/found_requests.h"

#include "requests/request_parts.h"
#include "requests/request_readers.h"
#include "requests/requests_text.h"
#include "text/nearest_name.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace stampede {

namespace {

/// The text of an input in UTF-8, or in UTF-16 as PowerShell writes files, without its mark. The
/// place of what is no text goes to `faults`.
QString decoded(const QByteArray &content, InputFaults &faults)
{
    const auto encoding = QStringConverter::encodingForData(content);
    QStringDecoder decoder(encoding.value_or(QStringConverter::Utf8));
    QString text = decoder.decode(content);
    if (decoder.hasError()) {
        const qsizetype at = text.indexOf(QChar(QChar::ReplacementCharacter));
        faults.add(placeIn(text, at < 0 ? text.size() : at),
                   RequestsText::tr("expected text in UTF-8"));
    } else if (const qsizetype zero = text.indexOf(QChar(0)); zero >= 0) {
        faults.add(placeIn(text, zero), RequestsText::tr("expected text, not a zero byte"));
    }
    return text;
}

bool isCurl(const QString &text)
{
    static const QRegularExpression curl(
        QStringLiteral("\\A\\s*(\\$\\s+)?curl(\\.exe)?(\\s|\\^|\\\\|\\z)"));
    return curl.match(text).hasMatch();
}

bool isPowerShell(const QString &text)
{
    static const QRegularExpression shell(
        QStringLiteral("\\A\\s*(\\$session\\b|Invoke-(WebRequest|RestMethod)\\b)"),
        QRegularExpression::CaseInsensitiveOption);
    return shell.match(text).hasMatch();
}

bool isHttpFile(const QString &text)
{
    static const QRegularExpression line(
        QStringLiteral("^(###|@[\\w.-]+\\s*=|[A-Z]+[ \\t]+(https?://|/|\\{\\{)|https?://)"),
        QRegularExpression::MultilineOption);
    return line.match(text).hasMatch();
}

bool isYamlApi(const QString &text)
{
    static const QRegularExpression line(QStringLiteral("^[\"']?(openapi|swagger)[\"']?\\s*:"),
                                         QRegularExpression::MultilineOption);
    return line.match(text).hasMatch();
}

QString whatIsKnown()
{
    return RequestsText::tr("expected a request: a line copied as cURL or for PowerShell, a HAR "
                            "file, a Postman collection, an OpenAPI document, or an .http file");
}

void readObject(const DocumentNode &root, FoundRequests &found, InputFaults &faults)
{
    if (root["log"].isThere()) {
        found.source = RequestSource::Har;
        return readHar(root, found, faults);
    }
    if (root["openapi"].isThere() || root["swagger"].isThere()) {
        found.source = RequestSource::OpenApi;
        return readOpenApi(root, found, faults);
    }
    if (root["info"].isThere() || root["item"].isThere() || root["collection"].isThere()) {
        found.source = RequestSource::Postman;
        const DocumentNode &wrapped = root["collection"];
        return readPostman(wrapped.isObject() ? wrapped : root, found, faults);
    }
    if (root["requests"].isList()) {
        return faults.add(root.place, RequestsText::tr("expected a Postman collection of version "
                                                       "2.0 or 2.1: export it again as "
                                                       "Collection v2.1"));
    }
    faults.add(root.place,
               RequestsText::tr("expected the key \"log\" (HAR), \"item\" (Postman), or "
                                "\"openapi\" or \"swagger\""));
}

void readAny(const QString &text, FoundRequests &found, InputFaults &faults)
{
    if (QStringView(text).trimmed().startsWith(QLatin1Char('{'))) {
        const DocumentNode root = readJsonDocument(text.toUtf8(), faults);
        return root.isThere() ? readObject(root, found, faults) : void();
    }
    if (isPowerShell(text)) {
        found.source = RequestSource::PowerShell;
        return readPowerShell(text, found, faults);
    }
    if (isCurl(text)) {
        found.source = RequestSource::Curl;
        return readCurlLines(text, found, faults);
    }
    if (isYamlApi(text)) {
        found.source = RequestSource::OpenApi;
        const DocumentNode root = readYamlDocument(text.toUtf8(), faults);
        if (root.isThere() && expectIsObject(root, faults)) {
            readOpenApi(root, found, faults);
        }
        return;
    }
    if (isHttpFile(text)) {
        found.source = RequestSource::HttpFile;
        return readHttpFile(text, found, faults);
    }
    if (QStringView(text).trimmed().startsWith(QLatin1String("fetch("))) {
        return faults.add({}, RequestsText::tr("expected a request, not JavaScript: choose Copy as "
                                               "cURL in the browser"));
    }
    faults.add({}, whatIsKnown());
}

QString normalised(const QString &name)
{
    return name.simplified();
}

} // namespace

QString CopiedRequest::path() const
{
    QString rest = url;
    if (const qsizetype scheme = rest.indexOf(QLatin1String("://")); scheme >= 0) {
        const qsizetype slash = rest.indexOf(QLatin1Char('/'), scheme + 3);
        rest = slash < 0 ? QStringLiteral("/") : rest.mid(slash);
    } else if (rest.startsWith(QLatin1String("${env:"))) {
        rest = rest.mid(rest.indexOf(QLatin1Char('}')) + 1);
    }
    static const QRegularExpression ends(QStringLiteral("[?#]"));
    const qsizetype end = rest.indexOf(ends);
    rest = end < 0 ? rest : rest.left(end);
    return rest.startsWith(QLatin1Char('/')) ? rest : QLatin1Char('/') + rest;
}

QString CopiedRequest::title() const
{
    return method + QLatin1Char(' ') + path();
}

std::optional<QString> CopiedRequest::header(const QString &headerName) const
{
    const auto it = std::find_if(headers.begin(), headers.end(), [&](const auto &header) {
        return header.first.compare(headerName, Qt::CaseInsensitive) == 0;
    });
    return it == headers.end() ? std::nullopt : std::optional(it->second);
}

void CopiedRequest::refuse(TextPlace at, const QString &why)
{
    if (refusal.isEmpty()) {
        refusal = why;
        refusedAt = at;
    }
}

void CopiedRequest::addHeader(const QString &headerName, const QString &value)
{
    if (!header(headerName)) {
        headers.append({headerName, value});
    }
}

Result<FoundRequests, QStringList> readRequests(const QByteArray &content, const QString &place)
{
    FoundRequests found;
    InputFaults faults(place);
    if (content.size() > kLargestRequestFile) {
        faults.addLine(
            QStringLiteral("%1: ").arg(place) +
            RequestsText::tr("expected at most %1 MiB").arg(kLargestRequestFile / 1'048'576));
        return Failure{faults.lines()};
    }
    const QString text = decoded(content, faults);
    if (!faults.any()) {
        readAny(text, found, faults);
    }
    if (!faults.any() && found.requests.isEmpty()) {
        faults.add({}, RequestsText::tr("expected a request; there is none"));
    }
    if (faults.any()) {
        return Failure{faults.lines()};
    }
    for (CopiedRequest &request : found.requests) {
        takeUserOfUrl(request);
        if (const qsizetype fragment = request.url.indexOf(QLatin1Char('#')); fragment >= 0) {
            request.url.truncate(fragment); // a browser keeps it to itself
        }
    }
    return found;
}

bool looksLikeRequest(const QString &word)
{
    return isCurl(word) || isPowerShell(word);
}

QString sourceName(RequestSource source)
{
    switch (source) {
    case RequestSource::Curl:
        return QStringLiteral("curl");
    case RequestSource::PowerShell:
        return QStringLiteral("PowerShell");
    case RequestSource::Har:
        return QStringLiteral("HAR");
    case RequestSource::Postman:
        return QStringLiteral("Postman");
    case RequestSource::OpenApi:
        return QStringLiteral("OpenAPI");
    case RequestSource::HttpFile:
        return QStringLiteral(".http");
    }
    return {};
}

QStringList listOfRequests(const FoundRequests &found)
{
    const auto width = QString::number(found.requests.size()).size() + 2;
    QStringList lines;
    constexpr qsizetype kMostListed = 200;
    for (qsizetype i = 0; i < qMin(kMostListed, found.requests.size()); ++i) {
        const CopiedRequest &request = found.requests[i];
        const QString name = request.name.isEmpty() || request.name == request.title()
                                 ? QString()
                                 : QStringLiteral("   ") + request.name;
        lines << QString::number(i + 1).rightJustified(width) + QStringLiteral("  ") +
                     request.title() + name;
    }
    if (found.requests.size() > kMostListed) {
        lines << QString(width, QLatin1Char(' ')) +
                     RequestsText::tr("and %1 more").arg(found.requests.size() - kMostListed);
    }
    return lines;
}

Result<qsizetype, QString> pickRequest(const FoundRequests &found, const QString &pick)
{
    const qsizetype count = found.requests.size();
    if (pick.isEmpty()) {
        return count == 1
                   ? Result<qsizetype, QString>(0)
                   : Failure{RequestsText::tr("there are %1 requests; --pick says which: its "
                                              "number, or \"POST /path\"")
                                 .arg(count)};
    }
    bool isNumber = false;
    const qlonglong number = pick.toLongLong(&isNumber);
    if (isNumber) {
        return number >= 1 && number <= count
                   ? Result<qsizetype, QString>(number - 1)
                   : Failure{RequestsText::tr("there is no request %1: there are 1 to %2")
                                 .arg(pick)
                                 .arg(count)};
    }
    QStringList titles;
    QList<qsizetype> fitting;
    for (qsizetype i = 0; i < count; ++i) {
        const CopiedRequest &request = found.requests[i];
        titles << request.title() << request.name;
        if (normalised(pick) == normalised(request.title()) ||
            (!request.name.isEmpty() && normalised(pick) == normalised(request.name))) {
            fitting << i;
        }
    }
    if (fitting.size() == 1) {
        return fitting.constFirst();
    }
    if (fitting.size() > 1) {
        QStringList numbers;
        for (const qsizetype index : fitting) {
            numbers << QString::number(index + 1);
        }
        return Failure{RequestsText::tr("%1 stands there several times; --pick one of %2")
                           .arg(pick, numbers.join(QStringLiteral(", ")))};
    }
    const QString near = text::nearestName(pick, titles);
    return Failure{
        near.isEmpty()
            ? RequestsText::tr("there is no request %1").arg(pick)
            : RequestsText::tr("there is no request %1; did you mean %2?").arg(pick, near)};
}

} // namespace stampede
