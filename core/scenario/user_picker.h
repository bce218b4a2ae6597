// SPDX-License-Identifier: MIT
#pragma once

#include "base/ids.h"
#include "scenario/scenario.h"

#include <cstdint>
#include <vector>

namespace stampede {

/// Says which person request i asks for. Depends on the users settings, the seed and i alone, so a
/// run can be repeated and predicted. Zipf: user k with a likelihood that is proportional to
/// 1 / k^exponent, drawn by inverting the exact distribution. File: row i modulo the rows.
/// Immutable after construction: any thread may ask.
class UserPicker
{
public:
    UserPicker(const UserSettings &users, std::uint64_t seed);
    [[nodiscard]] UserId userOf(std::uint64_t request) const;
    /// The row of the file that request i takes; only with Pick::File.
    [[nodiscard]] std::size_t rowOf(std::uint64_t request) const;

private:
    UserSettings m_users;
    std::uint64_t m_seed;
    std::vector<std::uint32_t>
        m_shuffled;             ///< EachOnce only: the order of the ids, shuffled by the seed
    std::vector<double> m_upTo; ///< Zipf only: how likely one of the users 1…k+1 is
};

/// How many different people these settings can ask for at most.
std::int64_t peopleWhoMayAsk(const UserSettings &users);

} // namespace stampede
