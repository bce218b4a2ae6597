// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "import/found_run.h"

#include <QRegularExpression>
#include <QString>

#include <memory>
#include <optional>
#include <string>

namespace stampede {

/// Where a request names its person, or its coupon: `tag:user`, `metadata:user`, `column:userId`,
/// `url:'/users/(\d+)/'` (the first group), `body:/member` (a JSON pointer into the answer).
class RequestSpec
{
public:
    /// The error says what a SPEC must be.
    static Result<RequestSpec, QString> parse(const QString &spec);
    ~RequestSpec();
    RequestSpec(RequestSpec &&) noexcept;
    RequestSpec &operator=(RequestSpec &&) noexcept;

    /// What stands there; nothing where the request has nothing there. Lives until the next call.
    [[nodiscard]] std::optional<std::string_view> valueIn(const FoundRequest &request);
    /// As it was given.
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Whether it looks into answers.
    [[nodiscard]] bool isOfBody() const { return m_place == Place::Body; }

private:
    enum class Place
    {
        Tag,
        Metadata,
        Column,
        Url,
        Body
    };
    struct Json;
    RequestSpec();
    [[nodiscard]] std::optional<std::string_view> fieldIn(const FoundRequest &request) const;
    [[nodiscard]] std::optional<std::string_view> ofUrl(std::string_view url);
    [[nodiscard]] std::optional<std::string_view> ofBody(std::string_view body);

    Place m_place = Place::Tag;
    QString m_text;
    std::string m_name; ///< of the field, or the pointer
    QRegularExpression m_expression;
    std::string m_found;
    std::unique_ptr<Json> m_json;
};

} // namespace stampede
