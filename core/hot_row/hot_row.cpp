// SPDX-License-Identifier: MIT
#include "hot_row/hot_row.h"

#include "hot_row/moments.h"

#include <algorithm>

namespace stampede {

namespace {

RowPerson personOf(const Operation &operation)
{
    return {.user = operation.user,
            .request = operation.request,
            .rowId = operation.rowId,
            .askedNs = operation.invokedNs,
            .readNs = momentNs(operation, operation.lockedUs),
            .wroteNs = momentNs(operation, operation.wroteUs),
            .committedNs = momentNs(operation, operation.committedUs)};
}

} // namespace

std::optional<RacePair> firstRaceOf(const RowQuestion &question, const RowPicture &picture)
{
    if (picture.races.empty()) {
        return std::nullopt;
    }
    const RaceGroup &group = picture.races.front();
    RacePair pair;
    pair.first = personOf(question.operations[group.writers[0]]);
    pair.second = personOf(question.operations[group.writers[1]]);
    pair.bothReadNs = std::max(pair.first.readNs, pair.second.readNs);
    pair.valueRead = group.valueRead;
    pair.valueWritten = group.valueRead - 1;
    return pair;
}

HotRow summariseRow(const RowQuestion &question, const RowPicture &picture)
{
    HotRow summary;
    summary.rowLock = question.rowLock;
    summary.holders = static_cast<std::int64_t>(picture.holders.size());
    summary.mostWaiting = picture.mostWaiting;
    summary.mostWaitingAtNs = picture.mostWaitingAtNs;
    summary.mostBetweenReadAndWrite = picture.mostBetweenReadAndWrite;
    summary.racePairs = picture.racePairs;
    summary.overwrites = picture.overwrites;
    summary.lostDecrements = picture.lostDecrements;
    summary.writersInDoubt = picture.writersInDoubt;
    const auto longest = std::max_element(
        picture.uses.begin(), picture.uses.end(),
        [](const RowUse &a, const RowUse &b) { return a.waitedNs() < b.waitedNs(); });
    if (longest != picture.uses.end() && longest->waited()) {
        LongestWait wait;
        wait.who =
            personOf(question.operations[static_cast<std::size_t>(longest - picture.uses.begin())]);
        if (longest->waitedFor != RowUse::kNobody) {
            wait.waitedFor = personOf(question.operations[longest->waitedFor]);
        }
        wait.fromNs = longest->waitFromNs;
        wait.waitedNs = longest->waitedNs();
        summary.longestWait = wait;
    }
    summary.firstRace = firstRaceOf(question, picture);
    summary.hold = measureHold(question.operations);
    return summary;
}

} // namespace stampede
