// SPDX-License-Identifier: MIT
#pragma once

#include "checker/line_reader.h"
#include "import/found_run.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace stampede {

/// Cuts a stream into the records of a CSV file (RFC 4180): cells in quotes may hold commas, quotes
/// and line feeds.
class CsvReader
{
public:
    enum class Got
    {
        Record,
        Broken, ///< a quote that does not end, or a line that is too long
        End,
        Failed ///< the source failed; ends the reading
    };

    explicit CsvReader(LineReader &lines)
        : m_lines(lines)
    {}

    /// The next record; its cells live until the next call.
    [[nodiscard]] Got next(std::vector<std::string_view> &cells);
    /// Of the record that came last: its first line, from 1.
    [[nodiscard]] std::int64_t line() const { return m_line; }

private:
    [[nodiscard]] bool cut(std::string_view record, std::vector<std::string_view> &cells);

    LineReader &m_lines;
    std::int64_t m_line = 0;
    std::string m_record; ///< where it goes over several lines
    std::string m_plain;  ///< the cells that had quotes, one after another
};

/// What became of a record.
enum class Taken
{
    Yes,
    No,  ///< it is none of those that the file holds
    Last ///< the reading ends
};

/// Gives every record, empty lines left out, to `take`. What is none is told to the run, with the
/// sentence that says what was expected. Whether it came to the end of the file.
bool readRecords(CsvReader &records, FoundRun &run, const QString &expected,
                 const std::function<Taken(const std::vector<std::string_view> &)> &take);

} // namespace stampede
