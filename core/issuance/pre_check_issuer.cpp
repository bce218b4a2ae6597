// SPDX-License-Identifier: MIT
#include "issuance/pre_check_issuer.h"

#include <QSqlError>

#include <thread>
#include <utility>

namespace stampede {

PreCheckIssuer::Looked PreCheckIssuer::preCheck(UserId user, CouponId coupon, Precedence precedence,
                                                IssueAnswer &answer)
{
    auto look = readCouponSnapshot(session(), user, coupon);
    if (!look) {
        return {failed(look.error()), {}};
    }
    if (!look.value()) {
        return {decided(Outcome::NotFound), {}};
    }
    if (const auto refusal = look.value()->refusal(precedence)) {
        answer.stockRead = look.value()->stock;
        return {decided(*refusal), *look.value()};
    }
    return {std::nullopt, *look.value()};
}

void PreCheckIssuer::pause() const
{
    if (const Duration pause = service().pause; pause > Duration::zero()) {
        std::this_thread::sleep_for(pause);
    }
}

Result<QSqlQuery, SqlError> PreCheckIssuer::beginWith(const QString &statement)
{
    if (const auto mayGoOn = session().nextStep(); !mayGoOn) {
        return Failure{mayGoOn.error()};
    }
    auto sent = session().send(QStringLiteral("START TRANSACTION; ") + statement);
    if (!sent) {
        return sent;
    }
    const bool done = sent.value().nextResult();
    session().answered(sent.value());
    if (!done) {
        return Failure{sqlErrorFrom(sent.value().lastError())};
    }
    return sent;
}

} // namespace stampede
