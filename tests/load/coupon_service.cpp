// SPDX-License-Identifier: MIT
#include "coupon_service.h"

#include "base/clock.h"

#include <algorithm>
#include <chrono>
#include <thread>

using namespace stampede;

namespace {

constexpr std::chrono::seconds kBound(60);

class Session final : public TargetSession
{
public:
    Session(CouponService &service, std::size_t worker)
        : m_service(service)
        , m_worker(worker)
    {
        ++m_service.opened;
    }

    ~Session() override
    {
        checkThread();
        ++m_service.closed;
    }

    void send(const Request &request, Operation &operation) override
    {
        checkThread();
        ++m_service.begun;
        int least = m_service.leastOpenAtSend;
        const int open = m_service.opened - m_service.closed;
        while (open < least && !m_service.leastOpenAtSend.compare_exchange_weak(least, open)) {
        }
        m_service.timeoutSeen = request.timeoutNs;
        if (m_service.onSend) {
            m_service.onSend(m_worker, request, operation);
        } else {
            m_service.issue(request, operation);
        }
    }

private:
    void checkThread()
    {
        m_service.usedByAnotherThread += std::this_thread::get_id() == m_thread ? 0 : 1;
    }

    CouponService &m_service;
    std::size_t m_worker;
    std::thread::id m_thread = std::this_thread::get_id();
};

} // namespace

bool BatchQueue::arriveAndWait()
{
    std::unique_lock lock(m_mutex);
    --m_missing;
    m_complete.notify_all();
    return m_complete.wait_for(lock, kBound, [this] { return m_missing <= 0; });
}

CouponService::CouponService(std::int64_t stock)
    : m_stock(stock)
{}

Result<std::unique_ptr<TargetSession>, std::string> CouponService::open(std::size_t worker)
{
    const int now = ++openingNow;
    int most = mostOpeningAtOnce;
    while (now > most && !mostOpeningAtOnce.compare_exchange_weak(most, now)) {
    }
    const std::string refusal = beforeOpen ? beforeOpen(worker) : std::string();
    --openingNow;
    if (!refusal.empty()) {
        return Failure{refusal};
    }
    return std::unique_ptr<TargetSession>(std::make_unique<Session>(*this, worker));
}

void CouponService::interrupt(std::size_t worker)
{
    {
        const std::lock_guard lock(m_mutex);
        m_interrupted.push_back(worker);
    }
    m_wasInterrupted.notify_all();
}

void CouponService::issue(const Request &request, Operation &operation)
{
    const std::lock_guard lock(m_mutex);
    operation.stockRead = static_cast<std::int32_t>(m_stock);
    if (m_stock <= 0) {
        operation.outcome = Outcome::OutOfStock;
    } else if (!m_holders.insert(request.user).second) {
        operation.outcome = Outcome::AlreadyIssued;
    } else {
        --m_stock;
        operation.rowId = ++m_rows;
        operation.outcome = Outcome::Issued;
    }
    // Under the lock, so that the moments have the order of the commits.
    operation.committedUs =
        static_cast<std::uint32_t>((monotonicNs() - request.invokedNs) / kNsPerUs);
}

bool CouponService::awaitInterrupts(std::size_t worker, int times)
{
    std::unique_lock lock(m_mutex);
    return m_wasInterrupted.wait_for(lock, kBound, [this, worker, times] {
        return std::count(m_interrupted.begin(), m_interrupted.end(), worker) >= times;
    });
}

std::vector<std::size_t> CouponService::interrupted() const
{
    const std::lock_guard lock(m_mutex);
    return m_interrupted;
}
