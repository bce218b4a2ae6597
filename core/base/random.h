// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace stampede {

/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014): mixes 64
/// bits so that neighbouring inputs give independent-looking outputs. Pure; any thread.
constexpr std::uint64_t splitMix64(std::uint64_t state)
{
    state += 0x9E3779B97F4A7C15ULL;
    state = (state ^ (state >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    state = (state ^ (state >> 27U)) * 0x94D049BB133111EBULL;
    return state ^ (state >> 31U);
}

/// Maps 64 random bits to 0…bound−1 by multiply and shift (Lemire 2019); the bias is below
/// bound / 2^64. bound ≥ 1.
constexpr std::uint64_t boundedRandom(std::uint64_t random, std::uint64_t bound)
{
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::uint64_t>((static_cast<Wide>(random) * bound) >> 64U);
}

} // namespace stampede
