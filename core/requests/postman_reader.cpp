// SPDX-License-Identifier: MIT
#include "requests/request_parts.h"
#include "requests/request_readers.h"
#include "requests/requests_text.h"

#include <QRegularExpression>

namespace stampede {

namespace {

constexpr int kDeepestFolder = 32;

class PostmanReader
{
public:
    PostmanReader(FoundRequests &found, InputFaults &faults)
        : m_found(found)
        , m_faults(faults)
    {}

    void read(const DocumentNode &root)
    {
        const DocumentNode &info = expectObject(root, "info", true, m_faults);
        const DocumentNode &schema = info["schema"];
        if (schema.isText() && !schema.text.contains(QLatin1String("/v2."))) {
            return m_faults.add(schema.place,
                                RequestsText::tr("expected a Postman collection of version 2.0 or "
                                                 "2.1: export it again as Collection v2.1"));
        }
        Folder folder;
        takeVariables(root, folder.variables);
        folder.auth = &expectObject(root, "auth", false, m_faults);
        readItems(root, folder, 0);
    }

private:
    /// What requests get from the folders that they lie in.
    struct Folder
    {
        QString name;
        BraceVariables variables;
        const DocumentNode *auth = nullptr;
    };

    void takeVariables(const DocumentNode &parent, BraceVariables &variables)
    {
        for (const DocumentNode &item : expectList(parent, "variable", false, m_faults).items) {
            if (!expectIsObject(item, m_faults)) {
                continue;
            }
            const QString key = item[item["key"].isThere() ? "key" : "id"].text;
            const DocumentNode &value = item["value"];
            // An empty value is what its owner keeps in an environment.
            if (value.isScalar() && !value.text.isEmpty() &&
                item["disabled"].text != QLatin1String("true")) {
                variables.set(key, value.text);
            }
        }
    }

    void readItems(const DocumentNode &parent, const Folder &folder, int depth)
    {
        const DocumentNode &items = expectList(parent, "item", true, m_faults);
        if (depth > kDeepestFolder) {
            return m_faults.add(items.place,
                                RequestsText::tr("expected at most %1 levels").arg(kDeepestFolder));
        }
        for (const DocumentNode &item : items.items) {
            if (!expectIsObject(item, m_faults)) {
                continue;
            }
            if (!item["request"].isThere()) {
                Folder inner = folder;
                inner.name += item["name"].text + QStringLiteral(" / ");
                takeVariables(item, inner.variables);
                if (const DocumentNode &auth = expectObject(item, "auth", false, m_faults);
                    auth.isThere()) {
                    inner.auth = &auth;
                }
                readItems(item, inner, depth + 1);
            } else {
                readRequest(item, folder);
            }
        }
    }

    void readRequest(const DocumentNode &item, const Folder &folder)
    {
        CopiedRequest request;
        const DocumentNode &asked = item["request"];
        request.place = asked.place;
        request.name = folder.name + item["name"].text;
        if (asked.isText()) { // 2.0: only its URL
            request.method = QStringLiteral("GET");
            request.url = folder.variables.filled(asked.text);
        } else if (expectIsObject(asked, m_faults)) {
            const QString method = expectText(asked, "method", false, m_faults).toUpper();
            request.method = method.isEmpty() ? QStringLiteral("GET") : method;
            readUrl(asked, folder, request);
            readHeaders(asked["header"], folder, request.headers);
            readBody(expectObject(asked, "body", false, m_faults), folder, request);
            const DocumentNode &auth = expectObject(asked, "auth", false, m_faults);
            readAuth(auth.isThere() ? auth : *folder.auth, folder, request);
        }
        for (const DocumentNode &response : expectList(item, "response", false, m_faults).items) {
            if (expectIsObject(response, m_faults)) {
                readAnswer(response, folder, request);
            }
        }
        checkUrl(request);
        m_found.requests << request;
    }

    void checkUrl(CopiedRequest &request)
    {
        static const QRegularExpression scheme(QStringLiteral("\\A[A-Za-z][A-Za-z0-9+.-]*://"));
        if (request.url.isEmpty()) {
            request.refuse(request.place, RequestsText::tr("expected a URL in the request"));
        } else if (!isUsableUrl(request.url)) {
            if (scheme.match(request.url).hasMatch()) {
                request.refuse(request.place, RequestsText::tr("expected a URL that begins with "
                                                               "http:// or https://"));
            }
            request.url.prepend(QLatin1String("http://")); // as Postman does
        }
    }

    void readUrl(const DocumentNode &asked, const Folder &folder, CopiedRequest &request)
    {
        const DocumentNode &url = asked["url"];
        if (url.isScalar()) {
            request.url = folder.variables.filled(url.text);
            return;
        }
        if (!url.isThere()) {
            return;
        }
        if (!expectIsObject(url, m_faults)) {
            return;
        }
        QString raw = expectText(url, "raw", false, m_faults);
        if (raw.isEmpty()) {
            raw = partsOf(url, request);
        }
        for (const DocumentNode &item : expectList(url, "variable", false, m_faults).items) {
            const QString key = item[item["key"].isThere() ? "key" : "id"].text;
            if (!key.isEmpty()) {
                const QString value = item["value"].text;
                raw.replace(QRegularExpression(QStringLiteral("/:") +
                                               QRegularExpression::escape(key) +
                                               QStringLiteral("(?=[/?#]|\\z)")),
                            QLatin1Char('/') +
                                QString(value.isEmpty() ? environmentPlaceholder(key) : value)
                                    .replace(QLatin1Char('\\'), QLatin1String("\\\\")));
            }
        }
        request.url = folder.variables.filled(raw);
    }

    /// A URL that is given in its parts only.
    QString partsOf(const DocumentNode &url, CopiedRequest &request)
    {
        const auto joined = [&](const char *key, QLatin1Char separator) {
            const DocumentNode &node = url[key];
            if (node.isScalar()) {
                return node.text;
            }
            QStringList parts;
            for (const DocumentNode &part : node.items) {
                parts << (part.isObject() ? part["value"].text : part.text);
            }
            return parts.join(separator);
        };
        const QString protocol = url["protocol"].text;
        QString made = protocol.isEmpty() ? QString() : protocol + QStringLiteral("://");
        made += joined("host", QLatin1Char('.'));
        if (const QString port = url["port"].text; !port.isEmpty()) {
            made += QLatin1Char(':') + port;
        }
        if (const QString path = joined("path", QLatin1Char('/')); !path.isEmpty()) {
            made += (path.startsWith(QLatin1Char('/')) ? QString() : QStringLiteral("/")) + path;
        }
        QStringList query;
        for (const auto &[key, value] : fieldsOf(url, "query", request)) {
            query << key + QLatin1Char('=') + value;
        }
        return query.isEmpty() ? made : made + QLatin1Char('?') + query.join(QLatin1Char('&'));
    }

    /// The pairs of a list of {key, value} without those that are switched off.
    HeaderList fieldsOf(const DocumentNode &parent, const char *key, CopiedRequest &request)
    {
        HeaderList fields;
        for (const DocumentNode &item : expectList(parent, key, false, m_faults).items) {
            if (!expectIsObject(item, m_faults) || item["disabled"].text == QLatin1String("true")) {
                continue;
            }
            if (item["type"].text == QLatin1String("file")) {
                request.refuse(item.place, RequestsText::tr("expected a text in the form, not a "
                                                            "file"));
                continue;
            }
            const QString name = expectText(item, "key", false, m_faults);
            if (!name.isEmpty()) {
                fields.append({name, expectText(item, "value", false, m_faults)});
            }
        }
        return fields;
    }

    void readHeaders(const DocumentNode &node, const Folder &folder, HeaderList &headers)
    {
        if (node.isText()) { // 2.0: lines
            for (const QString &line : node.text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
                const qsizetype colon = line.indexOf(QLatin1Char(':'));
                if (colon < 1) {
                    m_faults.add(node.place,
                                 RequestsText::tr("expected a header such as \"Name: value\""));
                    return;
                }
                headers.append({line.left(colon).trimmed(),
                                folder.variables.filled(line.mid(colon + 1).trimmed())});
            }
            return;
        }
        if (!node.isThere()) {
            return;
        }
        if (!node.isList()) {
            return m_faults.add(node.place, RequestsText::tr("expected a list"));
        }
        for (const DocumentNode &item : node.items) {
            if (expectIsObject(item, m_faults) && item["disabled"].text != QLatin1String("true")) {
                const QString name = expectText(item, "key", true, m_faults);
                headers.append(
                    {folder.variables.filled(name),
                     folder.variables.filled(expectText(item, "value", false, m_faults))});
            }
        }
        headers.removeIf([](const auto &header) { return header.first.isEmpty(); });
    }

    void readBody(const DocumentNode &body, const Folder &folder, CopiedRequest &request)
    {
        if (!body.isThere() || body["disabled"].text == QLatin1String("true")) {
            return;
        }
        const QString mode = expectText(body, "mode", false, m_faults);
        const auto filled = [&folder](HeaderList fields) {
            for (auto &[name, value] : fields) {
                name = folder.variables.filled(name);
                value = folder.variables.filled(value);
            }
            return fields;
        };
        if (mode == QLatin1String("raw")) {
            const QString language = body["options"]["raw"]["language"].text;
            const QString text = folder.variables.filled(expectText(body, "raw", false, m_faults));
            if (!text.isEmpty()) {
                setBody(request, text,
                        language == QLatin1String("json") ? QStringLiteral("application/json")
                                                          : QString());
            }
        } else if (mode == QLatin1String("urlencoded")) {
            setBody(request, formBody(filled(fieldsOf(body, "urlencoded", request))),
                    QStringLiteral("application/x-www-form-urlencoded"));
        } else if (mode == QLatin1String("formdata")) {
            setMultipart(request, filled(fieldsOf(body, "formdata", request)));
        } else if (mode == QLatin1String("graphql")) {
            readGraphQl(expectObject(body, "graphql", true, m_faults), folder, request);
        } else if (mode == QLatin1String("file")) {
            request.refuse(body.place, RequestsText::tr("expected the body, not a file"));
        } else if (!mode.isEmpty() && mode != QLatin1String("none")) {
            m_faults.add(body["mode"].place,
                         RequestsText::tr("expected one of: raw, urlencoded, formdata, graphql"));
        }
    }

    void readGraphQl(const DocumentNode &body, const Folder &folder, CopiedRequest &request)
    {
        if (!body.isThere()) {
            return;
        }
        const QString query = folder.variables.filled(expectText(body, "query", true, m_faults));
        const QString variables =
            folder.variables.filled(expectText(body, "variables", false, m_faults)).trimmed();
        QString text = QStringLiteral("{\"query\": ") + jsonText(query);
        if (!variables.isEmpty()) {
            text += QStringLiteral(", \"variables\": ") + variables;
        }
        setBody(request, text + QLatin1Char('}'), QStringLiteral("application/json"));
    }

    /// A value of an auth block: an object in 2.0, a list of {key, value} in 2.1.
    static QString authValue(const DocumentNode &block, const char *key)
    {
        if (block.isObject()) {
            return block[key].text;
        }
        for (const DocumentNode &item : block.items) {
            if (item["key"].text == QLatin1String(key)) {
                return item["value"].text;
            }
        }
        return {};
    }

    void readAuth(const DocumentNode &auth, const Folder &folder, CopiedRequest &request)
    {
        const QString type = auth["type"].text;
        const DocumentNode &block = auth[type];
        const auto value = [&](const char *key) {
            return folder.variables.filled(authValue(block, key));
        };
        const auto orVariable = [](const QString &text, const char *name) {
            return text.isEmpty() ? environmentPlaceholder(QLatin1String(name)) : text;
        };
        const QString name = QStringLiteral("Authorization");
        if (type == QLatin1String("bearer")) {
            request.addHeader(name,
                              QStringLiteral("Bearer ") + orVariable(value("token"), "TOKEN"));
        } else if (type == QLatin1String("oauth2")) {
            request.addHeader(name, QStringLiteral("Bearer ") +
                                        orVariable(value("accessToken"), "ACCESS_TOKEN"));
        } else if (type == QLatin1String("basic")) {
            request.addHeader(name, basicAuthorization(value("username"), value("password")));
        } else if (type == QLatin1String("apikey")) {
            const QString key = orVariable(value("key"), "API_KEY_NAME");
            const QString content = orVariable(value("value"), "API_KEY");
            if (value("in") == QLatin1String("query")) {
                addQuery(request, key + QLatin1Char('=') + formEncoded(content));
            } else {
                request.addHeader(key, content);
            }
        } else if (!type.isEmpty() && type != QLatin1String("noauth")) {
            request.remarks << RequestsText::tr("The authorization \"%1\" is not made here: write "
                                                "the header that it sends.")
                                   .arg(type);
        }
    }

    void readAnswer(const DocumentNode &response, const Folder &folder, CopiedRequest &request)
    {
        FoundAnswer answer;
        answer.name = expectText(response, "name", false, m_faults);
        answer.status = expectStatus(response, "code", m_faults);
        answer.body = expectText(response, "body", false, m_faults);
        readHeaders(response["header"], folder, answer.headers);
        if (answer.status > 0) {
            request.answers << answer;
        }
    }

    FoundRequests &m_found;
    InputFaults &m_faults;
};

} // namespace

void readPostman(const DocumentNode &root, FoundRequests &found, InputFaults &faults)
{
    PostmanReader(found, faults).read(root);
}

} // namespace stampede
