// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <limits>
#include <memory>
#include <string_view>

namespace stampede {

/// Writes at most `size` bytes to `to` and returns how many; 0 at the end, negative where reading
/// failed or was given up.
using ByteSource = std::function<std::ptrdiff_t(char *to, std::size_t size)>;

/// Cuts a stream of bytes into lines. Holds one block, or the longest line if that is longer.
class LineReader
{
public:
    /// So many bytes after a line may be read, whatever they are.
    static constexpr std::size_t kPadding = 64;

    enum class Got
    {
        Line,
        TooLong, ///< more than `longest` bytes: left out
        TooMuch, ///< more than was allowed for; ends the reading
        End,
        Failed ///< the source failed; ends the reading
    };

    LineReader(ByteSource source, std::size_t longest);

    /// From here on so many bytes at most, and what has been read ahead. At first no limit.
    void allow(std::uint64_t bytes) { m_allowed = bytes; }

    /// The next line without its line feed. It lives until the next call.
    [[nodiscard]] Got next(std::string_view &line);
    /// Of the line that came last, from 1.
    [[nodiscard]] std::int64_t number() const { return m_number; }

private:
    [[nodiscard]] bool more();
    void makeRoom();
    void grow(std::size_t size);

    ByteSource m_source;
    std::size_t m_longest;
    /// Grown in place where the system can: a copy would take as much again.
    std::unique_ptr<char, decltype(&std::free)> m_block{nullptr, &std::free};
    std::size_t m_size = 0;  ///< of the block
    std::size_t m_begin = 0; ///< of what has not been handed out
    std::size_t m_end = 0;
    std::int64_t m_number = 0;
    std::uint64_t m_allowed = std::numeric_limits<std::uint64_t>::max(); ///< that are left
    bool m_isTooMuch = false;
    bool m_ended = false;
    bool m_failed = false;
};

} // namespace stampede
