// SPDX-License-Identifier: MIT
#include "journal/journal_format.h"

#include "base/check.h"

#include <boost/crc.hpp>

#include <type_traits>

namespace stampede::journal {

namespace {

/// Appends numbers, the lowest byte first.
class Packer
{
public:
    template<typename Number>
    void put(Number value)
    {
        auto bits = static_cast<std::make_unsigned_t<Number>>(value);
        for (std::size_t i = 0; i < sizeof(Number); ++i) {
            m_bytes.push_back(static_cast<char>(static_cast<std::uint64_t>(bits) >> (8 * i)));
        }
    }
    void put(std::string_view bytes) { m_bytes += bytes; }
    [[nodiscard]] std::string_view bytes() const { return m_bytes; }
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

/// Takes them out again; whoever unpacks has counted the bytes before.
class Unpacker
{
public:
    explicit Unpacker(std::string_view bytes)
        : m_bytes(bytes)
    {}
    template<typename Number>
    void get(Number &value)
    {
        STAMPEDE_CHECK(m_bytes.size() >= sizeof(Number));
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < sizeof(Number); ++i) {
            bits |= std::uint64_t{static_cast<unsigned char>(m_bytes[i])} << (8 * i);
        }
        value = static_cast<Number>(bits);
        m_bytes.remove_prefix(sizeof(Number));
    }
    template<typename Number>
    Number next()
    {
        Number value{};
        get(value);
        return value;
    }
    [[nodiscard]] std::size_t left() const { return m_bytes.size(); }

private:
    std::string_view m_bytes;
};

void putOperation(Packer &out, const Operation &operation)
{
    out.put(operation.invokedNs);
    out.put(operation.returnedNs);
    out.put(operation.user);
    out.put(operation.rowId);
    out.put(operation.request);
    out.put(operation.latenessUs);
    out.put(operation.lockedUs);
    out.put(operation.wroteUs);
    out.put(operation.committedUs);
    out.put(operation.stockRead);
    out.put(operation.errorCode);
    out.put(operation.vu);
    out.put(operation.attempts);
    out.put(static_cast<std::uint8_t>(operation.outcome));
    out.put(static_cast<std::uint8_t>(operation.reason));
    out.put(std::uint8_t{0});
}

/// False where it is none that a recorder could have had.
bool getOperation(Unpacker &in, Operation &operation)
{
    in.get(operation.invokedNs);
    in.get(operation.returnedNs);
    in.get(operation.user);
    in.get(operation.rowId);
    in.get(operation.request);
    in.get(operation.latenessUs);
    in.get(operation.lockedUs);
    in.get(operation.wroteUs);
    in.get(operation.committedUs);
    in.get(operation.stockRead);
    in.get(operation.errorCode);
    in.get(operation.vu);
    in.get(operation.attempts);
    const auto outcome = in.next<std::uint8_t>();
    const auto reason = in.next<std::uint8_t>();
    const auto filler = in.next<std::uint8_t>();
    operation.outcome = static_cast<Outcome>(outcome);
    operation.reason = static_cast<UnknownReason>(reason);
    return outcome < kOutcomeCount && reason < kUnknownReasonCount && filler == 0;
}

constexpr std::size_t kLookBytes = 8 + 8 + 4 * 4;

} // namespace

std::uint32_t checksumOf(std::string_view bytes)
{
    boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true> crc;
    crc.process_bytes(bytes.data(), bytes.size());
    return static_cast<std::uint32_t>(crc.checksum());
}

std::string encodeFileHeader()
{
    Packer out;
    out.put(kMagic);
    out.put(kVersion);
    out.put(checksumOf(out.bytes()));
    return out.take();
}

std::optional<std::uint32_t> decodeFileHeader(std::string_view bytes)
{
    if (bytes.size() != kFileHeaderBytes || !bytes.starts_with(kMagic)) {
        return std::nullopt;
    }
    Unpacker in(bytes.substr(kMagic.size()));
    const auto version = in.next<std::uint32_t>();
    const auto checksum = in.next<std::uint32_t>();
    return checksum == checksumOf(bytes.substr(0, kMagic.size() + sizeof version))
               ? std::optional(version)
               : std::nullopt;
}

std::string encodeBlock(BlockKind kind, std::uint32_t number, std::string_view content)
{
    STAMPEDE_CHECK(content.size() <= kMostContentBytes);
    Packer out;
    out.put(kBlockMark);
    out.put(static_cast<std::uint32_t>(kind));
    out.put(number);
    out.put(static_cast<std::uint32_t>(content.size()));
    out.put(checksumOf(content));
    out.put(checksumOf(out.bytes()));
    out.put(content);
    return out.take();
}

std::optional<BlockHeader> decodeBlockHeader(std::string_view bytes)
{
    if (bytes.size() != kBlockHeaderBytes) {
        return std::nullopt;
    }
    Unpacker in(bytes);
    const auto mark = in.next<std::uint32_t>();
    const auto kind = in.next<std::uint32_t>();
    BlockHeader header;
    in.get(header.number);
    in.get(header.bytes);
    in.get(header.checksum);
    const auto checksum = in.next<std::uint32_t>();
    const auto last = static_cast<std::uint32_t>(BlockKind::Closing);
    if (mark != kBlockMark || kind == 0 || kind > last || header.bytes > kMostContentBytes ||
        checksum != checksumOf(bytes.substr(0, kBlockHeaderBytes - sizeof checksum))) {
        return std::nullopt;
    }
    header.kind = static_cast<BlockKind>(kind);
    return header;
}

std::string encodeLook(const Look &look)
{
    const RecordedSince &recorded = look.recorded;
    Packer out;
    out.put(look.lookedNs);
    out.put(look.epochMs);
    out.put(static_cast<std::uint32_t>(look.last ? 1 : 0));
    out.put(static_cast<std::uint32_t>(recorded.ended.size()));
    out.put(static_cast<std::uint32_t>(recorded.late.size()));
    out.put(static_cast<std::uint32_t>(recorded.inFlight.size()));
    for (const Operation &operation : recorded.ended) {
        putOperation(out, operation);
    }
    for (const Operation &operation : recorded.late) {
        putOperation(out, operation);
    }
    for (const BegunRequest &begun : recorded.inFlight) {
        out.put(begun.invokedNs);
        out.put(begun.user);
        out.put(begun.request);
        out.put(std::uint32_t{begun.vu});
    }
    return out.take();
}

std::optional<Look> decodeLook(std::string_view content)
{
    if (content.size() < kLookBytes) {
        return std::nullopt;
    }
    Unpacker in(content);
    Look look;
    in.get(look.lookedNs);
    in.get(look.epochMs);
    const auto last = in.next<std::uint32_t>();
    const std::uint64_t ended = in.next<std::uint32_t>();
    const std::uint64_t late = in.next<std::uint32_t>();
    const std::uint64_t inFlight = in.next<std::uint32_t>();
    if (last > 1 || in.left() != (ended + late) * kOperationBytes + inFlight * kBegunBytes) {
        return std::nullopt;
    }
    look.last = last == 1;
    look.recorded.ended.resize(ended);
    look.recorded.late.resize(late);
    bool possible = true;
    for (Operation &operation : look.recorded.ended) {
        possible = getOperation(in, operation) && possible;
    }
    for (Operation &operation : look.recorded.late) {
        possible = getOperation(in, operation) && possible;
    }
    for (std::uint64_t i = 0; i < inFlight; ++i) {
        BegunRequest begun;
        in.get(begun.invokedNs);
        in.get(begun.user);
        in.get(begun.request);
        begun.vu = static_cast<std::uint16_t>(in.next<std::uint32_t>());
        look.recorded.inFlight.push_back(begun);
    }
    return possible ? std::optional(std::move(look)) : std::nullopt;
}

} // namespace stampede::journal
