#include "judge/history_reader.h"

#include <utility>

namespace stampede {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

} // namespace

HistoryReader::HistoryReader(ByteSource source, std::size_t longestLine)
    : m_lines(std::move(source), longestLine)
{}

std::optional<RecordedHistory> HistoryReader::next()
{
    m_done.reset();
    std::string_view line;
    while (!m_done && !m_ended) {
        switch (m_lines.next(line)) {
        case LineReader::Got::Line:
            if (m_lines.number() == 1 && line.starts_with(kByteOrderMark)) {
                line.remove_prefix(kByteOrderMark.size());
            }
            if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
                take(line);
            }
            break;
        case LineReader::Got::TooLong:
            takeFault({"the line is too long", false, false});
            break;
        case LineReader::Got::End:
            end();
            m_ended = true;
            break;
        case LineReader::Got::Failed:
            takeFault({"the rest could not be read", false, true});
            end();
            m_ended = true;
            break;
        }
    }
    return std::exchange(m_done, std::nullopt);
}

void HistoryReader::take(std::string_view line)
{
    JudgedOperation operation;
    const Result<LineKind, LineFault> kind = m_parser.parse(line, m_read, operation);
    if (!kind) {
        takeFault(kind.error());
        return;
    }
    switch (kind.value()) {
    case LineKind::Header:
        begin();
        m_current->facts = std::exchange(m_read, {});
        return;
    case LineKind::Operation:
        takeOperation(operation);
        return;
    case LineKind::Final:
        takeFinal();
        return;
    }
}

void HistoryReader::takeFault(const LineFault &fault)
{
    m_read = {};
    if (!m_current || fault.isHeader || (m_hasFinal && !fault.isOperation)) {
        begin();
    }
    blame(fault.text);
}

void HistoryReader::takeOperation(const JudgedOperation &operation)
{
    if (!m_current) {
        begin();
        blame("expected a header, a line with \"schema\", before the first operation");
    } else if (m_hasFinal) {
        blame("expected a header after the final line, got an operation");
    }
    ++m_current->operationLines;
    if (!m_current->usable()) {
        return;
    }
    if (m_current->operations.size() + 1 >= Witness::kNoOperation) {
        blame("more operations than can be judged at once");
        return;
    }
    m_current->operations.push_back(operation);
}

void HistoryReader::takeFinal()
{
    if (!m_current) {
        begin();
        blame("expected a header, a line with \"schema\", before the final line");
    } else if (m_hasFinal) {
        blame("expected a header after the final line, got another final line");
    }
    m_hasFinal = true;
    m_current->facts.remaining = m_read.remaining;
    m_current->facts.rowUsers = std::exchange(m_read.rowUsers, {});
}

void HistoryReader::begin()
{
    end();
    m_current.emplace();
    m_current->firstLine = m_lines.number();
}

void HistoryReader::end()
{
    if (m_current && !m_hasFinal && m_current->usable()) {
        m_current->lacksOnlyItsEnd = true;
        m_current->error = "line " + std::to_string(m_lines.number()) +
                           ": expected a final line (\"op\":\"final\") before the history ends";
    }
    m_done = std::exchange(m_current, std::nullopt);
    m_hasFinal = false;
}

void HistoryReader::blame(const std::string &what)
{
    if (m_current->usable()) {
        m_current->error = "line " + std::to_string(m_lines.number()) + ": " + what;
        m_current->operations.clear();
        m_current->operations.shrink_to_fit();
    }
}

} // namespace stampede
