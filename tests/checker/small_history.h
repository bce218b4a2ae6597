// SPDX-License-Identifier: MIT
#pragma once

#include "base/random.h"
#include "checker/judgement.h"

#include <string>
#include <vector>

namespace stampede {

/// A history with what it was taken of, small enough to look at.
struct SmallHistory
{
    HistoryFacts facts;
    std::vector<JudgedOperation> operations;
};

/// A stream of random numbers; the same seed gives the same stream.
class Dice
{
public:
    explicit Dice(std::uint64_t seed)
        : m_state(splitMix64(seed))
    {}

    /// 0…bound−1.
    std::int64_t below(std::int64_t bound)
    {
        m_state = splitMix64(m_state);
        return static_cast<std::int64_t>(boundedRandom(m_state, static_cast<std::uint64_t>(bound)));
    }
    bool oneIn(std::int64_t n) { return below(n) == 0; }

private:
    std::uint64_t m_state;
};

/// What a random history is of, beside its precedence.
struct Shape
{
    IssueRules rules{};
    bool oneRefusal = false; ///< the service has one answer for both refusals
};

/// A random history of up to 7 requests of up to 4 people for a few coupons: made by a coupon that
/// serves one request at a time, and then, in more than half of them, damaged in one or two places.
/// With ties, requests without a definite answer, answers that claim no effect, earlier holders
/// (some above the limit), doubled, missing and foreign rows, and no stock at all.
SmallHistory randomHistory(std::uint64_t seed, Precedence precedence, const Shape &shape = {});

/// The history as a person can read it, for the message of a failed test.
std::string printed(const SmallHistory &history);

/// Whether the history is linearizable, found by trying every order and, for requests without a
/// definite answer, both with and without effect; where rows count pieces, with every row of the
/// end for every request; where pieces come back, with every return at every moment. Answers that
/// the rules leave no way to judge may stand anywhere. For up to 16 operations.
bool isLinearizable(const SmallHistory &history);

} // namespace stampede
