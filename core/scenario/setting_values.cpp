// SPDX-License-Identifier: MIT
#include "scenario/setting_values.h"

#include "scenario/scenario_reader.h"
#include "scenario/scenario_text.h"
#include "text/nearest_name.h"
#include "text/number_text.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

constexpr std::int64_t kNsPerMs = 1'000'000;
constexpr std::int64_t kFarthestMs = 36'500 * kMsPerDay;
constexpr std::int64_t kLastEpochMs = 253'402'300'799'999; // 9999-12-31T23:59:59.999Z

bool plainCharacters(const QString &text, Lines lines)
{
    const auto forbidden = [lines](char32_t character) {
        const bool lineEnd = character == U'\n' || character == U'\t' || character == U'\r';
        return QChar::category(character) == QChar::Other_Control &&
               !(lines == Lines::Many && lineEnd);
    };
    const QList<uint> characters = text.toUcs4();
    return text.isValidUtf16() && std::none_of(characters.begin(), characters.end(), forbidden);
}

QString momentFault(const QJsonValue &value)
{
    return ScenarioText::tr("must be a time from the start of the run such as -1d or +10s, or a "
                            "moment such as 2030-01-31T10:00:00Z (got %1)")
        .arg(shown(value));
}

std::optional<SaleMoment> relativeMoment(const QString &text)
{
    const std::optional<Duration> distance = parseDuration(text.mid(1));
    if (!distance || distance->count() % kNsPerMs != 0) {
        return std::nullopt;
    }
    const std::int64_t ms = distance->count() / kNsPerMs;
    return SaleMoment{true, text.startsWith(QLatin1Char('-')) ? -ms : ms};
}

std::optional<SaleMoment> absoluteMoment(const QString &text)
{
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!moment.isValid() || moment.timeSpec() == Qt::LocalTime) {
        return std::nullopt;
    }
    return SaleMoment{false, moment.toMSecsSinceEpoch()};
}

/// For people: a number of many digits is read by its groups.
QString grouped(double number)
{
    constexpr int kDigits = 12;
    return QLocale().toString(number, 'g', kDigits);
}

} // namespace

Result<std::int64_t, QString> readWhole(const QJsonValue &value, std::int64_t min, std::int64_t max)
{
    const double real = value.toDouble();
    if (!value.isDouble() || std::floor(real) != real) {
        return Failure{ScenarioText::tr("must be a whole number (got %1)").arg(shown(value))};
    }
    // Both defaults come back only where the number does not fit into 64 bits.
    const bool fits = value.toInteger(0) == value.toInteger(1);
    const std::int64_t whole = value.toInteger();
    if (!fits || whole < min || whole > max) {
        return Failure{ScenarioText::tr("must be between %1 and %2 (got %3)")
                           .arg(text::count(min), text::count(max),
                                fits && whole > max ? text::count(whole) : shown(value))};
    }
    return whole;
}

Result<double, QString> readNumber(const QJsonValue &value, double min, double max)
{
    const double number = value.toDouble(std::nan(""));
    if (!value.isDouble() || !std::isfinite(number)) {
        return Failure{ScenarioText::tr("must be a number (got %1)").arg(shown(value))};
    }
    if (number < min || number > max) {
        return Failure{
            ScenarioText::tr("must be between %1 and %2 (got %3)")
                .arg(grouped(min), grouped(max), number > max ? grouped(number) : shown(value))};
    }
    return number;
}

Result<bool, QString> readFlag(const QJsonValue &value)
{
    if (!value.isBool()) {
        return Failure{ScenarioText::tr("must be true or false (got %1)").arg(shown(value))};
    }
    return value.toBool();
}

Result<QString, QString> readText(const QJsonValue &value, qsizetype min, qsizetype max,
                                  Lines lines)
{
    if (!value.isString()) {
        return Failure{ScenarioText::tr("must be a text (got %1)").arg(shown(value))};
    }
    const QString text = value.toString();
    if (text.isEmpty() && min > 0) {
        return Failure{ScenarioText::tr("is empty")};
    }
    if (text.size() < min || text.size() > max) {
        return Failure{ScenarioText::tr("must be between %1 and %2 characters long (got %3)")
                           .arg(min)
                           .arg(max)
                           .arg(text.size())};
    }
    if (!plainCharacters(text, lines)) {
        return Failure{
            ScenarioText::tr("must not contain control characters (got %1)").arg(shown(value))};
    }
    return text;
}

Result<Duration, QString> readDuration(const QJsonValue &value, Duration min, Duration max)
{
    std::optional<Duration> duration;
    if (value.isString()) {
        duration = parseDuration(value.toString());
    } else if (value.isDouble()) {
        const double ns = value.toDouble() * 1e9;
        constexpr double kLargest = 9e18;
        duration = Duration(std::llround(std::clamp(ns, -kLargest, kLargest)));
    }
    if (!duration) {
        return Failure{ScenarioText::tr("must be a duration such as 250ms, 10s or 1m30s (got %1)")
                           .arg(shown(value))};
    }
    if (*duration < min || *duration > max) {
        return Failure{ScenarioText::tr("must be between %1 and %2 (got %3)")
                           .arg(durationText(min), durationText(max), shown(value))};
    }
    return *duration;
}

Result<SaleMoment, QString> readMoment(const QJsonValue &value)
{
    const QString text = value.toString();
    const bool relative = text.startsWith(QLatin1Char('-')) || text.startsWith(QLatin1Char('+'));
    const std::optional<SaleMoment> moment = relative ? relativeMoment(text) : absoluteMoment(text);
    if (!moment) {
        return Failure{momentFault(value)};
    }
    if (relative && std::abs(moment->ms) > kFarthestMs) {
        return Failure{ScenarioText::tr("must be at most 36500d away (got %1)").arg(shown(value))};
    }
    if (!relative && (moment->ms < 0 || moment->ms > kLastEpochMs)) {
        return Failure{
            ScenarioText::tr("must lie in the years 1970 to 9999 (got %1)").arg(shown(value))};
    }
    return *moment;
}

QString momentText(const SaleMoment &moment)
{
    if (!moment.relative) {
        return QDateTime::fromMSecsSinceEpoch(moment.ms, Qt::UTC).toString(Qt::ISODateWithMs);
    }
    const QString distance = durationText(Duration(std::abs(moment.ms) * kNsPerMs));
    return (moment.ms < 0 ? QLatin1Char('-') : QLatin1Char('+')) + distance;
}

Result<qsizetype, QString> readChoice(const QJsonValue &value, const QStringList &available)
{
    const QString word = value.toString();
    const qsizetype index = value.isString() ? available.indexOf(word) : -1;
    if (index >= 0) {
        return index;
    }
    const QString near = value.isString() ? text::nearestName(word, available) : QString();
    const QString words = available.join(QStringLiteral(", "));
    if (near.isEmpty()) {
        return Failure{ScenarioText::tr("must be one of: %1 (got %2)").arg(words, shown(value))};
    }
    return Failure{ScenarioText::tr("must be one of: %1 (got %2; did you mean %3?)")
                       .arg(words, shown(value), near)};
}

} // namespace stampede
