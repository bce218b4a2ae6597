#include "base/answer_code.h"

namespace stampede {

namespace {

struct ServiceCode
{
    int status;
    std::string_view code;
};

ServiceCode codeOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Issued:
        return {200, {}};
    case Outcome::AlreadyIssued:
        return {409, "ALREADY_ISSUED_COUPON"};
    case Outcome::OutOfStock:
        return {400, "OUT_OF_STOCK"};
    case Outcome::NotStarted:
        return {400, "COUPON_NOT_STARTED"};
    case Outcome::Expired:
        return {400, "COUPON_EXPIRED"};
    case Outcome::NotFound:
        return {404, "COUPON_NOT_FOUND"};
    case Outcome::InvalidRequest:
        return {400, "INVALID_REQUEST"};
    case Outcome::Contention:
        return {503, "CONTENTION"};
    case Outcome::NotSent: // nothing has reached the database
        return {503, "DATABASE_UNAVAILABLE"};
    case Outcome::Interrupted:
    case Outcome::ServerError:
    case Outcome::Unknown:
    case Outcome::NotIssued: // no service of ours says it
        break;
    }
    return {500, "INTERNAL_ERROR"};
}

} // namespace

int answerStatus(Outcome outcome)
{
    return codeOf(outcome).status;
}

std::string_view answerCode(Outcome outcome)
{
    return codeOf(outcome).code;
}

} // namespace stampede
