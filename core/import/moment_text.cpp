// SPDX-License-Identifier: MIT
#include "import/moment_text.h"

#include "base/clock.h"

#include <charconv>
#include <chrono>
#include <cmath>

namespace stampede {

namespace {

/// Takes so many digits from the front of a text.
bool takeDigits(std::string_view &text, std::size_t digits, int &value)
{
    if (text.size() < digits) {
        return false;
    }
    value = 0;
    for (const char digit : text.substr(0, digits)) {
        if (digit < '0' || digit > '9') {
            return false;
        }
        value = value * 10 + (digit - '0');
    }
    text.remove_prefix(digits);
    return true;
}

bool takeSign(std::string_view &text, std::string_view wanted)
{
    if (text.empty() || wanted.find(text.front()) == std::string_view::npos) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

/// ".691784238"; what is finer than ns is left out.
std::int64_t takeFraction(std::string_view &text)
{
    std::int64_t fraction = 0;
    if (!takeSign(text, ".,")) {
        return 0;
    }
    std::int64_t step = kNsPerMs * 100;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; text.remove_prefix(1)) {
        fraction += step * (text.front() - '0');
        step /= 10;
    }
    return fraction;
}

/// "Z" or "+09:00": minutes before UTC.
std::optional<int> zoneOf(std::string_view text)
{
    if (text == "Z" || text == "z") {
        return 0;
    }
    const int sign = !text.empty() && text.front() == '-' ? -1 : 1;
    int hours = 0;
    int minutes = 0;
    if (!takeSign(text, "+-") || !takeDigits(text, 2, hours)) {
        return std::nullopt;
    }
    takeSign(text, ":");
    if (!takeDigits(text, 2, minutes) || !text.empty() || hours > 23 || minutes > 59) {
        return std::nullopt;
    }
    return sign * (hours * 60 + minutes);
}

} // namespace

std::optional<std::int64_t> momentOf(std::string_view text)
{
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    const bool fits =
        takeDigits(text, 4, year) && takeSign(text, "-") && takeDigits(text, 2, month) &&
        takeSign(text, "-") && takeDigits(text, 2, day) && takeSign(text, "Tt ") &&
        takeDigits(text, 2, hour) && takeSign(text, ":") && takeDigits(text, 2, minute) &&
        takeSign(text, ":") && takeDigits(text, 2, second);
    if (!fits || year < 1970 || year > 2200 || hour > 23 || minute > 59 || second > 60) {
        return std::nullopt;
    }
    const std::int64_t fraction = takeFraction(text);
    const std::optional<int> zone = zoneOf(text);
    const std::chrono::year_month_day date(std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day)));
    if (!zone || !date.ok()) {
        return std::nullopt;
    }
    const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
    const std::int64_t seconds = ((days * 24 + hour) * 60 + minute - *zone) * 60 + second;
    return seconds * kNsPerSecond + fraction;
}

std::optional<std::int64_t> wholeNumber(std::string_view digits)
{
    std::int64_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool isWhole =
        read.ec == std::errc() && read.ptr == digits.data() + digits.size() && value >= 0;
    return isWhole ? std::optional(value) : std::nullopt;
}

std::optional<double> realNumber(std::string_view digits)
{
    double value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool isWhole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
    return isWhole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace stampede
