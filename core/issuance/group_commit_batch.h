// SPDX-License-Identifier: MIT
#pragma once

#include "issuance/issuer.h"
#include "load/batch_queue.h"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace stampede {

/// One request on its way through the gathering of a grouped service.
class GroupCommitRequest final : public BatchedCall
{
public:
    UserId user;
    CouponId coupon;
    std::int64_t startedNs = 0;
    IssueAnswer answer;

    /// monotonicNs() as a moment of the answer.
    [[nodiscard]] std::uint32_t momentUs(std::int64_t ns) const;
};

/// Decides about the requests of one batch as if they came one after another in their order under
/// the row lock: stock first, then the user, then whether they hold the coupon. No SQL.
class GroupCommitBatch
{
public:
    using Users = std::unordered_set<std::int64_t>;
    using Rows = std::unordered_map<std::int64_t, std::int64_t>; ///< user to row id

    GroupCommitBatch(std::vector<GroupCommitRequest *> requests, std::int64_t stock)
        : m_requests(std::move(requests))
        , m_stock(stock)
    {}

    /// Everybody who asks, for the look who holds already.
    [[nodiscard]] std::vector<UserId> users() const;
    /// Who is to get a row: the first, as many as there is stock, that are not among `holders`.
    [[nodiscard]] std::vector<UserId> choose(const Users &holders);
    /// Gives the answers, after the rows were written: `existing` says who of the chosen without
    /// a row exists at all. Requests that the stock did not reach are told so where it is gone.
    void conclude(const Rows &rows, const Users &existing);

    /// Answered by conclude().
    [[nodiscard]] const std::vector<GroupCommitRequest *> &decided() const { return m_decided; }
    /// Not reached, although there is stock left: to be asked again.
    [[nodiscard]] const std::vector<GroupCommitRequest *> &undecided() const { return m_undecided; }
    /// How many were told that they hold the coupon.
    [[nodiscard]] std::size_t holders() const { return m_holders; }

private:
    void refuse(GroupCommitRequest &request, Outcome outcome);

    std::vector<GroupCommitRequest *> m_requests;
    std::int64_t m_stock;
    Users m_known;                             ///< holders before the batch
    std::unordered_set<std::int64_t> m_chosen; ///< users
    std::size_t m_reached = 0;                 ///< requests that the stock suffices for
    std::size_t m_holders = 0;
    std::vector<GroupCommitRequest *> m_decided;
    std::vector<GroupCommitRequest *> m_undecided;
};

} // namespace stampede
