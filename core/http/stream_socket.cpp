// SPDX-License-Identifier: MIT
#include "http/stream_socket.h"

#include "http/answer.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

namespace stampede {

namespace {

/// "localhost" is both loopbacks (RFC 6761), also where the file of hosts knows one of them only.
void addBothLoopbacks(std::vector<SocketAddress> &addresses, std::uint16_t port)
{
    const auto has = [&addresses](int family) {
        return std::any_of(addresses.begin(), addresses.end(),
                           [family](const auto &one) { return one.storage.ss_family == family; });
    };
    const auto add = [&addresses](const auto &address) {
        SocketAddress &added = addresses.emplace_back();
        std::memcpy(&added.storage, &address, sizeof(address));
        added.size = sizeof(address);
    };
    if (!has(AF_INET)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        add(address);
    }
    if (!has(AF_INET6)) {
        sockaddr_in6 address{};
        address.sin6_family = AF_INET6;
        address.sin6_port = htons(port);
        address.sin6_addr = in6addr_loopback;
        add(address);
    }
}

} // namespace

Result<std::vector<SocketAddress>, std::string> resolve(const std::string &host, std::uint16_t port)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    // Without AI_ADDRCONFIG, which leaves ::1 out where the loopback alone has IPv6.
    hints.ai_flags = AI_NUMERICSERV;
    addrinfo *found = nullptr;
    const int error = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found);
    if (error != 0) {
        return Failure{std::string(gai_strerror(error))};
    }
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> list(found, freeaddrinfo);
    std::vector<SocketAddress> addresses;
    for (const addrinfo *entry = found; entry != nullptr; entry = entry->ai_next) {
        SocketAddress &address = addresses.emplace_back();
        std::memcpy(&address.storage, entry->ai_addr, entry->ai_addrlen);
        address.size = entry->ai_addrlen;
    }
    if (lowered(host) == "localhost") {
        addBothLoopbacks(addresses, port);
    }
    return addresses;
}

SocketAddress addressOfSocket(const std::string &path)
{
    sockaddr_un named{};
    named.sun_family = AF_UNIX;
    path.copy(named.sun_path, sizeof(named.sun_path) - 1);
    SocketAddress address;
    std::memcpy(&address.storage, &named, sizeof(named));
    address.size = sizeof(named);
    return address;
}

bool isLoopback(const SocketAddress &address)
{
    if (address.storage.ss_family == AF_INET) {
        sockaddr_in ip{};
        std::memcpy(&ip, &address.storage, sizeof(ip));
        return (ntohl(ip.sin_addr.s_addr) >> 24U) == 127U;
    }
    sockaddr_in6 ip{};
    std::memcpy(&ip, &address.storage, sizeof(ip));
    return address.storage.ss_family == AF_INET6 &&
           std::memcmp(&ip.sin6_addr, &in6addr_loopback, sizeof(in6_addr)) == 0;
}

StreamSocket::StreamSocket(StreamSocket &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{}

StreamSocket &StreamSocket::operator=(StreamSocket &&other) noexcept
{
    if (this != &other) {
        close();
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

int StreamSocket::connect(const SocketAddress &address)
{
    close();
    if (address.storage.ss_family == AF_UNIX) {
        return connectLocally(address);
    }
    m_descriptor =
        socket(address.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP);
    if (m_descriptor < 0) {
        return errno;
    }
    const int on = 1;
    static_cast<void>(setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)));
    sockaddr_storage to = address.storage;
    if (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&to), address.size) == 0 ||
        errno == EINPROGRESS) {
        return 0;
    }
    const int error = errno;
    close();
    return error;
}

/// A Unix socket connects at once, or refuses where its queue is full, and tells of no moment when
/// it would not: that moment is waited for.
int StreamSocket::connectLocally(const SocketAddress &address)
{
    m_descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (m_descriptor < 0) {
        return errno;
    }
    const timeval bound{0, 100'000};
    static_cast<void>(setsockopt(m_descriptor, SOL_SOCKET, SO_SNDTIMEO, &bound, sizeof(bound)));
    sockaddr_storage to = address.storage;
    if (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&to), address.size) == 0 &&
        fcntl(m_descriptor, F_SETFL, O_NONBLOCK) == 0) {
        return 0;
    }
    const int error = errno;
    close();
    return error;
}

int StreamSocket::connectError() const
{
    int error = 0;
    socklen_t size = sizeof(error);
    return getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

Transfer StreamSocket::send(std::string_view bytes) const
{
    Transfer transfer;
    while (transfer.bytes < bytes.size()) {
        const ssize_t sent = ::send(m_descriptor, bytes.data() + transfer.bytes,
                                    bytes.size() - transfer.bytes, MSG_NOSIGNAL);
        if (sent >= 0) {
            transfer.bytes += static_cast<std::size_t>(sent);
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            break;
        } else if (errno != EINTR) {
            transfer.error = errno;
            break;
        }
    }
    return transfer;
}

Transfer StreamSocket::receive(char *buffer, std::size_t size) const
{
    for (;;) {
        const ssize_t got = recv(m_descriptor, buffer, size, 0);
        if (got > 0) {
            return {static_cast<std::size_t>(got)};
        }
        if (got == 0) {
            return {0, 0, true};
        }
        if (errno == EAGAIN || errno == EWOULDBLOCK) {
            return {};
        }
        if (errno != EINTR) {
            return {0, errno};
        }
    }
}

void StreamSocket::close() noexcept
{
    if (m_descriptor >= 0) {
        static_cast<void>(::close(m_descriptor));
        m_descriptor = -1;
    }
}

} // namespace stampede
