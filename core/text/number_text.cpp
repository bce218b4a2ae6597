// SPDX-License-Identifier: MIT
#include "text/number_text.h"

#include "text/shared_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace stampede::text {

namespace {

constexpr double kNsPerMsReal = 1e6;
constexpr double kNsPerSecondReal = 1e9;

} // namespace

QString count(std::int64_t value)
{
    return QLocale()
        .toString(static_cast<qlonglong>(value))
        .replace(QLatin1Char('-'), QChar(0x2212));
}

QString plural(std::int64_t n, const QString &one, const QString &many)
{
    return n == 1 ? one : many;
}

QString people(std::int64_t n)
{
    return plural(n, SharedText::tr("%1 person"), SharedText::tr("%1 people")).arg(count(n));
}

QString coupons(std::int64_t n)
{
    return plural(n, SharedText::tr("%1 coupon"), SharedText::tr("%1 coupons")).arg(count(n));
}

QString requests(std::int64_t n)
{
    return plural(n, SharedText::tr("%1 request"), SharedText::tr("%1 requests")).arg(count(n));
}

QString rows(std::int64_t n)
{
    return plural(n, SharedText::tr("%1 row"), SharedText::tr("%1 rows")).arg(count(n));
}

QString virtualUsers(std::int64_t n)
{
    return plural(n, SharedText::tr("%1 virtual user"), SharedText::tr("%1 virtual users"))
        .arg(count(n));
}

QString percent(std::int64_t part, std::int64_t whole)
{
    if (whole == 0 || part == 0) {
        return QLocale().toString(0);
    }
    if (part == whole) {
        return QLocale().toString(100);
    }
    const double share = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    if (share < 0.1) {
        return QStringLiteral("< %1").arg(QLocale().toString(0.1, 'f', 1));
    }
    if (share >= 99.95) { // would be rounded to 100
        return QStringLiteral("> %1").arg(QLocale().toString(99.9, 'f', 1));
    }
    return QLocale().toString(share, 'f', share < 10 || share > 90 ? 1 : 0);
}

QString latencyMs(double ns)
{
    const double ms = ns / kNsPerMsReal;
    return QLocale().toString(ms, 'f', ms < 10 ? 2 : (ms < 100 ? 1 : 0));
}

QString duration(std::int64_t ns)
{
    const double value = static_cast<double>(ns);
    if (value < 10 * kNsPerMsReal) {
        return SharedText::tr("%1 ms").arg(QLocale().toString(value / kNsPerMsReal, 'f', 2));
    }
    if (value < kNsPerSecondReal) {
        return SharedText::tr("%1 ms").arg(QLocale().toString(value / kNsPerMsReal, 'f', 0));
    }
    return SharedText::tr("%1 s").arg(QLocale().toString(value / kNsPerSecondReal, 'f', 3));
}

QString lateness(std::int64_t us)
{
    us = std::max<std::int64_t>(us, 1);
    return us < 1000 ? SharedText::tr("%1 µs").arg(count(us)) : duration(us * 1000);
}

QString seconds(std::int64_t ns)
{
    return QLocale().toString(static_cast<double>(ns) / kNsPerSecondReal, 'f', 3);
}

QString plain(std::int64_t value)
{
    return QString::number(value);
}

} // namespace stampede::text
