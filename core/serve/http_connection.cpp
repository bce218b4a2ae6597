// SPDX-License-Identifier: MIT
#include "serve/http_connection.h"

#include "serve/serve_text.h"

#include "base/clock.h"

#include <QCoreApplication>

#include <boost/asio/post.hpp>

#include <cstring>
#include <utility>

namespace stampede {

namespace {

using boost::system::error_code;

constexpr std::size_t kFirstBuffer = 2'048;
constexpr std::size_t kLargestBuffer = 4 * kLargestHeader;
constexpr std::size_t kWriteAt = 65'536; ///< no more answers are collected beyond
constexpr std::int64_t kLingerNs = 2 * kNsPerSecond;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

} // namespace

HttpConnection::HttpConnection(Socket socket, HttpShared &shared)
    : m_socket(std::move(socket))
    , m_shared(shared)
    , m_place(shared.open.size())
    , m_sinceNs(monotonicNs())
{
    m_shared.open.push_back(this);
    error_code ignored;
    m_socket.non_blocking(true, ignored);
    m_socket.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
}

HttpConnection::~HttpConnection()
{
    HttpConnection *last = m_shared.open.back();
    m_shared.open[m_place] = last;
    last->m_place = m_place;
    m_shared.open.pop_back();
}

void HttpConnection::start()
{
    m_in.resize(kFirstBuffer);
    read();
}

void HttpConnection::turnAway()
{
    m_in.resize(kFirstBuffer);
    refuseAndEnd(Refusal::TooManyClients);
    write();
}

void HttpConnection::close()
{
    m_doing = Doing::Closed;
    error_code ignored;
    m_socket.close(ignored);
}

void HttpConnection::checkTime(std::int64_t nowNs)
{
    const std::int64_t tookNs = nowNs - m_sinceNs;
    switch (m_doing) {
    case Doing::Reading:
        if (m_reader && tookNs > m_shared.limits.request.count()) {
            m_timedOut = true;
            error_code ignored;
            m_socket.cancel(ignored);
        } else if (!m_reader && tookNs > m_shared.limits.idle.count()) {
            close();
        }
        break;
    case Doing::Writing:
        if (tookNs > m_shared.limits.idle.count()) {
            close();
        }
        break;
    case Doing::Lingering:
        if (tookNs > kLingerNs) {
            close();
        }
        break;
    case Doing::Working: // bounded by the pool
    case Doing::Closed:
        break;
    }
}

void HttpConnection::windDown()
{
    if (m_doing != Doing::Reading || m_reader) {
        return;
    }
    // What has arrived was sent before anybody could know.
    error_code ignored;
    if (m_socket.available(ignored) == 0) {
        close();
    }
}

void HttpConnection::read()
{
    m_doing = Doing::Reading;
    if (m_begin == m_end) {
        m_begin = m_end = 0;
    } else if (m_begin > 0) {
        std::memmove(m_in.data(), m_in.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_end == m_in.size()) {
        m_in.resize(2 * m_in.size());
    }
    m_socket.async_read_some(boost::asio::buffer(m_in.data() + m_end, m_in.size() - m_end),
                             [self = shared_from_this()](const error_code &error, std::size_t n) {
                                 if (self->m_timedOut) {
                                     self->refuseAndEnd(Refusal::RequestTimeout);
                                     self->write();
                                 } else if (error) {
                                     self->close();
                                 } else {
                                     self->took(n);
                                 }
                             });
}

void HttpConnection::took(std::size_t bytes)
{
    m_end += bytes;
    work();
}

void HttpConnection::work()
{
    while (!m_ends && m_out.size() < kWriteAt && takeRequest()) {
        if (m_ends) {
            break;
        }
        m_doing = Doing::Reading;
        answerRequest();
        if (m_doing == Doing::Working) {
            return; // its answer goes on from here
        }
    }
    if (!m_out.empty()) {
        write();
    } else if (m_shared.stopping && !m_reader) {
        close();
    } else {
        read();
    }
}

bool HttpConnection::takeRequest()
{
    if (m_begin == m_end) {
        return false;
    }
    if (!m_reader) {
        m_reader.emplace(m_request, m_shared.token);
        m_toldToContinue = false;
        m_sinceNs = monotonicNs();
    }
    std::size_t used = 0;
    const ReadState state = m_reader->read({m_in.data() + m_begin, m_end - m_begin}, used);
    m_begin += used;
    switch (state) {
    case ReadState::Incomplete:
        if (m_end - m_begin >= kLargestBuffer) { // e.g. a chunk whose head never ends
            refuseAndEnd(Refusal::InvalidRequest);
            return true;
        }
        if (m_reader->hasHeader() && m_request.waitsForContinue && !m_toldToContinue) {
            m_toldToContinue = true;
            m_out += kContinue;
        }
        return false;
    case ReadState::Complete:
        return true;
    case ReadState::Malformed:
        refuseAndEnd(Refusal::InvalidRequest);
        return true;
    case ReadState::HeaderTooLarge:
        refuseAndEnd(Refusal::HeaderTooLarge);
        return true;
    case ReadState::BodyTooLarge:
        refuseAndEnd(Refusal::BodyTooLarge);
        return true;
    }
    return false;
}

void HttpConnection::answerRequest()
{
    const bool reads = m_request.method == Method::Get || m_request.method == Method::Head;
    const bool posts = m_request.method == Method::Post;
    const Route route = m_request.where.route;
    if (m_request.isHttp11 && !m_request.namesHost) {
        return refuse(Refusal::InvalidRequest);
    }
    if (!m_request.isAuthorized && route != Route::Health) {
        return refuse(Refusal::Unauthorized);
    }
    const bool needsDatabase = (route == Route::Issue && posts) ||
                               ((route == Route::Coupon || route == Route::Health) && reads);
    if (needsDatabase && m_shared.pool.isAway()) {
        return refuse(Refusal::DatabaseAway);
    }
    switch (route) {
    case Route::Issue:
        return posts ? askForCoupon() : answer(m_shared.answers.wrongMethod(route));
    case Route::Coupon:
        return reads ? readCouponSnapshot() : answer(m_shared.answers.wrongMethod(route));
    case Route::Health:
        return answer(reads ? FixedAnswers::health() : m_shared.answers.wrongMethod(route));
    case Route::Metrics:
        if (!reads) {
            return answer(m_shared.answers.wrongMethod(route));
        }
        m_body = m_shared.metrics.text(m_shared.pool.use(), m_shared.open.size());
        return answer({200, ServiceMetrics::kType, m_body});
    case Route::BadCoupon:
        m_body =
            refusalBody(Refusal::InvalidRequest,
                        ServeText::tr("The coupon's id in the path has to be a whole number."));
        return answer({400, kJsonType, m_body});
    case Route::Unknown:
        return refuse(Refusal::UnknownPath);
    }
}

void HttpConnection::askForCoupon()
{
    const auto user = m_shared.bodies.read(m_request.body);
    if (!user) {
        m_body = refusalBody(Refusal::InvalidRequest, user.error());
        return answer({400, kJsonType, m_body});
    }
    IssueJob job;
    job.user = user.value();
    job.coupon = m_request.where.coupon;
    job.takenNs = m_sinceNs;
    // The connection goes back with the answer, so that it ends in the I/O thread.
    job.done = [self = shared_from_this(), user = job.user,
                coupon = job.coupon](const std::optional<IssueAnswer> &given) mutable {
        HttpConnection *connection = self.get();
        boost::asio::post(connection->m_socket.get_executor(),
                          [self = std::move(self), user, coupon, given] {
                              self->couponIssued(user, coupon, given);
                          });
    };
    m_doing = Doing::Working;
    if (!m_shared.pool.issue(std::move(job))) {
        m_doing = Doing::Reading;
        m_shared.metrics.overloaded();
        refuse(Refusal::Overloaded);
    }
}

void HttpConnection::couponIssued(UserId user, CouponId coupon,
                                  const std::optional<IssueAnswer> &given)
{
    if (!given) {
        m_shared.metrics.overloaded();
        refuse(Refusal::Overloaded);
    } else {
        m_shared.metrics.issued(*given, monotonicNs() - m_sinceNs);
        if (given->outcome == Outcome::Issued) {
            writeIssued(m_body, coupon, user, *given);
            answer({200, kJsonType, m_body});
        } else {
            refuse(refusalOf(*given));
        }
    }
    work();
}

void HttpConnection::readCouponSnapshot()
{
    CouponJob job;
    job.coupon = m_request.where.coupon;
    job.done =
        [self = shared_from_this()](const Result<std::optional<CouponRow>, SqlError> &row) mutable {
            HttpConnection *connection = self.get();
            boost::asio::post(connection->m_socket.get_executor(),
                              [self = std::move(self), row] { self->couponSeen(row); });
        };
    m_doing = Doing::Working;
    if (!m_shared.pool.look(std::move(job))) {
        m_doing = Doing::Reading;
        m_shared.metrics.overloaded();
        refuse(Refusal::Overloaded);
    }
}

void HttpConnection::couponSeen(const Result<std::optional<CouponRow>, SqlError> &row)
{
    if (!row) {
        const SqlErrorKind kind = row.error().kind;
        const bool isAway = kind == SqlErrorKind::ConnectionLost || kind == SqlErrorKind::Refused;
        refuse(isAway ? Refusal::DatabaseAway : Refusal::InternalError);
    } else if (!row.value()) {
        refuse(Refusal::CouponNotFound);
    } else {
        m_body = couponBody(*row.value());
        answer({200, kJsonType, m_body});
    }
    work();
}

void HttpConnection::answer(const HttpAnswer &answer)
{
    const bool goesOn = m_reader && m_reader->hasHeader() && m_reader->keepsConnection();
    m_ends = m_ends || m_shared.stopping || !goesOn;
    m_shared.metrics.answered(answer.status);
    appendAnswer(m_out, answer,
                 {m_ends, !m_request.isHttp11, m_request.method == Method::Head, m_shared.date,
                  m_request.id});
    m_reader.reset();
    m_doing = Doing::Reading;
}

void HttpConnection::refuseAndEnd(Refusal refusal)
{
    m_ends = true;
    refuse(refusal);
}

void HttpConnection::write()
{
    if (m_doing == Doing::Closed) {
        return;
    }
    error_code error;
    m_doing = Doing::Writing;
    m_sent += m_socket.write_some(boost::asio::buffer(m_out.data() + m_sent, m_out.size() - m_sent),
                                  error);
    if (!error && m_sent == m_out.size()) {
        return wroteAll();
    }
    if (error && error != boost::asio::error::would_block) {
        return close();
    }
    m_sinceNs = monotonicNs();
    m_socket.async_wait(Socket::wait_write, [self = shared_from_this()](const error_code &failed) {
        failed ? self->close() : self->write();
    });
}

void HttpConnection::wroteAll()
{
    m_out.clear();
    m_sent = 0;
    if (m_ends) {
        return linger();
    }
    if (!m_reader) {
        m_sinceNs = monotonicNs();
    }
    m_doing = Doing::Reading;
    m_begin < m_end && !m_reader ? work() : read();
}

void HttpConnection::linger()
{
    // Closing while bytes of the client are unread would take the answer away from it.
    if (m_doing != Doing::Lingering) {
        m_doing = Doing::Lingering;
        m_sinceNs = monotonicNs();
        error_code ignored;
        m_socket.shutdown(Socket::shutdown_send, ignored);
    }
    m_socket.async_read_some(boost::asio::buffer(m_in),
                             [self = shared_from_this()](const error_code &error, std::size_t) {
                                 error ? self->close() : self->linger();
                             });
}

} // namespace stampede
