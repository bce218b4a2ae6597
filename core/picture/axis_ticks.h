// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <vector>

namespace stampede {

/// 1, 2 or 5 times a power of ten: the smallest such step that needs at most `most` steps (≥ 1)
/// for a stretch of that length (> 0).
double niceStep(double length, int most);
/// The multiples of niceStep() within the bounds; empty where there is no room between them.
std::vector<double> niceTicks(double from, double to, int most);
/// Powers of ten within the bounds (> 0), with 2 and 5 between them where there are few.
std::vector<double> logTicks(double from, double to);
/// A figure at an axis: as many decimals as steps of that width need, in the locale.
QString tickText(double value, double step);

} // namespace stampede
