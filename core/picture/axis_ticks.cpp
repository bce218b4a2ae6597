// SPDX-License-Identifier: MIT
#include "picture/axis_ticks.h"

#include "base/check.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

constexpr double kAlmost = 1e-9; // of a step: what rounding may cost

} // namespace

double niceStep(double length, int most)
{
    STAMPEDE_CHECK(length > 0 && most >= 1);
    const double least = length / most;
    const double decade = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * decade >= least * (1 - kAlmost)) {
            return factor * decade;
        }
    }
    return 10 * decade;
}

std::vector<double> niceTicks(double from, double to, int most)
{
    std::vector<double> ticks;
    if (to <= from) {
        return ticks;
    }
    const double step = niceStep(to - from, most);
    for (double index = std::ceil(from / step - kAlmost); index * step <= to + kAlmost * step;
         ++index) {
        ticks.push_back(index * step);
    }
    return ticks;
}

std::vector<double> logTicks(double from, double to)
{
    STAMPEDE_CHECK(from > 0);
    const double decades = std::log10(to / from);
    constexpr double kFewDecades = 2.5;
    std::vector<double> ticks;
    const int last = static_cast<int>(std::floor(std::log10(to) + kAlmost));
    for (int power = static_cast<int>(std::floor(std::log10(from))); power <= last; ++power) {
        const double decade = std::pow(10.0, power);
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double tick = factor * decade;
            const bool isIn = tick >= from * (1 - kAlmost) && tick <= to * (1 + kAlmost);
            if (isIn && (factor == 1.0 || decades <= kFewDecades)) {
                ticks.push_back(tick);
            }
        }
    }
    return ticks;
}

QString tickText(double value, double step)
{
    const int decimals =
        step > 0 ? std::clamp(static_cast<int>(std::ceil(-std::log10(step) - kAlmost)), 0, 6) : 0;
    return QLocale().toString(value, 'f', decimals);
}

} // namespace stampede
