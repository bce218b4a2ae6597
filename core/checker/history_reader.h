// SPDX-License-Identifier: MIT
#pragma once

#include "checker/history_line.h"
#include "checker/line_reader.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace stampede {

/// One history of a stream, or why it cannot be used.
struct RecordedHistory
{
    HistoryFacts facts;
    std::string couponName; ///< where it is one of several that a run asked for
    /// Empty where the history cannot be used, unless it lacks only its end.
    std::vector<JudgedOperation> operations;
    /// With countsPieces: what every request asked for; nothing where they differ.
    std::optional<std::int64_t> quantity;
    /// What people are called whose numbers stand in facts and operations; empty where they are
    /// called by these numbers.
    std::vector<std::string> names;
    /// How the service's tables call somebody who is a number, with {userId} in it; empty where by
    /// that number.
    std::string userFormat;
    RunTool tool;                    ///< where another tool made the run
    std::int64_t firstLine = 0;      ///< of the stream, from 1
    std::int64_t operationLines = 0; ///< that were understood
    /// "line 12: expected …"; empty where the history can be used.
    std::string error;
    bool lacksQuantity = false;   ///< with countsPieces: a request does not say what it asked for
    bool lacksOnlyItsEnd = false; ///< that is all that is wrong with it: nothing is known of rows

    [[nodiscard]] bool usable() const { return error.empty(); }
};

/// Reads histories (schema stampede.history/1, JSON lines) one after another. A fault makes the
/// history in which it stands unusable, and reading goes on at the next header; what follows a
/// final line without a header is a history of its own, unless it is an operation or another final
/// line. Holds one history, a line and a block. Blank lines are left out.
class HistoryReader
{
public:
    /// Room for some 25 million rows; a longer line is a fault.
    static constexpr std::size_t kLongestLine = std::size_t{256} << 20U;

    /// Of one history; a stream may hold any number. What is longer is a fault, and nothing after
    /// it is read.
    static constexpr std::uint64_t kMostBytes = std::uint64_t{8} << 30U;

    explicit HistoryReader(ByteSource source, std::size_t longestLine = kLongestLine,
                           std::uint64_t mostBytes = kMostBytes);

    /// The next history; nothing at the end of the stream.
    [[nodiscard]] std::optional<RecordedHistory> next();

private:
    void take(std::string_view line);
    void takeFault(const LineDiagnostic &fault);
    void takeOperation();
    void takeQuantity(JudgedOperation &operation);
    void takeFinal();
    void takePieces();
    void begin();
    void end();
    void blame(const std::string &what);

    LineReader m_lines;
    const std::uint64_t m_mostBytes;
    HistoryLineParser m_parser;
    HistoryLine m_read;                        ///< what the last line said
    std::shared_ptr<const PeopleIds> m_people; ///< of the current history
    bool m_lacksQuantity = false;              ///< a refusal does not say for how many pieces
    std::optional<RecordedHistory> m_current;
    std::optional<RecordedHistory> m_done;
    bool m_hasFinal = false;
    bool m_ended = false;
};

} // namespace stampede
