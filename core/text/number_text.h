// SPDX-License-Identifier: MIT
#pragma once
// text: figures and choices of words as people read them, in the language that is set.

#include <QString>

#include <cstdint>

namespace stampede::text {

/// A whole number with the locale's thousands separators; a negative one with a true minus, U+2212.
/// For people: files for machines take plain().
QString count(std::int64_t value);
/// `one` where n is 1, else `many`; both already translated.
QString plural(std::int64_t n, const QString &one, const QString &many);
/// "1 person", "5 people"; likewise coupons, requests, rows and virtual users.
QString people(std::int64_t n);
QString coupons(std::int64_t n);
QString requests(std::int64_t n);
QString rows(std::int64_t n);
QString virtualUsers(std::int64_t n);
/// A share of a whole in percent, without the sign: one decimal below 10 and above 90, else none;
/// "0" only for exactly 0, else at least "< 0.1"; "100" only for exactly all.
QString percent(std::int64_t part, std::int64_t whole);
/// Milliseconds of a latency without the unit: two decimals below 10 ms, one below 100, else none.
QString latencyMs(double ns);
/// A length of time with its unit: "0.42 ms", "37 ms", "1.203 s".
QString duration(std::int64_t ns);
/// How late something was at most, in µs where ms would be a nought; within less than one is within
/// one.
QString lateness(std::int64_t us);
/// A moment from the start of the load in seconds with three decimals, without the unit.
QString seconds(std::int64_t ns);
/// The number in plain JSON form, without separators (for identifiers and file output).
QString plain(std::int64_t value);

} // namespace stampede::text
