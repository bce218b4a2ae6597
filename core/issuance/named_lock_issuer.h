// SPDX-License-Identifier: MIT
#pragma once

#include "issuance/pre_check_issuer.h"

namespace stampede {

/// "One at a time by agreement": everybody asks the server for a lock that bears the coupon's name
/// (GET_LOCK), reads and writes under it without locking a row first, and gives it back only after
/// the commit was answered. Whoever writes the coupon by another way is not kept out.
///
/// Holds the lock for five round trips (look, write, insert, commit, release). Stock is validated
/// before the person, as the reference does: stock-first.
class NamedLockIssuer final : public PreCheckIssuer
{
public:
    static constexpr Precedence kPrecedence = Precedence::StockFirst;

    /// Opens the session and prepares the statements.
    static Result<std::unique_ptr<Issuer>, SqlError> open(std::unique_ptr<IssuerSession> session);

private:
    using PreCheckIssuer::PreCheckIssuer;

    Attempt attempt(UserId user, CouponId coupon, IssueAnswer &answer) override;
    Result<void, SqlError> prepareStatements() override;
    void releaseStatements() override;

    /// Waits for the lock; an attempt that has ended where it was not given.
    std::optional<Attempt> acquire(CouponId coupon);
    Attempt issueUnderLock(UserId user, CouponId coupon, IssueAnswer &answer);
    /// Gives the lock back after the transaction has ended, whatever came of it.
    void giveBack(const Attempt &attempt, CouponId coupon);

    QSqlQuery m_acquire;
    QSqlQuery m_insert;
    QSqlQuery m_giveBack;
};

// What the prediction and the audit go by.
static_assert(NamedLockIssuer::kPrecedence == declaredPrecedence(StrategyKind::NamedLock));

} // namespace stampede
