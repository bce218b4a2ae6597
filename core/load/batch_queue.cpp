// SPDX-License-Identifier: MIT
#include "load/batch_queue.h"

#include "base/check.h"
#include "base/clock.h"

#include <algorithm>

namespace stampede {

void BatchQueue::join(BatchedCall &call)
{
    bool wakesTaker = false;
    {
        const std::lock_guard lock(m_mutex);
        STAMPEDE_CHECK(call.m_state.load(std::memory_order_relaxed) == BatchedCall::State::Apart);
        call.m_state.store(BatchedCall::State::Queued, std::memory_order_relaxed);
        call.m_word = m_joining;
        m_queue.push_back(&call);
        // Who gathers takes this call too, and whoever was woken before is on their way.
        wakesTaker = !m_someoneGathers && m_queue.size() == 1;
    }
    if (wakesTaker) {
        m_mayGather.notify_one();
    }
}

BatchQueue::Parting BatchQueue::await(std::unique_ptr<BatchedCall> &call, std::int64_t graceNs,
                                      const std::atomic<bool> &withdrawn)
{
    BatchedCall &mine = *call;
    Futex &word = m_words[mine.m_word];
    for (;;) {
        const std::uint32_t seen = word.value();
        if (mine.m_state.load(std::memory_order_acquire) == BatchedCall::State::Answered) {
            mine.m_state.store(BatchedCall::State::Apart, std::memory_order_relaxed);
            return Parting::Answered;
        }
        const std::int64_t nowNs = monotonicNs();
        const bool isWithdrawn = withdrawn.load(std::memory_order_acquire);
        if ((isWithdrawn || nowNs >= mine.deadlineNs) && leaveQueue(mine)) {
            return isWithdrawn ? Parting::Withdrawn : Parting::TimeUp;
        }
        const std::int64_t lastNs = mine.deadlineNs + graceNs;
        if (nowNs >= lastNs) {
            BatchedCall::State taken = BatchedCall::State::Taken;
            if (mine.m_state.compare_exchange_strong(taken, BatchedCall::State::Abandoned,
                                                     std::memory_order_acq_rel)) {
                static_cast<void>(call.release());
                return Parting::Abandoned;
            }
            continue; // answered or given back just now
        }
        word.wait(seen, nowNs < mine.deadlineNs ? mine.deadlineNs : lastNs);
    }
}

bool BatchQueue::leaveQueue(BatchedCall &call)
{
    const std::lock_guard lock(m_mutex);
    const auto place = std::find(m_queue.begin(), m_queue.end(), &call);
    if (place == m_queue.end()) {
        return false;
    }
    m_queue.erase(place);
    call.m_state.store(BatchedCall::State::Apart, std::memory_order_relaxed);
    return true;
}

void BatchQueue::callEverybody()
{
    for (Futex &word : m_words) {
        word.wakeAll();
    }
}

std::optional<std::int64_t> BatchQueue::gather()
{
    std::unique_lock lock(m_mutex);
    m_mayGather.wait(lock, [this] { return m_closed || (!m_someoneGathers && !m_queue.empty()); });
    if (m_closed) {
        return std::nullopt;
    }
    m_someoneGathers = true;
    return m_queue.front()->key;
}

std::vector<BatchedCall *> BatchQueue::take(std::int64_t key, std::size_t most)
{
    std::vector<BatchedCall *> taken;
    bool leavesSome = false;
    {
        const std::lock_guard lock(m_mutex);
        taken.reserve(std::min(most, m_queue.size()));
        std::size_t kept = 0;
        for (BatchedCall *const call : m_queue) {
            if (call->key == key && taken.size() < most) {
                call->m_state.store(BatchedCall::State::Taken, std::memory_order_relaxed);
                taken.push_back(call);
            } else {
                m_queue[kept++] = call;
            }
        }
        m_queue.resize(kept);
        m_joining = (m_joining + 1) % kWords;
        m_someoneGathers = false;
        leavesSome = !m_queue.empty();
    }
    if (leavesSome) {
        m_mayGather.notify_one();
    }
    return taken;
}

void BatchQueue::giveBack(const std::vector<BatchedCall *> &calls)
{
    std::array<bool, kWords> words{};
    std::vector<std::unique_ptr<BatchedCall>> abandoned;
    {
        const std::lock_guard lock(m_mutex);
        for (auto call = calls.rbegin(); call != calls.rend(); ++call) {
            auto taken = BatchedCall::State::Taken;
            const std::size_t word = (*call)->m_word;
            if ((*call)->m_state.compare_exchange_strong(taken, BatchedCall::State::Queued,
                                                         std::memory_order_acq_rel)) {
                m_queue.push_front(*call);
                words[word] = true;
            } else {
                abandoned.emplace_back(*call);
            }
        }
    }
    m_mayGather.notify_one();
    // Whose time was up meanwhile may leave now.
    wake(words);
}

void BatchQueue::answer(const std::vector<BatchedCall *> &calls)
{
    std::array<bool, kWords> words{};
    for (BatchedCall *const call : calls) {
        words[call->m_word] = true;
        // From here on the call is its caller's again.
        if (call->m_state.exchange(BatchedCall::State::Answered, std::memory_order_acq_rel) ==
            BatchedCall::State::Abandoned) {
            const std::unique_ptr<BatchedCall> owned(call);
        }
    }
    wake(words);
}

void BatchQueue::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_mayGather.notify_all();
}

bool BatchQueue::isClosed() const
{
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

void BatchQueue::wake(const std::array<bool, kWords> &words)
{
    for (std::size_t i = 0; i < kWords; ++i) {
        if (words[i]) {
            m_words[i].wakeAll();
        }
    }
}

} // namespace stampede
