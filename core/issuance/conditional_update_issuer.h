// SPDX-License-Identifier: MIT
#pragma once

#include "issuance/pre_check_issuer.h"

namespace stampede {

/// "Insert first, guarded decrement last": a plain read answers whoever gets none; the others
/// insert their row under the unique key, then take a piece where there still is one, and commit.
/// The key decides who holds, `quantity > 0` in the decrement whether there is one.
///
/// Holds the coupon's row for one round trip (commit). A holder is told so whatever the stock is:
/// duplicate-first.
class ConditionalUpdateIssuer final : public PreCheckIssuer
{
public:
    static constexpr Precedence kPrecedence = Precedence::DuplicateFirst;

    /// Opens the session.
    static Result<std::unique_ptr<Issuer>, SqlError> open(std::unique_ptr<IssuerSession> session);

private:
    using PreCheckIssuer::PreCheckIssuer;

    Attempt attempt(UserId user, CouponId coupon, IssueAnswer &answer) override;
    // Every statement is sent as text (readCouponSnapshot() says why).
    Result<void, SqlError> prepareStatements() override { return {}; }
    void releaseStatements() override {}
};

// What the prediction and the audit go by.
static_assert(ConditionalUpdateIssuer::kPrecedence ==
              declaredPrecedence(StrategyKind::ConditionalUpdate));

} // namespace stampede
