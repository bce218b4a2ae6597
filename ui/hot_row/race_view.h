// SPDX-License-Identifier: MIT
#pragma once

#include "ui/hot_row/row_scene.h"

#include <QString>

#include <optional>
#include <vector>

namespace stampede {

/// One of the two transactions that are put side by side.
struct RaceSide
{
    RowPerson who;
    QString name;                   ///< what the record calls them
    std::int32_t valueRead = -1;    ///< −1 for none
    std::int32_t valueWritten = -1; ///< −1 where nothing was committed
    std::int64_t waitedNs = 0;
    std::int64_t holdToNs = RowUse::kNever; ///< as RowUse has it
    std::int64_t endNs = RowUse::kNever;    ///< answered
    Outcome outcome = Outcome::Issued;
    /// From having the row: with the row lock from the read, without from the write.
    [[nodiscard]] std::int64_t holdFromNs(bool rowLock) const
    {
        return rowLock ? who.readNs : who.wroteNs;
    }
};

/// Two transactions side by side, or one alone.
struct RaceView
{
    RaceSide first;
    std::optional<RaceSide> second;
    bool rowLock = true;
    bool isRace = false; ///< both read the same value and wrote the same
    int number = 0;      ///< of the race, from 1
    int of = 0;          ///< races there are
    QString sentence;    ///< what is to be seen
};

/// A statement of one of the two.
struct RaceLine
{
    std::int64_t atNs = 0; ///< when its client saw it done
    int side = 0;          ///< 0 or 1
    QString sql;           ///< shortened for reading
    QString remark;        ///< value read, row written, waiting
};

/// The race of that index in the scene.
RaceView raceOf(const RowScene &scene, int index);
/// Any two of the bars, the one that asked first first.
RaceView twoOf(const RowScene &scene, std::uint32_t a, std::uint32_t b);
/// A bar with whom it waited for, or alone.
RaceView oneOf(const RowScene &scene, std::uint32_t bar);

/// "user 8 waited 12.4 ms for user 42", and what it read and wrote, a line each.
QString describeBar(const RowScene &scene, std::uint32_t bar);

/// "user 17", by what the record calls them.
QString personName(const QString &name);
/// The same for a side of two, 0 or 1: "user 17 (1)" where both are requests of one person.
QString partyName(const RaceView &view, int side);
/// "10 → 9", or what was read alone; empty for neither.
QString valuesText(std::int32_t read, std::int32_t written);
/// Milliseconds from the start of the load, without the unit.
QString raceMs(std::int64_t ns);
/// What both did, in the order of time.
std::vector<RaceLine> raceLines(const RaceView &view, std::int64_t coupon);

} // namespace stampede
