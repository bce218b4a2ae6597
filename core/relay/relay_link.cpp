// SPDX-License-Identifier: MIT
#include "relay/relay_link.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>

#include <utility>

namespace stampede {

namespace {

/// Read and not yet written; more waits at the sender.
constexpr std::size_t kMostPieces = 64;

using boost::system::error_code;

} // namespace

RelayLink::RelayLink(boost::asio::io_context &context, Socket client)
    : m_client(std::move(client))
    , m_target(context)
    , m_requests(context, m_client, m_target)
    , m_answers(context, m_target, m_client)
{}

void RelayLink::begin(const Protocol::endpoint &target)
{
    m_target.async_connect(target, [self = shared_from_this()](const error_code &error) {
        if (error) {
            self->close();
            return;
        }
        error_code ignored; // local sockets have no such option
        const boost::asio::ip::tcp::no_delay atOnce(true);
        self->m_client.set_option(atOnce, ignored);
        self->m_target.set_option(atOnce, ignored);
        self->read(self->m_requests);
        self->read(self->m_answers);
    });
}

void RelayLink::close()
{
    m_isClosed = true;
    error_code ignored;
    m_client.close(ignored);
    m_target.close(ignored);
    m_requests.timer.cancel();
    m_answers.timer.cancel();
}

void RelayLink::read(Way &way)
{
    if (m_isClosed || m_isSilent || way.isReading || way.pieces.size() >= kMostPieces) {
        return;
    }
    way.isReading = true;
    way.from.async_read_some(
        boost::asio::buffer(way.buffer),
        [self = shared_from_this(), &way](const error_code &error, std::size_t size) {
            way.isReading = false;
            if (self->m_isSilent || self->m_isClosed) {
                return; // what came is lost, and so is the news that a side has gone
            }
            if (error) {
                self->close();
                return;
            }
            way.pieces.push_back({std::chrono::steady_clock::now() + way.delay,
                                  std::string(way.buffer.data(), size)});
            self->write(way);
            self->read(way);
        });
}

void RelayLink::write(Way &way)
{
    if (m_isClosed || m_isSilent || way.isWriting || way.pieces.empty()) {
        return;
    }
    way.isWriting = true;
    if (way.pieces.front().due <= std::chrono::steady_clock::now()) {
        send(way);
        return;
    }
    way.timer.expires_at(way.pieces.front().due);
    way.timer.async_wait([self = shared_from_this(), &way](const error_code & /*error*/) {
        if (!self->m_isClosed && !self->m_isSilent) {
            self->send(way);
        }
    });
}

void RelayLink::send(Way &way)
{
    boost::asio::async_write(
        way.to, boost::asio::buffer(way.pieces.front().bytes),
        [self = shared_from_this(), &way](const error_code &error, std::size_t /*size*/) {
            way.isWriting = false;
            if (self->m_isClosed || self->m_isSilent) {
                return;
            }
            if (error) {
                self->close();
                return;
            }
            way.pieces.pop_front();
            self->write(way);
            self->read(way);
        });
}

} // namespace stampede
