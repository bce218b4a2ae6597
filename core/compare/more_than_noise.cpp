// SPDX-License-Identifier: MIT
#include "compare/more_than_noise.h"

#include "base/random.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace stampede {

namespace {

constexpr int kDraws = 10'000;
constexpr std::size_t kLowest = kDraws * 25 / 1000; ///< 2.5 % lie below
constexpr std::size_t kHighest = kDraws - 1 - kLowest;
constexpr std::uint64_t kSeed = 20'260'412;

double meanOf(std::span<const double> values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double percentBetween(double base, double candidate)
{
    return 100 * (candidate - base) / base;
}

} // namespace

NoiseTest testAgainstNoise(std::span<const double> base, std::span<const double> candidate)
{
    NoiseTest test;
    if (base.empty() || candidate.empty() || meanOf(base) == 0) {
        return test;
    }
    test.changePercent = percentBetween(meanOf(base), meanOf(candidate));
    test.tested = base.size() >= NoiseTest::kLeastRounds &&
                  candidate.size() >= NoiseTest::kLeastRounds &&
                  std::all_of(base.begin(), base.end(), [](double value) { return value > 0; });
    if (!test.tested) {
        return test;
    }
    std::uint64_t draw = kSeed;
    const auto drawnMean = [&draw](std::span<const double> values) {
        double sum = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            sum += values[boundedRandom(splitMix64(draw++), values.size())];
        }
        return sum / static_cast<double>(values.size());
    };
    std::vector<double> changes(kDraws);
    for (double &change : changes) {
        const double drawnBase = drawnMean(base);
        change = percentBetween(drawnBase, drawnMean(candidate));
    }
    std::sort(changes.begin(), changes.end());
    test.lowPercent = changes[kLowest];
    test.highPercent = changes[kHighest];
    return test;
}

} // namespace stampede
