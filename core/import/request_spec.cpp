// SPDX-License-Identifier: MIT
#include "import/request_spec.h"

#include "import/import_text.h"
#include "scenario/classify_setting.h"

#include <algorithm>
#include <array>
#include <utility>

#include <simdjson.h>

namespace stampede {

struct RequestSpec::Json
{
    simdjson::dom::parser parser;
};

RequestSpec::RequestSpec() = default;
RequestSpec::~RequestSpec() = default;
RequestSpec::RequestSpec(RequestSpec &&) noexcept = default;
RequestSpec &RequestSpec::operator=(RequestSpec &&) noexcept = default;

Result<RequestSpec, QString> RequestSpec::parse(const QString &spec)
{
    constexpr std::array kPlaces = {std::pair{"tag", Place::Tag},
                                    std::pair{"metadata", Place::Metadata},
                                    std::pair{"column", Place::Column},
                                    std::pair{"url", Place::Url}, std::pair{"body", Place::Body}};
    const QString place = spec.section(QLatin1Char(':'), 0, 0);
    QString name = spec.section(QLatin1Char(':'), 1);
    const auto known = std::find_if(kPlaces.begin(), kPlaces.end(), [&place](const auto &each) {
        return place == QLatin1String(each.first);
    });
    if (known == kPlaces.end() || name.isEmpty()) {
        return Failure{ImportText::tr(
            "must be tag:NAME, metadata:NAME, column:NAME, url:'REGEX' or body:/POINTER")};
    }
    RequestSpec made;
    made.m_text = spec;
    made.m_place = known->second;
    const bool isQuoted =
        name.size() > 1 && name.startsWith(QLatin1Char('\'')) && name.endsWith(QLatin1Char('\''));
    name = isQuoted ? name.mid(1, name.size() - 2) : name;
    if (made.m_place == Place::Url) {
        made.m_expression = QRegularExpression(name);
        if (!made.m_expression.isValid() || made.m_expression.captureCount() < 1) {
            return Failure{ImportText::tr("url: must be a regular expression with a group in "
                                          "parentheses around the value")};
        }
        made.m_expression.optimize();
    }
    if (made.m_place == Place::Body) {
        if (const auto pointer = readJsonPointer(name); !pointer) {
            return Failure{QStringLiteral("body: ") + pointer.error()};
        }
        made.m_json = std::make_unique<Json>();
    }
    made.m_name = name.toStdString();
    return made;
}

std::optional<std::string_view> RequestSpec::valueIn(const FoundRequest &request)
{
    std::optional<std::string_view> value;
    switch (m_place) {
    case Place::Tag:
    case Place::Metadata:
    case Place::Column:
        value = fieldIn(request);
        break;
    case Place::Url:
        value = ofUrl(request.url);
        break;
    case Place::Body:
        value = ofBody(request.body);
        break;
    }
    return value && !value->empty() ? value : std::nullopt;
}

std::optional<std::string_view> RequestSpec::fieldIn(const FoundRequest &request) const
{
    const auto kind = m_place == Place::Tag        ? FoundField::Kind::Tag
                      : m_place == Place::Metadata ? FoundField::Kind::Metadata
                                                   : FoundField::Kind::Column;
    const auto found =
        std::find_if(request.fields.begin(), request.fields.end(), [&](const FoundField &field) {
            return field.kind == kind && field.name == m_name;
        });
    return found == request.fields.end() ? std::nullopt : std::optional(found->value);
}

std::optional<std::string_view> RequestSpec::ofUrl(std::string_view url)
{
    const auto match = m_expression.match(textOf(url));
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    m_found = match.captured(1).toStdString();
    return m_found;
}

std::optional<std::string_view> RequestSpec::ofBody(std::string_view body)
{
    simdjson::dom::element root;
    simdjson::dom::element found;
    if (body.empty() ||
        m_json->parser.parse(body.data(), body.size()).get(root) != simdjson::SUCCESS ||
        root.at_pointer(m_name).get(found) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    std::string_view text;
    if (found.get(text) == simdjson::SUCCESS) {
        m_found = text;
        return m_found;
    }
    if (found.is_number()) {
        m_found = simdjson::minify(found);
        return m_found;
    }
    return std::nullopt;
}

} // namespace stampede
