// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

struct ssl_ctx_st;
struct ssl_st;

namespace stampede::test {

/// One connection as the service sees it. One thread.
class PeerLine
{
public:
    PeerLine(int descriptor, ssl_st *tls, const std::atomic<bool> &stop);

    /// The next request, head and body; nothing where the other side has closed.
    std::optional<std::string> request();
    /// False where the other side is gone.
    bool say(std::string_view bytes);
    /// Closes so that the other side gets a reset.
    void reset();
    void close();
    /// Waits until it is true or the peer is stopped.
    void await(const std::function<bool()> &condition) const;
    [[nodiscard]] bool isStopped() const { return m_stop; }

private:
    long receive(char *buffer, std::size_t size);

    int m_descriptor;
    ssl_st *m_tls;
    const std::atomic<bool> &m_stop;
    std::string m_received;
};

/// A service of a test: does with every connection what its script says, on 127.0.0.1 and a free
/// port. Each connection has a thread.
class Peer
{
public:
    using Script = std::function<void(PeerLine &)>;
    /// `tls`: null for plain connections; not owned.
    explicit Peer(Script script, ssl_ctx_st *tls = nullptr);
    ~Peer();
    Peer(const Peer &) = delete;
    Peer &operator=(const Peer &) = delete;

    [[nodiscard]] std::string url(const std::string &path = "/") const;
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] int connections() const { return m_connections; }
    /// Takes no connection any more.
    void stopListening();

private:
    void listen();
    void serve(int descriptor);

    Script m_script;
    ssl_ctx_st *m_tls;
    int m_listener = -1;
    int m_port = 0;
    std::atomic<bool> m_stop{false};
    std::atomic<int> m_connections{0};
    std::mutex m_mutex; ///< guards the two below
    std::vector<std::thread> m_threads;
    bool m_listening = true;
    std::thread m_accepting;
};

/// An answer with a length.
std::string answer(int status, std::string_view body = {}, std::string_view headers = {});

} // namespace stampede::test
