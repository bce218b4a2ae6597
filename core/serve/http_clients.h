// SPDX-License-Identifier: MIT
#pragma once

#include "serve/http_connection.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>

namespace stampede {

/// Lets clients in and watches over their time. I/O thread only, once it has started.
class HttpClients
{
public:
    HttpClients(boost::asio::io_context &context, HttpShared &shared);

    /// Takes over a socket that listens. The error is the system's.
    boost::system::error_code takeOver(int descriptor, bool isIpv6);
    /// Begins to accept and to look at the clock.
    void start();
    /// Lets nobody in any more; ends the connections without a request now, the others as soon as
    /// they have their answer, and what is left after `grace`. Then nothing is left to be done in
    /// the context, and its run() returns.
    void windDown(std::chrono::nanoseconds grace);

private:
    void accept();
    void welcome(boost::asio::ip::tcp::socket socket);
    void waitForTick();
    void tick();
    void closeAll();
    [[nodiscard]] std::chrono::nanoseconds tickLength() const;

    boost::asio::ip::tcp::acceptor m_acceptor;
    boost::asio::steady_timer m_timer;
    HttpShared &m_shared;
    std::int64_t m_endNs = 0; ///< of the grace, while winding down
    bool m_isPaused = false;  ///< until the next tick, as no file was free
};

} // namespace stampede
