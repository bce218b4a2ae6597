// SPDX-License-Identifier: MIT
#include "scenario/scenario_reader.h"

#include <QRegularExpression>

#include <array>
#include <limits>

namespace stampede {

namespace {

struct Unit
{
    QLatin1String name;
    std::int64_t ns;
};

constexpr std::int64_t kNsPerSecond = 1'000'000'000;
constexpr std::array<Unit, 7> kUnits{{
    {QLatin1String("d"), 86'400 * kNsPerSecond},
    {QLatin1String("h"), 3'600 * kNsPerSecond},
    {QLatin1String("m"), 60 * kNsPerSecond},
    {QLatin1String("s"), kNsPerSecond},
    {QLatin1String("ms"), 1'000'000},
    {QLatin1String("us"), 1'000},
    {QLatin1String("ns"), 1},
}};

/// The exact product of a decimal number and a unit, or nothing where it is no whole number of
/// nanoseconds or too large.
std::optional<std::int64_t> exactNs(const QString &whole, const QString &fraction,
                                    std::int64_t unit)
{
    std::int64_t ns = 0;
    bool ok = true;
    const qlonglong count = whole.toLongLong(&ok);
    if (!ok || __builtin_mul_overflow(static_cast<std::int64_t>(count), unit, &ns)) {
        return std::nullopt;
    }
    std::int64_t share = unit;
    for (const QChar digit : fraction) {
        if (digit != QLatin1Char('0') && share % 10 != 0) {
            return std::nullopt;
        }
        share /= 10;
        if (__builtin_add_overflow(ns, digit.digitValue() * share, &ns)) {
            return std::nullopt;
        }
    }
    return ns;
}

std::int64_t unitNs(QStringView name)
{
    for (const Unit &unit : kUnits) {
        if (name == unit.name) {
            return unit.ns;
        }
    }
    return kNsPerSecond; // a bare number
}

/// `ns` in that unit, with as many decimals as it takes.
QString decimalText(std::int64_t ns, const Unit &unit)
{
    QString text = QString::number(ns / unit.ns);
    std::int64_t rest = ns % unit.ns;
    if (rest > 0) {
        text += QLatin1Char('.');
    }
    for (std::int64_t place = unit.ns / 10; rest > 0; place /= 10) {
        text += QString::number(rest / place);
        rest %= place;
    }
    return text + unit.name;
}

} // namespace

std::optional<Duration> parseDuration(const QString &text)
{
    static const QRegularExpression part(QStringLiteral("([0-9]+)(?:\\.([0-9]+))?([a-z]+)"));
    static const QRegularExpression form(
        QStringLiteral("^(?:[0-9]+(?:\\.[0-9]+)?(?:d|h|ms|m|s|us|ns))+\\z"));
    static const QRegularExpression bare(QStringLiteral("^[0-9]+(?:\\.[0-9]+)?\\z"));
    constexpr qsizetype kLongest = 100; // bounds the work on hostile input
    if (text.size() > kLongest) {
        return std::nullopt;
    }
    const QString spelled = bare.match(text).hasMatch() ? text + QLatin1Char('s') : text;
    if (!form.match(spelled).hasMatch()) {
        return std::nullopt;
    }
    std::int64_t sum = 0;
    for (auto parts = part.globalMatch(spelled); parts.hasNext();) {
        const QRegularExpressionMatch match = parts.next();
        const auto ns =
            exactNs(match.captured(1), match.captured(2), unitNs(match.capturedView(3)));
        if (!ns || __builtin_add_overflow(sum, *ns, &sum)) {
            return std::nullopt;
        }
    }
    return Duration(sum);
}

QString durationText(Duration duration)
{
    std::int64_t rest = duration.count();
    QString text;
    for (const Unit &unit : kUnits) {
        const bool small = unit.ns <= kNsPerSecond;
        if (small && rest >= unit.ns) {
            return text + decimalText(rest, unit);
        }
        if (!small && rest >= unit.ns) {
            text += QString::number(rest / unit.ns) + unit.name;
            rest %= unit.ns;
        }
    }
    return text.isEmpty() ? QStringLiteral("0s") : text;
}

} // namespace stampede
