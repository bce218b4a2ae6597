#include "measure/history_writer.h"

#include "base/check.h"

#include <array>
#include <charconv>

namespace stampede {

namespace {

constexpr std::size_t kBlockBytes = 65'536;
constexpr std::size_t kLongestLine = 1024;

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

bool writeList(BlockWriter &out, std::span<const std::int64_t> values)
{
    std::string_view separator = "[";
    for (const std::int64_t value : values) {
        out << separator << value;
        separator = ",";
        if (!out.handOnWhenFull()) {
            return false;
        }
    }
    out << (values.empty() ? "[]" : "]");
    return out.handOnWhenFull();
}

bool writeHeader(BlockWriter &out, const HistoryFrame &frame)
{
    out << R"({"schema":"stampede.history/1","coupon":)" << frame.coupon << R"(,"stock":)"
        << frame.stock << R"(,"holders_before":)";
    if (!writeList(out, frame.holdersBefore)) {
        return false;
    }
    out << R"(,"precedence":")" << frame.precedence << "\"}\n";
    return out.handOnWhenFull();
}

void writeStamp(BlockWriter &out, std::string_view key, std::uint32_t us)
{
    if (us != Operation::kNotReached) {
        out << key << us;
    }
}

bool writeOperation(BlockWriter &out, const Operation &operation)
{
    out << R"({"op":"issue","user":)" << operation.user << R"(,"invoked_ns":)"
        << operation.invokedNs << R"(,"returned_ns":)";
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
        out << R"(,"read":)" << operation.stockRead;
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
        out << R"(,"error":)" << operation.errorCode;
    }
    out << "}\n";
    return out.handOnWhenFull();
}

bool writeFinal(BlockWriter &out, const HistoryFrame &frame)
{
    out << R"({"op":"final","remaining":)" << frame.remaining << R"(,"rows":)";
    if (!writeList(out, frame.rowUsers)) {
        return false;
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
        if (!writeOperation(out, operation)) {
            return false;
        }
    }
    if (frame.hasFinal && !writeFinal(out, frame)) {
        return false;
    }
    return out.handOn();
}

} // namespace stampede
