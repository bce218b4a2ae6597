// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <vector>

namespace stampede {

/// One address of a host.
struct SocketAddress
{
    sockaddr_storage storage{};
    socklen_t size = 0;
};

/// Looks a host up. Blocks. The error is the resolver's own words.
Result<std::vector<SocketAddress>, std::string> resolve(const std::string &host,
                                                        std::uint16_t port);
/// The address of a Unix socket; its path has at most 107 bytes.
SocketAddress addressOfSocket(const std::string &path);
/// Whether it is an address of this machine's loopback.
bool isLoopback(const SocketAddress &address);

/// What became of a call that must not wait.
struct Transfer
{
    std::size_t bytes = 0;
    int error = 0;      ///< errno; 0 where it went well, also where there was nothing to do
    bool ended = false; ///< the peer closed its side
};

/// A connection by TCP or a Unix socket that never makes its thread wait, but for the moment in
/// which the queue of a Unix socket is full. Closed by the destructor.
class StreamSocket
{
public:
    StreamSocket() = default;
    ~StreamSocket() { close(); }
    StreamSocket(StreamSocket &&other) noexcept;
    StreamSocket &operator=(StreamSocket &&other) noexcept;
    StreamSocket(const StreamSocket &) = delete;
    StreamSocket &operator=(const StreamSocket &) = delete;

    /// Begins to connect: 0, or errno.
    int connect(const SocketAddress &address);
    /// Once it can be written: whether it is connected, else errno.
    [[nodiscard]] int connectError() const;
    /// Hands bytes to the kernel; fewer than all where it takes no more now.
    [[nodiscard]] Transfer send(std::string_view bytes) const;
    [[nodiscard]] Transfer receive(char *buffer, std::size_t size) const;
    void close() noexcept;
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }

private:
    int connectLocally(const SocketAddress &address);
    int m_descriptor = -1;
};

} // namespace stampede
