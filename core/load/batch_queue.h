// SPDX-License-Identifier: MIT
#pragma once

#include "load/futex.h"

#include <array>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace stampede {

/// One caller's request on its way through a gathering. Used by one caller at a time; what the
/// deriving type adds belongs to the caller until join(), to whoever took it from take() to
/// answer() or giveBack(), and to the caller again after await().
class BatchedCall
{
public:
    virtual ~BatchedCall() = default;
    BatchedCall(const BatchedCall &) = delete;
    BatchedCall &operator=(const BatchedCall &) = delete;

    std::int64_t key = 0;        ///< only calls of one key are taken together
    std::int64_t deadlineNs = 0; ///< monotonicNs() at which the caller's time is up

protected:
    BatchedCall() = default;

private:
    friend class BatchQueue;
    enum class State : std::uint8_t
    {
        Apart,    ///< not in a gathering
        Queued,   ///< waits to be taken
        Taken,    ///< somebody works on it
        Answered, ///< the caller may go
        Abandoned ///< the caller has gone; whoever took the call owns it
    };
    std::atomic<State> m_state{State::Apart};
    std::size_t m_word = 0; ///< which word its caller waits on
};

/// Where the callers of a crowd wait together: a few takers take all that wait at once, work on
/// them as one, and wake them all by one call. While one taker works the next one gathers, so
/// a batch is what came meanwhile: one call where little comes, many where many come, and nobody
/// waits for company.
class BatchQueue
{
public:
    /// How a caller left.
    enum class Parting
    {
        Answered,
        TimeUp,    ///< its time was up while nobody worked on it, and nobody will
        Withdrawn, ///< likewise, withdrawn
        Abandoned  ///< somebody still works on it, for too long; the call is theirs now
    };

    // The callers. Any thread.

    /// Puts the call into the queue.
    void join(BatchedCall &call);
    /// Waits until the call is answered, its time is up or `withdrawn` is set (and everybody
    /// called). A call that is being worked on is waited for until `graceNs` after its deadline;
    /// then `call` is empty.
    Parting await(std::unique_ptr<BatchedCall> &call, std::int64_t graceNs,
                  const std::atomic<bool> &withdrawn);
    /// Wakes every caller, to look whether it was withdrawn. Any thread.
    void callEverybody();

    // The takers, each in a thread of its own.

    /// Waits until there is a call and nobody else gathers; then this taker does. The key of the
    /// first call, or nothing once the gathering is closed.
    std::optional<std::int64_t> gather();
    /// Takes up to `most` calls of that key, in the order of their coming, and lets another gather.
    /// Empty where all have gone.
    std::vector<BatchedCall *> take(std::int64_t key, std::size_t most);
    /// Puts taken calls back to the head of the queue, in their order.
    void giveBack(const std::vector<BatchedCall *> &calls);
    /// Lets the callers go; deletes the calls of those who already went.
    void answer(const std::vector<BatchedCall *> &calls);

    /// Ends gather() of every taker. Calls that still wait are left to their time. Any thread.
    void close();
    [[nodiscard]] bool isClosed() const;

private:
    static constexpr std::size_t kWords = 64;

    /// Takes a call that nobody works on out of the queue. False where somebody does.
    bool leaveQueue(BatchedCall &call);
    void wake(const std::array<bool, kWords> &words);

    mutable std::mutex m_mutex; ///< guards what follows
    std::deque<BatchedCall *> m_queue;
    std::size_t m_joining = 0; ///< the word for those who come now
    bool m_someoneGathers = false;
    bool m_closed = false;
    std::condition_variable m_mayGather;

    /// Those who come between two batches share a word. More batches at once than words would only
    /// wake somebody for nothing.
    std::array<Futex, kWords> m_words;
};

} // namespace stampede
