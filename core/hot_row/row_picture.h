// SPDX-License-Identifier: MIT
#pragma once
// hot_row: who held the coupon's row, who waited for whom, who overwrote whom: read off the moments
// and values that every operation keeps. Free of Qt.

#include "measure/operation.h"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace stampede {

/// What a run's operations are asked. The strategy is "read, then write back an absolute value".
struct RowQuestion
{
    std::span<const Operation> operations; ///< sorted by invokedNs; fewer than 2³² − 1
    bool rowLock = true;                   ///< the read locked the row
    std::int64_t initialStock = 0;         ///< in the row before the first write
};

/// One operation at the row. Moments are ns from the start of the load, as its client saw them.
///
/// What can be known: a transaction ends because its client says so, which it does after it has
/// seen the read (with the row lock) or the write (without). So the order in which clients saw
/// these moments is the order in which the server granted the row, and from there to the last
/// moment seen before the end was said the row was held for certain. When exactly the server let
/// go, the client does not know; it was before the next one had the row, and before the answer.
struct RowUse
{
    static constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();
    static constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();

    /// With the row lock [asked, row read); without it, where the server queues only the writes,
    /// [row read, stock written). Ends with the answer where the row was never had. The way to the
    /// server is part of it, as are earlier attempts. kNever where there was nothing to wait for.
    std::int64_t waitFromNs = kNever;
    std::int64_t waitToNs = kNever;
    /// From having the row to its release: the commit or answer, or, where that was earlier, the
    /// moment that the next one had it. kNever where the row was never had.
    std::int64_t holdFromNs = kNever;
    std::int64_t holdToNs = kNever;
    std::int32_t valueRead = -1;       ///< −1 for none
    std::int32_t valueWritten = -1;    ///< −1 where nothing was committed
    std::uint32_t waitedFor = kNobody; ///< index of the holder whose end let this one in
    std::uint32_t overwrote = kNobody; ///< index of the operation whose value was replaced unread
    std::uint32_t sameValue = kNobody; ///< index of the one before in the same race
    std::int32_t unitsLost = 0; ///< decrements that the write undid: what it had read minus what
                                ///< it replaced; negative where it made up for such a write

    [[nodiscard]] bool waited() const { return waitFromNs != kNever; }
    [[nodiscard]] bool held() const { return holdFromNs != kNever; }
    [[nodiscard]] std::int64_t waitedNs() const { return waited() ? waitToNs - waitFromNs : 0; }
    [[nodiscard]] bool wrote() const { return valueWritten >= 0; }
};

/// From atNs on, that many operations waited.
struct WaitingPoint
{
    std::int64_t atNs = 0;
    std::int64_t waiting = 0;
    bool operator==(const WaitingPoint &) const = default;
};

/// Operations that had read the same value and all wrote the same, each before it could see the
/// write of the one before: several coupons went, the stock fell by one.
struct RaceGroup
{
    std::int32_t valueRead = -1;
    std::vector<std::uint32_t> writers; ///< indices, in the order of their writes; at least two
};

/// Everything about the row that a page or report can draw.
struct RowPicture
{
    static constexpr std::size_t kMaxPoints = 300;

    std::vector<RowUse> uses;           ///< one an operation, by its index
    std::vector<std::uint32_t> holders; ///< indices, in the order in which they had the row
    std::vector<WaitingPoint> waiting;  ///< a step function; the highest step is among the points
    std::vector<RaceGroup> races;       ///< in the order of the first write that broke something
    std::int64_t mostWaiting = 0;
    std::int64_t mostWaitingAtNs = 0;
    /// The most operations at once that had read the row and not yet written it: 1 where the row
    /// lock was at work.
    std::int64_t mostBetweenReadAndWrite = 0;
    /// Decrements that the committed writes undid: −drift where every writer is known and nobody
    /// else wrote.
    std::int64_t lostDecrements = 0;
    std::int64_t overwrites = 0; ///< writes that replaced a value which they had not read
    std::int64_t racePairs = 0;  ///< in the races, each writer but the first with the one before
    std::int64_t writersInDoubt = 0; ///< wrote, and may or may not have committed
};

/// O(n log n); about a second for a million operations.
RowPicture drawRow(const RowQuestion &question);

} // namespace stampede
