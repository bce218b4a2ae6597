// SPDX-License-Identifier: MIT
#include "peer.h"

#include <QTest>

#include <openssl/ssl.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>

namespace stampede::test {

namespace {

constexpr int kLookAgainMs = 20;

bool isReady(int descriptor, short events, const std::atomic<bool> &stop)
{
    pollfd waiting{descriptor, events, 0};
    while (!stop) {
        if (poll(&waiting, 1, kLookAgainMs) > 0) {
            return true;
        }
    }
    return false;
}

std::size_t bodyLength(std::string_view head)
{
    constexpr std::string_view kName = "Content-Length: ";
    const std::size_t at = head.find(kName);
    return at == std::string_view::npos
               ? 0
               : std::stoul(std::string(head.substr(at + kName.size(), 12)));
}

} // namespace

PeerLine::PeerLine(int descriptor, ssl_st *tls, const std::atomic<bool> &stop)
    : m_descriptor(descriptor)
    , m_tls(tls)
    , m_stop(stop)
{}

long PeerLine::receive(char *buffer, std::size_t size)
{
    if (m_descriptor < 0) {
        return 0;
    }
    const bool waiting = m_tls != nullptr && SSL_pending(m_tls) > 0;
    if (!waiting && !isReady(m_descriptor, POLLIN, m_stop)) {
        return 0;
    }
    return m_tls != nullptr ? SSL_read(m_tls, buffer, static_cast<int>(size))
                            : recv(m_descriptor, buffer, size, 0);
}

std::optional<std::string> PeerLine::request()
{
    std::array<char, 4096> buffer{};
    for (;;) {
        const std::size_t end = m_received.find("\r\n\r\n");
        if (end != std::string::npos) {
            const std::size_t whole = end + 4 + bodyLength(m_received.substr(0, end));
            if (m_received.size() >= whole) {
                std::string request = m_received.substr(0, whole);
                m_received.erase(0, whole);
                return request;
            }
        }
        const long got = receive(buffer.data(), buffer.size());
        if (got <= 0) {
            return std::nullopt;
        }
        m_received.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

bool PeerLine::say(std::string_view bytes)
{
    while (!bytes.empty() && m_descriptor >= 0) {
        if (!isReady(m_descriptor, POLLOUT, m_stop)) {
            return false;
        }
        const long sent =
            m_tls != nullptr
                ? SSL_write(m_tls, bytes.data(), static_cast<int>(bytes.size()))
                : send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && m_tls == nullptr && (errno == EAGAIN || errno == EINTR)) {
            continue;
        }
        if (sent <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return m_descriptor >= 0;
}

void PeerLine::reset()
{
    const linger now{1, 0};
    static_cast<void>(setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof(now)));
    close();
}

void PeerLine::close()
{
    if (m_descriptor >= 0) {
        static_cast<void>(::close(m_descriptor));
        m_descriptor = -1;
    }
}

void PeerLine::await(const std::function<bool()> &condition) const
{
    while (!m_stop && !condition()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

Peer::Peer(Script script, ssl_ctx_st *tls)
    : m_script(std::move(script))
    , m_tls(tls)
    , m_listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN)); // of OpenSSL's writes
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto *const plain = reinterpret_cast<sockaddr *>(&address);
    if (bind(m_listener, plain, size) != 0 || ::listen(m_listener, 4096) != 0 ||
        getsockname(m_listener, plain, &size) != 0) {
        qFatal("cannot listen on 127.0.0.1");
    }
    m_port = ntohs(address.sin_port);
    m_accepting = std::thread([this] { listen(); });
}

Peer::~Peer()
{
    m_stop = true;
    m_accepting.join();
    stopListening();
    for (std::thread &thread : m_threads) {
        thread.join();
    }
}

void Peer::stopListening()
{
    const std::lock_guard lock(m_mutex);
    if (m_listening) {
        m_listening = false;
        static_cast<void>(shutdown(m_listener, SHUT_RDWR));
        static_cast<void>(::close(m_listener));
    }
}

void Peer::listen()
{
    while (isReady(m_listener, POLLIN, m_stop)) {
        const std::lock_guard lock(m_mutex);
        if (!m_listening) {
            return;
        }
        const int descriptor = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (descriptor >= 0) {
            ++m_connections;
            m_threads.emplace_back([this, descriptor] { serve(descriptor); });
        }
    }
}

void Peer::serve(int descriptor)
{
    SSL *const tls = m_tls == nullptr ? nullptr : SSL_new(m_tls);
    if (tls != nullptr) {
        SSL_set_fd(tls, descriptor);
    }
    PeerLine line(descriptor, tls, m_stop);
    if (tls == nullptr || SSL_accept(tls) == 1) {
        m_script(line);
    }
    SSL_free(tls);
    line.close();
}

std::string Peer::url(const std::string &path) const
{
    return (m_tls == nullptr ? "http" : "https") + std::string("://127.0.0.1:") +
           std::to_string(m_port) + path;
}

std::string answer(int status, std::string_view body, std::string_view headers)
{
    return "HTTP/1.1 " + std::to_string(status) +
           " X\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + std::string(headers) +
           "\r\n" + std::string(body);
}

} // namespace stampede::test
