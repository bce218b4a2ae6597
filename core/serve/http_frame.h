// SPDX-License-Identifier: MIT
#pragma once

#include <ctime>
#include <string>
#include <string_view>

namespace stampede {

/// One answer, before it is put into words of HTTP. The views outlive the call that they are
/// handed to.
struct HttpAnswer
{
    int status = 200;
    std::string_view type; ///< of the content
    std::string_view body;
    std::string_view headers{}; ///< further header lines, each with its line end
};

/// What an answer owes to its request and its connection.
struct HttpFrame
{
    bool close = false;    ///< the connection ends after it
    bool keptOn = false;   ///< an HTTP/1.0 connection that goes on, which has to be said
    bool head = false;     ///< header only
    std::string_view date; ///< see httpDate()
    std::string_view id{}; ///< X-Request-Id to be echoed, or empty
};

/// Appends status line, header and body.
void appendAnswer(std::string &out, const HttpAnswer &answer, const HttpFrame &frame);

/// "Mon, 23 Nov 2026 06:26:45 GMT"
std::string httpDate(std::time_t when);

/// `text` as it stands in a JSON string, without the quotes: quotes, backslashes and control
/// characters are escaped. UTF-8 in, UTF-8 out.
std::string jsonEscaped(std::string_view text);

} // namespace stampede
