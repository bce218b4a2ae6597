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
};

/// `value` appended to `out`.
void appendEscaped(std::string &out, std::string_view value, Escape escape);

/// What placeholders stand for. `{userId}` and the names of `columns` are filled in for each
/// request, the others once.
struct TemplateNames
{
    std::string couponId;
    std::vector<std::string> columns;
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
};

/// A text with placeholders in braces. A brace that is not followed by a name and a closing brace
/// is an ordinary character, so that JSON needs no escaping.
class TextTemplate
{
public:
    TextTemplate() = default;
    /// The errors are sentences without the place: a placeholder that nobody fills in, an
    /// environment variable that is not there. All of them at once.
    static Result<TextTemplate, std::vector<QString>> parse(std::string_view text, Escape escape,
                                                            const TemplateNames &names);
    /// Appends the text for one request.
    void append(std::string &out, const TemplateValues &values) const;
    /// Whether the text is the same for every request.
    [[nodiscard]] bool isConstant() const { return m_pieces.empty(); }

private:
    /// Text, and what comes behind it.
    struct Piece
    {
        std::string before;
        bool isColumn = false; ///< else the person
        std::size_t column = 0;
    };
    std::vector<Piece> m_pieces;
    std::string m_last;
    Escape m_escape = Escape::None;
};

} // namespace stampede
