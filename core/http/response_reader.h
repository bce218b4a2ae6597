// SPDX-License-Identifier: MIT
#pragma once

#include "http/answer.h"

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace stampede {

/// Reads answers of one connection, whatever a peer sends. Keeps its buffers from one answer to the
/// next. One thread.
class ResponseReader
{
public:
    static constexpr std::size_t kMostHeaderBytes = 65'536;
    static constexpr std::size_t kMostKeptBody = 1'048'576;
    static constexpr std::size_t kMostBody = 16'777'216;
    static constexpr std::size_t kMostShown = 200; ///< bytes of an answer that nobody understands

    enum class Progress
    {
        More,  ///< the answer goes on
        Done,  ///< it was read to its end
        Wrong, ///< it is no answer of HTTP, or beyond the limits
    };

    /// `wanted`: lower-case names of headers to take the values of. Of several with one name the
    /// last counts, but of set-cookie all do, with a line end between them.
    explicit ResponseReader(const std::vector<std::string> &wanted);
    ~ResponseReader();
    ResponseReader(const ResponseReader &) = delete;
    ResponseReader &operator=(const ResponseReader &) = delete;

    /// The next answer begins. `toHead`: it answers a HEAD and has no body.
    void begin(bool toHead);
    /// Takes what has been received. Interim answers (1xx) are passed over.
    Progress take(std::string_view bytes);
    /// The peer has closed: the end of an answer that has no other end, else More.
    Progress ended();

    /// After Done.
    [[nodiscard]] ServiceAnswer answer() const;
    /// Whether the connection can be used again: the peer said so, the answer has an end of its
    /// own, and nothing came behind it.
    [[nodiscard]] bool keepsAlive() const;
    /// Whether anything of the answer has come.
    [[nodiscard]] bool hasBegun() const;
    /// Status (0 where there was none) and first bytes of what could not be read; after Wrong.
    [[nodiscard]] int wrongStatus() const;
    [[nodiscard]] std::string_view firstBytes() const;

private:
    struct Parsing;
    std::unique_ptr<Parsing> m_parsing;
};

} // namespace stampede
