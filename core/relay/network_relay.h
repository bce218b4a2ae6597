// SPDX-License-Identifier: MIT
#pragma once
// relay: stands between a load and what it asks, and does to its connections what a network may do.
// Free of Qt, so that the thread sanitizer can watch it.

#include "base/result.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace stampede {

/// Where a relay listens, or what it carries to: a local socket, or a host and port.
struct RelayPlace
{
    std::string socketPath{}; ///< else empty
    std::string host{};
    std::uint16_t port = 0; ///< to listen: 0 picks one
};

/// Carries every connection that comes in to one other place, and back. One thread of its own;
/// any thread may call. A connection counts as hit where it was open at that moment.
class NetworkRelay
{
public:
    /// Listens at a local socket that is not there yet, or on the loopback at a host and port. The
    /// error says what could not be done.
    static Result<std::unique_ptr<NetworkRelay>, std::string> start(const RelayPlace &listenAt,
                                                                    const RelayPlace &target);
    /// Closes every connection.
    ~NetworkRelay();
    NetworkRelay(const NetworkRelay &) = delete;
    NetworkRelay &operator=(const NetworkRelay &) = delete;

    /// Where it listens; 0 at a local socket.
    [[nodiscard]] std::uint16_t port() const;
    /// Connections that are open through it.
    [[nodiscard]] std::size_t open() const;

    // Each returns the number of connections that it hit, and lasts until heal().

    /// Every answer comes so much later.
    std::size_t delayAnswers(std::chrono::nanoseconds delay);
    /// Closes every connection, and every one that comes at once.
    std::size_t cut();
    /// Nothing gets through any more, and nobody is told; who connects gets no word.
    std::size_t goSilent();
    /// All is well again. Connections that were silent are closed: what they missed is lost.
    void heal();

private:
    struct Parts;
    explicit NetworkRelay(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace stampede
