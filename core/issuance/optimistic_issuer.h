// SPDX-License-Identifier: MIT
#pragma once

#include "issuance/pre_check_issuer.h"

namespace stampede {

/// "Compare and set": a plain read gives the stock and the row's version; the new stock is written
/// only where the version is still the same, then the person's row under the unique key, and
/// commit. Where somebody else was faster everything begins again, at most as often as the
/// scenario's retries and the time of the request allow; then it is contention.
///
/// Holds the coupon's row for two round trips (insert, commit), and only those whose version was
/// right do. A holder is told so whatever the stock is: duplicate-first.
class OptimisticIssuer final : public PreCheckIssuer
{
public:
    static constexpr Precedence kPrecedence = Precedence::DuplicateFirst;

    /// Opens the session and prepares the statements.
    static Result<std::unique_ptr<Issuer>, SqlError> open(std::unique_ptr<IssuerSession> session);

private:
    using PreCheckIssuer::PreCheckIssuer;

    Attempt attempt(UserId user, CouponId coupon, IssueAnswer &answer) override;
    Result<void, SqlError> prepareStatements() override;
    void releaseStatements() override;

    QSqlQuery m_insert;
};

// What the prediction and the audit go by.
static_assert(OptimisticIssuer::kPrecedence == declaredPrecedence(StrategyKind::Optimistic));

} // namespace stampede
