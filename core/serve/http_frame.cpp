// SPDX-License-Identifier: MIT
#include "serve/http_frame.h"

#include <array>
#include <charconv>

namespace stampede {

namespace {

std::string_view reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 413:
        return "Content Too Large";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    }
    return "Internal Server Error";
}

void appendNumber(std::string &out, std::size_t number)
{
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

} // namespace

void appendAnswer(std::string &out, const HttpAnswer &answer, const HttpFrame &frame)
{
    out.append("HTTP/1.1 ");
    appendNumber(out, static_cast<std::size_t>(answer.status));
    out.push_back(' ');
    out.append(reasonOf(answer.status)).append("\r\nDate: ").append(frame.date);
    out.append("\r\nContent-Type: ").append(answer.type).append("\r\nContent-Length: ");
    appendNumber(out, answer.body.size());
    out.append("\r\n").append(answer.headers);
    if (!frame.id.empty()) {
        out.append("X-Request-Id: ").append(frame.id).append("\r\n");
    }
    if (frame.close) {
        out.append("Connection: close\r\n");
    } else if (frame.keptOn) {
        out.append("Connection: keep-alive\r\n");
    }
    out.append("\r\n");
    if (!frame.head) {
        out.append(answer.body);
    }
}

std::string httpDate(std::time_t when)
{
    // Not strftime: the names of days and months are English whatever the locale.
    constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    gmtime_r(&when, &utc);
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::string(kDays[static_cast<std::size_t>(utc.tm_wday)]) + ", " + two(utc.tm_mday) +
           ' ' + kMonths[static_cast<std::size_t>(utc.tm_mon)] + ' ' +
           std::to_string(utc.tm_year + 1900) + ' ' + two(utc.tm_hour) + ':' + two(utc.tm_min) +
           ':' + two(utc.tm_sec) + " GMT";
}

std::string jsonEscaped(std::string_view text)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out.push_back('\\');
            out.push_back(c);
        } else if (byte < 0x20) {
            out.append("\\u00");
            out.push_back(kHex[byte >> 4U]);
            out.push_back(kHex[byte & 0xFU]);
        } else {
            out.push_back(c);
        }
    }
    return out;
}

} // namespace stampede
