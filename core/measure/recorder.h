// SPDX-License-Identifier: MIT
#pragma once

#include "base/outcome.h"
#include "measure/histogram.h"
#include "measure/operation.h"
#include "measure/operation_log.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace stampede {

/// How many requests ended how.
struct OutcomeCounts
{
    std::array<std::uint64_t, kOutcomeCount> byOutcome{};
    [[nodiscard]] std::uint64_t of(Outcome outcome) const { return byOutcome[indexOf(outcome)]; }
    [[nodiscard]] std::uint64_t total() const;
};

/// How many answers over HTTP had a status and were taken for an outcome.
struct StatusCount
{
    Outcome outcome = Outcome::Unknown;
    int status = 0;
    std::int64_t count = 0;
};

/// One look at a run that goes on, by value.
struct LiveSnapshot
{
    std::int64_t elapsedNs = 0; ///< since the start of the load; 0 before it
    bool loadRunning = false;
    std::int64_t inFlight = 0;
    OutcomeCounts outcomes;
    /// Out-of-stock answers counted before anything else here was read. Whoever was told so had
    /// been preceded by every winner, and each of those is in flight or counted above; of the
    /// answers in `outcomes` this cannot be said, as requests may have begun since in flight was
    /// read.
    std::uint64_t outOfStockBefore = 0;
    /// The stock that the latest confirmed commit wrote, or that the answers over HTTP have told,
    /// as stockCommits() takes them; −1 before the first.
    std::int64_t lastStock = -1;
    /// The lowest stock that any of the commits left; nothing before one, or where an issued answer
    /// came without what its commit left. Of a stock
    /// that only falls, one piece an issued answer, it is never above the stock at the start less
    /// the issued in `outcomes`: who reads it above that sees a decrement lost.
    std::optional<std::int64_t> lowestStock;
    double rate = 0;              ///< requests a second that are meant to begin; 0 in closed models
    std::uint64_t dropped = 0;    ///< requests that were due and never sent
    std::uint64_t waiting = 0;    ///< requests that are due and find no free virtual user
    std::int64_t issuedP50Ns = 0; ///< service time of issued so far, 0 without one
    std::int64_t issuedP95Ns = 0;
    std::int64_t issuedP99Ns = 0;
    /// Where they are from, of a run that goes on; null in a look at a finished one.
    std::shared_ptr<const Histogram> issuedLatency;
};

/// Latency of every answer so far; empty where nobody asked for it to be watched.
struct LiveLatency
{
    Histogram service;
    Histogram response;
};

/// A request that has begun and of which nobody knows yet how it ends.
struct BegunRequest
{
    std::int64_t invokedNs = 0; ///< the earliest moment that it can have left
    std::int64_t user = 0;
    std::uint32_t request = 0;
    std::uint16_t vu = 0;
};

/// What has been recorded since somebody looked last.
struct RecordedSince
{
    std::vector<Operation> ended; ///< each worker's in their order
    std::vector<Operation> late;  ///< in place of ended ones; see Recorder::answeredLate()
    /// Not ended here; one that ended a moment ago may still be among them although an earlier look
    /// had it among the ended. A request that no look has told of had not begun when the latest one
    /// began.
    std::vector<BegunRequest> inFlight;
};

/// Takes in every operation of a run: counters to look at while it runs, and the full history.
/// Each worker writes only its own slot; one other thread may call live() at any time. Never
/// blocks.
class Recorder
{
public:
    enum class Log
    {
        PerWorker,
        Shared ///< one for all: where one thread is every worker
    };
    /// `expectedPerWorker` sizes the first block of each worker's history, up to 4,095 operations.
    Recorder(std::size_t workers, std::size_t expectedPerWorker);
    Recorder(std::size_t workers, Log log);
    ~Recorder();
    Recorder(const Recorder &) = delete;
    Recorder &operator=(const Recorder &) = delete;

    /// Keeps the latency of every answer for liveLatency(). Before the first request.
    void watchLatency();
    /// Any thread. Empty without watchLatency().
    [[nodiscard]] LiveLatency liveLatency() const;

    /// Worker: a request is about to leave.
    void began(std::size_t worker, const BegunRequest &request = {}) noexcept;
    /// Worker: it ended. The outcome is counted before the request leaves "in flight" (release), so
    /// that a reader may count it twice but never lose it.
    void ended(std::size_t worker, const Operation &operation);
    /// With a shared log: the answer to a request has come that was recorded as Unknown. The
    /// operation, with what the answer says, takes that one's place; it is known by its invokedNs
    /// and request.
    void answeredLate(const Operation &operation);
    /// Any thread. elapsedNs, loadRunning, rate and dropped are left for the caller to fill in.
    [[nodiscard]] LiveSnapshot live() const;
    /// Whether that worker has a request in flight. Any thread.
    [[nodiscard]] bool inFlight(std::size_t worker) const noexcept;
    /// How far somebody has read along.
    struct Place
    {
        std::vector<OperationLog::Place> logs; ///< one a worker
        OperationLog::Place late;
    };
    /// Any one thread, until takeHistory() is called: what is new since the last call with that
    /// place.
    [[nodiscard]] RecordedSince readOn(Place &place) const;
    /// After all workers have ended: every operation, in the order of invokedNs (ties by request).
    /// Takes them out: a second call finds none. The counters of live() stay.
    [[nodiscard]] std::vector<Operation> takeHistory();

private:
    struct Slot;
    void addCounts(std::span<const Outcome> outcomes, OutcomeCounts &sums) const noexcept;
    [[nodiscard]] std::int64_t lastStock() const noexcept;
    [[nodiscard]] std::optional<std::int64_t> lowestStock() const noexcept;

    [[nodiscard]] Slot &logSupervisor(std::size_t worker) const noexcept;
    void applyLate(std::vector<Operation> &history);
    void readInFlight(RecordedSince &found) const;

    std::size_t m_workers;
    bool m_sharesLog = false; ///< the first slot's
    std::unique_ptr<Slot[]> m_slots;
    OperationLog m_late; ///< of the one thread that shares the log with itself
    SharedHistogram m_issuedLatency;
    std::unique_ptr<SharedHistogram> m_service; ///< both null unless latency is watched
    std::unique_ptr<SharedHistogram> m_response;
};

/// Counts of a finished history.
OutcomeCounts countOutcomes(std::span<const Operation> history);

/// The statuses of all answers over HTTP, by outcome and status. Nothing where a definite answer
/// has none: then nobody kept them.
std::optional<std::vector<StatusCount>> countStatuses(std::span<const Operation> history);

} // namespace stampede
