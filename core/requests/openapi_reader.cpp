// SPDX-License-Identifier: MIT
#include "requests/request_parts.h"
#include "requests/request_readers.h"
#include "requests/requests_text.h"

#include <QRegularExpression>
#include <QUrl>

#include <array>

namespace stampede {

namespace {

constexpr int kDeepestSchema = 12;
constexpr int kMostSteps = 5'000; // through the schemas of one operation
constexpr int kMostOperations = 20'000;
constexpr qsizetype kLongestExample = 65'536;

class OpenApiReader
{
public:
    OpenApiReader(const DocumentNode &root, FoundRequests &found, InputFaults &faults)
        : m_root(root)
        , m_found(found)
        , m_faults(faults)
        , m_isSwagger(root["swagger"].isThere())
    {}

    void read()
    {
        const DocumentNode &version = m_root[m_isSwagger ? "swagger" : "openapi"];
        const bool isKnown = m_isSwagger ? version.text.startsWith(QLatin1Char('2'))
                                         : version.text.startsWith(QLatin1String("3."));
        if (!isKnown) {
            return m_faults.add(version.place,
                                RequestsText::tr("expected OpenAPI 3.0 or 3.1, or Swagger 2.0, "
                                                 "not %1")
                                    .arg(version.text));
        }
        const DocumentNode &paths = expectObject(m_root, "paths", true, m_faults);
        for (qsizetype i = 0; i < paths.keys.size(); ++i) {
            const DocumentNode &item = resolved(paths.items[static_cast<std::size_t>(i)]);
            if (!paths.keys[i].startsWith(QLatin1Char('/'))) {
                if (!paths.keys[i].startsWith(QLatin1String("x-"))) {
                    m_faults.add(item.place, RequestsText::tr("expected a path that begins with "
                                                              "/, not %1")
                                                 .arg(paths.keys[i]));
                }
                continue;
            }
            if (expectIsObject(item, m_faults)) {
                readPath(paths.keys[i], item);
            }
        }
    }

private:
    /// What a $ref points at, or the node itself.
    const DocumentNode &resolved(const DocumentNode &node)
    {
        const DocumentNode *at = &node;
        for (int i = 0; i < kDeepestSchema; ++i) {
            const DocumentNode &reference = (*at)["$ref"];
            if (!at->isObject() || !reference.isText()) {
                return *at;
            }
            if (!reference.text.startsWith(QLatin1String("#/"))) {
                if (!m_elsewhere.contains(reference.text)) {
                    m_elsewhere << reference.text;
                    m_found.remarks << RequestsText::tr("%1 lies in another file and is not read.")
                                           .arg(reference.text);
                }
                return DocumentNode::missing();
            }
            const DocumentNode *target = &m_root;
            for (QString part : reference.text.mid(2).split(QLatin1Char('/'))) {
                part = QUrl::fromPercentEncoding(part.toUtf8());
                part.replace(QLatin1String("~1"), QLatin1String("/"))
                    .replace(QLatin1String("~0"), QLatin1String("~"));
                target = &(*target)[part];
            }
            if (!target->isThere()) {
                m_faults.add(reference.place,
                             RequestsText::tr("expected a place of this document: nothing stands "
                                              "at %1")
                                 .arg(reference.text));
                return DocumentNode::missing();
            }
            at = target;
        }
        return DocumentNode::missing();
    }

    void readPath(const QString &path, const DocumentNode &item)
    {
        static constexpr std::array kMethods = {"get",    "post", "put",    "patch",
                                                "delete", "head", "options"};
        for (const char *method : kMethods) {
            const DocumentNode &operation = item[method];
            if (!operation.isThere() || m_found.requests.size() >= kMostOperations) {
                continue;
            }
            if (expectIsObject(operation, m_faults)) {
                readOperation(path, QString::fromLatin1(method).toUpper(), item, operation);
            }
        }
    }

    void readOperation(const QString &path, const QString &method, const DocumentNode &item,
                       const DocumentNode &operation)
    {
        CopiedRequest request;
        request.method = method;
        request.place = operation.place;
        request.hasOpenValues = true;
        const QString summary = expectText(operation, "summary", false, m_faults);
        request.name =
            summary.isEmpty() ? expectText(operation, "operationId", false, m_faults) : summary;
        m_path = path;
        m_query.clear();
        m_form.clear();
        m_names.clear();
        m_steps = 0;
        readParameters(operation, request);
        readParameters(item, request);
        request.url = serverOf(item, operation) + m_path;
        if (!m_query.isEmpty()) {
            request.url += QLatin1Char('?') + m_query.join(QLatin1Char('&'));
        }
        if (!m_form.isEmpty()) {
            setBody(request, formBody(m_form), QStringLiteral("application/x-www-form-urlencoded"));
        }
        readRequestBody(operation, request);
        readSecurity(operation, request);
        readResponses(operation, request);
        m_found.requests << request;
    }

    QString serverOf(const DocumentNode &item, const DocumentNode &operation)
    {
        if (m_isSwagger) {
            return swaggerServer();
        }
        const DocumentNode *servers = &m_root["servers"];
        for (const DocumentNode *nearer : {&item, &operation}) {
            if ((*nearer)["servers"].isList()) {
                servers = &(*nearer)["servers"];
            }
        }
        if (servers->isThere() && !servers->isList()) {
            m_faults.add(servers->place, RequestsText::tr("expected a list"));
            return {};
        }
        if (servers->items.empty() || !servers->items.front()["url"].isText()) {
            return QStringLiteral("${env:BASE_URL}");
        }
        const DocumentNode &server = servers->items.front();
        QString url = server["url"].text;
        const DocumentNode &variables = server["variables"];
        for (qsizetype i = 0; i < variables.keys.size(); ++i) {
            const QString name = variables.keys[i];
            const QString value = variables.items[static_cast<std::size_t>(i)]["default"].text;
            url.replace(QLatin1Char('{') + name + QLatin1Char('}'),
                        value.isEmpty() ? environmentPlaceholder(name) : value);
        }
        while (url.endsWith(QLatin1Char('/'))) {
            url.chop(1);
        }
        return isUsableUrl(url) ? url : QStringLiteral("${env:BASE_URL}") + url;
    }

    QString swaggerServer()
    {
        const QString host = expectText(m_root, "host", false, m_faults);
        QString base = expectText(m_root, "basePath", false, m_faults);
        while (base.endsWith(QLatin1Char('/'))) {
            base.chop(1);
        }
        if (host.isEmpty()) {
            return QStringLiteral("${env:BASE_URL}") + base;
        }
        const DocumentNode &schemes = m_root["schemes"];
        const bool isPlain =
            !schemes.items.empty() && schemes.items.front().text == QLatin1String("http");
        return (isPlain ? QStringLiteral("http://") : QStringLiteral("https://")) + host + base;
    }

    /// Those of the operation first: they outweigh those of its path.
    void readParameters(const DocumentNode &parent, CopiedRequest &request)
    {
        for (const DocumentNode &each : expectList(parent, "parameters", false, m_faults).items) {
            const DocumentNode &parameter = resolved(each);
            if (!parameter.isThere() || !expectIsObject(parameter, m_faults)) {
                continue;
            }
            const QString name = expectText(parameter, "name", true, m_faults);
            const QString in = expectText(parameter, "in", true, m_faults);
            const QString key = in + QLatin1Char(' ') + name;
            if (m_names.contains(key)) {
                continue;
            }
            m_names << key;
            readParameter(parameter, name, in, request);
        }
    }

    void readParameter(const DocumentNode &parameter, const QString &name, const QString &in,
                       CopiedRequest &request)
    {
        const DocumentNode &schema =
            m_isSwagger && in != QLatin1String("body") ? parameter : resolved(parameter["schema"]);
        const bool isRequired = parameter["required"].text == QLatin1String("true");
        if (in == QLatin1String("body")) {
            return setBody(request, exampleText(schema, name, parameter),
                           QStringLiteral("application/json"));
        }
        const auto given = scalarOf(parameter, schema);
        if (!given && !isRequired && in != QLatin1String("path")) {
            return; // not needed, and nobody knows a value
        }
        const QString value = given.value_or(openValue(name));
        if (in == QLatin1String("path")) {
            m_path.replace(QLatin1Char('{') + name + QLatin1Char('}'),
                           given ? formEncoded(value) : value);
        } else if (in == QLatin1String("query") && (isRequired || isExample(parameter))) {
            m_query << formEncoded(name) + QLatin1Char('=') + formEncoded(value);
        } else if (in == QLatin1String("header") && (isRequired || isExample(parameter))) {
            request.addHeader(name, value);
        } else if (in == QLatin1String("cookie") && isRequired) {
            request.addHeader(QStringLiteral("Cookie"), name + QLatin1Char('=') + value);
        } else if (in == QLatin1String("formData")) {
            m_form.append({name, value});
        }
    }

    static bool isExample(const DocumentNode &parameter)
    {
        return parameter["example"].isThere() || parameter["examples"].isThere();
    }

    /// {name}, which stands for a value that nobody gave.
    static QString openValue(const QString &name)
    {
        QString plain = name;
        static const QRegularExpression odd(QStringLiteral("[^A-Za-z0-9_]"));
        plain.replace(odd, QStringLiteral("_"));
        if (plain.isEmpty() || plain.at(0).isDigit()) {
            plain.prepend(QLatin1Char('_'));
        }
        return QLatin1Char('{') + plain + QLatin1Char('}');
    }

    /// The example that stands at a node, or the first of several; missing where there is none.
    const DocumentNode &exampleAt(const DocumentNode &node)
    {
        if (node["example"].isThere()) {
            return node["example"];
        }
        const DocumentNode &several = node["examples"];
        if (several.items.empty()) {
            return DocumentNode::missing();
        }
        const DocumentNode &first = resolved(several.items.front());
        return several.isObject() && first.isObject() ? first["value"] : first;
    }

    /// A value that the document names: an example, a default, the only or first one possible.
    const DocumentNode &valueOf(const DocumentNode &schema)
    {
        for (const DocumentNode *found :
             {&exampleAt(schema), &schema["const"], &schema["default"], &schema["x-example"]}) {
            if (found->isThere()) {
                return *found;
            }
        }
        const DocumentNode &choices = schema["enum"];
        return choices.items.empty() ? DocumentNode::missing() : choices.items.front();
    }

    std::optional<QString> scalarOf(const DocumentNode &parameter, const DocumentNode &schema)
    {
        const DocumentNode &own = exampleAt(parameter);
        const DocumentNode &value = own.isThere() ? own : valueOf(schema);
        return value.isScalar() ? std::optional(value.text) : std::nullopt;
    }

    /// The JSON text of an example of the schema; what nobody knows stands there as {name}.
    QString exampleText(const DocumentNode &schema, const QString &name, const DocumentNode &around)
    {
        const DocumentNode &given = exampleAt(around);
        m_exampleLength = 0;
        return given.isThere() ? jsonOf(given) : example(schema, name, 0);
    }

    QString example(const DocumentNode &written, const QString &name, int depth)
    {
        const DocumentNode &schema = resolved(written);
        const DocumentNode &value = valueOf(schema);
        if (value.isThere()) {
            return counted(jsonOf(value));
        }
        if (depth > kDeepestSchema || m_exampleLength > kLongestExample || ++m_steps > kMostSteps) {
            return QStringLiteral("null");
        }
        for (const char *choice : {"oneOf", "anyOf"}) {
            if (!schema[choice].items.empty()) {
                return example(schema[choice].items.front(), name, depth + 1);
            }
        }
        const QString type = typeOf(schema);
        if (type == QLatin1String("object")) {
            QStringList members;
            QStringList seen;
            addMembers(schema, members, seen, depth);
            return QLatin1Char('{') + members.join(QStringLiteral(", ")) + QLatin1Char('}');
        }
        if (type == QLatin1String("array")) {
            return QLatin1Char('[') + example(schema["items"], name, depth + 1) + QLatin1Char(']');
        }
        const QString open = openValue(name);
        const bool isBare = type == QLatin1String("integer") || type == QLatin1String("number") ||
                            type == QLatin1String("boolean");
        return counted(isBare ? open : QLatin1Char('"') + open + QLatin1Char('"'));
    }

    QString counted(const QString &text)
    {
        m_exampleLength += text.size();
        return text;
    }

    static QString typeOf(const DocumentNode &schema)
    {
        const DocumentNode &type = schema["type"];
        if (type.isText()) {
            return type.text;
        }
        for (const DocumentNode &each : type.items) { // 3.1: ["string", "null"]
            if (each.text != QLatin1String("null")) {
                return each.text;
            }
        }
        return schema["properties"].isObject() || schema["allOf"].isList()
                   ? QStringLiteral("object")
               : schema["items"].isThere() ? QStringLiteral("array")
                                           : QString();
    }

    /// The members of an object that it needs or has an example of.
    void addMembers(const DocumentNode &schema, QStringList &members, QStringList &seen, int depth)
    {
        if (depth > kDeepestSchema || ++m_steps > kMostSteps) {
            return;
        }
        for (const DocumentNode &part : schema["allOf"].items) {
            addMembers(resolved(part), members, seen, depth + 1);
        }
        QStringList needed;
        for (const DocumentNode &name : schema["required"].items) {
            needed << name.text;
        }
        const DocumentNode &properties = schema["properties"];
        for (qsizetype i = 0; properties.isObject() && i < properties.keys.size(); ++i) {
            const QString &name = properties.keys[i];
            const DocumentNode &property = resolved(properties.items[static_cast<std::size_t>(i)]);
            const bool isWritten =
                property["readOnly"].text != QLatin1String("true") && !seen.contains(name);
            if (isWritten && (needed.contains(name) || exampleAt(property).isThere())) {
                seen << name;
                members << jsonText(name) + QStringLiteral(": ") +
                               example(property, name, depth + 1);
            }
        }
    }

    /// The content that is JSON, else a form, else the first, and its type.
    static std::pair<QString, const DocumentNode *> contentOf(const DocumentNode &holder)
    {
        const DocumentNode &content = holder["content"];
        if (!content.isObject() || content.keys.isEmpty()) {
            return {QString(), &DocumentNode::missing()};
        }
        for (const char *wanted : {"json", "x-www-form-urlencoded", ""}) {
            for (qsizetype i = 0; i < content.keys.size(); ++i) {
                if (content.keys[i].contains(QLatin1String(wanted))) {
                    return {content.keys[i], &content.items[static_cast<std::size_t>(i)]};
                }
            }
        }
        return {QString(), &DocumentNode::missing()};
    }

    void readRequestBody(const DocumentNode &operation, CopiedRequest &request)
    {
        const DocumentNode &body = resolved(operation["requestBody"]);
        if (!body.isThere() || !expectIsObject(body, m_faults)) {
            return;
        }
        const auto [type, media] = contentOf(body);
        if (!media->isObject()) {
            return;
        }
        const DocumentNode &schema = resolved((*media)["schema"]);
        if (type.contains(QLatin1String("x-www-form-urlencoded"))) {
            HeaderList fields;
            addFields(schema, fields);
            setBody(request, formBody(fields), type);
        } else if (type.contains(QLatin1String("json"))) {
            setBody(request, exampleText(schema, QStringLiteral("body"), *media), type);
        } else {
            const DocumentNode &given = exampleAt(*media);
            setBody(request, given.isScalar() ? given.text : QString(), type);
            request.remarks << RequestsText::tr("The body is %1: write it.").arg(type);
        }
    }

    void addFields(const DocumentNode &schema, HeaderList &fields)
    {
        const DocumentNode &properties = schema["properties"];
        for (qsizetype i = 0; properties.isObject() && i < properties.keys.size(); ++i) {
            const DocumentNode &property = resolved(properties.items[static_cast<std::size_t>(i)]);
            const DocumentNode &value = valueOf(property);
            fields.append({properties.keys[i],
                           value.isScalar() ? value.text : openValue(properties.keys[i])});
        }
    }

    void readSecurity(const DocumentNode &operation, CopiedRequest &request)
    {
        const DocumentNode &own = operation["security"];
        const DocumentNode &all = own.isList() ? own : m_root["security"];
        if (all.items.empty()) {
            return;
        }
        const DocumentNode &schemes =
            m_isSwagger ? m_root["securityDefinitions"] : m_root["components"]["securitySchemes"];
        for (const QString &name : all.items.front().keys) {
            const DocumentNode &scheme = resolved(schemes[name]);
            const QString type = scheme["type"].text;
            const QString kind = scheme["scheme"].text.toLower();
            if (type == QLatin1String("apiKey")) {
                addKey(scheme, request);
            } else if (type == QLatin1String("basic") || kind == QLatin1String("basic")) {
                request.addHeader(QStringLiteral("Authorization"),
                                  QStringLiteral("Basic ${env:BASIC_CREDENTIALS}"));
            } else if (scheme.isObject()) {
                request.addHeader(QStringLiteral("Authorization"),
                                  QStringLiteral("Bearer ") + environmentPlaceholder(name));
            }
        }
    }

    static void addKey(const DocumentNode &scheme, CopiedRequest &request)
    {
        const QString name = scheme["name"].text;
        const QString in = scheme["in"].text;
        const QString value = environmentPlaceholder(name);
        if (name.isEmpty()) {
            return;
        }
        if (in == QLatin1String("query")) {
            addQuery(request, formEncoded(name) + QLatin1Char('=') + value);
        } else if (in == QLatin1String("cookie")) {
            request.addHeader(QStringLiteral("Cookie"), name + QLatin1Char('=') + value);
        } else {
            request.addHeader(name, value);
        }
    }

    void readResponses(const DocumentNode &operation, CopiedRequest &request)
    {
        const DocumentNode &responses = expectObject(operation, "responses", false, m_faults);
        static const QRegularExpression status(QStringLiteral("\\A[1-5](XX|xx|[0-9][0-9])\\z"));
        for (qsizetype i = 0; i < responses.keys.size(); ++i) {
            const QString &key = responses.keys[i];
            if (key == QLatin1String("default") || key.startsWith(QLatin1String("x-"))) {
                continue;
            }
            const DocumentNode &written = responses.items[static_cast<std::size_t>(i)];
            if (!status.match(key).hasMatch()) {
                m_faults.add(
                    written.place,
                    RequestsText::tr("expected a status such as 200 or 4XX, not %1").arg(key));
                continue;
            }
            readResponse(key, resolved(written), request);
        }
    }

    void readResponse(const QString &key, const DocumentNode &response, CopiedRequest &request)
    {
        FoundAnswer answer;
        answer.isClass = key.endsWith(QLatin1String("xx"), Qt::CaseInsensitive);
        answer.status = answer.isClass ? key.at(0).digitValue() * 100 : key.toInt();
        answer.name = response["description"].text;
        const DocumentNode &old = response["examples"]; // Swagger 2: by media type
        if (m_isSwagger) {
            if (old.isObject() && !old.items.empty()) {
                answer.body = jsonOf(old.items.front());
            }
            request.answers << answer;
            return;
        }
        const DocumentNode &media = *contentOf(response).second;
        const DocumentNode &several = media["examples"];
        if (several.isObject() && !several.items.empty()) {
            for (qsizetype i = 0; i < several.keys.size(); ++i) {
                FoundAnswer each = answer;
                const DocumentNode &one = resolved(several.items[static_cast<std::size_t>(i)]);
                each.name +=
                    QLatin1Char(' ') + several.keys[i] + QLatin1Char(' ') + one["summary"].text;
                each.body = jsonOf(one["value"]);
                request.answers << each;
            }
            return;
        }
        const DocumentNode &given = exampleAt(media);
        if (given.isThere()) {
            answer.body = jsonOf(given);
        }
        request.answers << answer;
    }

    const DocumentNode &m_root;
    FoundRequests &m_found;
    InputFaults &m_faults;
    bool m_isSwagger;
    QStringList m_elsewhere; ///< references that were told
    QString m_path;          ///< of the operation that is read, and
    QStringList m_query;     ///< its query
    HeaderList m_form;
    QStringList m_names; ///< of its parameters
    qsizetype m_exampleLength = 0;
    int m_steps = 0;
};

} // namespace

void readOpenApi(const DocumentNode &root, FoundRequests &found, InputFaults &faults)
{
    OpenApiReader(root, found, faults).read();
}

} // namespace stampede
