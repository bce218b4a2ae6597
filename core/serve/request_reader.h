// SPDX-License-Identifier: MIT
#pragma once

#include "serve/routes.h"

#include <boost/beast/http/basic_parser.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace stampede {

inline constexpr std::size_t kLargestHeader = 8'192;
inline constexpr std::size_t kLargestBody = 65'536;

enum class Method
{
    Get,
    Head,
    Post,
    Other
};

/// What is kept of one request.
struct HttpRequest
{
    Method method = Method::Other;
    RouteMatch where;
    bool isAuthorized = false;
    bool namesHost = false;
    bool isHttp11 = true;
    bool waitsForContinue = false; ///< its body comes when it was told to go on
    std::string id;                ///< X-Request-Id, or empty
    std::string body;

    /// Makes it ready for the next one; small buffers are kept.
    void clear();
};

/// How far a request has come.
enum class ReadState
{
    Incomplete,
    Complete,
    Malformed,
    HeaderTooLarge,
    BodyTooLarge
};

/// Reads one request from bytes as they come, into an HttpRequest. Nothing is copied but what is
/// kept, so that a request without a body needs no memory.
class RequestReader final : private boost::beast::http::basic_parser<true>
{
public:
    /// An empty `token` authorizes everybody. Both outlive the reader.
    RequestReader(HttpRequest &request, std::string_view token);

    /// Reads from the front of `bytes`; `used` says how many it is done with. What is left has to
    /// come again, with more behind it, where the request is incomplete.
    ReadState read(std::string_view bytes, std::size_t &used);
    [[nodiscard]] bool hasHeader() const { return is_header_done(); }
    /// Whether the connection may go on after this request, as far as the client is concerned.
    [[nodiscard]] bool keepsConnection() const { return keep_alive(); }

private:
    using Parser = boost::beast::http::basic_parser<true>;
    using Error = boost::beast::error_code;
    using Text = boost::beast::string_view;
    void on_request_impl(boost::beast::http::verb method, Text name, Text target, int version,
                         Error &error) override;
    void on_response_impl(int code, Text reason, int version, Error &error) override;
    void on_field_impl(boost::beast::http::field field, Text name, Text value,
                       Error &error) override;
    void on_header_impl(Error &error) override;
    void on_body_init_impl(const boost::optional<std::uint64_t> &length, Error &error) override;
    std::size_t on_body_impl(Text bytes, Error &error) override;
    void on_chunk_header_impl(std::uint64_t size, Text extensions, Error &error) override;
    std::size_t on_chunk_body_impl(std::uint64_t left, Text bytes, Error &error) override;
    void on_finish_impl(Error &error) override;

    void countHeader(std::size_t bytes, Error &error);
    /// Refuses what another server on the way could read otherwise: where the body ends, and for
    /// whom it is, has to be said once and in a form that is known.
    void refuseDoubtful(boost::beast::http::field field, Text value, Error &error);

    HttpRequest &m_request;
    std::string_view m_token;
    std::size_t m_headerBytes = 0;
    bool m_namesCoding = false; ///< Transfer-Encoding
};

} // namespace stampede
