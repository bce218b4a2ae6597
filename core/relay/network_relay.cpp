// SPDX-License-Identifier: MIT
#include "relay/network_relay.h"

#include "relay/relay_link.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>
#include <functional>
#include <future>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include <unistd.h>

namespace stampede {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Local = asio::local::stream_protocol;
using Endpoint = RelayLink::Protocol::endpoint;

constexpr int kBacklog = 4096;
/// How long to rest where the system has no descriptor left for one more connection.
constexpr std::chrono::milliseconds kOutOfDescriptors(20);
/// And where somebody else has the port for a moment.
constexpr std::chrono::milliseconds kPortAgain(5);

/// What the relay does to connections.
enum class Mood
{
    Well,
    Cut,
    Silent
};

Result<Endpoint, std::string> endpointOf(asio::io_context &context, const RelayPlace &place)
{
    if (!place.socketPath.empty()) {
        return Endpoint(Local::endpoint(place.socketPath));
    }
    error_code error;
    tcp::resolver resolver(context);
    const auto found = resolver.resolve(place.host, std::to_string(place.port), error);
    if (error || found.empty()) {
        return Failure{place.host + ": " + error.message()};
    }
    // Of several addresses the first that somebody listens at.
    for (const auto &each : found) {
        tcp::socket probe(context);
        probe.connect(each.endpoint(), error);
        if (found.size() == 1 || !error) {
            return Endpoint(each.endpoint());
        }
    }
    return Failure{place.host + ": " + error.message()};
}

/// Binds an acceptor without listening yet: whoever connects to a port is refused.
template<typename Acceptor, typename Address>
error_code bindTo(Acceptor &acceptor, const Address &at)
{
    error_code error;
    acceptor.open(at.protocol(), error);
    if (!error) { // also while connections of before are still being closed
        acceptor.set_option(asio::socket_base::reuse_address(true), error);
    }
    if (!error) {
        acceptor.bind(at, error);
    }
    return error;
}

/// Opens an acceptor, or says why it cannot be.
template<typename Acceptor, typename Address>
std::optional<std::string> listen(Acceptor &acceptor, const Address &at)
{
    error_code error = bindTo(acceptor, at);
    if (!error) {
        acceptor.listen(kBacklog, error);
    }
    return error ? std::optional(error.message()) : std::nullopt;
}

} // namespace

struct NetworkRelay::Parts
{
    asio::io_context context;
    Endpoint target;
    Local::acceptor localAcceptor{context};
    tcp::acceptor tcpAcceptor{context};
    asio::steady_timer rest{context};
    std::string socketPath;
    std::uint16_t port = 0;
    std::optional<tcp::endpoint> refusedAt; ///< where nobody listens for now

    // The thread's alone.
    Mood mood = Mood::Well;
    std::chrono::nanoseconds delay{0};
    std::vector<std::shared_ptr<RelayLink>> links;

    std::thread thread;

    std::optional<std::string> listenAt(const RelayPlace &place);
    template<typename Acceptor>
    void accept(Acceptor &acceptor);
    void take(RelayLink::Socket client);
    void forgetClosed();
    /// Whoever connects to the port is refused from now on; the port stays ours.
    void refuse();
    /// The port is listened at again.
    void admit();
    /// Runs `work` in the thread and waits for what it returns.
    std::size_t call(const std::function<std::size_t()> &work);
};

std::optional<std::string> NetworkRelay::Parts::listenAt(const RelayPlace &place)
{
    if (!place.socketPath.empty()) {
        socketPath = place.socketPath;
        auto failed = listen(localAcceptor, Local::endpoint(place.socketPath));
        if (!failed) {
            accept(localAcceptor);
        }
        return failed;
    }
    error_code error;
    const auto address = asio::ip::make_address(place.host, error);
    if (error) {
        return error.message();
    }
    auto failed = listen(tcpAcceptor, tcp::endpoint(address, place.port));
    if (!failed) {
        port = tcpAcceptor.local_endpoint(error).port();
        accept(tcpAcceptor);
    }
    return failed;
}

template<typename Acceptor>
void NetworkRelay::Parts::accept(Acceptor &acceptor)
{
    acceptor.async_accept([this, &acceptor](const error_code &error, auto socket) {
        if (error == asio::error::operation_aborted) {
            return;
        }
        if (error) {
            rest.expires_after(kOutOfDescriptors);
            rest.async_wait([this, &acceptor](const error_code &stopped) {
                if (!stopped) {
                    accept(acceptor);
                }
            });
            return;
        }
        take(RelayLink::Socket(std::move(socket)));
        accept(acceptor);
    });
}

void NetworkRelay::Parts::take(RelayLink::Socket client)
{
    forgetClosed();
    if (mood == Mood::Cut) {
        return; // closed with the socket
    }
    auto link = std::make_shared<RelayLink>(context, std::move(client));
    links.push_back(link);
    if (mood == Mood::Silent) {
        link->goSilent();
        return;
    }
    link->setDelay(delay);
    link->begin(target);
}

void NetworkRelay::Parts::refuse()
{
    if (refusedAt || !tcpAcceptor.is_open()) {
        return; // a socket in a folder: connections are closed as they come
    }
    error_code ignored;
    rest.cancel(); // of an acceptor that is gone
    refusedAt = tcpAcceptor.local_endpoint(ignored);
    tcpAcceptor.close(ignored);
    if (bindTo(tcpAcceptor, *refusedAt)) {
        tcpAcceptor.close(ignored); // admit() tries again
    }
}

void NetworkRelay::Parts::admit()
{
    if (!refusedAt) {
        return;
    }
    error_code error;
    if (!tcpAcceptor.is_open()) {
        error = bindTo(tcpAcceptor, *refusedAt);
    }
    if (!error) {
        tcpAcceptor.listen(kBacklog, error);
    }
    if (!error) {
        refusedAt.reset();
        return accept(tcpAcceptor);
    }
    error_code ignored;
    tcpAcceptor.close(ignored); // somebody has the port for the moment
    rest.expires_after(kPortAgain);
    rest.async_wait([this](const error_code &stopped) {
        if (!stopped && mood != Mood::Cut) {
            admit();
        }
    });
}

void NetworkRelay::Parts::forgetClosed()
{
    std::erase_if(links, [](const auto &link) { return !link->isOpen(); });
}

std::size_t NetworkRelay::Parts::call(const std::function<std::size_t()> &work)
{
    std::promise<std::size_t> done;
    asio::post(context, [&] {
        forgetClosed();
        done.set_value(work());
    });
    return done.get_future().get();
}

Result<std::unique_ptr<NetworkRelay>, std::string> NetworkRelay::start(const RelayPlace &listenAt,
                                                                       const RelayPlace &target)
{
    auto parts = std::make_unique<Parts>();
    auto endpoint = endpointOf(parts->context, target);
    if (!endpoint) {
        return Failure{endpoint.error()};
    }
    parts->target = std::move(endpoint).value();
    if (auto failed = parts->listenAt(listenAt)) {
        return Failure{*failed};
    }
    parts->thread = std::thread([&context = parts->context] {
        const auto busy = asio::make_work_guard(context);
        context.run();
    });
    return std::unique_ptr<NetworkRelay>(new NetworkRelay(std::move(parts)));
}

NetworkRelay::NetworkRelay(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{}

NetworkRelay::~NetworkRelay()
{
    m_parts->call([this] {
        for (const auto &link : m_parts->links) {
            link->close();
        }
        return std::size_t{0};
    });
    m_parts->context.stop();
    m_parts->thread.join();
    if (!m_parts->socketPath.empty()) {
        ::unlink(m_parts->socketPath.c_str());
    }
}

std::uint16_t NetworkRelay::port() const
{
    return m_parts->port;
}

std::size_t NetworkRelay::open() const
{
    return m_parts->call([this] { return m_parts->links.size(); });
}

std::size_t NetworkRelay::delayAnswers(std::chrono::nanoseconds delay)
{
    return m_parts->call([this, delay] {
        m_parts->delay = delay;
        for (const auto &link : m_parts->links) {
            link->setDelay(delay);
        }
        return m_parts->links.size();
    });
}

std::size_t NetworkRelay::cut()
{
    return m_parts->call([this] {
        m_parts->mood = Mood::Cut;
        m_parts->refuse();
        for (const auto &link : m_parts->links) {
            link->close();
        }
        return m_parts->links.size();
    });
}

std::size_t NetworkRelay::goSilent()
{
    return m_parts->call([this] {
        m_parts->mood = Mood::Silent;
        m_parts->admit();
        for (const auto &link : m_parts->links) {
            link->goSilent();
        }
        return m_parts->links.size();
    });
}

void NetworkRelay::heal()
{
    m_parts->call([this] {
        m_parts->mood = Mood::Well;
        m_parts->admit();
        m_parts->delay = std::chrono::nanoseconds(0);
        for (const auto &link : m_parts->links) {
            link->setDelay(std::chrono::nanoseconds(0));
            if (link->isSilent()) {
                link->close();
            }
        }
        return std::size_t{0};
    });
}

} // namespace stampede
