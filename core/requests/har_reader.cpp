// SPDX-License-Identifier: MIT
#include "requests/request_parts.h"
#include "requests/request_readers.h"
#include "requests/requests_text.h"
#include "text/number_text.h"

#include <QRegularExpression>

namespace stampede {

namespace {

class HarReader
{
public:
    HarReader(FoundRequests &found, InputFaults &faults)
        : m_found(found)
        , m_faults(faults)
    {}

    void read(const DocumentNode &root)
    {
        const DocumentNode &log = expectObject(root, "log", true, m_faults);
        if (!log.isThere()) {
            return;
        }
        const DocumentNode &version = log["version"];
        if (version.isScalar() && !version.text.startsWith(QLatin1String("1."))) {
            return m_faults.add(version.place,
                                RequestsText::tr("expected HAR 1.2, not %1").arg(version.text));
        }
        for (const DocumentNode &entry : expectList(log, "entries", true, m_faults).items) {
            if (expectIsObject(entry, m_faults)) {
                readEntry(entry);
            }
        }
        if (m_left > 0) {
            m_found.remarks << RequestsText::tr("Left out: %1 for pictures, scripts, styles and "
                                                "the like.")
                                   .arg(text::requests(m_left));
        }
    }

private:
    HeaderList pairsOf(const DocumentNode &parent, const char *key)
    {
        HeaderList pairs;
        for (const DocumentNode &item : expectList(parent, key, false, m_faults).items) {
            if (!expectIsObject(item, m_faults)) {
                continue;
            }
            const QString name = expectText(item, "name", true, m_faults);
            if (!name.isEmpty() && !name.startsWith(QLatin1Char(':'))) { // HTTP/2's own
                pairs.append({name, expectText(item, "value", false, m_faults)});
            }
        }
        return pairs;
    }

    void readEntry(const DocumentNode &entry)
    {
        const DocumentNode &asked = expectObject(entry, "request", true, m_faults);
        if (!asked.isThere()) {
            return;
        }
        CopiedRequest request;
        request.place = asked.place;
        request.method = expectText(asked, "method", true, m_faults).toUpper();
        request.url = expectText(asked, "url", true, m_faults);
        request.headers = pairsOf(asked, "headers");
        readBody(asked, request);
        FoundAnswer answer = answerOf(expectObject(entry, "response", false, m_faults));
        if (isOfThePage(request, answer, entry)) {
            ++m_left;
            return;
        }
        if (answer.status > 0) {
            request.answers << answer;
        }
        m_found.requests << request;
    }

    void readBody(const DocumentNode &asked, CopiedRequest &request)
    {
        const DocumentNode &data = expectObject(asked, "postData", false, m_faults);
        if (!data.isThere()) {
            return;
        }
        const QString type = expectText(data, "mimeType", false, m_faults);
        const QString text = expectText(data, "text", false, m_faults);
        const HeaderList fields = pairsOf(data, "params");
        if (!text.isEmpty()) {
            setBody(request, text, type);
        } else if (!fields.isEmpty() && type.startsWith(QLatin1String("multipart/"))) {
            setMultipart(request, fields);
        } else if (!fields.isEmpty()) {
            setBody(request, formBody(fields), type);
        }
    }

    FoundAnswer answerOf(const DocumentNode &response)
    {
        FoundAnswer answer;
        if (!response.isThere()) {
            return answer;
        }
        answer.status = expectStatus(response, "status", m_faults);
        answer.headers = pairsOf(response, "headers");
        const DocumentNode &content = expectObject(response, "content", false, m_faults);
        if (content.isThere()) {
            answer.body = expectText(content, "text", false, m_faults);
            if (content["encoding"].text == QLatin1String("base64")) {
                answer.body = QString::fromUtf8(QByteArray::fromBase64(answer.body.toLatin1()));
            }
        }
        return answer;
    }

    /// Whether it is what a page is made of, or no request of HTTP that anybody asked for.
    bool isOfThePage(const CopiedRequest &request, const FoundAnswer &answer,
                     const DocumentNode &entry) const
    {
        static const QRegularExpression parts(QStringLiteral(
            "^(image|font|video|audio)/|^text/(css|javascript)|javascript|wasm|^application/font"));
        static const QRegularExpression kinds(
            QStringLiteral("^(image|font|stylesheet|script|media|manifest|preflight|websocket)$"));
        static const QRegularExpression files(QStringLiteral(
            "\\.(png|jpe?g|gif|svg|ico|webp|css|m?js|map|woff2?|ttf|otf|mp4|webmanifest)$"));
        const QString &type = entry["response"]["content"]["mimeType"].text;
        const bool isSent = isUsableUrl(request.url) && request.method != QLatin1String("OPTIONS");
        const bool isPage = request.method == QLatin1String("GET") &&
                            (parts.match(type).hasMatch() ||
                             kinds.match(entry["_resourceType"].text.toLower()).hasMatch() ||
                             (answer.body.isEmpty() && files.match(request.path()).hasMatch()));
        return !isSent || isPage;
    }

    FoundRequests &m_found;
    InputFaults &m_faults;
    qsizetype m_left = 0;
};

} // namespace

void readHar(const DocumentNode &root, FoundRequests &found, InputFaults &faults)
{
    HarReader(found, faults).read(root);
}

} // namespace stampede
