#include "judge/line_reader.h"

#include <cstring>
#include <utility>

namespace stampede {

namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 17U;

} // namespace

LineReader::LineReader(ByteSource source, std::size_t longest)
    : m_source(std::move(source))
    , m_longest(longest)
    , m_block(kBlockBytes + kPadding)
{}

LineReader::Got LineReader::next(std::string_view &line)
{
    ++m_number;
    std::size_t scanned = 0; ///< bytes from m_begin that hold no line feed
    bool tooLong = false;
    for (;;) {
        const char *from = m_block.data() + m_begin;
        const void *feed = std::memchr(from + scanned, '\n', m_end - m_begin - scanned);
        if (feed != nullptr) {
            const auto length = static_cast<std::size_t>(static_cast<const char *>(feed) - from);
            m_begin += length + 1;
            line = {from, length};
            return tooLong || length > m_longest ? Got::TooLong : Got::Line;
        }
        scanned = m_end - m_begin;
        if (scanned > m_longest) {
            tooLong = true;
            m_begin = m_end;
            scanned = 0;
        }
        if (!more()) {
            break;
        }
    }
    if (m_failed) {
        return Got::Failed;
    }
    if (m_begin == m_end && !tooLong) {
        return Got::End;
    }
    line = {m_block.data() + m_begin, m_end - m_begin};
    m_begin = m_end;
    return tooLong ? Got::TooLong : Got::Line;
}

bool LineReader::more()
{
    if (m_ended) {
        return false;
    }
    makeRoom();
    const std::ptrdiff_t count =
        m_source(m_block.data() + m_end, m_block.size() - kPadding - m_end);
    m_failed = count < 0;
    m_ended = count <= 0;
    if (count > 0) {
        m_end += static_cast<std::size_t>(count);
    }
    return !m_ended;
}

void LineReader::makeRoom()
{
    if (m_begin == m_end) {
        m_begin = m_end = 0;
    }
    if (m_end + kPadding < m_block.size()) {
        return;
    }
    if (m_begin > 0) {
        std::memmove(m_block.data(), m_block.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    } else {
        m_block.resize((m_block.size() - kPadding) * 2 + kPadding);
    }
}

} // namespace stampede
