// SPDX-License-Identifier: MIT
#include "measure/recorder.h"

#include "base/check.h"
#include "base/clock.h"
#include "measure/stock_commits.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace stampede {

namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();

bool isBefore(const Operation &left, const Operation &right)
{
    return std::tie(left.invokedNs, left.request) < std::tie(right.invokedNs, right.request);
}

} // namespace

/// What one worker writes. A cache line boundary keeps workers from slowing each other down.
struct alignas(64) Recorder::Slot
{
    std::array<std::atomic<std::uint64_t>, kOutcomeCount> counts{};
    std::atomic<std::int64_t> committedNs{kNever}; ///< of the last operation that tells the stock
    std::atomic<std::int64_t> stock{-1};           ///< that it left; stored before committedNs
    std::atomic<std::int64_t> stockFromNs{0};      ///< its stockKnownFromNs(); likewise
    std::atomic<bool> saysStock{true};             ///< every issued one so far has told the stock
    std::atomic<std::uint64_t> begunTurn{0};       ///< odd while what was begun is written
    std::atomic<std::int64_t> begunNs{0};
    std::atomic<std::int64_t> begunUser{0};
    OperationLog log; ///< the worker's alone until takeHistory()
    std::atomic<std::uint32_t> begunRequest{0};
    std::atomic<bool> inFlight{false};
};

std::uint64_t OutcomeCounts::total() const
{
    return std::accumulate(byOutcome.begin(), byOutcome.end(), std::uint64_t{0});
}

Recorder::Recorder(std::size_t workers, std::size_t expectedPerWorker)
    : m_workers(workers)
    , m_slots(std::make_unique<Slot[]>(workers))
{
    for (std::size_t worker = 0; worker < m_workers; ++worker) {
        m_slots[worker].log.reserveFirst(expectedPerWorker);
    }
}

Recorder::Recorder(std::size_t workers, Log log)
    : m_workers(workers)
    , m_sharesLog(log == Log::Shared)
    , m_slots(std::make_unique<Slot[]>(workers))
{}

Recorder::~Recorder() = default;

Recorder::Slot &Recorder::logSupervisor(std::size_t worker) const noexcept
{
    return m_slots[m_sharesLog ? 0 : worker];
}

void Recorder::watchLatency()
{
    m_service = std::make_unique<SharedHistogram>();
    m_response = std::make_unique<SharedHistogram>();
}

LiveLatency Recorder::liveLatency() const
{
    return m_service ? LiveLatency{m_service->snapshot(), m_response->snapshot()} : LiveLatency();
}

void Recorder::began(std::size_t worker, const BegunRequest &request) noexcept
{
    Slot &slot = m_slots[worker];
    // A reader that sees one of the three sees the odd turn as well, and reads again.
    const std::uint64_t turn = slot.begunTurn.load(std::memory_order_relaxed);
    slot.begunTurn.store(turn + 1, std::memory_order_relaxed);
    slot.begunNs.store(request.invokedNs, std::memory_order_release);
    slot.begunUser.store(request.user, std::memory_order_release);
    slot.begunRequest.store(request.request, std::memory_order_release);
    slot.begunTurn.store(turn + 2, std::memory_order_release);
    // Release as well: who sees this request in flight must see the one before it counted.
    slot.inFlight.store(true, std::memory_order_release);
}

void Recorder::ended(std::size_t worker, const Operation &operation)
{
    Slot &slot = m_slots[worker];
    logSupervisor(worker).log.append(operation);
    if (m_service && operation.returnedNs != Operation::kNoAnswer) {
        m_service->record(operation.serviceNs());
        m_response->record(operation.responseNs());
    }
    if (operation.outcome == Outcome::Issued) {
        if (operation.returnedNs != Operation::kNoAnswer) {
            m_issuedLatency.record(operation.serviceNs());
        }
    }
    if (tellsStock(operation)) {
        slot.stock.store(operation.stockLeft(), std::memory_order_relaxed);
        slot.stockFromNs.store(stockKnownFromNs(operation), std::memory_order_relaxed);
        slot.committedNs.store(operation.stockLeftNs(), std::memory_order_release);
    } else if (operation.outcome == Outcome::Issued) {
        slot.saysStock.store(false, std::memory_order_relaxed); // counted below (release)
    }
    // One writer a slot, so that no read-modify-write is needed.
    std::atomic<std::uint64_t> &count = slot.counts[indexOf(operation.outcome)];
    count.store(count.load(std::memory_order_relaxed) + 1, std::memory_order_release);
    slot.inFlight.store(false, std::memory_order_release);
}

void Recorder::answeredLate(const Operation &operation)
{
    STAMPEDE_CHECK(m_sharesLog && operation.outcome != Outcome::Unknown);
    m_late.append(operation);
    if (operation.outcome == Outcome::Issued) {
        m_issuedLatency.record(operation.serviceNs());
    }
    if (m_service) {
        m_service->record(operation.serviceNs());
        m_response->record(operation.responseNs());
    }
    // Added before it is taken away: who looks on may see it twice, never not at all.
    const auto add = [&slot = m_slots[operation.vu]](Outcome outcome, std::int64_t number) {
        std::atomic<std::uint64_t> &count = slot.counts[indexOf(outcome)];
        count.store(count.load(std::memory_order_relaxed) + static_cast<std::uint64_t>(number),
                    std::memory_order_release);
    };
    add(operation.outcome, 1);
    add(Outcome::Unknown, -1);
}

void Recorder::addCounts(std::span<const Outcome> outcomes, OutcomeCounts &sums) const noexcept
{
    for (std::size_t worker = 0; worker < m_workers; ++worker) {
        for (const Outcome outcome : outcomes) {
            sums.byOutcome[indexOf(outcome)] +=
                m_slots[worker].counts[indexOf(outcome)].load(std::memory_order_acquire);
        }
    }
}

std::int64_t Recorder::lastStock() const noexcept
{
    std::int64_t latest = kNever;
    std::int64_t from = kNever;
    for (std::size_t worker = 0; worker < m_workers; ++worker) {
        const Slot &slot = m_slots[worker];
        const std::int64_t committed = slot.committedNs.load(std::memory_order_acquire);
        if (committed > latest) {
            latest = committed;
            from = slot.stockFromNs.load(std::memory_order_relaxed);
        }
    }
    if (latest == kNever) {
        return -1;
    }
    // Whose order nobody knows: the lowest stock among them is the latest, as none comes back.
    std::int64_t stock = std::numeric_limits<std::int64_t>::max();
    for (std::size_t worker = 0; worker < m_workers; ++worker) {
        const Slot &slot = m_slots[worker];
        if (slot.committedNs.load(std::memory_order_acquire) >= from) {
            stock = std::min(stock, slot.stock.load(std::memory_order_relaxed));
        }
    }
    return stock;
}

std::optional<std::int64_t> Recorder::lowestStock() const noexcept
{
    // A worker's latest is its lowest where the stock only falls; where it does not, this is no
    // more than the lowest of what the workers wrote last.
    std::optional<std::int64_t> lowest;
    for (std::size_t worker = 0; worker < m_workers; ++worker) {
        const Slot &slot = m_slots[worker];
        if (!slot.saysStock.load(std::memory_order_acquire)) {
            return std::nullopt;
        }
        if (slot.committedNs.load(std::memory_order_acquire) != kNever) {
            const std::int64_t stock = slot.stock.load(std::memory_order_relaxed);
            lowest = std::min(lowest.value_or(stock), stock);
        }
    }
    return lowest;
}

LiveSnapshot Recorder::live() const
{
    constexpr std::array kSoldOut = {Outcome::OutOfStock};
    constexpr std::array kUndecided = {Outcome::Unknown, Outcome::ServerError, Outcome::Contention};
    constexpr std::array kDecided = {
        Outcome::Issued,      Outcome::AlreadyIssued, Outcome::OutOfStock,     Outcome::NotStarted,
        Outcome::Expired,     Outcome::NotFound,      Outcome::InvalidRequest, Outcome::NotSent,
        Outcome::Interrupted, Outcome::NotIssued,
    };
    static_assert(kUndecided.size() + kDecided.size() == kOutcomeCount);

    LiveSnapshot snapshot;
    OutcomeCounts before;
    addCounts(kSoldOut, before);
    snapshot.outOfStockBefore = before.of(Outcome::OutOfStock);
    for (std::size_t worker = 0; worker < m_workers; ++worker) {
        snapshot.inFlight += inFlight(worker) ? 1 : 0;
    }
    addCounts(kUndecided, snapshot.outcomes);
    addCounts(kDecided, snapshot.outcomes);
    snapshot.lastStock = lastStock();
    snapshot.lowestStock = lowestStock();
    snapshot.issuedLatency = std::make_shared<const Histogram>(m_issuedLatency.snapshot());
    snapshot.issuedP50Ns = snapshot.issuedLatency->percentile(50);
    snapshot.issuedP95Ns = snapshot.issuedLatency->percentile(95);
    snapshot.issuedP99Ns = snapshot.issuedLatency->percentile(99);
    return snapshot;
}

bool Recorder::inFlight(std::size_t worker) const noexcept
{
    return m_slots[worker].inFlight.load(std::memory_order_acquire);
}

void Recorder::readInFlight(RecordedSince &found) const
{
    for (std::size_t worker = 0; worker < m_workers; ++worker) {
        const Slot &slot = m_slots[worker];
        BegunRequest begun;
        begun.vu = static_cast<std::uint16_t>(worker);
        std::uint64_t before = 0;
        bool flying = false;
        do {
            flying = inFlight(worker);
            before = slot.begunTurn.load(std::memory_order_acquire);
            begun.invokedNs = slot.begunNs.load(std::memory_order_acquire);
            begun.user = slot.begunUser.load(std::memory_order_acquire);
            begun.request = slot.begunRequest.load(std::memory_order_acquire);
        } while (before % 2 != 0 || slot.begunTurn.load(std::memory_order_relaxed) != before);
        if (flying) {
            found.inFlight.push_back(begun);
        }
    }
}

RecordedSince Recorder::readOn(Place &place) const
{
    RecordedSince found;
    place.logs.resize(m_workers);
    // In flight first: what ends meanwhile is then found among the ended as well, not lost.
    readInFlight(found);
    for (std::size_t worker = 0; worker < m_workers; ++worker) {
        m_slots[worker].log.readOn(place.logs[worker], found.ended);
    }
    m_late.readOn(place.late, found.late);
    std::vector<std::uint32_t> ended;
    ended.reserve(found.ended.size());
    for (const Operation &operation : found.ended) {
        ended.push_back(operation.request);
    }
    std::sort(ended.begin(), ended.end());
    std::erase_if(found.inFlight, [&ended](const BegunRequest &begun) {
        return std::binary_search(ended.begin(), ended.end(), begun.request);
    });
    return found;
}

std::vector<Operation> Recorder::takeHistory()
{
    std::size_t total = 0;
    for (std::size_t worker = 0; worker < m_workers; ++worker) {
        STAMPEDE_CHECK(!inFlight(worker));
        total += m_slots[worker].log.size();
    }
    std::vector<Operation> history;
    history.reserve(total);
    for (std::size_t worker = 0; worker < m_workers; ++worker) {
        m_slots[worker].log.moveTo(history);
    }
    std::sort(history.begin(), history.end(), isBefore);
    applyLate(history);
    return history;
}

void Recorder::applyLate(std::vector<Operation> &history)
{
    std::vector<Operation> late;
    m_late.moveTo(late);
    for (const Operation &operation : late) {
        const auto found = std::lower_bound(history.begin(), history.end(), operation, isBefore);
        STAMPEDE_CHECK(found != history.end() && found->request == operation.request);
        *found = operation;
    }
}

OutcomeCounts countOutcomes(std::span<const Operation> history)
{
    OutcomeCounts counts;
    for (const Operation &operation : history) {
        ++counts.byOutcome[indexOf(operation.outcome)];
    }
    return counts;
}

std::optional<std::vector<StatusCount>> countStatuses(std::span<const Operation> history)
{
    std::map<std::pair<Outcome, int>, std::int64_t> counts;
    for (const Operation &operation : history) {
        if (const int status = operation.httpStatus(); status != 0) {
            ++counts[{operation.outcome, status}];
        } else if (isDefinite(operation.outcome)) {
            return std::nullopt;
        }
    }
    std::vector<StatusCount> statuses;
    statuses.reserve(counts.size());
    for (const auto &[what, count] : counts) {
        statuses.push_back({what.first, what.second, count});
    }
    return statuses;
}

} // namespace stampede
