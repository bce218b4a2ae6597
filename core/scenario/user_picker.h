#pragma once

#include "base/ids.h"
#include "scenario/scenario.h"

#include <cstdint>
#include <vector>

namespace stampede {

/// Says which person request i asks for. Depends on the users settings, the seed and i alone, so a
/// run can be repeated and predicted. Immutable after construction: any thread may ask.
class UserPicker
{
public:
    UserPicker(const UserSettings &users, std::uint64_t seed);
    [[nodiscard]] UserId userOf(std::uint64_t request) const;

private:
    UserSettings m_users;
    std::uint64_t m_seed;
    std::vector<std::uint32_t>
        m_shuffled; ///< EachOnce only: the order of the ids, shuffled by the seed
};

} // namespace stampede
