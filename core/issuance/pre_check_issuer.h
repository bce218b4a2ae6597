// SPDX-License-Identifier: MIT
#pragma once

#include "issuance/coupon_snapshot.h"
#include "issuance/issuer.h"

namespace stampede {

/// What the strategies share that look before they lock: one plain read by itself, outside of any
/// transaction, answers whoever gets none; only who may get one goes on to write. The session
/// commits each statement by itself until a transaction is begun.
class PreCheckIssuer : public TransactionIssuer
{
protected:
    using TransactionIssuer::TransactionIssuer;

    /// The look before anything is written; a refusal by `precedence` is decided.
    struct Looked
    {
        std::optional<Attempt> end; ///< refused or failed
        CouponSnapshot coupon;
    };
    Looked preCheck(UserId user, CouponId coupon, Precedence precedence, IssueAnswer &answer);
    /// Between reading and writing, where the scenario asks for it.
    void pause() const;

    /// START TRANSACTION and one statement of ours after it, in one packet and one step. The query
    /// stands at the result of the statement.
    Result<QSqlQuery, SqlError> beginWith(const QString &statement);
};

} // namespace stampede
