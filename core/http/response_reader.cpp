// SPDX-License-Identifier: MIT
#include "http/response_reader.h"

#define BOOST_ASIO_NO_DEPRECATED
#include <boost/beast/http/basic_parser.hpp>

#include <algorithm>
#include <optional>

namespace stampede {

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::beast::error_code;
using boost::beast::string_view;

constexpr int kMostInterim = 100;             // answers 1xx before the real one
constexpr std::size_t kMostCapacity = 16'384; // that a connection keeps between answers

constexpr std::string_view kSetCookie = "set-cookie";

std::string_view viewOf(string_view text)
{
    return {text.data(), text.size()};
}

bool equalsLowered(std::string_view text, std::string_view lower)
{
    return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
    });
}

constexpr std::size_t kStatusEnd = 12; // of "HTTP/1.1 200"

/// Whether a status line ends behind its number, without the blank that belongs there.
bool lacksBlank(std::string_view bytes)
{
    return bytes.size() > kStatusEnd && bytes[kStatusEnd] == '\r' && bytes.starts_with("HTTP/1.");
}

/// What a parser fills in; of all answers of a connection.
struct Content
{
    std::vector<AnswerHeader> headers;
    std::string body;
    std::size_t bodyBytes = 0; ///< also of what was thrown away
};

/// One answer. Beast calls these functions while it reads.
class Parser final : public http::basic_parser<false>
{
public:
    explicit Parser(Content &content)
        : m_content(content)
    {
        header_limit(static_cast<std::uint32_t>(ResponseReader::kMostHeaderBytes));
        body_limit(ResponseReader::kMostBody);
        eager(true);
    }
    [[nodiscard]] int status() const { return m_status; }

private:
    void on_request_impl(http::verb, string_view, string_view, int, error_code &) override {}
    void on_response_impl(int code, string_view, int, error_code &) override { m_status = code; }
    void on_field_impl(http::field, string_view name, string_view value, error_code &) override
    {
        for (AnswerHeader &wanted : m_content.headers) {
            if (equalsLowered(viewOf(name), wanted.name)) {
                if (wanted.there && wanted.name == kSetCookie) {
                    wanted.value += '\n';
                    wanted.value += viewOf(value);
                } else {
                    wanted.value = viewOf(value);
                }
                wanted.there = true;
            }
        }
    }
    void on_header_impl(error_code &) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t> &, error_code &) override {}
    std::size_t on_body_impl(string_view text, error_code &) override
    {
        keep(text);
        return text.size();
    }
    void on_chunk_header_impl(std::uint64_t, string_view, error_code &) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, string_view text, error_code &) override
    {
        keep(text);
        return text.size();
    }
    void on_finish_impl(error_code &) override {}

    void keep(string_view text)
    {
        m_content.bodyBytes += text.size();
        const std::size_t room = ResponseReader::kMostKeptBody - m_content.body.size();
        m_content.body.append(text.data(), std::min(text.size(), room));
    }

    Content &m_content;
    int m_status = 0;
};

} // namespace

struct ResponseReader::Parsing
{
    Content content;
    std::optional<Parser> parser;
    std::string rest;       ///< received, but not yet enough to be read
    std::string first;      ///< of the answer, as received
    std::size_t behind = 0; ///< bytes after the answer's end
    int interim = 0;
    bool toHead = false;
    bool hasLine = false; ///< the parser has taken a status line

    void start()
    {
        for (AnswerHeader &header : content.headers) {
            header.there = false;
        }
        content.body.clear();
        if (content.body.capacity() > kMostCapacity) {
            std::string().swap(content.body);
        }
        content.bodyBytes = 0;
        hasLine = false;
        parser.emplace(content);
        parser->skip(toHead);
    }

    /// Reads as much as there is; what is left over comes back as a size.
    Progress read(std::string_view &bytes)
    {
        // Beast 1.74 asserts that the end of chunks comes in one piece: fewer bytes than that wait
        // for those that follow.
        constexpr std::size_t kEndOfChunks = 5;
        for (;;) {
            if (parser->is_header_done() && parser->chunked() && bytes.size() < kEndOfChunks) {
                return Progress::More;
            }
            if (!hasLine && lacksBlank(bytes)) {
                std::string mended(bytes.substr(0, kStatusEnd));
                mended += ' ';
                mended += bytes.substr(kStatusEnd);
                rest = std::move(mended);
                bytes = rest;
            }
            error_code error;
            const std::size_t used = parser->put(asio::buffer(bytes.data(), bytes.size()), error);
            hasLine = hasLine || used > 0;
            bytes.remove_prefix(used);
            if (error && error != http::error::need_more) {
                return Progress::Wrong;
            }
            if (!parser->is_done()) {
                if (used > 0 && !error && !bytes.empty()) {
                    continue;
                }
                return bytes.size() > kMostHeaderBytes ? Progress::Wrong : Progress::More;
            }
            const bool isInterim = parser->status() / 100 == 1 && parser->status() != 101;
            if (!isInterim) {
                return Progress::Done;
            }
            if (++interim > kMostInterim) {
                return Progress::Wrong;
            }
            start();
            if (bytes.empty()) {
                return Progress::More;
            }
        }
    }
};

ResponseReader::ResponseReader(const std::vector<std::string> &wanted)
    : m_parsing(std::make_unique<Parsing>())
{
    for (const std::string &name : wanted) {
        m_parsing->content.headers.push_back({name, {}});
    }
    begin(false);
}

ResponseReader::~ResponseReader() = default;

void ResponseReader::begin(bool toHead)
{
    Parsing &parsing = *m_parsing;
    parsing.toHead = toHead;
    parsing.rest.clear();
    parsing.first.clear();
    parsing.behind = 0;
    parsing.interim = 0;
    parsing.start();
}

ResponseReader::Progress ResponseReader::take(std::string_view bytes)
{
    Parsing &parsing = *m_parsing;
    if (parsing.first.size() < kMostShown) {
        parsing.first += bytes.substr(0, kMostShown - parsing.first.size());
    }
    const bool hasRest = !parsing.rest.empty();
    if (hasRest) {
        parsing.rest += bytes;
        bytes = parsing.rest;
    }
    const Progress progress = parsing.read(bytes);
    switch (progress) {
    case Progress::More:
        parsing.rest = std::string(bytes);
        break;
    case Progress::Done:
        parsing.behind = bytes.size();
        parsing.rest.clear();
        break;
    case Progress::Wrong:
        break;
    }
    return progress;
}

ResponseReader::Progress ResponseReader::ended()
{
    Parsing &parsing = *m_parsing;
    if (!parsing.parser->got_some()) {
        return Progress::More;
    }
    error_code error;
    parsing.parser->put_eof(error);
    return !error && parsing.parser->is_done() ? Progress::Done : Progress::More;
}

ServiceAnswer ResponseReader::answer() const
{
    const Content &content = m_parsing->content;
    return {m_parsing->parser->status(), content.body, content.body.size() == content.bodyBytes,
            content.headers};
}

bool ResponseReader::keepsAlive() const
{
    return m_parsing->behind == 0 && m_parsing->parser->keep_alive();
}

bool ResponseReader::hasBegun() const
{
    return !m_parsing->first.empty();
}

int ResponseReader::wrongStatus() const
{
    return m_parsing->parser->status();
}

std::string_view ResponseReader::firstBytes() const
{
    return m_parsing->first;
}

} // namespace stampede
