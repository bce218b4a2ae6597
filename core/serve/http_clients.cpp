// SPDX-License-Identifier: MIT
#include "serve/http_clients.h"

#include "base/clock.h"

#include <algorithm>
#include <utility>

namespace stampede {

namespace {

using boost::asio::ip::tcp;
using boost::system::error_code;

/// Connections beyond the limit that may be told so; further ones are closed without a word.
constexpr std::size_t kTurnedAwayAtOnce = 256;

} // namespace

HttpClients::HttpClients(boost::asio::io_context &context, HttpShared &shared)
    : m_acceptor(context)
    , m_timer(context)
    , m_shared(shared)
{}

error_code HttpClients::takeOver(int descriptor, bool isIpv6)
{
    error_code error;
    m_acceptor.assign(isIpv6 ? tcp::v6() : tcp::v4(), descriptor, error);
    if (!error) {
        m_acceptor.non_blocking(true, error);
    }
    return error;
}

void HttpClients::start()
{
    tick();
    accept();
}

void HttpClients::accept()
{
    m_acceptor.async_accept([this](const error_code &error, tcp::socket socket) {
        if (!m_acceptor.is_open()) {
            return;
        }
        if (!error) {
            welcome(std::move(socket));
        } else if (error != boost::asio::error::connection_aborted) {
            m_isPaused = true; // most likely no file is free: others have to end first
            return;
        }
        accept();
    });
}

void HttpClients::welcome(tcp::socket socket)
{
    if (m_shared.open.size() < m_shared.limits.clients) {
        m_shared.metrics.accepted();
        std::make_shared<HttpConnection>(std::move(socket), m_shared)->start();
        return;
    }
    m_shared.metrics.turnedAway();
    if (m_shared.open.size() < m_shared.limits.clients + kTurnedAwayAtOnce) {
        std::make_shared<HttpConnection>(std::move(socket), m_shared)->turnAway();
    }
}

std::chrono::nanoseconds HttpClients::tickLength() const
{
    constexpr std::chrono::nanoseconds kLongest = std::chrono::milliseconds(250);
    constexpr std::chrono::nanoseconds kWindingDown = std::chrono::milliseconds(10);
    const auto shortest = std::min(m_shared.limits.request, m_shared.limits.idle);
    return m_shared.stopping ? kWindingDown : std::clamp(shortest / 4, kWindingDown, kLongest);
}

void HttpClients::waitForTick()
{
    m_timer.expires_after(tickLength());
    m_timer.async_wait([this](const error_code &) { tick(); });
}

void HttpClients::tick()
{
    const std::int64_t nowNs = monotonicNs();
    m_shared.date = httpDate(std::time(nullptr));
    for (HttpConnection *connection : m_shared.open) {
        connection->checkTime(nowNs);
    }
    if (m_shared.stopping) {
        if (m_shared.open.empty()) {
            return;
        }
        if (nowNs > m_endNs) {
            return closeAll();
        }
    } else if (std::exchange(m_isPaused, false)) {
        accept();
    }
    waitForTick();
}

void HttpClients::closeAll()
{
    for (HttpConnection *connection : m_shared.open) {
        connection->close();
    }
}

void HttpClients::windDown(std::chrono::nanoseconds grace)
{
    error_code error;
    // Who has connected already was let in by the system and may have sent a request.
    for (;;) {
        tcp::socket socket = m_acceptor.accept(error);
        if (error) {
            break;
        }
        welcome(std::move(socket));
    }
    m_acceptor.close(error);
    m_shared.stopping = true;
    m_endNs = monotonicNs() + grace.count();
    for (HttpConnection *connection : m_shared.open) {
        connection->windDown();
    }
    m_timer.cancel(); // its handler ticks at once
}

} // namespace stampede
