#pragma once

#include "base/result.h"
#include "judge/judgement.h"

#include <memory>
#include <string>
#include <string_view>

namespace stampede {

enum class LineKind : std::uint8_t
{
    Header,
    Operation,
    Final
};

/// What is wrong with a line.
struct LineFault
{
    std::string text;         ///< what was expected
    bool isHeader = false;    ///< it has a "schema": meant as the beginning of a history
    bool isOperation = false; ///< it has an "op"
};

/// Reads single lines of stampede.history/1. Extra keys are ignored, however much they hold.
class HistoryLineParser
{
public:
    HistoryLineParser();
    ~HistoryLineParser();
    HistoryLineParser(const HistoryLineParser &) = delete;
    HistoryLineParser &operator=(const HistoryLineParser &) = delete;

    /// Reads one line, which LineReader::kPadding readable bytes must follow. A header sets stock,
    /// holders and precedence of `facts`, final the remaining stock and the rows, an operation
    /// `operation`; the rest stays.
    [[nodiscard]] Result<LineKind, LineFault> parse(std::string_view line, HistoryFacts &facts,
                                                    JudgedOperation &operation);

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

} // namespace stampede
