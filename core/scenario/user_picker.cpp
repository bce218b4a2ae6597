#include "scenario/user_picker.h"

#include "base/check.h"
#include "base/random.h"

#include <numeric>
#include <utility>

namespace stampede {

namespace {

/// 64 random bits that depend on the seed and the index alone.
std::uint64_t randomAt(std::uint64_t seed, std::uint64_t index)
{
    return splitMix64(splitMix64(seed) + index);
}

/// The ids 1…count in an order drawn by the seed (Fisher–Yates).
std::vector<std::uint32_t> shuffledIds(std::int64_t count, std::uint64_t seed)
{
    std::vector<std::uint32_t> ids(static_cast<std::size_t>(count));
    std::iota(ids.begin(), ids.end(), 1U);
    for (std::size_t last = ids.size(); last > 1; --last) {
        std::swap(ids[last - 1], ids[boundedRandom(randomAt(seed, last), last)]);
    }
    return ids;
}

} // namespace

UserPicker::UserPicker(const UserSettings &users, std::uint64_t seed)
    : m_users(users)
    , m_seed(seed)
{
    STAMPEDE_CHECK(users.count >= 1);
    if (users.pick == Pick::EachOnce) {
        m_shuffled = shuffledIds(users.count, seed);
    }
}

UserId UserPicker::userOf(std::uint64_t request) const
{
    switch (m_users.pick) {
    case Pick::Random: {
        const auto count = static_cast<std::uint64_t>(m_users.count);
        return UserId{
            static_cast<std::int64_t>(boundedRandom(randomAt(m_seed, request), count) + 1)};
    }
    case Pick::EachOnce:
        return UserId{m_shuffled[request % m_shuffled.size()]};
    case Pick::Fixed:
        return UserId{m_users.fixedUser};
    }
    STAMPEDE_CHECK(false);
}

} // namespace stampede
