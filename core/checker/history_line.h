// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "checker/judgement.h"
#include "measure/run_tool.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace stampede {

enum class LineKind : std::uint8_t
{
    Header,
    Operation,
    Final
};

/// What is wrong with a line.
struct LineDiagnostic
{
    std::string text;         ///< what was expected
    bool isHeader = false;    ///< it has a "schema": meant as the beginning of a history
    bool isOperation = false; ///< it has an "op"
};

/// The people of one history. They are numbers as they stand in the file, or texts throughout; each
/// text then has a number of its own, counted from 0 as they come.
class PeopleIds
{
public:
    /// False where the people of this history are texts.
    [[nodiscard]] bool takeNumber()
    {
        if (m_form == Form::Open) {
            m_form = Form::Numbers;
        }
        return m_form == Form::Numbers;
    }
    /// The number of that text; nothing where the people of this history are numbers.
    [[nodiscard]] std::optional<std::int64_t> take(std::string_view text);
    /// Every text by its number; empty where people are numbers.
    [[nodiscard]] std::vector<std::string> names() const;

private:
    enum class Form : std::uint8_t
    {
        Open, ///< nobody named yet
        Numbers,
        Texts
    };
    Form m_form = Form::Open;
    std::deque<std::string> m_names; ///< whose elements never move
    std::unordered_map<std::string_view, std::int64_t> m_ids;
};

/// Stands in a user format for the number of the person.
inline constexpr std::string_view kPersonInFormat = "{userId}";

/// What sentences call somebody whom a history with names calls that: whoever has a number there,
/// as people without a name of their own have, as `format` says; "#7" is person 7 where somebody
/// else is called "7". `isName`: whether the history calls anybody that.
[[nodiscard]] std::string shownPerson(std::string_view name, std::string_view format,
                                      const std::function<bool(std::string_view)> &isName);

/// What one line said beside `op` and `schema`.
struct HistoryLine
{
    /// A header sets all but remaining, rowUsers, rowPieces, writtenUsers, a final line these.
    HistoryFacts facts;
    /// Header: how many pieces each request asks for; nothing where it does not say.
    std::optional<std::int64_t> quantity;
    std::string couponName;    ///< header: of one of several; else empty
    std::string userFormat;    ///< header: what people who are numbers are called; may be empty
    RunTool tool;              ///< header: where another tool made the run
    bool hasPieces = false;    ///< the final line has "pieces", the header "pieces_before"
    JudgedOperation operation; ///< its quantity is 0 where the line does not say
};

/// Reads single lines of stampede.history/1. Extra keys are ignored, however much they hold.
class HistoryLineParser
{
public:
    HistoryLineParser();
    ~HistoryLineParser();
    HistoryLineParser(const HistoryLineParser &) = delete;
    HistoryLineParser &operator=(const HistoryLineParser &) = delete;

    /// Reads one line, which LineReader::kPadding readable bytes must follow, into `to`; what the
    /// line does not speak of stays. With a header, right or wrong, the people of a new history
    /// begin.
    [[nodiscard]] Result<LineKind, LineDiagnostic> parse(std::string_view line, HistoryLine &to);
    /// The people of the history whose header came last.
    [[nodiscard]] std::shared_ptr<const PeopleIds> people() const;

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

} // namespace stampede
