// SPDX-License-Identifier: MIT
#include "serve/answers.h"

#include "serve/serve_text.h"

#include "base/clock.h"
#include "base/outcome.h"

#include <QCoreApplication>
#include <QDateTime>

#include <charconv>

namespace stampede {

namespace {

struct RefusalWords
{
    int status;
    std::string_view code;
    const char *message;
    std::string_view headers{};
};

constexpr std::string_view kRetryAfter = "Retry-After: 1\r\n";

/// As everywhere where the service answers so.
RefusalWords wordsOf(Outcome outcome, const char *message)
{
    return {answerStatus(outcome), answerCode(outcome), message};
}

RefusalWords wordsOf(Refusal refusal)
{
    switch (refusal) {
    case Refusal::AlreadyIssued:
        return wordsOf(Outcome::AlreadyIssued,
                       QT_TRANSLATE_NOOP("ServeText", "This user has the coupon already."));
    case Refusal::OutOfStock:
        return wordsOf(Outcome::OutOfStock, QT_TRANSLATE_NOOP("ServeText", "No coupon is left."));
    case Refusal::NotStarted:
        return wordsOf(Outcome::NotStarted,
                       QT_TRANSLATE_NOOP("ServeText", "The coupon is not yet handed out."));
    case Refusal::Expired:
        return wordsOf(Outcome::Expired,
                       QT_TRANSLATE_NOOP("ServeText", "The coupon is no longer handed out."));
    case Refusal::CouponNotFound:
        return wordsOf(Outcome::NotFound,
                       QT_TRANSLATE_NOOP("ServeText", "There is no such coupon."));
    case Refusal::UserNotFound:
        return {404, "USER_NOT_FOUND", QT_TRANSLATE_NOOP("ServeText", "There is no such user.")};
    case Refusal::InvalidRequest:
        return wordsOf(Outcome::InvalidRequest,
                       QT_TRANSLATE_NOOP("ServeText", "The request is not valid HTTP."));
    case Refusal::Contention:
        return wordsOf(Outcome::Contention,
                       QT_TRANSLATE_NOOP("ServeText",
                                         "The database broke the transaction off, and the "
                                         "retries ran out. Nothing was issued."));
    case Refusal::InternalError:
        return wordsOf(Outcome::ServerError,
                       QT_TRANSLATE_NOOP("ServeText", "The request could not be carried out."));
    case Refusal::DatabaseAway:
        return {
            answerStatus(Outcome::NotSent), answerCode(Outcome::NotSent),
            QT_TRANSLATE_NOOP("ServeText", "The database cannot be reached. Nothing was issued."),
            kRetryAfter};
    case Refusal::Overloaded:
        return {503, "OVERLOADED",
                QT_TRANSLATE_NOOP("ServeText", "Too many requests wait. Nothing was touched."),
                kRetryAfter};
    case Refusal::TooManyClients:
        return {503, "OVERLOADED", QT_TRANSLATE_NOOP("ServeText", "Too many connections are open."),
                kRetryAfter};
    case Refusal::Unauthorized:
        return {401, "UNAUTHORIZED",
                QT_TRANSLATE_NOOP("ServeText", "The header Authorization: Bearer TOKEN is missing, "
                                               "or the token is another one."),
                "WWW-Authenticate: Bearer realm=\"stampede\"\r\n"};
    case Refusal::UnknownPath:
        return {404, "NOT_FOUND",
                QT_TRANSLATE_NOOP("ServeText", "There is nothing at this path. Known: POST "
                                               "/api/coupons/{couponId}/issue, GET "
                                               "/api/coupons/{couponId}, /healthz, /metrics.")};
    case Refusal::MethodNotAllowed:
        return {405, "METHOD_NOT_ALLOWED",
                QT_TRANSLATE_NOOP("ServeText", "This path does not know that method; the header "
                                               "Allow lists those that it does.")};
    case Refusal::RequestTimeout:
        return {408, "REQUEST_TIMEOUT",
                QT_TRANSLATE_NOOP("ServeText", "The request did not come to its end in time.")};
    case Refusal::BodyTooLarge:
        return {413, "BODY_TOO_LARGE",
                QT_TRANSLATE_NOOP("ServeText", "The body is larger than 64 KiB.")};
    case Refusal::HeaderTooLarge:
        return {431, "HEADER_TOO_LARGE",
                QT_TRANSLATE_NOOP("ServeText", "The header is larger than 8 KiB.")};
    }
    STAMPEDE_CHECK(false);
}

constexpr std::size_t indexOf(Refusal refusal)
{
    return static_cast<std::size_t>(refusal);
}

static_assert(indexOf(Refusal::HeaderTooLarge) + 1 == kRefusalCount);

void appendField(std::string &out, std::string_view key, std::int64_t value)
{
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(key).append(digits.data(), end);
}

std::string isoMoment(std::int64_t us)
{
    return QDateTime::fromMSecsSinceEpoch(us / 1000, Qt::UTC)
        .toString(Qt::ISODateWithMs)
        .toStdString();
}

} // namespace

Refusal refusalOf(const IssueAnswer &answer)
{
    switch (answer.outcome) {
    case Outcome::AlreadyIssued:
        return Refusal::AlreadyIssued;
    case Outcome::OutOfStock:
        return Refusal::OutOfStock;
    case Outcome::NotStarted:
        return Refusal::NotStarted;
    case Outcome::Expired:
        return Refusal::Expired;
    case Outcome::NotFound:
        // The coupon is read first: without it no stock was read.
        return answer.stockRead < 0 ? Refusal::CouponNotFound : Refusal::UserNotFound;
    case Outcome::InvalidRequest:
        return Refusal::InvalidRequest;
    case Outcome::Contention:
        return Refusal::Contention;
    case Outcome::NotSent:
        return Refusal::DatabaseAway;
    case Outcome::Issued:
    case Outcome::Interrupted:
    case Outcome::ServerError:
    case Outcome::Unknown:
    case Outcome::NotIssued:
        return Refusal::InternalError;
    }
    return Refusal::InternalError;
}

std::string refusalBody(Refusal refusal, const QString &message)
{
    return "{\"code\":\"" + std::string(wordsOf(refusal).code) + "\",\"message\":\"" +
           jsonEscaped(message.toStdString()) + "\"}";
}

FixedAnswers::FixedAnswers()
{
    for (std::size_t i = 0; i < kRefusalCount; ++i) {
        const auto refusal = static_cast<Refusal>(i);
        m_bodies[i] = refusalBody(refusal, ServeText::tr(wordsOf(refusal).message));
    }
}

HttpAnswer FixedAnswers::refusal(Refusal refusal) const
{
    const RefusalWords words = wordsOf(refusal);
    return {words.status, kJsonType, m_bodies[indexOf(refusal)], words.headers};
}

HttpAnswer FixedAnswers::health()
{
    return {200, kJsonType, "{\"status\":\"ok\"}"};
}

HttpAnswer FixedAnswers::wrongMethod(Route route) const
{
    HttpAnswer answer = refusal(Refusal::MethodNotAllowed);
    answer.headers = allowedMethods(route) == "POST" ? "Allow: POST\r\n" : "Allow: GET, HEAD\r\n";
    return answer;
}

void writeIssued(std::string &out, CouponId coupon, UserId user, const IssueAnswer &answer)
{
    out.clear();
    appendField(out, "{\"userCouponId\":", answer.rowId);
    appendField(out, ",\"couponId\":", coupon.value);
    appendField(out, ",\"userId\":", user.value);
    appendField(out, ",\"remainingQuantity\":", answer.stockRead - 1);
    out.push_back('}');
}

std::string couponBody(const CouponRow &coupon)
{
    std::string out;
    appendField(out, "{\"id\":", coupon.id.value);
    out += ",\"name\":\"" + jsonEscaped(coupon.name.toStdString()) + '"';
    appendField(out, ",\"discountPercent\":", coupon.discountPercent);
    appendField(out, ",\"totalQuantity\":", coupon.totalQuantity);
    appendField(out, ",\"remainingQuantity\":", coupon.remainingQuantity);
    appendField(out, ",\"issuedCount\":", coupon.issuedCount);
    out += ",\"startsAt\":\"" + isoMoment(coupon.startsAtUs) + "\",\"endsAt\":\"" +
           isoMoment(coupon.endsAtUs) + "\"}";
    return out;
}

} // namespace stampede
