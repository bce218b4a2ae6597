// SPDX-License-Identifier: MIT
#pragma once

#include "http/poller.h"
#include "http/response_reader.h"
#include "http/stream_socket.h"
#include "http/tls.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stampede {

/// One connection to the service, with or without TLS, for one request after the other. Never waits
/// and never asks twice: what a request met is told, and what to do then is decided elsewhere. It
/// watches its own socket under its own address. One thread.
class ClientConnection
{
public:
    enum class State
    {
        Closed,
        Opening, ///< connecting, or shaking hands
        Idle,    ///< open, nothing is asked
        Busy,    ///< a request is on its way
    };
    enum class Event
    {
        None,
        Opened,
        OpenFailed, ///< error() says why; closed
        Answered,   ///< the answer was read; Idle, or closed where it cannot be used again
        Wrong,      ///< something came that is no answer; closed
        Lost,       ///< closed while a request was on its way
        IdleClosed, ///< closed while nothing was asked
    };
    /// Who is told of its events.
    struct Owner
    {
        bool isLate = false; ///< index of a late line, else of a virtual user
        std::uint32_t index = 0;
        bool isAside = false; ///< of a virtual user, to where a step leads that is elsewhere
    };

    ClientConnection(const std::vector<std::string> &wantedHeaders, Owner owner);

    /// Begins to open it. `tls` may be null. Opened, OpenFailed, or None while it goes on.
    Event open(const SocketAddress &address, TlsContext *tls, const std::string &host,
               const Poller &readiness);
    /// Sends a request; the connection is Idle. None, or Lost.
    Event ask(std::string_view request, bool toHead, const Poller &readiness);
    /// The socket is ready. `scratch` is used up to the end of the call.
    Event ready(std::uint32_t events, std::span<char> scratch, const Poller &readiness);
    void close();

    [[nodiscard]] State state() const { return m_state; }
    /// Whether the kernel has taken a byte of the latest request.
    [[nodiscard]] bool hasHandedOver() const { return m_handedOver; }
    /// Whether it has taken all of it.
    [[nodiscard]] bool hasSentAll() const { return m_outgoing.empty(); }
    [[nodiscard]] const ResponseReader &reader() const { return m_reader; }
    /// Why it could not be opened, or what TLS said when it ended; empty for nothing.
    [[nodiscard]] const std::string &error() const { return m_error; }
    [[nodiscard]] Owner owner() const { return m_owner; }
    void setOwner(Owner owner) { m_owner = owner; }

private:
    Event failOpening(std::string why);
    Event connected(TlsContext *tls);
    Event shakeHands(const Poller &readiness);
    Event receive(bool peerClosed, std::span<char> scratch, const Poller &readiness);
    Event takeEncrypted(std::string_view bytes, std::span<char> plain, bool peerClosed,
                        const Poller &readiness);
    Event takePlain(std::string_view bytes, bool peerClosed);
    Event takeEnd();
    /// Hands over what is outgoing. False where the connection is gone.
    bool flush(const Poller &readiness);

    ResponseReader m_reader;
    StreamSocket m_socket;
    std::unique_ptr<TlsLine> m_tls;
    TlsContext *m_tlsContext = nullptr;
    std::string m_host;
    std::string m_outgoing; ///< not yet taken by the kernel
    std::string m_error;
    Owner m_owner;
    State m_state = State::Closed;
    bool m_handedOver = false;
    bool m_watchesWriting = false;
};

} // namespace stampede
