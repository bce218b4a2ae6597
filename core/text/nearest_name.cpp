// SPDX-License-Identifier: MIT
#include "text/nearest_name.h"

#include <algorithm>
#include <vector>

namespace stampede::text {

namespace {

/// Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours.
int editDistance(const QString &left, const QString &right)
{
    const auto width = static_cast<std::size_t>(right.size()) + 1;
    std::vector<int> beforeLast(width);
    std::vector<int> last(width);
    std::vector<int> current(width);
    for (std::size_t j = 0; j < width; ++j) {
        last[j] = static_cast<int>(j);
    }
    for (qsizetype i = 1; i <= left.size(); ++i) {
        current[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= right.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const bool same = left[i - 1] == right[j - 1];
            current[at] =
                std::min({last[at] + 1, current[at - 1] + 1, last[at - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
                current[at] = std::min(current[at], beforeLast[at - 2] + 1);
            }
        }
        std::swap(beforeLast, last);
        std::swap(last, current);
    }
    return last[width - 1];
}

} // namespace

QString nearestName(const QString &name, const QStringList &candidates)
{
    constexpr int kLongestName = 200; // bounds the work on hostile input
    if (name.size() > kLongestName) {
        return {};
    }
    const int allowed = std::max(2, static_cast<int>(name.size()) / 3);
    QString best;
    int bestDistance = allowed + 1;
    for (const QString &candidate : candidates) {
        const int distance = editDistance(name.toLower(), candidate.toLower());
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

} // namespace stampede::text
