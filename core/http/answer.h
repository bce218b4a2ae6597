// SPDX-License-Identifier: MIT
#pragma once
// http: sends a crowd at somebody else's service over HTTP: requests, connections, answers and what
// they mean.

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace stampede {

/// A header of an answer whose value a rule asks for.
struct AnswerHeader
{
    std::string name; ///< lower case
    std::string value;
    bool there = false;
};

/// Why rules know nothing of an answer.
enum class NotRecognised
{
    NoHttp,
    Http2,   ///< it is no answer of HTTP/1.1, but HTTP/2
    Encoded, ///< its body is compressed in a way that is not read
    Charset, ///< its body is no UTF-8, nor of a character set that is named and known
    TooLong, ///< more than is read of a body, so that it is no JSON
    NoJson,  ///< rules look into JSON, and its body is none
    NoRule,  ///< it was read, and no rule holds
};

/// An answer that was read to its end. Views into the reader, valid until its next answer.
struct ServiceAnswer
{
    int status = 0;
    std::string_view body;   ///< its first MiB
    bool bodyIsWhole = true; ///< nothing was thrown away
    std::span<const AnswerHeader> headers;
    /// What the results of another tool say beside: columns that rules ask for, by their names as
    /// they stand, and the checks of k6 that passed. Empty for an answer that came here.
    std::span<const AnswerHeader> columns{};
    std::span<const std::string> checks{};
    /// Why the body could not be decoded, and its encoding or character set; nothing where it was.
    std::optional<NotRecognised> unread{};
    std::string_view unreadName{};
};

/// The header of that name in lower case, if the answer has it and it was asked for; else null.
inline const AnswerHeader *headerOf(const ServiceAnswer &answer, std::string_view name)
{
    for (const AnswerHeader &header : answer.headers) {
        if (header.there && header.name == name) {
            return &header;
        }
    }
    return nullptr;
}

/// `text` with small letters from A to Z.
inline std::string lowered(std::string_view text)
{
    std::string lower(text);
    for (char &c : lower) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return lower;
}

} // namespace stampede
