// SPDX-License-Identifier: MIT
#include "scenario/user_picker.h"

#include "base/check.h"
#include "base/random.h"
#include "scenario/user_file.h"

#include <algorithm>
#include <cmath>
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

std::vector<double> zipfDistribution(std::int64_t count, double exponent)
{
    std::vector<double> upTo(static_cast<std::size_t>(count));
    double sum = 0;
    for (std::size_t k = 0; k < upTo.size(); ++k) {
        sum += std::pow(static_cast<double>(k + 1), -exponent);
        upTo[k] = sum;
    }
    for (double &share : upTo) {
        share /= sum;
    }
    return upTo;
}

/// 53 random bits as a number in [0, 1).
double unitRandom(std::uint64_t bits)
{
    return static_cast<double>(bits >> 11) * 0x1p-53;
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
    if (users.pick == Pick::Zipf) {
        m_upTo = zipfDistribution(users.count, users.exponent);
    }
    STAMPEDE_CHECK(users.pick != Pick::File || users.loaded.file);
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
    case Pick::Zipf: {
        const double drawn = unitRandom(randomAt(m_seed, request));
        const auto found = std::upper_bound(m_upTo.begin(), m_upTo.end(), drawn);
        return UserId{std::min<std::int64_t>(found - m_upTo.begin() + 1, m_users.count)};
    }
    case Pick::File:
        return UserId{m_users.loaded.file->userAt(rowOf(request))};
    }
    STAMPEDE_CHECK(false);
}

std::size_t UserPicker::rowOf(std::uint64_t request) const
{
    return static_cast<std::size_t>(request % m_users.loaded.file->rows());
}

std::int64_t peopleWhoMayAsk(const UserSettings &users)
{
    switch (users.pick) {
    case Pick::Fixed:
        return 1;
    case Pick::File:
        return users.loaded.file ? users.loaded.file->people() : users.count;
    case Pick::Random:
    case Pick::EachOnce:
    case Pick::Zipf:
        return users.count;
    }
    STAMPEDE_CHECK(false);
}

} // namespace stampede
