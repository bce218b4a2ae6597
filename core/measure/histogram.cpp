// SPDX-License-Identifier: MIT
#include "measure/histogram.h"

#include "base/check.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace stampede {

namespace histogram_layout {

namespace {

constexpr std::size_t kHalf = std::size_t{1} << (kSubBucketBits - 1); // of the sub-buckets
constexpr std::size_t kLargestShift = std::bit_width(std::uint64_t{kMaxValue}) - kSubBucketBits;

/// How many low bits the values of that bucket share.
std::size_t shiftOf(std::size_t index)
{
    const std::size_t shift = std::max<std::size_t>(index / kHalf, 1) - 1;
    STAMPEDE_CHECK(shift <= kLargestShift);
    return shift;
}

} // namespace

std::size_t indexOf(std::int64_t value)
{
    const auto clamped = static_cast<std::uint64_t>(std::clamp<std::int64_t>(value, 0, kMaxValue));
    const int shift = std::max(0, static_cast<int>(std::bit_width(clamped)) - kSubBucketBits);
    return static_cast<std::size_t>(shift) * kHalf + (clamped >> shift);
}

std::int64_t lowestOf(std::size_t index)
{
    const std::size_t shift = shiftOf(index);
    return static_cast<std::int64_t>(index - shift * kHalf) << shift;
}

std::int64_t highestOf(std::size_t index)
{
    return lowestOf(index) + (std::int64_t{1} << shiftOf(index)) - 1;
}

std::size_t bucketCount()
{
    return indexOf(kMaxValue) + 1;
}

} // namespace histogram_layout

namespace {

std::int64_t middleOf(std::size_t index)
{
    const std::int64_t lowest = histogram_layout::lowestOf(index);
    return lowest + (histogram_layout::highestOf(index) - lowest) / 2;
}

} // namespace

std::uint64_t nearestRank(double percent, std::uint64_t count)
{
    STAMPEDE_CHECK(percent >= 0 && percent <= 100 && count >= 1);
    // 99.9 is no binary fraction: without the allowance 99.9 % of 1,000 could become rank 1,000.
    constexpr double kRounding = 1 - 1e-12;
    const double rank = std::ceil(percent / 100 * static_cast<double>(count) * kRounding);
    return std::clamp<std::uint64_t>(static_cast<std::uint64_t>(rank), 1, count);
}

void Histogram::record(std::int64_t value, std::uint64_t times)
{
    if (times == 0) {
        return;
    }
    if (m_counts.empty()) {
        m_counts.resize(histogram_layout::bucketCount());
    }
    const std::int64_t counted = std::clamp<std::int64_t>(value, 0, histogram_layout::kMaxValue);
    m_counts[histogram_layout::indexOf(counted)] += times;
    m_count += times;
    m_min = std::min(m_min, counted);
    m_max = std::max(m_max, counted);
    m_sum += static_cast<double>(counted) * static_cast<double>(times);
}

void Histogram::merge(const Histogram &other)
{
    if (other.m_count == 0) {
        return;
    }
    m_counts.resize(histogram_layout::bucketCount());
    std::transform(m_counts.begin(), m_counts.end(), other.m_counts.begin(), m_counts.begin(),
                   std::plus<>());
    m_count += other.m_count;
    m_min = std::min(m_min, other.m_min);
    m_max = std::max(m_max, other.m_max);
    m_sum += other.m_sum;
}

Histogram Histogram::since(const Histogram &earlier) const
{
    if (earlier.m_count == 0) {
        return *this;
    }
    Histogram result;
    for (std::size_t index = 0; index < m_counts.size(); ++index) {
        const std::uint64_t times = m_counts[index] - earlier.m_counts[index];
        if (times > 0) {
            result.record(middleOf(index), times);
            result.m_min = std::min(result.m_min, histogram_layout::lowestOf(index));
            result.m_max = std::max(result.m_max, histogram_layout::highestOf(index));
        }
    }
    return result;
}

void Histogram::clear()
{
    *this = Histogram();
}

double Histogram::mean() const
{
    return m_count == 0 ? 0 : m_sum / static_cast<double>(m_count);
}

std::int64_t Histogram::percentile(double percent) const
{
    if (m_count == 0) {
        return 0;
    }
    const std::uint64_t rank = nearestRank(percent, m_count);
    std::size_t index = histogram_layout::indexOf(m_min);
    for (std::uint64_t seen = m_counts[index]; seen < rank; seen += m_counts[index]) {
        ++index;
    }
    return std::clamp(middleOf(index), m_min, m_max);
}

SharedHistogram::SharedHistogram()
    : m_counts(std::make_unique<std::atomic<std::uint32_t>[]>(histogram_layout::bucketCount()))
{}

void SharedHistogram::record(std::int64_t value) noexcept
{
    m_counts[histogram_layout::indexOf(value)].fetch_add(1, std::memory_order_relaxed);
}

Histogram SharedHistogram::snapshot() const
{
    Histogram result;
    for (std::size_t index = 0; index < histogram_layout::bucketCount(); ++index) {
        const std::uint32_t times = m_counts[index].load(std::memory_order_relaxed);
        if (times == 0) {
            continue;
        }
        result.record(middleOf(index), times);
        result.m_min = std::min(result.m_min, histogram_layout::lowestOf(index));
        result.m_max = std::max(result.m_max, histogram_layout::highestOf(index));
    }
    return result;
}

} // namespace stampede
