// SPDX-License-Identifier: MIT
#pragma once

#include <span>

namespace stampede {

/// How a figure of one run differs from that of another, in percent of the other's, and whether
/// that is more than noise.
struct NoiseTest
{
    static constexpr std::size_t kLeastRounds = 3;

    bool tested = false; ///< both have at least kLeastRounds rounds, and the first is not 0
    double changePercent = 0;
    double lowPercent = 0; ///< of the 95 % interval
    double highPercent = 0;
    /// The whole interval lies on one side of 0.
    [[nodiscard]] bool moreThanNoise() const
    {
        return tested && (lowPercent > 0 || highPercent < 0);
    }
};

/// Compares the means by a percentile bootstrap (Efron and Tibshirani, An Introduction to the
/// Bootstrap, 1993, chapter 13): 10,000 times as many rounds are drawn, with replacement, from each
/// side as it has, and the middle 95 % of the changes are the interval. With a handful of rounds
/// the interval is rather too narrow. The same rounds always give the same answer. Any thread.
NoiseTest testAgainstNoise(std::span<const double> base, std::span<const double> candidate);

} // namespace stampede
