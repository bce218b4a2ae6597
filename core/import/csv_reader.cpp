// SPDX-License-Identifier: MIT
#include "import/csv_reader.h"

#include "import/import_text.h"

#include <algorithm>

namespace stampede {

namespace {

/// Lines that one record may go over.
constexpr int kMostLines = 1'000;

bool quotesAreEven(std::string_view text)
{
    return std::count(text.begin(), text.end(), '"') % 2 == 0;
}

} // namespace

CsvReader::Got CsvReader::next(std::vector<std::string_view> &cells)
{
    std::string_view line;
    m_record.clear();
    for (int lines = 0; lines < kMostLines; ++lines) {
        const LineReader::Got got = m_lines.next(line);
        if (lines == 0) {
            m_line = m_lines.number();
        }
        switch (got) {
        case LineReader::Got::Line:
            break;
        case LineReader::Got::TooLong:
        case LineReader::Got::TooMuch:
            return Got::Broken;
        case LineReader::Got::End:
            return lines == 0 ? Got::End : Got::Broken;
        case LineReader::Got::Failed:
            return Got::Failed;
        }
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (lines == 0 && quotesAreEven(line)) {
            return cut(line, cells) ? Got::Record : Got::Broken;
        }
        m_record.append(line);
        if (quotesAreEven(m_record)) {
            return cut(m_record, cells) ? Got::Record : Got::Broken;
        }
        m_record += '\n';
    }
    return Got::Broken;
}

bool CsvReader::cut(std::string_view record, std::vector<std::string_view> &cells)
{
    cells.clear();
    m_plain.clear();
    m_plain.reserve(record.size()); // views into it stay
    for (;;) {
        if (!record.starts_with('"')) {
            const std::size_t end = std::min(record.find(','), record.size());
            cells.push_back(record.substr(0, end));
            record.remove_prefix(end);
        } else {
            const std::size_t begin = m_plain.size();
            std::size_t at = 1;
            for (; at < record.size(); ++at) {
                if (record[at] == '"') {
                    if (at + 1 >= record.size() || record[at + 1] != '"') {
                        break;
                    }
                    ++at;
                }
                m_plain += record[at];
            }
            if (at >= record.size()) {
                return false;
            }
            cells.push_back(std::string_view(m_plain).substr(begin));
            record.remove_prefix(at + 1);
        }
        if (record.empty()) {
            return true;
        }
        if (record.front() != ',') {
            return false;
        }
        record.remove_prefix(1);
    }
}

bool readRecords(CsvReader &records, FoundRun &run, const QString &expected,
                 const std::function<Taken(const std::vector<std::string_view> &)> &take)
{
    for (std::vector<std::string_view> cells;;) {
        Taken taken = Taken::Yes;
        switch (records.next(cells)) {
        case CsvReader::Got::Record:
            if (cells.size() != 1 || !cells.front().empty()) {
                taken = take(cells);
            }
            break;
        case CsvReader::Got::Broken:
            taken = Taken::No;
            break;
        case CsvReader::Got::Failed:
            run.takeFault(records.line(), ImportText::tr("the rest could not be read"));
            return true;
        case CsvReader::Got::End:
            return true;
        }
        if (taken == Taken::Last) {
            return false;
        }
        if (taken == Taken::No) {
            run.takeFault(records.line(), expected);
        }
    }
}

} // namespace stampede
