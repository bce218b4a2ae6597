// SPDX-License-Identifier: MIT
#pragma once

#include "load/target.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <set>
#include <vector>

/// Lets nobody through before `size` threads have come.
class BatchQueue
{
public:
    explicit BatchQueue(int size)
        : m_missing(size)
    {}
    /// False where the others have not come within 60 s.
    bool arriveAndWait();

private:
    std::mutex m_mutex; ///< guards m_missing
    int m_missing;
    std::condition_variable m_complete;
};

/// A service of its own, in memory: one coupon behind one lock, at most one for each user. Right by
/// construction, so that whatever is wrong in a history comes from the engine. It also watches how
/// it is used. The hooks are set before the engine runs.
class CouponService final : public stampede::Target
{
public:
    explicit CouponService(std::int64_t stock);

    stampede::Result<std::unique_ptr<stampede::TargetSession>, std::string>
    open(std::size_t worker) override;
    void interrupt(std::size_t worker) override;

    /// The coupon's part of a request: takes the lock, decides, writes.
    void issue(const stampede::Request &request, stampede::Operation &operation);
    /// Waits until that worker has been interrupted `times` times; false after 60 s without.
    bool awaitInterrupts(std::size_t worker, int times);

    /// Called before a session opens; a sentence refuses it.
    std::function<std::string(std::size_t worker)> beforeOpen;
    /// Called instead of issue(), where set.
    std::function<void(std::size_t worker, const stampede::Request &, stampede::Operation &)>
        onSend;

    [[nodiscard]] std::vector<std::size_t> interrupted() const;

    std::atomic<int> begun{0};
    std::atomic<int> opened{0};
    std::atomic<int> closed{0};
    std::atomic<int> openingNow{0};
    std::atomic<int> mostOpeningAtOnce{0};
    std::atomic<int> leastOpenAtSend{1'000'000};
    std::atomic<int> usedByAnotherThread{0};
    std::atomic<std::int64_t> timeoutSeen{-1};

private:
    mutable std::mutex m_mutex; ///< guards what follows
    std::int64_t m_stock;
    std::int64_t m_rows = 0;
    std::set<std::int64_t> m_holders;
    std::vector<std::size_t> m_interrupted;
    std::condition_variable m_wasInterrupted;
};
