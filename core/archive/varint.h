// SPDX-License-Identifier: MIT
#pragma once
// archive: every run that was made, kept in one file with its record and its history until somebody
// deletes it; and what sets kept runs apart.

#include <QByteArray>
#include <QtEndian>

#include <cstdint>
#include <span>
#include <vector>

namespace stampede {

/// Signed numbers near zero become small unsigned ones: 0, −1, 1, −2 … are 0, 1, 2, 3 …
constexpr std::uint64_t zigzag(std::int64_t value)
{
    return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}
constexpr std::int64_t unzigzag(std::uint64_t value)
{
    return static_cast<std::int64_t>((value >> 1U) ^ (~(value & 1U) + 1));
}
/// How far `value` lies from `before`; the sum wraps around, so that every pair has one.
constexpr std::uint64_t stepFrom(std::int64_t before, std::int64_t value)
{
    return zigzag(static_cast<std::int64_t>(static_cast<std::uint64_t>(value) -
                                            static_cast<std::uint64_t>(before)));
}
constexpr std::int64_t stepped(std::int64_t before, std::uint64_t step)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(before) +
                                     static_cast<std::uint64_t>(unzigzag(step)));
}

/// Appends a number, seven bits a byte, the lowest first.
inline void putVarint(QByteArray &out, std::uint64_t value)
{
    constexpr std::uint64_t kMore = 0x80;
    while (value >= kMore) {
        out.append(static_cast<char>(value | kMore));
        value >>= 7U;
    }
    out.append(static_cast<char>(value));
}

/// Reads what putVarint() wrote. After a number that is cut off or too long, ok() is false and
/// every further one is 0.
class VarintReader
{
public:
    explicit VarintReader(const QByteArray &bytes)
        : m_bytes(bytes)
    {}
    std::uint64_t next();
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }

private:
    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    bool m_ok = true;
};

inline std::uint64_t VarintReader::next()
{
    constexpr unsigned kMostShift = 63;
    std::uint64_t value = 0;
    for (unsigned shift = 0; m_ok; shift += 7) {
        if (m_at == m_bytes.size() || shift > kMostShift) {
            m_ok = false;
            break;
        }
        const auto byte = static_cast<unsigned char>(m_bytes[m_at++]);
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if (byte < 0x80U) {
            return value;
        }
    }
    return 0;
}

/// What qCompress() made `bytes` of, empty where it did not, or where that would be more than
/// `most` bytes: how long it is stands in front and would be believed.
inline QByteArray uncompressed(const QByteArray &bytes, std::uint32_t most)
{
    constexpr qsizetype kSizeBytes = 4;
    const bool isPossible =
        bytes.size() > kSizeBytes && qFromBigEndian<std::uint32_t>(bytes.constData()) <= most;
    return isPossible ? qUncompress(bytes) : QByteArray();
}

/// Long lists of numbers as their steps.
inline QByteArray packed(std::span<const std::int64_t> values)
{
    QByteArray out;
    std::int64_t before = 0;
    putVarint(out, values.size());
    for (const std::int64_t value : values) {
        putVarint(out, stepFrom(before, value));
        before = value;
    }
    return out;
}

/// False where these are no such bytes.
inline bool unpack(const QByteArray &bytes, std::vector<std::int64_t> &values)
{
    VarintReader reader(bytes);
    const std::uint64_t size = reader.next();
    if (!reader.ok() || size > static_cast<std::uint64_t>(bytes.size())) {
        return false;
    }
    values.resize(size);
    std::int64_t before = 0;
    for (std::int64_t &value : values) {
        before = stepped(before, reader.next());
        value = before;
    }
    return reader.ok() && reader.atEnd();
}

} // namespace stampede
