// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace stampede {

/// Jobs that wait for a thread: first in, first out, never more than a limit. Any thread.
template<typename Job>
class JobQueue
{
public:
    explicit JobQueue(std::size_t limit)
        : m_limit(limit)
    {}

    /// Whether there was room; a job without room is left as it is.
    [[nodiscard]] bool push(Job &&job)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed || m_jobs.size() >= m_limit) {
                return false;
            }
            m_jobs.push_back(std::move(job));
        }
        m_changed.notify_one();
        return true;
    }

    /// Waits for the next job; nothing once the queue was closed.
    [[nodiscard]] std::optional<Job> pop()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_closed || !m_jobs.empty(); });
        if (m_jobs.empty()) {
            return std::nullopt;
        }
        std::optional<Job> job(std::move(m_jobs.front()));
        m_jobs.pop_front();
        return job;
    }

    /// No job comes in or is handed out any more; those that wait are dropped.
    void close()
    {
        std::deque<Job> dropped;
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
            dropped.swap(m_jobs);
        }
        m_changed.notify_all();
    }

    [[nodiscard]] std::size_t size() const
    {
        const std::lock_guard lock(m_mutex);
        return m_jobs.size();
    }

private:
    const std::size_t m_limit;
    mutable std::mutex m_mutex; ///< guards the two below
    std::deque<Job> m_jobs;
    bool m_closed = false;
    std::condition_variable m_changed;
};

} // namespace stampede
