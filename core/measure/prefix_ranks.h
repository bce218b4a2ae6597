// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace stampede {

/// Answers "which is the k-th smallest of the first n values" for every k and n of a list that does
/// not change, each in about log₂(size) steps: a wavelet matrix (Claude, Navarro, Ordóñez 2015)
/// over the ranks of the values. Takes about 12 bytes a value. Any thread once it is built.
class PrefixRanks
{
public:
    PrefixRanks() = default;
    /// At most 2³² − 1 values.
    explicit PrefixRanks(std::span<const std::int64_t> values);

    [[nodiscard]] std::size_t size() const { return m_sorted.size(); }
    /// The `rank`-th smallest (from 1) of the first `count` values; 1 ≤ rank ≤ count ≤ size().
    [[nodiscard]] std::int64_t kthOfFirst(std::size_t rank, std::size_t count) const;

private:
    /// One bit of every rank, in the order that the levels above left them in.
    struct Level
    {
        std::vector<std::uint64_t> ones;       ///< a bit a value
        std::vector<std::uint32_t> onesBefore; ///< each word of `ones`
        std::size_t zeros = 0;
        /// Zeros among the first `count`.
        [[nodiscard]] std::size_t zerosIn(std::size_t count) const;
    };

    std::vector<std::int64_t> m_sorted;
    std::vector<Level> m_levels; ///< the highest bit first
};

} // namespace stampede
