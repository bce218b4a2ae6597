// SPDX-License-Identifier: MIT
#include "bare_server.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <thread>
#include <utility>

namespace stampede::bench {

namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::asio::ip::tcp;

class Session : public std::enable_shared_from_this<Session>
{
public:
    explicit Session(tcp::socket socket)
        : m_stream(std::move(socket))
    {}

    void read()
    {
        m_request = {};
        m_stream.expires_after(std::chrono::seconds(60));
        http::async_read(m_stream, m_buffer, m_request,
                         [self = shared_from_this()](beast::error_code error, std::size_t) {
                             if (!error) {
                                 self->write();
                             }
                         });
    }

private:
    void write()
    {
        m_response = {http::status::ok, m_request.version()};
        m_response.set(http::field::content_type, "application/json");
        m_response.keep_alive(m_request.keep_alive());
        m_response.body() = "{\"status\":\"ok\"}";
        m_response.prepare_payload();
        http::async_write(m_stream, m_response,
                          [self = shared_from_this()](beast::error_code error, std::size_t) {
                              if (!error && self->m_response.keep_alive()) {
                                  self->read();
                              }
                          });
    }

    beast::tcp_stream m_stream;
    beast::flat_buffer m_buffer;
    http::request<http::string_body> m_request;
    http::response<http::string_body> m_response;
};

} // namespace

struct BareServer::Parts
{
    void accept()
    {
        acceptor.async_accept([this](const boost::system::error_code &error, tcp::socket socket) {
            if (!error) {
                boost::system::error_code ignored;
                socket.set_option(tcp::no_delay(true), ignored);
                std::make_shared<Session>(std::move(socket))->read();
                accept();
            }
        });
    }

    boost::asio::io_context context{1};
    tcp::acceptor acceptor{context, tcp::endpoint(boost::asio::ip::address_v4::loopback(), 0)};
    std::thread thread;
};

BareServer::BareServer()
    : m_parts(std::make_unique<Parts>())
{
    m_parts->accept();
    m_parts->thread = std::thread([this] { m_parts->context.run(); });
}

BareServer::~BareServer()
{
    m_parts->context.stop();
    m_parts->thread.join();
}

std::uint16_t BareServer::port() const
{
    return m_parts->acceptor.local_endpoint().port();
}

} // namespace stampede::bench
