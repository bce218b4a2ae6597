// SPDX-License-Identifier: MIT
#include "http/text_template.h"

#include "http/http_text.h"

#include "base/random.h"

#include <QByteArray>
#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace stampede {

namespace {

constexpr std::string_view kEnvironment = "${env:";

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isNameCharacter(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9');
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

void appendForm(std::string &out, std::string_view value)
{
    for (const char c : value) {
        if (c == ' ') {
            out += '+';
        } else {
            appendUrl(out, {&c, 1});
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

void appendDecimal(std::string &out, auto number)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), end.ptr);
}

/// A UUID of version 4 (RFC 9562): 122 bits that follow from both numbers.
std::array<char, 36> uuidOf(std::uint64_t seed, std::uint64_t request)
{
    constexpr std::uint64_t kVersion = 0x4000;
    constexpr std::uint64_t kVariant = 0x8000'0000'0000'0000ULL;
    const std::uint64_t mixed = splitMix64(seed + splitMix64(request));
    const std::uint64_t first = (mixed & ~0xF000ULL) | kVersion;
    const std::uint64_t second = (splitMix64(~mixed) & ~(3ULL << 62U)) | kVariant;
    constexpr char kDigits[] = "0123456789abcdef";
    std::array<char, 36> text{};
    std::size_t at = 0;
    for (std::size_t digit = 0; digit < 32; ++digit) {
        if (digit == 8 || digit == 12 || digit == 16 || digit == 20) {
            text[at++] = '-';
        }
        const std::uint64_t half = digit < 16 ? first : second;
        text[at++] = kDigits[(half >> (60U - 4U * (digit % 16))) & 0xFU];
    }
    return text;
}

std::uint64_t seedOf(std::string_view text)
{
    std::uint64_t seed = text.size();
    for (const char c : text) {
        seed = splitMix64(seed ^ static_cast<unsigned char>(c));
    }
    return seed;
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
    case Escape::Form:
        return appendForm(out, value);
    }
}

TextTemplate::Placeholder TextTemplate::placeholderAt(std::string_view text)
{
    if (text.size() < 3 || text[0] != '{' || !isNameStart(text[1])) {
        return {};
    }
    std::size_t end = 2;
    while (end < text.size() && isNameCharacter(text[end])) {
        ++end;
    }
    const std::string_view name = text.substr(1, end - 1);
    if (end < text.size() && text[end] == '}') {
        return {name, {}, end + 1};
    }
    if (end + 1 >= text.size() || text[end] != ':' || !isNameStart(text[end + 1])) {
        return {};
    }
    const std::size_t start = end + 1;
    for (end = start; end < text.size() && isNameCharacter(text[end]); ++end) {
    }
    return end < text.size() && text[end] == '}'
               ? Placeholder{name, text.substr(start, end - start), end + 1}
               : Placeholder();
}

std::optional<TextTemplate::Filter> TextTemplate::filterNamed(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, Filter>, 6> kFilters{
        {{"", Filter::None},
         {"raw", Filter::Raw},
         {"form", Filter::Form},
         {"url", Filter::Url},
         {"json", Filter::Json},
         {"base64", Filter::Base64}}};
    const auto *const found = std::find_if(kFilters.begin(), kFilters.end(),
                                           [name](const auto &one) { return one.first == name; });
    return found == kFilters.end() ? std::nullopt : std::optional(found->second);
}

std::optional<TextTemplate::Piece> TextTemplate::pieceFor(std::string_view name,
                                                          const TemplateNames &names)
{
    const auto indexIn =
        [name](const std::vector<std::string> &list) -> std::optional<std::size_t> {
        const auto found = std::find(list.begin(), list.end(), name);
        return found == list.end() ? std::nullopt
                                   : std::optional(static_cast<std::size_t>(found - list.begin()));
    };
    if (name == "userId") {
        return names.personColumn ? Piece{{}, Source::Column, Filter::None, *names.personColumn}
                                  : Piece{};
    }
    if (const auto column = indexIn(names.columns)) {
        return Piece{{}, Source::Column, Filter::None, *column};
    }
    if (const auto value = indexIn(names.extracted)) {
        return Piece{{}, Source::Extracted, Filter::None, *value};
    }
    for (const auto &[known, source] :
         {std::pair<std::string_view, Source>("requestId", Source::RequestId),
          {"uuid", Source::Uuid},
          {"vu", Source::Vu},
          {"iteration", Source::Iteration}}) {
        if (name == known) {
            return Piece{{}, source, Filter::None, 0};
        }
    }
    return std::nullopt;
}

void TextTemplate::appendFiltered(std::string &out, std::string_view value, Filter filter,
                                  Escape escape)
{
    const auto through = [&](Escape first, bool once) {
        if (once) {
            return appendEscaped(out, value, first);
        }
        std::string filtered;
        appendEscaped(filtered, value, first);
        appendEscaped(out, filtered, escape);
    };
    const bool isEncoded = escape == Escape::Url || escape == Escape::Form;
    switch (filter) {
    case Filter::None:
        return appendEscaped(out, value, escape);
    case Filter::Raw: // but no value begins another header
        return appendEscaped(out, value, escape == Escape::Header ? escape : Escape::None);
    case Filter::Form:
        return through(Escape::Form, isEncoded);
    case Filter::Url:
        return through(Escape::Url, isEncoded);
    case Filter::Json:
        return through(Escape::Json, escape == Escape::Json);
    case Filter::Base64: {
        const QByteArray text =
            QByteArray(value.data(), static_cast<qsizetype>(value.size())).toBase64();
        return appendEscaped(out, {text.constData(), static_cast<std::size_t>(text.size())},
                             escape);
    }
    }
}

Result<TextTemplate, std::vector<QString>> TextTemplate::parse(std::string_view text, Escape escape,
                                                               const TemplateNames &names)
{
    TextTemplate parsed;
    parsed.m_escape = escape;
    parsed.m_requestIdPrefix = names.requestIdPrefix;
    parsed.m_uuidSeed = seedOf(names.requestIdPrefix);
    std::vector<QString> faults;
    std::string literal;
    while (!text.empty()) {
        if (text.starts_with(kEnvironment)) {
            const std::size_t end = text.find('}');
            if (end == std::string_view::npos) {
                faults.push_back(HttpText::tr("${env: is not closed with }"));
                break;
            }
            const std::string name(text.substr(kEnvironment.size(), end - kEnvironment.size()));
            const auto value = names.environment ? names.environment(name) : std::nullopt;
            if (!value) {
                faults.push_back(
                    HttpText::tr("there is no environment variable %1").arg(shownName(name)));
            } else {
                appendEscaped(literal, *value, escape);
            }
            text.remove_prefix(end + 1);
            continue;
        }
        if (text.starts_with("{{")) {
            const Placeholder meant = placeholderAt(text.substr(1));
            if (!meant.name.empty() && text.substr(meant.length + 1).starts_with('}')) {
                literal += text.substr(1, meant.length);
                text.remove_prefix(meant.length + 2);
                continue;
            }
        }
        const Placeholder found = placeholderAt(text);
        const auto filter = filterNamed(found.filter);
        const bool isConstant =
            found.name == "couponId" || (found.name == "round" && !names.round.empty());
        auto piece = isConstant || found.name.empty() ? std::nullopt : pieceFor(found.name, names);
        if (found.name.empty() || (!filter && !isConstant && !piece)) {
            literal += text.front(); // {user:name} of another language is no placeholder
            text.remove_prefix(1);
            continue;
        }
        text.remove_prefix(found.length);
        if (!filter) {
            faults.push_back(HttpText::tr("there is no filter %1 (possible: form, url, json, "
                                          "base64, raw)")
                                 .arg(shownName(found.filter)));
        } else if (isConstant) {
            appendFiltered(literal, found.name == "round" ? names.round : names.couponId, *filter,
                           escape);
        } else if (piece) {
            piece->before = std::exchange(literal, {});
            piece->filter = *filter;
            parsed.m_pieces.push_back(std::move(*piece));
        } else {
            faults.push_back(
                HttpText::tr("nothing is known to fill in for {%1}").arg(shownName(found.name)));
        }
    }
    if (!faults.empty()) {
        return Failure{std::move(faults)};
    }
    parsed.m_last = std::move(literal);
    return parsed;
}

bool TextTemplate::isOfPerson() const
{
    return std::all_of(m_pieces.begin(), m_pieces.end(), [](const Piece &piece) {
        return piece.source == Source::Person || piece.source == Source::Column;
    });
}

void TextTemplate::appendMade(std::string &out, Source source, const TemplateValues &values) const
{
    switch (source) {
    case Source::Person:
        return appendDecimal(out, values.user);
    case Source::RequestId:
        out += m_requestIdPrefix;
        return appendDecimal(out, values.request);
    case Source::Uuid: {
        const auto uuid = uuidOf(m_uuidSeed, values.request);
        out.append(uuid.data(), uuid.size());
        return;
    }
    case Source::Vu:
        return appendDecimal(out, values.vu + 1);
    case Source::Iteration:
        return appendDecimal(out, values.iteration);
    case Source::Column:
    case Source::Extracted:
        break;
    }
}

void TextTemplate::append(std::string &out, const TemplateValues &values) const
{
    for (const Piece &piece : m_pieces) {
        out += piece.before;
        if (piece.source == Source::Column) {
            appendFiltered(out, (*values.column)(piece.index, values.request), piece.filter,
                           m_escape);
        } else if (piece.source == Source::Extracted) {
            appendFiltered(out, (*values.extracted)[piece.index], piece.filter, m_escape);
        } else if (piece.filter == Filter::Base64) {
            std::string made;
            appendMade(made, piece.source, values);
            appendFiltered(out, made, piece.filter, m_escape);
        } else {
            appendMade(out, piece.source, values); // letters, digits and hyphens everywhere
        }
    }
    out += m_last;
}

} // namespace stampede
