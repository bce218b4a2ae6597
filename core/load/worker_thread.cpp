// SPDX-License-Identifier: MIT
#include "load/worker_thread.h"

#include "base/check.h"

#include <sys/resource.h>
#include <unistd.h>

#include <utility>

namespace stampede {

namespace {

constexpr std::size_t kStackBytes = 1'048'576;
constexpr int kNiceness = 5;

/// Linux keeps the niceness per thread. A refusal only means that the crowd competes as an equal.
void lowerPriority()
{
    const auto thread = static_cast<id_t>(gettid());
    static_cast<void>(
        setpriority(PRIO_PROCESS, thread, getpriority(PRIO_PROCESS, thread) + kNiceness));
}

} // namespace

WorkerThread::~WorkerThread()
{
    join();
}

int WorkerThread::start(std::function<void()> body)
{
    STAMPEDE_CHECK(!m_body);
    m_body = std::move(body);
    pthread_attr_t attributes;
    int error = pthread_attr_init(&attributes);
    if (error != 0) {
        return error;
    }
    error = pthread_attr_setstacksize(&attributes, kStackBytes);
    if (error == 0) {
        error = pthread_create(&m_thread, &attributes, enter, this);
    }
    static_cast<void>(pthread_attr_destroy(&attributes));
    m_started = error == 0;
    return error;
}

void WorkerThread::join()
{
    if (m_started) {
        STAMPEDE_CHECK(pthread_join(m_thread, nullptr) == 0);
        m_started = false;
    }
}

void *WorkerThread::enter(void *thread)
{
    lowerPriority();
    static_cast<WorkerThread *>(thread)->m_body();
    return nullptr;
}

} // namespace stampede
