// SPDX-License-Identifier: MIT
#pragma once

#include "hot_row/row_picture.h"
#include "record/run_record.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace stampede {

/// One request of the picture of the hot row. Moments are ns from the start of the load; indices
/// are those of RowScene::bars.
struct RowBar
{
    RowUse use; ///< its indices lead to bars; kNobody also where that one was not kept
    std::int64_t user = 0;
    QString name;           ///< what the record calls them
    std::int64_t rowId = 0; ///< of the coupon written, 0 for none
    std::int64_t askedNs = 0;
    std::int64_t endNs = 0; ///< answered, or the last moment of the run where no answer came
    std::int64_t readNs = RowUse::kNever;
    std::int64_t wroteNs = RowUse::kNever;
    std::int64_t committedNs = RowUse::kNever;
    std::uint32_t request = 0;                  ///< index of the request in the run
    std::uint32_t sameNext = RowUse::kNobody;   ///< the next of the same race
    std::uint32_t heldBefore = RowUse::kNobody; ///< who had the row just before
    std::uint32_t heldNext = RowUse::kNobody;   ///< who had it next
    std::int32_t pair = -1;                     ///< index of the pair that it makes a race
    Outcome outcome = Outcome::Unknown;
    bool finding = false; ///< wrote over somebody's value, or was told something untrue

    /// It was answered with a refusal.
    [[nodiscard]] bool refused() const;
    /// Whether it waited for somebody.
    [[nodiscard]] bool waitedForSomebody() const { return use.waitedFor != RowUse::kNobody; }
};

/// Two who read the same value and wrote the same.
struct BarPair
{
    std::uint32_t first = 0; ///< who wrote first
    std::uint32_t second = 0;
};

/// What the picture of the hot row is painted from: the first and the last requests of a run, in
/// the order of asking. Never changed once made.
struct RowScene
{
    /// More requests than twice that are shown by the first and the last of them.
    static constexpr std::size_t kKeptEach = 20'000;

    bool rowLock = true;
    bool insideSeen = true;    ///< else nobody knows more than asked and answered
    std::int64_t stock = 0;    ///< at the start
    std::int64_t lengthNs = 1; ///< from the start of the load to the last moment seen, at least 1
    std::int64_t total = 0;    ///< requests of the run
    std::vector<RowBar> bars;
    std::vector<BarPair> pairs;
    std::vector<WaitingPoint> waiting;
    std::int64_t mostWaiting = 0;
    std::int64_t mostWaitingAtNs = 0;

    /// The longest time that a picture shows: the run, and room for the marks after the last bar.
    [[nodiscard]] std::int64_t wholeNs() const { return lengthNs + lengthNs / 8; }
    [[nodiscard]] bool isWhole() const { return static_cast<std::int64_t>(bars.size()) >= total; }
};

/// Reads the picture off a record's history; about a second for a million requests. Any thread.
RowScene makeRowScene(const RunRecord &record);

} // namespace stampede
