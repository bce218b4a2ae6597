// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stampede {

/// How a value is written into the text around it.
enum class Escape
{
    None,   ///< as it is
    Url,    ///< percent-encoded, but for letters, digits and - . _ ~
    Json,   ///< as the inside of a JSON string
    Header, ///< without control characters, which would begin another header
    Form,   ///< as a value of application/x-www-form-urlencoded
};

/// `value` appended to `out`.
void appendEscaped(std::string &out, std::string_view value, Escape escape);

/// What placeholders stand for. `{couponId}`, `{round}` and `${env:NAME}` are filled in once, all
/// others for each request: `{userId}`, columns, values that steps extracted, `{requestId}`,
/// `{uuid}`, `{vu}` and `{iteration}`, in this order where a name could be several.
struct TemplateNames
{
    std::string couponId;
    std::vector<std::string> columns;
    std::vector<std::string> extracted; ///< names of values that steps took from their answers
    std::string requestIdPrefix;        ///< of {requestId}; the request's index follows
    std::string round;                  ///< the number of the round, for {round}; empty for none
    /// The column that {userId} is where people are texts; nothing where they are numbers.
    std::optional<std::size_t> personColumn{};
    /// The value of `${env:NAME}`; nothing where there is no such variable.
    std::function<std::optional<std::string>(const std::string &)> environment;
};

/// What is filled in for one request.
struct TemplateValues
{
    std::int64_t user = 0;
    std::uint64_t request = 0;
    /// The value of a column for a request; null without columns.
    const std::function<std::string_view(std::size_t, std::uint64_t)> *column = nullptr;
    std::uint32_t vu = 0;        ///< from 0; {vu} counts from 1
    std::uint64_t iteration = 0; ///< requests that this virtual user began before
    /// In the order of TemplateNames::extracted; null without steps.
    const std::vector<std::string> *extracted = nullptr;
    std::string_view cookies{}; ///< the value of a header Cookie; empty for none
};

/// A text with placeholders in braces: `{name}`, or `{name:filter}` with one of form, url, json,
/// base64 and raw. A value is written through its filter and then for the place where it stands; a
/// filter that does what the place does is done once, and raw values are written as they are.
/// `{{name}}` is the text {name}. A brace that is not followed by a name and a closing brace is an
/// ordinary character, so that JSON needs no escaping.
class TextTemplate
{
public:
    TextTemplate() = default;
    /// The errors are sentences without the place: a placeholder that nobody fills in, an
    /// environment variable that is not there, no such filter. All of them at once.
    static Result<TextTemplate, std::vector<QString>> parse(std::string_view text, Escape escape,
                                                            const TemplateNames &names);
    /// Appends the text for one request. Allocates for filters only.
    void append(std::string &out, const TemplateValues &values) const;
    /// Whether the text is the same for every request.
    [[nodiscard]] bool isConstant() const { return m_pieces.empty(); }
    /// Whether it is the same for every request of one person.
    [[nodiscard]] bool isOfPerson() const;

private:
    enum class Source : std::uint8_t
    {
        Person,
        Column,
        Extracted,
        RequestId,
        Uuid,
        Vu,
        Iteration,
    };
    enum class Filter : std::uint8_t
    {
        None,
        Raw,
        Form,
        Url,
        Json,
        Base64,
    };
    /// Text, and what comes behind it.
    struct Piece
    {
        std::string before;
        Source source = Source::Person;
        Filter filter = Filter::None;
        std::size_t index = 0; ///< of the column, or of the extracted value
    };
    /// `{name}` or `{name:filter}` at the start of a text.
    struct Placeholder
    {
        std::string_view name; ///< empty where there is none
        std::string_view filter;
        std::size_t length = 0;
    };
    static Placeholder placeholderAt(std::string_view text);
    static std::optional<Filter> filterNamed(std::string_view name);
    static std::optional<Piece> pieceFor(std::string_view name, const TemplateNames &names);
    static void appendFiltered(std::string &out, std::string_view value, Filter filter,
                               Escape escape);
    void appendMade(std::string &out, Source source, const TemplateValues &values) const;

    std::vector<Piece> m_pieces;
    std::string m_last;
    std::string m_requestIdPrefix;
    std::uint64_t m_uuidSeed = 0;
    Escape m_escape = Escape::None;
};

} // namespace stampede
