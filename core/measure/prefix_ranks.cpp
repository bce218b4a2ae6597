// SPDX-License-Identifier: MIT
#include "measure/prefix_ranks.h"

#include "base/check.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>

namespace stampede {

namespace {

constexpr std::size_t kWordBits = 64;

} // namespace

PrefixRanks::PrefixRanks(std::span<const std::int64_t> values)
{
    STAMPEDE_CHECK(values.size() < std::numeric_limits<std::uint32_t>::max());
    std::vector<std::uint32_t> byValue(values.size());
    std::iota(byValue.begin(), byValue.end(), 0U);
    std::sort(byValue.begin(), byValue.end(), [values](std::uint32_t left, std::uint32_t right) {
        return values[left] != values[right] ? values[left] < values[right] : left < right;
    });
    std::vector<std::uint32_t> ranks(values.size());
    m_sorted.reserve(values.size());
    for (std::size_t rank = 0; rank < byValue.size(); ++rank) {
        m_sorted.push_back(values[byValue[rank]]);
        ranks[byValue[rank]] = static_cast<std::uint32_t>(rank);
    }
    const auto bits =
        static_cast<int>(std::bit_width(values.empty() ? std::size_t{0} : values.size() - 1));
    std::vector<std::uint32_t> &next = byValue; // of no further use, and as large
    for (int bit = bits; bit-- > 0;) {
        Level level;
        level.ones.assign(ranks.size() / kWordBits + 1, 0);
        for (std::size_t i = 0; i < ranks.size(); ++i) {
            level.ones[i / kWordBits] |= std::uint64_t{(ranks[i] >> bit) & 1U} << (i % kWordBits);
        }
        std::uint32_t before = 0;
        for (const std::uint64_t word : level.ones) {
            level.onesBefore.push_back(before);
            before += static_cast<std::uint32_t>(std::popcount(word));
        }
        level.zeros = ranks.size() - before;
        const auto isZero = [bit](std::uint32_t rank) { return ((rank >> bit) & 1U) == 0; };
        std::partition_copy(ranks.begin(), ranks.end(), next.begin(),
                            next.begin() + static_cast<std::ptrdiff_t>(level.zeros), isZero);
        ranks.swap(next);
        m_levels.push_back(std::move(level));
    }
}

std::size_t PrefixRanks::Level::zerosIn(std::size_t count) const
{
    const std::size_t word = count / kWordBits;
    const std::uint64_t mask = (std::uint64_t{1} << (count % kWordBits)) - 1;
    return count - onesBefore[word] - static_cast<std::size_t>(std::popcount(ones[word] & mask));
}

std::int64_t PrefixRanks::kthOfFirst(std::size_t rank, std::size_t count) const
{
    STAMPEDE_CHECK(rank >= 1 && rank <= count && count <= size());
    std::size_t first = 0;
    std::size_t end = count;
    std::size_t wanted = rank - 1;
    std::size_t found = 0;
    for (const Level &level : m_levels) {
        const std::size_t zerosBefore = level.zerosIn(first);
        const std::size_t zerosUpTo = level.zerosIn(end);
        const std::size_t zeros = zerosUpTo - zerosBefore;
        found <<= 1U;
        if (wanted < zeros) {
            first = zerosBefore;
            end = zerosUpTo;
        } else {
            wanted -= zeros;
            found |= 1U;
            first = level.zeros + (first - zerosBefore);
            end = level.zeros + (end - zerosUpTo);
        }
    }
    return m_sorted[found];
}

} // namespace stampede
