// SPDX-License-Identifier: MIT
#pragma once

#include "issuance/group_commit_batch.h"
#include "issuance/group_commit_statements.h"

#include <atomic>
#include <memory>
#include <vector>

namespace stampede {

/// Serves a gathering over one connection: locks the coupon, then takes whoever waits by then, and
/// serves them in that one transaction. Two of them serve in turns: the second asks for the lock
/// while the first writes and commits. One thread.
class GroupCommitter
{
public:
    /// `session` is not open yet; `gathering` outlives the committer.
    GroupCommitter(std::unique_ptr<IssuerSession> session, BatchQueue &gathering,
                   std::int64_t timeoutNs);
    ~GroupCommitter();
    GroupCommitter(const GroupCommitter &) = delete;
    GroupCommitter &operator=(const GroupCommitter &) = delete;

    /// Connects, with patience: a crowd that connects at once can keep a server silent for long.
    Result<void, SqlError> open();
    /// Serves until the gathering is closed, then disconnects.
    void serve();

private:
    using Requests = std::vector<GroupCommitRequest *>;
    /// Where a transaction broke off.
    enum class Stage
    {
        Locking, ///< nothing of any request had been sent
        Writing,
        Committing ///< the server may have committed
    };

    Result<void, SqlError> connect();
    void disconnect();
    void serveOnce(CouponId coupon);
    Requests take(CouponId coupon);
    /// Takes out whose time is over; least time left of the others, ns.
    std::int64_t partWithLate(Requests &requests);
    void decide(const GroupCommitStatements::LockedCoupon &row, Requests requests,
                std::int64_t lockedNs);
    void write(GroupCommitBatch &batch, const Requests &requests, CouponId coupon,
               std::int64_t nowUs);
    /// Ends a transaction that wrote nothing and gives everybody the same answer.
    void refuseAll(const Requests &requests, Outcome outcome);
    Result<GroupCommitBatch::Users, SqlError> holdersAmong(const GroupCommitBatch &batch,
                                                           CouponId coupon);
    void settle(const Requests &requests, const SqlError &error, Stage stage);
    void settleLost(const Requests &requests, const SqlError &error, Stage stage);
    void answer(const Requests &requests);
    void giveBack(const Requests &requests);

    std::unique_ptr<IssuerSession> m_session;
    BatchQueue &m_queue;
    std::int64_t m_timeoutNs;
    GroupCommitStatements m_statements;
    bool m_looksFirst = false; ///< holders are likely: look who they are before writing
};

} // namespace stampede
