// SPDX-License-Identifier: MIT
#include "archive/history_codec.h"

#include "archive/varint.h"

#include <algorithm>
#include <array>

namespace stampede {

namespace {

/// The fastest level: the columns are small already, and a run waits for it.
constexpr int kCompression = 1;

/// One field of the operations. A value may lean on the operation before it and on fields of its
/// own operation that stand before it in the list.
struct Column
{
    std::uint64_t (*encode)(const Operation &operation, const Operation &before);
    void (*decode)(Operation &operation, const Operation &before, std::uint64_t value);
};

/// Moments that were not reached are as near to the others as 0 is.
constexpr std::int64_t stampOf(std::uint32_t stamp)
{
    return static_cast<std::int64_t>(stamp + 1U);
}
constexpr std::uint32_t stampFrom(std::int64_t value)
{
    return static_cast<std::uint32_t>(value) - 1U;
}

template<auto Field>
constexpr Column plain()
{
    return {[](const Operation &operation, const Operation &) {
                return static_cast<std::uint64_t>(operation.*Field);
            },
            [](Operation &operation, const Operation &, std::uint64_t value) {
                using Value = std::remove_reference_t<decltype(operation.*Field)>;
                operation.*Field = static_cast<Value>(value);
            }};
}

template<auto Field>
constexpr Column steps()
{
    return {[](const Operation &operation, const Operation &before) {
                return stepFrom(static_cast<std::int64_t>(before.*Field),
                                static_cast<std::int64_t>(operation.*Field));
            },
            [](Operation &operation, const Operation &before, std::uint64_t value) {
                using Value = std::remove_reference_t<decltype(operation.*Field)>;
                operation.*Field =
                    static_cast<Value>(stepped(static_cast<std::int64_t>(before.*Field), value));
            }};
}

/// A moment of the operation as the distance from an earlier one of it.
template<auto Field, auto Earlier>
constexpr Column moment()
{
    return {[](const Operation &operation, const Operation &) {
                return stepFrom(stampOf(operation.*Earlier), stampOf(operation.*Field));
            },
            [](Operation &operation, const Operation &, std::uint64_t value) {
                operation.*Field = stampFrom(stepped(stampOf(operation.*Earlier), value));
            }};
}

constexpr std::array kColumns = {
    steps<&Operation::invokedNs>(),
    Column{[](const Operation &operation, const Operation &) {
               return stepFrom(operation.invokedNs, operation.returnedNs);
           },
           [](Operation &operation, const Operation &, std::uint64_t value) {
               operation.returnedNs = stepped(operation.invokedNs, value);
           }},
    steps<&Operation::user>(),
    steps<&Operation::rowId>(),
    steps<&Operation::request>(),
    plain<&Operation::latenessUs>(),
    Column{[](const Operation &operation, const Operation &) {
               return static_cast<std::uint64_t>(stampOf(operation.lockedUs));
           },
           [](Operation &operation, const Operation &, std::uint64_t value) {
               operation.lockedUs = stampFrom(static_cast<std::int64_t>(value));
           }},
    moment<&Operation::wroteUs, &Operation::lockedUs>(),
    moment<&Operation::committedUs, &Operation::wroteUs>(),
    steps<&Operation::stockRead>(),
    plain<&Operation::errorCode>(),
    plain<&Operation::vu>(),
    plain<&Operation::attempts>(),
    plain<&Operation::outcome>(),
    plain<&Operation::reason>(),
};

QByteArray encodeBlock(std::span<const Operation> block)
{
    QByteArray out;
    constexpr qsizetype kUsualBytes = 24;
    out.reserve(static_cast<qsizetype>(block.size()) * kUsualBytes);
    putVarint(out, block.size());
    for (const Column &column : kColumns) {
        Operation before;
        for (const Operation &operation : block) {
            putVarint(out, column.encode(operation, before));
            before = operation;
        }
    }
    return qCompress(out, kCompression);
}

bool isPossible(const Operation &operation)
{
    return indexOf(operation.outcome) < kOutcomeCount &&
           static_cast<std::size_t>(operation.reason) < kUnknownReasonCount;
}

} // namespace

QList<QByteArray> encodeHistory(std::span<const Operation> history)
{
    QList<QByteArray> blocks;
    for (std::size_t at = 0; at < history.size(); at += kHistoryBlock) {
        blocks << encodeBlock(history.subspan(at, std::min(kHistoryBlock, history.size() - at)));
    }
    return blocks;
}

bool decodeHistory(const QByteArray &block, std::vector<Operation> &history)
{
    constexpr std::uint32_t kMostBytes = 16U << 20U; // every number at its longest
    const QByteArray bytes = uncompressed(block, kMostBytes);
    VarintReader reader(bytes);
    const std::uint64_t size = reader.next();
    if (!reader.ok() || size > kHistoryBlock) {
        return false;
    }
    const std::size_t from = history.size();
    history.resize(from + size);
    const std::span<Operation> operations = std::span(history).subspan(from);
    for (const Column &column : kColumns) {
        Operation before;
        for (Operation &operation : operations) {
            column.decode(operation, before, reader.next());
            before = operation;
        }
    }
    if (!reader.ok() || !reader.atEnd() ||
        !std::all_of(operations.begin(), operations.end(), isPossible)) {
        history.resize(from);
        return false;
    }
    return true;
}

} // namespace stampede
