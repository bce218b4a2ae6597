// SPDX-License-Identifier: MIT
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "database/connection.h"
#include "issuance/group_commit_service.h"
#include "issuance/issuer.h"
#include "load/worker_thread.h"
#include "scenario/scenario.h"
#include "serve/coupon_reader.h"
#include "serve/job_queue.h"

#include <QString>

#include <atomic>
#include <chrono>
#include <deque>
#include <functional>
#include <optional>

namespace stampede {

struct PoolSettings
{
    ConnectionSettings database;
    ServiceSettings service;
    int connections = 16;          ///< threads that issue, each with one connection; 1…1,000
    std::size_t queueLimit = 4096; ///< requests that may wait for one of them
    /// Of one request, the time in the queue included.
    std::chrono::nanoseconds timeout = std::chrono::seconds(5);
    ServiceLog *log = nullptr; ///< outlives the pool
};

/// One request for a coupon, on its way to a thread of the pool.
struct IssueJob
{
    UserId user;
    CouponId coupon;
    std::int64_t takenNs = 0; ///< monotonicNs() when the service took it in
    /// Called in a thread of the pool. Nothing: its time was over before its turn came, and nothing
    /// has been touched.
    std::function<void(const std::optional<IssueAnswer> &)> done;
};

/// One look at a coupon.
struct CouponJob
{
    CouponId coupon;
    /// Called in a thread of the pool.
    std::function<void(const Result<std::optional<CouponRow>, SqlError> &)> done;
};

/// How much of the pool is in use.
struct PoolUse
{
    int connections = 0;
    int busy = 0;
    std::size_t queued = 0;
    std::size_t queueLimit = 0;
};

/// The threads that work at the database: each has one connection and one issuer; one more looks
/// coupons up, so that a look never waits behind the crowd. Requests wait in a bounded queue.
class DatabasePool
{
public:
    explicit DatabasePool(PoolSettings settings);
    /// Ends the pool.
    ~DatabasePool();
    DatabasePool(const DatabasePool &) = delete;
    DatabasePool &operator=(const DatabasePool &) = delete;

    /// Opens every connection; returns when all are there. The error is a sentence; the pool is of
    /// no use then. To be called once.
    Result<void, QString> start();
    /// False where the queue is full; nothing has been touched then. Any thread.
    [[nodiscard]] bool issue(IssueJob &&job) { return m_issues.push(std::move(job)); }
    [[nodiscard]] bool look(CouponJob &&job) { return m_looks.push(std::move(job)); }
    /// Whether the database is gone, as whoever watches it says; at first it is there. When it is
    /// back every thread opens its connection anew before its next request. Any thread.
    void setAway(bool away);
    [[nodiscard]] bool isAway() const { return m_isAway; }
    /// Any thread.
    [[nodiscard]] PoolUse use() const;
    /// Ends the threads and closes the connections. Jobs that still wait are dropped unanswered.
    void end();

private:
    class Opening;
    void issueAll(Opening &opening);
    void lookAll(Opening &opening);
    Result<std::unique_ptr<Issuer>, SqlError> openOne() const;

    const PoolSettings m_settings;
    JobQueue<IssueJob> m_issues;
    JobQueue<CouponJob> m_looks;
    const std::shared_ptr<GroupCommitService>
        m_shared; ///< of all issuers, where they share something
    std::atomic<int> m_busy{0};
    std::atomic<bool> m_isAway{false};
    std::atomic<unsigned> m_returns{0}; ///< of the database
    std::deque<WorkerThread> m_threads;
};

} // namespace stampede
