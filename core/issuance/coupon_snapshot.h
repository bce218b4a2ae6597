// SPDX-License-Identifier: MIT
#pragma once

#include "base/ids.h"
#include "base/outcome.h"
#include "base/precedence.h"
#include "base/result.h"
#include "issuance/issuer_session.h"

#include <cstdint>
#include <optional>

namespace stampede {

/// What one plain read shows of a coupon and of somebody who asks for it.
struct CouponSnapshot
{
    std::int64_t stock = 0;
    std::int64_t version = 0; ///< writes to the row so far
    std::int64_t startsAtUs = 0;
    std::int64_t endsAtUs = 0;
    std::int64_t nowUs = 0; ///< the database's clock
    bool userExists = false;
    bool holds = false; ///< the user has the coupon

    /// Why the user gets none, or nothing. The window comes first; `precedence` says whether the
    /// stock is looked at before the person.
    [[nodiscard]] std::optional<Outcome> refusal(Precedence precedence) const;
};

/// Reads it in one statement, so that stock and holder are seen at one moment, without a lock;
/// nothing where there is no such coupon. A step of its own. The statement is sent as text: QtSql's
/// driver resets a prepared one before it executes it, which is a round trip more.
Result<std::optional<CouponSnapshot>, SqlError> readCouponSnapshot(IssuerSession &session,
                                                                   UserId user, CouponId coupon);

} // namespace stampede
