// SPDX-License-Identifier: MIT
#pragma once

#include "serve/answers.h"
#include "serve/issue_body.h"
#include "serve/request_reader.h"
#include "serve/service_metrics.h"

#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace stampede {

/// How long a client may take.
struct ClientLimits
{
    /// From the first byte of a request to its last.
    std::chrono::nanoseconds request = std::chrono::seconds(10);
    /// Between requests, and for taking an answer.
    std::chrono::nanoseconds idle = std::chrono::seconds(60);
    /// Connections open at once; those beyond are told so and closed.
    std::size_t clients = 10'000;
};

class HttpConnection;

/// What all connections share. Lives in the I/O thread, longer than any of them.
struct HttpShared
{
    ClientLimits limits;
    std::string token; ///< empty: nobody has to carry one
    DatabasePool &pool;
    FixedAnswers answers{};
    ServiceMetrics metrics{};
    IssueBodyReader bodies{};
    std::string date{};    ///< of now
    bool stopping = false; ///< every answer is the last one of its connection
    std::vector<HttpConnection *> open{};
};

/// One connection of a client: requests are read one after the other, also where several come at
/// once, and answered in their order. I/O thread only.
class HttpConnection final : public std::enable_shared_from_this<HttpConnection>
{
public:
    using Socket = boost::asio::ip::tcp::socket;
    HttpConnection(Socket socket, HttpShared &shared);
    ~HttpConnection();
    HttpConnection(const HttpConnection &) = delete;
    HttpConnection &operator=(const HttpConnection &) = delete;

    /// Begins to read requests.
    void start();
    /// Tells the client that there is no room, and ends.
    void turnAway();
    /// Ends it if it has taken too long.
    void checkTime(std::int64_t nowNs);
    /// The service ends: goes on with a request that is there, else ends.
    void windDown();
    void close();

private:
    enum class Doing
    {
        Reading,
        Working, ///< a thread of the pool has the request
        Writing,
        Lingering, ///< everything is said; waits for the client to hang up
        Closed
    };

    void read();
    void took(std::size_t bytes);
    /// Goes through the bytes that are there; then writes, or reads on.
    void work();
    /// Whether the next request, complete or faulty, was taken from the bytes.
    bool takeRequest();
    void answerRequest();
    void askForCoupon();
    void readCouponSnapshot();
    void couponIssued(UserId user, CouponId coupon, const std::optional<IssueAnswer> &answer);
    void couponSeen(const Result<std::optional<CouponRow>, SqlError> &row);
    void refuse(Refusal refusal) { answer(m_shared.answers.refusal(refusal)); }
    /// Puts an answer behind those that wait to be sent, and is done with the request.
    void answer(const HttpAnswer &answer);
    void refuseAndEnd(Refusal refusal);
    void write();
    void wroteAll();
    void linger();

    Socket m_socket;
    HttpShared &m_shared;
    std::size_t m_place; ///< in m_shared.open
    Doing m_doing = Doing::Reading;
    bool m_ends = false;     ///< after what is to be written
    bool m_timedOut = false; ///< the reading was broken off
    bool m_toldToContinue = false;
    std::int64_t m_sinceNs = 0; ///< beginning of the request, or of the silence
    HttpRequest m_request;
    std::optional<RequestReader> m_reader; ///< there while a request is being read or answered
    std::vector<char> m_in;
    std::size_t m_begin = 0; ///< of the bytes of m_in that were not yet read
    std::size_t m_end = 0;
    std::string m_body; ///< of an answer being made
    std::string m_out;
    std::size_t m_sent = 0;
};

} // namespace stampede
