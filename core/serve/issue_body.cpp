// SPDX-License-Identifier: MIT
#include "serve/issue_body.h"

#include "serve/serve_text.h"

#include "scenario/json_syntax.h"

#include <QCoreApplication>

#include <simdjson.h>

#include <optional>

namespace stampede {

namespace {

QString wanted()
{
    return ServeText::tr("Expected: {\"userId\": 7}.");
}

Failure<QString> bodyFault(const QString &what)
{
    return Failure{what + QLatin1Char(' ') + wanted()};
}

Failure<QString> unreadable(const std::string &body)
{
    const QByteArray text = QByteArray::fromStdString(body);
    if (text.trimmed().isEmpty()) {
        return bodyFault(ServeText::tr("The body is empty."));
    }
    if (!text.trimmed().startsWith('{')) {
        return bodyFault(ServeText::tr("The body is not JSON."));
    }
    const std::optional<JsonDiagnostic> fault = findJsonDiagnostic(text);
    if (!fault) {
        return bodyFault(ServeText::tr("The body holds a number that is too large."));
    }
    return bodyFault(ServeText::tr("The body is not JSON, line and column %1: %2.")
                         .arg(lineAndColumn(text, fault->offset), fault->expected));
}

} // namespace

struct IssueBodyReader::Parser
{
    simdjson::dom::parser json;
};

IssueBodyReader::IssueBodyReader()
    : m_parser(std::make_unique<Parser>())
{}

IssueBodyReader::~IssueBodyReader() = default;

Result<UserId, QString> IssueBodyReader::read(std::string &body)
{
    if (body.starts_with("\xEF\xBB\xBF")) { // as some programs begin UTF-8
        body.erase(0, 3);
    }
    body.reserve(body.size() + simdjson::SIMDJSON_PADDING);
    simdjson::dom::element whole;
    if (m_parser->json.parse(body.data(), body.size(), false).get(whole) != simdjson::SUCCESS) {
        return unreadable(body);
    }
    simdjson::dom::object object;
    if (whole.get(object) != simdjson::SUCCESS) {
        return bodyFault(ServeText::tr("The body is JSON, but not an object."));
    }
    std::optional<simdjson::dom::element> user;
    for (const simdjson::dom::key_value_pair field : object) {
        if (field.key == "userId") {
            user = field.value;
        }
    }
    if (!user) {
        return bodyFault(ServeText::tr("The body has no userId."));
    }
    std::int64_t value = 0;
    if (user->get(value) == simdjson::SUCCESS) {
        return UserId{value};
    }
    if (user->is_uint64()) {
        return bodyFault(ServeText::tr("userId is larger than 9223372036854775807."));
    }
    return bodyFault(user->is_double() ? ServeText::tr("userId is not a whole number.")
                                       : ServeText::tr("userId is not a number."));
}

} // namespace stampede
