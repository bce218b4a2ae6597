#include "http/text_template.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>

namespace stampede {

namespace {

struct TemplateText
{
    Q_DECLARE_TR_FUNCTIONS(TemplateText)
};

constexpr std::string_view kEnvironment = "${env:";

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isNameCharacter(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9');
}

/// The name between braces that `text` begins with, or nothing.
std::string_view nameInBraces(std::string_view text)
{
    if (text.size() < 3 || text[0] != '{' || !isNameStart(text[1])) {
        return {};
    }
    std::size_t end = 2;
    while (end < text.size() && isNameCharacter(text[end])) {
        ++end;
    }
    return end < text.size() && text[end] == '}' ? text.substr(1, end - 1) : std::string_view();
}

bool isUnreserved(char c)
{
    return isNameCharacter(c) || c == '-' || c == '.' || c == '~';
}

void appendHex(std::string &out, unsigned char byte)
{
    constexpr char kDigits[] = "0123456789ABCDEF";
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 0xFU];
}

void appendUrl(std::string &out, std::string_view value)
{
    for (const char c : value) {
        if (isUnreserved(c)) {
            out += c;
        } else {
            out += '%';
            appendHex(out, static_cast<unsigned char>(c));
        }
    }
}

void appendJson(std::string &out, std::string_view value)
{
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            appendHex(out, byte);
        } else {
            out += c;
        }
    }
}

void appendHeader(std::string &out, std::string_view value)
{
    std::copy_if(value.begin(), value.end(), std::back_inserter(out), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 0x20 && byte != 0x7F) || c == '\t';
    });
}

QString shownName(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

void appendEscaped(std::string &out, std::string_view value, Escape escape)
{
    switch (escape) {
    case Escape::None:
        out += value;
        return;
    case Escape::Url:
        return appendUrl(out, value);
    case Escape::Json:
        return appendJson(out, value);
    case Escape::Header:
        return appendHeader(out, value);
    }
}

Result<TextTemplate, std::vector<QString>> TextTemplate::parse(std::string_view text, Escape escape,
                                                               const TemplateNames &names)
{
    TextTemplate parsed;
    parsed.m_escape = escape;
    std::vector<QString> faults;
    std::string literal;
    while (!text.empty()) {
        if (text.starts_with(kEnvironment)) {
            const std::size_t end = text.find('}');
            if (end == std::string_view::npos) {
                faults.push_back(TemplateText::tr("${env: is not closed with }"));
                break;
            }
            const std::string name(text.substr(kEnvironment.size(), end - kEnvironment.size()));
            const auto value = names.environment ? names.environment(name) : std::nullopt;
            if (!value) {
                faults.push_back(
                    TemplateText::tr("there is no environment variable %1").arg(shownName(name)));
            } else {
                appendEscaped(literal, *value, escape);
            }
            text.remove_prefix(end + 1);
            continue;
        }
        const std::string_view name = nameInBraces(text);
        if (name.empty()) {
            literal += text.front();
            text.remove_prefix(1);
            continue;
        }
        const auto column = std::find(names.columns.begin(), names.columns.end(), name);
        if (name == "couponId") {
            appendEscaped(literal, names.couponId, escape);
        } else if (name == "userId" && names.personColumn) {
            parsed.m_pieces.push_back({std::move(literal), true, *names.personColumn});
            literal.clear();
        } else if (name == "userId") {
            parsed.m_pieces.push_back({std::move(literal)});
            literal.clear();
        } else if (column != names.columns.end()) {
            parsed.m_pieces.push_back({std::move(literal), true,
                                       static_cast<std::size_t>(column - names.columns.begin())});
            literal.clear();
        } else {
            faults.push_back(
                TemplateText::tr("nothing is known to fill in for {%1}").arg(shownName(name)));
        }
        text.remove_prefix(name.size() + 2);
    }
    if (!faults.empty()) {
        return Failure{std::move(faults)};
    }
    parsed.m_last = std::move(literal);
    return parsed;
}

void TextTemplate::append(std::string &out, const TemplateValues &values) const
{
    for (const Piece &piece : m_pieces) {
        out += piece.before;
        if (piece.isColumn) {
            appendEscaped(out, (*values.column)(piece.column, values.request), m_escape);
        } else {
            std::array<char, 24> digits{};
            const auto end =
                std::to_chars(digits.data(), digits.data() + digits.size(), values.user);
            out.append(digits.data(), end.ptr);
        }
    }
    out += m_last;
}

} // namespace stampede
