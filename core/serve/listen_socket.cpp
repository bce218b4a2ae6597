// SPDX-License-Identifier: MIT
#include "serve/listen_socket.h"

#include "serve/serve_text.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <cerrno>
#include <cstring>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace stampede {

namespace {

union SocketAddress {
    sockaddr any;
    sockaddr_in v4;
    sockaddr_in6 v6;
};

socklen_t fill(SocketAddress &to, const ListenAddress &address)
{
    std::memset(&to, 0, sizeof to);
    const QHostAddress host(address.host);
    if (host.protocol() == QAbstractSocket::IPv6Protocol) {
        to.v6.sin6_family = AF_INET6;
        to.v6.sin6_port = htons(address.port);
        const Q_IPV6ADDR bytes = host.toIPv6Address();
        std::memcpy(&to.v6.sin6_addr, &bytes, sizeof bytes);
        return sizeof to.v6;
    }
    to.v4.sin_family = AF_INET;
    to.v4.sin_port = htons(address.port);
    to.v4.sin_addr.s_addr = htonl(host.toIPv4Address());
    return sizeof to.v4;
}

Failure<RunError> cannotListen(const ListenAddress &address, int error)
{
    const QString place = address.url().mid(static_cast<qsizetype>(std::strlen("http://")));
    if (error == EADDRINUSE) {
        return Failure{
            RunError{ExitCode::Unreachable,
                     ServeText::tr("Another program listens at %1. End it, or choose another port: "
                                   "--listen 127.0.0.1:0 takes one that is free.")
                         .arg(place),
                     {}}};
    }
    return Failure{
        RunError{ExitCode::Unreachable,
                 ServeText::tr("Nobody can listen at %1: %2.").arg(place, qt_error_string(error)),
                 {}}};
}

} // namespace

ListenSocket::ListenSocket(int descriptor, ListenAddress address)
    : m_descriptor(descriptor)
    , m_address(std::move(address))
{}

ListenSocket::ListenSocket(ListenSocket &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_address(std::move(other.m_address))
{}

ListenSocket::~ListenSocket()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

int ListenSocket::release()
{
    return std::exchange(m_descriptor, -1);
}

Result<ListenSocket, RunError> ListenSocket::take(const ListenAddress &address,
                                                  const std::string &token)
{
    if (!address.isLoopback() && token.empty()) {
        return Failure{RunError{
            ExitCode::Usage,
            ServeText::tr("Others can reach %1, and could use up the coupons. Set "
                          "STAMPEDE_API_TOKEN to a secret that every request must then carry, or "
                          "listen at 127.0.0.1.")
                .arg(address.host),
            {}}};
    }
    SocketAddress bound;
    socklen_t length = fill(bound, address);
    const int descriptor =
        ::socket(bound.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0) {
        return cannotListen(address, errno);
    }
    ListenSocket taken(descriptor, address);
    const int yes = 1;
    ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (::bind(descriptor, &bound.any, length) != 0 ||
        ::getsockname(descriptor, &bound.any, &length) != 0 ||
        ::listen(descriptor, SOMAXCONN) != 0) {
        return cannotListen(address, errno);
    }
    // The port stands at the same place for both families.
    taken.m_address.port = ntohs(bound.v4.sin_port);
    return taken;
}

} // namespace stampede
