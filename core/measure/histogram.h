// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace stampede {

/// The bucket layout that every histogram here shares: after HdrHistogram (Tene), values are kept
/// in buckets whose width doubles while the number of sub-buckets stays, so that the relative error
/// is at most 1/1024 < 0.1 % from 0 to kMaxValue. Values above are counted as kMaxValue.
namespace histogram_layout {

inline constexpr int kSubBucketBits = 11; ///< 2,048 sub-buckets, of which the upper half repeats
inline constexpr std::int64_t kMaxValue = (std::int64_t{1} << 43) - 1; ///< 2.4 hours in ns

std::size_t indexOf(std::int64_t value);
/// Smallest and largest value that share a bucket.
std::int64_t lowestOf(std::size_t index);
std::int64_t highestOf(std::size_t index);
std::size_t bucketCount();

} // namespace histogram_layout

/// The 1-based rank, in ascending order, of the value that percent (0…100) of `count` values do not
/// exceed: ⌈percent / 100 · count⌉, at least 1 (nearest rank). count ≥ 1.
std::uint64_t nearestRank(double percent, std::uint64_t count);

/// Counts of values (ns), mergeable. One thread at a time. Takes about 272 KiB from the first value
/// on, however many follow, and next to nothing before.
///
/// The one estimator for percentiles everywhere: p(q) is the smallest recorded value so that at
/// least q percent of all values are not above it (nearest rank), reported as the middle of its
/// bucket and never outside [min, max].
class Histogram
{
public:
    /// Counts `times` values; a negative value counts as 0, one above kMaxValue as kMaxValue.
    void record(std::int64_t value, std::uint64_t times = 1);
    void merge(const Histogram &other);
    /// What was recorded since `earlier`, an earlier state of this one; minimum, maximum and mean
    /// as exact as those of SharedHistogram.
    [[nodiscard]] Histogram since(const Histogram &earlier) const;
    void clear();

    [[nodiscard]] std::uint64_t count() const { return m_count; }
    /// Smallest and largest value, exact (but see SharedHistogram); 0 without a value.
    [[nodiscard]] std::int64_t min() const { return m_count == 0 ? 0 : m_min; }
    [[nodiscard]] std::int64_t max() const { return m_max; }
    /// 0 without a value.
    [[nodiscard]] double mean() const;
    /// percent in 0…100; 0 without a value.
    [[nodiscard]] std::int64_t percentile(double percent) const;

private:
    friend class SharedHistogram;
    std::vector<std::uint64_t> m_counts; ///< empty until there is a value
    std::uint64_t m_count = 0;
    std::int64_t m_min = histogram_layout::kMaxValue;
    std::int64_t m_max = 0;
    double m_sum = 0;
};

/// A histogram that many threads write with relaxed atomics while one reads. A snapshot taken while
/// they write may miss the newest values, never tear one.
class SharedHistogram
{
public:
    SharedHistogram();
    /// Any thread.
    void record(std::int64_t value) noexcept;
    /// Any thread. Minimum, maximum and mean are those of the buckets: as exact as the percentiles.
    [[nodiscard]] Histogram snapshot() const;

private:
    std::unique_ptr<std::atomic<std::uint32_t>[]> m_counts;
};

} // namespace stampede
