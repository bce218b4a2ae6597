#pragma once
// http: sends a crowd at somebody else's service over HTTP: requests, connections, answers and what
// they mean.

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

/// An answer that was read to its end. Views into the reader, valid until its next answer.
struct ServiceAnswer
{
    int status = 0;
    std::string_view body;   ///< its first 64 KiB
    bool bodyIsWhole = true; ///< nothing was thrown away
    std::span<const AnswerHeader> headers;
    /// What the results of another tool say beside: columns that rules ask for, by their names as
    /// they stand, and the checks of k6 that passed. Empty for an answer that came here.
    std::span<const AnswerHeader> columns{};
    std::span<const std::string> checks{};
};

/// Why rules know nothing of an answer.
enum class NotRecognised
{
    NoHttp,
    Encoded, ///< its body is compressed
    Charset, ///< its body is written in another character set than UTF-8
    TooLong, ///< more than is read of a body, so that it is no JSON
    NoJson,  ///< rules look into JSON, and its body is none
    NoRule,  ///< it was read, and no rule holds
};

} // namespace stampede
