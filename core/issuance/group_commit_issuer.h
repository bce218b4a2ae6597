// SPDX-License-Identifier: MIT
#pragma once

#include "issuance/group_commit_service.h"
#include "issuance/issuer.h"

#include <memory>

namespace stampede {

/// "Together": requests that come while another batch is served are served together in one
/// transaction: one lock of the coupon, one insert of many rows, one decrement, one commit; each is
/// answered on its own after the commit.
///
/// The issuer needs no connection: it waits where the service's committers take it. Within a batch
/// requests are served in the order of their coming, stock before holder: stock-first.
class GroupCommitIssuer final : public Issuer
{
public:
    static constexpr Precedence kPrecedence = Precedence::StockFirst;

    /// `session` stays closed. Waits until the service has connected.
    static Result<std::unique_ptr<Issuer>, SqlError>
    open(std::unique_ptr<IssuerSession> session, std::shared_ptr<GroupCommitService> service);

    IssueAnswer issue(UserId user, CouponId coupon, std::int64_t startedNs,
                      std::int64_t timeoutNs) override;

private:
    GroupCommitIssuer(std::unique_ptr<IssuerSession> session,
                      std::shared_ptr<GroupCommitService> service);

    std::unique_ptr<IssuerSession> m_session;
    std::shared_ptr<GroupCommitService> m_service;
    std::unique_ptr<BatchedCall>
        m_call; ///< a GroupCommitRequest, made anew where one was abandoned
};

// What the prediction and the audit go by.
static_assert(GroupCommitIssuer::kPrecedence == declaredPrecedence(StrategyKind::Grouped));

} // namespace stampede
