// SPDX-License-Identifier: MIT
#include "checker/history_reader.h"

#include <utility>

namespace stampede {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

} // namespace

HistoryReader::HistoryReader(ByteSource source, std::size_t longestLine, std::uint64_t mostBytes)
    : m_lines(std::move(source), longestLine)
    , m_mostBytes(mostBytes)
{
    m_lines.allow(m_mostBytes);
}

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
        case LineReader::Got::TooMuch:
            takeFault({"the history is longer than " + std::to_string(m_mostBytes) + " bytes",
                       false, true});
            end();
            m_ended = true;
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
    const Result<LineKind, LineDiagnostic> kind = m_parser.parse(line, m_read);
    if (!kind) {
        takeFault(kind.error());
        return;
    }
    switch (kind.value()) {
    case LineKind::Header:
        begin();
        m_current->quantity = m_read.quantity;
        m_current->couponName = m_read.couponName;
        m_current->userFormat = m_read.userFormat;
        m_current->tool = m_read.tool;
        m_current->facts = std::exchange(m_read, {}).facts;
        return;
    case LineKind::Operation:
        takeOperation();
        return;
    case LineKind::Final:
        takeFinal();
        return;
    }
}

void HistoryReader::takeFault(const LineDiagnostic &fault)
{
    m_read = {};
    if (!m_current || fault.isHeader || (m_hasFinal && !fault.isOperation)) {
        begin();
    }
    blame(fault.text);
}

void HistoryReader::takeOperation()
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
    takeQuantity(m_read.operation);
    if (m_current->usable()) {
        m_current->operations.push_back(m_read.operation);
    }
}

void HistoryReader::takeQuantity(JudgedOperation &operation)
{
    if (!m_current->facts.rules.countsPieces) {
        if (operation.quantity != 0) {
            blame(R"("quantity" needs "quantity" in the header, null where requests differ)");
        }
        operation.quantity = 1;
        return;
    }
    if (operation.quantity == 0 && m_current->quantity) {
        operation.quantity = static_cast<std::uint32_t>(*m_current->quantity);
    }
    if (operation.quantity == 0) {
        operation.quantity = 1;
        m_lacksQuantity = m_lacksQuantity || operation.outcome == Outcome::OutOfStock ||
                          operation.outcome == Outcome::NotIssued;
        m_current->lacksQuantity = true;
    }
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
    HistoryFacts &facts = m_current->facts;
    facts.remaining = m_read.facts.remaining;
    facts.remainingKnown = m_read.facts.remainingKnown;
    facts.rowUsers = std::exchange(m_read.facts.rowUsers, {});
    facts.writtenUsers = std::exchange(m_read.facts.writtenUsers, {});
    if (!facts.rules.givesBack) {
        facts.writtenUsers.reset();
    }
    takePieces();
}

void HistoryReader::takePieces()
{
    HistoryFacts &facts = m_current->facts;
    const bool given = std::exchange(m_read.hasPieces, false);
    facts.rowPieces = std::exchange(m_read.facts.rowPieces, {});
    facts.rules.quantityKnown = !m_lacksQuantity;
    if (given && !facts.rules.countsPieces) {
        blame(R"("pieces" needs "quantity" in the header)");
    } else if (!given && facts.rules.countsPieces && m_current->quantity) {
        facts.rowPieces.assign(facts.rowUsers.size(), *m_current->quantity);
    } else if (!given && facts.rules.countsPieces) {
        blame(R"("pieces" is missing, and "quantity" of the header is null)");
    }
}

void HistoryReader::begin()
{
    end();
    m_current.emplace();
    m_people = m_parser.people();
    m_lacksQuantity = false;
    m_current->firstLine = m_lines.number();
    m_lines.allow(m_mostBytes);
}

void HistoryReader::end()
{
    if (m_current && !m_hasFinal && m_current->usable()) {
        m_current->lacksOnlyItsEnd = true;
        m_current->facts.rules.quantityKnown = !m_current->lacksQuantity;
        m_current->error = "line " + std::to_string(m_lines.number()) +
                           ": expected a final line (\"op\":\"final\") before the history ends";
    }
    if (m_current && (m_current->usable() || m_current->lacksOnlyItsEnd)) {
        m_current->names = m_people->names();
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
