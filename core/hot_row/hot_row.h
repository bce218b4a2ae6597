// SPDX-License-Identifier: MIT
#pragma once

#include "hot_row/row_picture.h"

#include <cstdint>
#include <optional>
#include <span>

namespace stampede {

/// One of the two in a wait or race, with what it did. Moments are ns from the start of the load.
struct RowPerson
{
    std::int64_t user = 0;
    std::uint32_t request = 0; ///< index of the request in the run
    std::int64_t rowId = 0;    ///< of the coupon written, 0 for none
    std::int64_t askedNs = 0;
    std::int64_t readNs = RowUse::kNever;
    std::int64_t wroteNs = RowUse::kNever;
    std::int64_t committedNs = RowUse::kNever;
};

/// The longest that anybody waited for the row.
struct LongestWait
{
    RowPerson who;
    std::optional<RowPerson> waitedFor; ///< nobody where the row was free or never had
    std::int64_t fromNs = 0;
    std::int64_t waitedNs = 0;
};

/// "Both read 10, both wrote 9."
struct RacePair
{
    RowPerson first; ///< who wrote first
    RowPerson second;
    std::int64_t bothReadNs = 0; ///< the moment from which both had read
    std::int32_t valueRead = 0;
    std::int32_t valueWritten = 0;
};

/// How long the row was kept from the others by those who got a coupon, as their clients saw it.
/// Where one transaction served several, its time counts once.
struct RowHold
{
    std::int64_t issued = 0;      ///< of how many there are these figures
    std::int64_t toWriteNs = 0;   ///< in all, from having the row to having written the stock
    std::int64_t toCommitNs = 0;  ///< in all, from there to the confirmed commit
    std::int64_t overtaken = 0;   ///< that committed after somebody who had asked later
    std::int64_t emptyHanded = 0; ///< told "out of stock", though one who asked later got one
    /// Mean per coupon, in µs; 0 where none was issued.
    [[nodiscard]] double perCouponUs() const;
};

/// From the operations, in O(n log n).
RowHold measureHold(std::span<const Operation> operations);

/// What a run's record says about the hot row.
struct HotRow
{
    bool rowLock = true;
    std::int64_t holders = 0; ///< operations that had the row
    std::int64_t mostWaiting = 0;
    std::int64_t mostWaitingAtNs = 0;
    std::int64_t mostBetweenReadAndWrite = 0; ///< as in RowPicture, and so on
    std::optional<LongestWait> longestWait;
    std::int64_t racePairs = 0;
    std::int64_t overwrites = 0;
    std::int64_t lostDecrements = 0;
    std::int64_t writersInDoubt = 0;
    std::optional<RacePair> firstRace;
    RowHold hold;
};

/// The race of a picture that began first: whoever asks names the same two people, by the same
/// operations and stock. Nothing where there is none.
std::optional<RacePair> firstRaceOf(const RowQuestion &question, const RowPicture &picture);

/// The figures of a picture and its most telling wait and race.
HotRow summariseRow(const RowQuestion &question, const RowPicture &picture);

} // namespace stampede
