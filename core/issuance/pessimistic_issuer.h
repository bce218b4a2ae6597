// SPDX-License-Identifier: MIT
#pragma once

#include "issuance/issuer.h"

#include <QSqlQuery>

namespace stampede {

/// The reference, "row lock first": lock the coupon, look for an earlier coupon of this person,
/// write the stock back as read minus one, insert under the unique key, commit. Each of the three
/// protections can be left out, to show what it was for.
///
/// Holds the coupon's row for four round trips (look, write, insert, commit). Stock is validated
/// before the duplicate, so a holder is told "out of stock" once the stock is gone: stock-first.
class PessimisticIssuer final : public TransactionIssuer
{
public:
    static constexpr Precedence kPrecedence = Precedence::StockFirst;

    /// Opens the session and prepares the statements.
    static Result<std::unique_ptr<Issuer>, SqlError> open(std::unique_ptr<IssuerSession> session);

private:
    using TransactionIssuer::TransactionIssuer;

    /// What the first statement read.
    struct CouponRow
    {
        std::int64_t stock = 0;
        std::int64_t startsAtUs = 0;
        std::int64_t endsAtUs = 0;
        std::int64_t nowUs = 0; ///< the database's clock, after the lock was granted
    };

    Attempt attempt(UserId user, CouponId coupon, IssueAnswer &answer) override;
    Result<void, SqlError> prepareStatements() override;
    void releaseStatements() override;

    Result<std::optional<CouponRow>, SqlError> readCoupon(CouponId coupon);
    /// Refusal of the second statement, or nothing.
    Result<std::optional<Outcome>, SqlError> lookUpUser(UserId user, CouponId coupon);
    Attempt write(UserId user, CouponId coupon, const CouponRow &row, IssueAnswer &answer);

    QSqlQuery m_readCoupon;
    QSqlQuery m_lookUp;
    QSqlQuery m_writeStock;
    QSqlQuery m_insert;
};

// What the prediction and the audit go by.
static_assert(PessimisticIssuer::kPrecedence == declaredPrecedence(StrategyKind::Pessimistic));

} // namespace stampede
