// SPDX-License-Identifier: MIT
#include "serve/request_reader.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <cctype>
#include <utility>

namespace stampede {

namespace {

namespace http = boost::beast::http;

constexpr std::size_t kKeptBody = 4'096; ///< a larger buffer is given back after its request

std::string_view viewOf(boost::beast::string_view text)
{
    return {text.data(), text.size()};
}

/// Takes the same time for every wrong token of a length, wherever the first difference is.
bool isSame(std::string_view given, std::string_view token)
{
    if (given.size() != token.size()) {
        return false;
    }
    unsigned different = 0;
    for (std::size_t i = 0; i < token.size(); ++i) {
        different |= static_cast<unsigned>(given[i] ^ token[i]);
    }
    return different == 0;
}

/// Whether a line of the header goes on in the next one, which others may read as a line of its
/// own.
bool isFolded(std::string_view bytes)
{
    const std::string_view header = bytes.substr(0, bytes.find("\r\n\r\n"));
    return header.find("\r\n ") != std::string_view::npos ||
           header.find("\r\n\t") != std::string_view::npos;
}

/// Whether it names one host and perhaps a port, or nothing.
bool isHost(boost::beast::string_view value)
{
    return std::all_of(value.begin(), value.end(), [](unsigned char letter) {
        return std::isalnum(letter) != 0 ||
               std::string_view(".-_~:[]%").find(static_cast<char>(letter)) !=
                   std::string_view::npos;
    });
}

bool carriesToken(boost::beast::string_view authorization, std::string_view token)
{
    const boost::beast::string_view scheme = "Bearer ";
    if (!boost::beast::iequals(authorization.substr(0, scheme.size()), scheme)) {
        return false;
    }
    std::string_view given = viewOf(authorization.substr(scheme.size()));
    given.remove_prefix(std::min(given.size(), given.find_first_not_of(' ')));
    return isSame(given, token);
}

} // namespace

void HttpRequest::clear()
{
    method = Method::Other;
    where = {};
    isAuthorized = false;
    namesHost = false;
    isHttp11 = true;
    waitsForContinue = false;
    id.clear();
    body.clear();
    if (body.capacity() > kKeptBody) {
        body.shrink_to_fit();
    }
}

RequestReader::RequestReader(HttpRequest &request, std::string_view token)
    : m_request(request)
    , m_token(token)
{
    m_request.clear();
    m_request.isAuthorized = token.empty();
    eager(true);
    header_limit(kLargestHeader);
    body_limit(kLargestBody);
}

ReadState RequestReader::read(std::string_view bytes, std::size_t &used)
{
    // Beast 1.74 asserts that the end of chunks comes in one piece: fewer bytes than that wait for
    // those that follow.
    constexpr std::size_t kEndOfChunks = 5;
    if (is_header_done() && chunked() && bytes.size() < kEndOfChunks) {
        used = 0;
        return is_done() ? ReadState::Complete : ReadState::Incomplete;
    }
    if (!is_header_done() && isFolded(bytes)) {
        return ReadState::Malformed;
    }
    Error error;
    used = put(boost::asio::const_buffer(bytes.data(), bytes.size()), error);
    if (!error || error == http::error::need_more) {
        return is_done() ? ReadState::Complete : ReadState::Incomplete;
    }
    if (error == http::error::header_limit) {
        return ReadState::HeaderTooLarge;
    }
    return error == http::error::body_limit ? ReadState::BodyTooLarge : ReadState::Malformed;
}

void RequestReader::on_request_impl(http::verb method, Text name, Text target, int version,
                                    Error &error)
{
    countHeader(name.size() + target.size(), error);
    switch (method) {
    case http::verb::get:
        m_request.method = Method::Get;
        break;
    case http::verb::head:
        m_request.method = Method::Head;
        break;
    case http::verb::post:
        m_request.method = Method::Post;
        break;
    default: // there are more than thirty, and no route knows them
        m_request.method = Method::Other;
        break;
    }
    m_request.where = matchRoute(viewOf(target));
    m_request.isHttp11 = version >= 11;
}

void RequestReader::countHeader(std::size_t bytes, Error &error)
{
    // The parser's own limit begins anew with each line.
    constexpr std::size_t kLineEnds = 4;
    m_headerBytes += bytes + kLineEnds;
    if (m_headerBytes > kLargestHeader) {
        error = http::error::header_limit;
    }
}

void RequestReader::on_response_impl(int, Text, int, Error &) {}

void RequestReader::on_field_impl(http::field field, Text name, Text value, Error &error)
{
    countHeader(name.size() + value.size(), error);
    if (is_header_done()) {
        return; // a trailer decides nothing
    }
    refuseDoubtful(field, value, error);
    if (field == http::field::host) {
        m_request.namesHost = true;
    } else if (field == http::field::authorization) {
        m_request.isAuthorized = m_request.isAuthorized || carriesToken(value, m_token);
    } else if (field == http::field::expect) {
        m_request.waitsForContinue = boost::beast::iequals(value, "100-continue");
    } else if (field == http::field::unknown && boost::beast::iequals(name, "X-Request-Id")) {
        m_request.id.assign(value.data(), value.size());
    }
}

void RequestReader::refuseDoubtful(http::field field, Text value, Error &error)
{
    if (field == http::field::host && (m_request.namesHost || !isHost(value))) {
        error = http::error::bad_value;
    } else if (field == http::field::transfer_encoding) {
        const bool isKnown = boost::beast::iequals(value, "chunked") && m_request.isHttp11;
        if (!isKnown || std::exchange(m_namesCoding, true)) {
            error = http::error::bad_transfer_encoding;
        }
    }
}

void RequestReader::on_header_impl(Error &) {}

void RequestReader::on_body_init_impl(const boost::optional<std::uint64_t> &, Error &) {}

std::size_t RequestReader::on_body_impl(Text bytes, Error &)
{
    m_request.body.append(bytes.data(), bytes.size());
    return bytes.size();
}

void RequestReader::on_chunk_header_impl(std::uint64_t, Text, Error &) {}

std::size_t RequestReader::on_chunk_body_impl(std::uint64_t, Text bytes, Error &error)
{
    return on_body_impl(bytes, error);
}

void RequestReader::on_finish_impl(Error &) {}

} // namespace stampede
