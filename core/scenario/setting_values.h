// SPDX-License-Identifier: MIT
#pragma once
// The kinds of values that a scenario file holds. Each function reads one JSON value; its error
// says what the value must be and what was got, translated, without the place.

#include "base/result.h"
#include "scenario/scenario.h"

#include <QJsonValue>
#include <QStringList>

namespace stampede {

/// A whole number in min…max; 1e3 is one, 1.5 is none.
Result<std::int64_t, QString> readWhole(const QJsonValue &value, std::int64_t min,
                                        std::int64_t max);

/// A number in min…max.
Result<double, QString> readNumber(const QJsonValue &value, double min, double max);

/// true or false.
Result<bool, QString> readFlag(const QJsonValue &value);

/// Of a table or column, in MySQL and MariaDB.
inline constexpr qsizetype kLongestIdentifier = 64;

enum class Lines
{
    One,
    Many
};

/// A text of min…max UTF-16 units without control characters; Lines::Many allows line ends and
/// tabs.
Result<QString, QString> readText(const QJsonValue &value, qsizetype min, qsizetype max,
                                  Lines lines);

/// A length of time in min…max: a text as of parseDuration(), or a number of seconds.
Result<Duration, QString> readDuration(const QJsonValue &value, Duration min, Duration max);

/// "-1d", "+90d" or ISO 8601 with a zone; at most 36,500 days away, or in the years 1970…9999.
Result<SaleMoment, QString> readMoment(const QJsonValue &value);
/// The text that readMoment() reads back as the same moment.
QString momentText(const SaleMoment &moment);

/// The index of a word in `available`.
Result<qsizetype, QString> readChoice(const QJsonValue &value, const QStringList &available);

} // namespace stampede
