// SPDX-License-Identifier: MIT
#include "measure/history_writer.h"

#include "base/check.h"
#include "base/json_text.h"

#include <array>
#include <charconv>

namespace stampede {

namespace {

constexpr std::size_t kBlockBytes = 65'536;
constexpr std::size_t kLongestLine = 3072;

/// Gathers text and hands it on in blocks. After a refusal it drops what follows.
class BlockWriter
{
public:
    explicit BlockWriter(const std::function<bool(std::string_view)> &sink)
        : m_sink(sink)
    {
        m_block.reserve(kBlockBytes);
    }

    BlockWriter &operator<<(std::string_view text)
    {
        m_block += text;
        return *this;
    }

    BlockWriter &operator<<(std::int64_t number)
    {
        std::array<char, 24> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        m_block.append(digits.data(), end);
        return *this;
    }

    BlockWriter &quote(std::string_view text)
    {
        appendJsonText(m_block, text);
        return *this;
    }

    /// To be called after every piece of at most kLongestLine bytes. False once the sink refused.
    bool handOnWhenFull() { return m_block.size() + kLongestLine < kBlockBytes || handOn(); }

    bool handOn()
    {
        m_accepted = m_accepted && (m_block.empty() || m_sink(m_block));
        m_block.clear();
        return m_accepted;
    }

private:
    const std::function<bool(std::string_view)> &m_sink;
    std::string m_block;
    bool m_accepted = true;
};

void writePerson(BlockWriter &out, const HistoryFrame &frame, std::int64_t user)
{
    if (frame.nameOf) {
        out.quote(frame.nameOf(user));
    } else {
        out << user;
    }
}

template<typename WriteOne>
bool writeList(BlockWriter &out, std::span<const std::int64_t> values, const WriteOne &writeOne)
{
    std::string_view separator = "[";
    for (const std::int64_t value : values) {
        out << separator;
        writeOne(value);
        separator = ",";
        if (!out.handOnWhenFull()) {
            return false;
        }
    }
    out << (values.empty() ? "[]" : "]");
    return out.handOnWhenFull();
}

bool writePeople(BlockWriter &out, const HistoryFrame &frame, std::span<const std::int64_t> users)
{
    return writeList(out, users, [&](std::int64_t user) { writePerson(out, frame, user); });
}

bool writePieces(BlockWriter &out, std::string_view key, std::span<const std::int64_t> pieces)
{
    out << key;
    return writeList(out, pieces, [&out](std::int64_t value) { out << value; });
}

void writeNumberOrNull(BlockWriter &out, std::string_view key, std::optional<std::int64_t> value)
{
    out << key;
    if (value) {
        out << *value;
    } else {
        out << "null";
    }
}

void writeRules(BlockWriter &out, const HistoryFrame &frame)
{
    const IssueRules standard;
    const IssueRules &rules = frame.rules;
    if (rules.limitPerPerson != standard.limitPerPerson) {
        writeNumberOrNull(out, R"(,"per_person":)", rules.limitPerPerson);
    }
    if (rules.limitWithin) {
        out << R"(,"per_person_within":true)";
    }
    if (rules.givesBack) {
        out << (rules.givesBackSaid ? R"(,"gives_back":true)" : R"(,"gives_back":null)");
    }
    if (rules.countsPieces) {
        writeNumberOrNull(out, R"(,"quantity":)",
                          rules.quantityKnown && !frame.quantityOf ? frame.quantity : std::nullopt);
    }
}

void writeTool(BlockWriter &out, const RunTool &tool)
{
    if (!tool.isThere()) {
        return;
    }
    out << R"(,"tool":{"name":)";
    out.quote(tool.name) << R"(,"source":)";
    out.quote(tool.source) << R"(,"source_sha256":)";
    out.quote(tool.sourceSha256) << R"(,"resolution_ns":)" << tool.resolutionNs
                                 << R"(,"started_ms":)" << tool.startedMs;
    out << (tool.incomplete ? R"(,"incomplete":true})" : "}");
}

bool writeHeader(BlockWriter &out, const HistoryFrame &frame)
{
    out << R"({"schema":"stampede.history/1","coupon":)" << frame.coupon;
    if (!frame.couponName.empty()) {
        out << R"(,"coupon_name":)";
        out.quote(frame.couponName);
    }
    writeNumberOrNull(out, R"(,"stock":)",
                      frame.rules.unlimited || !frame.stockKnown ? std::nullopt
                                                                 : std::optional(frame.stock));
    out << R"(,"holders_before":)";
    if (!writePeople(out, frame, frame.holdersBefore)) {
        return false;
    }
    if (frame.rules.countsPieces && !frame.holdersBefore.empty() &&
        !writePieces(out, R"(,"pieces_before":)", frame.piecesBefore)) {
        return false;
    }
    out << R"(,"precedence":")" << frame.precedence << "\"";
    if (!frame.userFormat.empty()) {
        out << R"(,"user_format":)";
        out.quote(frame.userFormat);
    }
    writeRules(out, frame);
    writeTool(out, frame.tool);
    out << "}\n";
    return out.handOnWhenFull();
}

void writeStamp(BlockWriter &out, std::string_view key, std::uint32_t us)
{
    if (us != Operation::kNotReached) {
        out << key << us;
    }
}

bool writeOperation(BlockWriter &out, const HistoryFrame &frame, const Operation &operation)
{
    out << R"({"op":"issue","user":)";
    writePerson(out, frame, operation.user);
    out << R"(,"invoked_ns":)" << operation.invokedNs << R"(,"returned_ns":)";
    if (operation.returnedNs == Operation::kNoAnswer) {
        out << "null";
    } else {
        out << operation.returnedNs;
    }
    out << R"(,"outcome":")" << outcomeKey(operation.outcome) << R"(","request":)"
        << operation.request << R"(,"vu":)" << operation.vu << R"(,"attempts":)"
        << operation.attempts;
    if (operation.rowId != 0) {
        out << R"(,"row":)" << operation.rowId;
    }
    if (operation.stockRead >= 0) {
        out << (frame.keepsStatuses ? R"(,"left":)" : R"(,"read":)") << operation.stockRead;
    }
    writeStamp(out, R"(,"locked_us":)", operation.lockedUs);
    writeStamp(out, R"(,"wrote_us":)", operation.wroteUs);
    writeStamp(out, R"(,"committed_us":)", operation.committedUs);
    if (operation.latenessUs != 0) {
        out << R"(,"late_us":)" << operation.latenessUs;
    }
    if (operation.reason != UnknownReason::None) {
        out << R"(,"reason":")" << unknownReasonKey(operation.reason) << "\"";
    }
    if (operation.errorCode != 0) {
        out << (frame.keepsStatuses ? R"(,"status":)" : R"(,"error":)") << operation.errorCode;
    }
    if (frame.rules.countsPieces && frame.quantityOf) {
        out << R"(,"quantity":)" << frame.quantityOf(operation);
    }
    out << "}\n";
    return out.handOnWhenFull();
}

bool writeFinal(BlockWriter &out, const HistoryFrame &frame)
{
    writeNumberOrNull(out, R"({"op":"final","remaining":)", frame.remaining);
    out << R"(,"rows":)";
    if (!writePeople(out, frame, frame.rowUsers)) {
        return false;
    }
    if (frame.rules.countsPieces && !writePieces(out, R"(,"pieces":)", frame.rowPieces)) {
        return false;
    }
    if (frame.rules.givesBack && frame.writtenUsers) {
        out << R"(,"written":)";
        if (!writePeople(out, frame, *frame.writtenUsers)) {
            return false;
        }
    }
    out << "}\n";
    return true;
}

} // namespace

bool writeHistory(const HistoryFrame &frame, std::span<const Operation> history,
                  const std::function<bool(std::string_view)> &sink)
{
    STAMPEDE_CHECK(frame.precedence == "any" || frame.precedence == "stock-first" ||
                   frame.precedence == "duplicate-first");
    BlockWriter out(sink);
    if (!writeHeader(out, frame)) {
        return false;
    }
    for (const Operation &operation : history) {
        if (!writeOperation(out, frame, operation)) {
            return false;
        }
    }
    if (frame.hasFinal && !writeFinal(out, frame)) {
        return false;
    }
    return out.handOn();
}

} // namespace stampede
