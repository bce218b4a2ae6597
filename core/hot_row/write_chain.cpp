// SPDX-License-Identifier: MIT
#include "hot_row/write_chain.h"

#include "base/clock.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace stampede {

namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// One committed write. Number k made version k + 1 of the column; version 0 is the initial stock.
struct Write
{
    std::uint32_t index = 0; ///< of the operation
    std::int64_t askedNs = 0;
    std::int64_t readNs = 0;
    std::int64_t wroteNs = 0;
    std::int64_t endNs = 0;
    std::int32_t read = 0;
    std::size_t versionRead = kNone;
};

bool hasCommitted(const Operation &operation)
{
    return operation.outcome == Outcome::Issued && operation.wroteUs != Operation::kNotReached &&
           operation.stockRead >= 0;
}

std::vector<Write> committedWrites(const RowQuestion &question, RowPicture &picture)
{
    std::vector<Write> writes;
    for (std::size_t i = 0; i < question.operations.size(); ++i) {
        const Operation &operation = question.operations[i];
        if (operation.wroteUs == Operation::kNotReached) {
            continue;
        }
        picture.writersInDoubt += mayHaveTakenEffect(operation.outcome) ? 1 : 0;
        if (!hasCommitted(operation)) {
            continue;
        }
        Write write;
        write.index = static_cast<std::uint32_t>(i);
        write.askedNs = operation.invokedNs;
        write.readNs = operation.invokedNs + std::int64_t{operation.lockedUs} * kNsPerUs;
        write.wroteNs = operation.invokedNs + std::int64_t{operation.wroteUs} * kNsPerUs;
        write.endNs = operation.returnedNs;
        write.read = operation.stockRead;
        writes.push_back(write);
    }
    std::sort(writes.begin(), writes.end(), [](const Write &a, const Write &b) {
        return std::tie(a.wroteNs, a.index) < std::tie(b.wroteNs, b.index);
    });
    return writes;
}

/// A state of the column: its value, from which write on, until which write.
struct Version
{
    std::int64_t value = 0;
    std::size_t number = 0;
};

std::vector<Version> versionsByValue(const RowQuestion &question, const std::vector<Write> &writes)
{
    std::vector<Version> versions;
    versions.reserve(writes.size() + 1);
    versions.push_back({question.initialStock, 0});
    for (std::size_t k = 0; k < writes.size(); ++k) {
        versions.push_back({std::int64_t{writes[k].read} - 1, k + 1});
    }
    std::sort(versions.begin(), versions.end(), [](const Version &a, const Version &b) {
        return std::tie(a.value, a.number) < std::tie(b.value, b.number);
    });
    return versions;
}

/// The state that write k had read: the latest one of that value which may have been there then. A
/// commit is asked for after its write was seen, so no state is read before that moment.
std::size_t versionReadBy(std::size_t k, const std::vector<Write> &writes,
                          const std::vector<Version> &versions)
{
    const Write &reader = writes[k];
    const auto first = std::lower_bound(
        versions.begin(), versions.end(), reader.read,
        [](const Version &version, std::int64_t value) { return version.value < value; });
    const auto mayBeRead = [&](const Version &version) {
        return version.number == 0 ||
               (version.number <= k && writes[version.number - 1].wroteNs < reader.readNs);
    };
    // Those that may be read come first, as versions of one value are in the order of their writes.
    const auto last = std::partition_point(first, versions.end(), [&](const Version &version) {
        return version.value == reader.read && mayBeRead(version);
    });
    return last == first ? kNone : std::prev(last)->number;
}

/// The latest write that had read some value.
struct LastWriter
{
    std::size_t write = kNone;
    std::size_t race = kNone; ///< that it belongs to
};

/// Puts writes together that had read the same value, the later one before it could see the earlier
/// one's write: it read a state from before that write.
void gatherRaces(const std::vector<Write> &writes, RowPicture &picture)
{
    std::unordered_map<std::int32_t, LastWriter> lastByValue;
    for (std::size_t k = 0; k < writes.size(); ++k) {
        LastWriter &last = lastByValue[writes[k].read];
        const LastWriter before = std::exchange(last, {k, kNone});
        if (before.write == kNone || writes[k].versionRead > before.write) {
            continue;
        }
        const std::uint32_t earlier = writes[before.write].index;
        picture.uses[writes[k].index].sameValue = earlier;
        last.race = before.race == kNone ? picture.races.size() : before.race;
        if (before.race == kNone) {
            picture.races.push_back({writes[k].read, {earlier}});
        }
        picture.races[last.race].writers.push_back(writes[k].index);
        ++picture.racePairs;
    }
}

void measureOverlap(const std::vector<Write> &writes, RowPicture &picture)
{
    std::vector<std::int64_t> reads;
    std::vector<std::int64_t> ends;
    for (const Write &write : writes) {
        reads.push_back(write.readNs);
        ends.push_back(write.wroteNs);
    }
    std::sort(reads.begin(), reads.end());
    std::int64_t between = 0;
    std::size_t ended = 0;
    for (const std::int64_t read : reads) {
        while (ended < ends.size() && ends[ended] <= read) {
            ++ended;
            --between;
        }
        picture.mostBetweenReadAndWrite = std::max(picture.mostBetweenReadAndWrite, ++between);
    }
}

} // namespace

void followWrites(const RowQuestion &question, RowPicture &picture)
{
    std::vector<Write> writes = committedWrites(question, picture);
    const std::vector<Version> versions = versionsByValue(question, writes);
    for (std::size_t k = 0; k < writes.size(); ++k) {
        writes[k].versionRead = versionReadBy(k, writes, versions);
        const std::int64_t replaced =
            k == 0 ? question.initialStock : std::int64_t{writes[k - 1].read} - 1;
        const std::int64_t lost = writes[k].read - replaced;
        RowUse &use = picture.uses[writes[k].index];
        use.valueWritten = writes[k].read - 1;
        use.unitsLost = static_cast<std::int32_t>(lost);
        picture.lostDecrements += lost;
        if (k > 0 && writes[k].versionRead != k) {
            use.overwrote = writes[k - 1].index;
            ++picture.overwrites;
        }
    }
    gatherRaces(writes, picture);
    measureOverlap(writes, picture);
}

} // namespace stampede
