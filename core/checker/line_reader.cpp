// SPDX-License-Identifier: MIT
#include "checker/line_reader.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace stampede {

namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 17U;

} // namespace

LineReader::LineReader(ByteSource source, std::size_t longest)
    : m_source(std::move(source))
    , m_longest(longest)
{
    grow(kBlockBytes + kPadding);
}

void LineReader::grow(std::size_t size)
{
    void *grown = std::realloc(m_block.get(), size);
    if (grown == nullptr) {
        throw std::bad_alloc();
    }
    static_cast<void>(m_block.release());
    m_block.reset(static_cast<char *>(grown));
    m_size = size;
}

LineReader::Got LineReader::next(std::string_view &line)
{
    ++m_number;
    std::size_t scanned = 0; ///< bytes from m_begin that hold no line feed
    bool tooLong = false;
    for (;;) {
        const char *from = m_block.get() + m_begin;
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
    if (m_failed || m_isTooMuch) {
        return m_failed ? Got::Failed : Got::TooMuch;
    }
    if (m_begin == m_end && !tooLong) {
        return Got::End;
    }
    line = {m_block.get() + m_begin, m_end - m_begin};
    m_begin = m_end;
    return tooLong ? Got::TooLong : Got::Line;
}

bool LineReader::more()
{
    if (m_ended) {
        return false;
    }
    makeRoom();
    const std::ptrdiff_t count = m_source(m_block.get() + m_end, m_size - kPadding - m_end);
    m_failed = count < 0;
    m_ended = count <= 0;
    if (count > 0 && static_cast<std::uint64_t>(count) > m_allowed) {
        m_isTooMuch = true;
        m_ended = true;
    } else if (count > 0) {
        m_allowed -= static_cast<std::uint64_t>(count);
        m_end += static_cast<std::size_t>(count);
        std::memset(m_block.get() + m_end, 0, kPadding); // read, and means nothing
    }
    return !m_ended;
}

void LineReader::makeRoom()
{
    if (m_begin == m_end) {
        m_begin = m_end = 0;
    }
    if (m_end + kPadding < m_size) {
        return;
    }
    if (m_begin > 0) {
        std::memmove(m_block.get(), m_block.get() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    } else {
        // No line that is handed out is longer.
        grow(std::min((m_size - kPadding) * 2, m_longest + kBlockBytes) + kPadding);
    }
}

} // namespace stampede
