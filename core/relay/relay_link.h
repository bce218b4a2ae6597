// SPDX-License-Identifier: MIT
#pragma once

#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>
#include <chrono>
#include <deque>
#include <memory>
#include <string>

namespace stampede {

/// One connection through a relay: what either side says is said to the other, in its order, each
/// piece no sooner than its direction's delay after it came. Lives as long as something is under
/// way; all in the thread of its io_context.
class RelayLink final : public std::enable_shared_from_this<RelayLink>
{
public:
    using Protocol = boost::asio::generic::stream_protocol;
    using Socket = Protocol::socket;

    RelayLink(boost::asio::io_context &context, Socket client);

    /// Connects to the other side and begins to carry; closes where it is not there.
    void begin(const Protocol::endpoint &target);
    /// Of answers from now on.
    void setDelay(std::chrono::nanoseconds delay) { m_answers.delay = delay; }
    /// From now on nothing gets through, and neither side is told, not even that the other has
    /// gone.
    void goSilent() { m_isSilent = true; }
    [[nodiscard]] bool isSilent() const { return m_isSilent; }
    [[nodiscard]] bool isOpen() const { return !m_isClosed; }
    /// Both sides see the end of the connection.
    void close();

private:
    struct Piece
    {
        std::chrono::steady_clock::time_point due;
        std::string bytes;
    };
    /// One of the two ways through.
    struct Way
    {
        Way(boost::asio::io_context &context, Socket &source, Socket &sink)
            : from(source)
            , to(sink)
            , timer(context)
        {}
        Socket &from;
        Socket &to;
        boost::asio::steady_timer timer;
        std::chrono::nanoseconds delay{0};
        std::array<char, 16384> buffer{};
        std::deque<Piece> pieces; ///< read and not yet written
        bool isWriting = false;
        bool isReading = false;
    };

    void read(Way &way);
    void write(Way &way);
    void send(Way &way);

    Socket m_client;
    Socket m_target;
    Way m_requests;
    Way m_answers;
    bool m_isSilent = false;
    bool m_isClosed = false;
};

} // namespace stampede
