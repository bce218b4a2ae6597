// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <pthread.h>

namespace stampede {

/// A thread with a stack of 1 MiB: thousands of them fit where the default of 8 MiB may not, and a
/// thread that cannot be started is a result, not an exception. Joined by the destructor.
class WorkerThread
{
public:
    WorkerThread() = default;
    ~WorkerThread();
    WorkerThread(const WorkerThread &) = delete;
    WorkerThread &operator=(const WorkerThread &) = delete;

    /// Runs `body` in the new thread, at a lower scheduling priority (nice + 5) where the system
    /// allows it. 0, or the errno that says why it could not be started. To be called once.
    [[nodiscard]] int start(std::function<void()> body);
    /// Waits for the end of a started thread.
    void join();

private:
    static void *enter(void *thread);
    std::function<void()> m_body;
    pthread_t m_thread{};
    bool m_started = false;
};

} // namespace stampede
