// SPDX-License-Identifier: MIT
#include "load/pacer.h"

#include "base/check.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace stampede {

namespace {

Ramp rampOf(const LoadPlan &plan)
{
    switch (plan.pacing) {
    case Pacing::ConstantArrivalRate:
        return Ramp::constant(plan.rate, plan.durationNs);
    case Pacing::RampingArrivalRate:
        return Ramp(plan.rate, plan.stages);
    case Pacing::RampingVus:
        return Ramp(plan.startVus, plan.stages);
    case Pacing::Burst:
    case Pacing::PerVuIterations:
    case Pacing::SharedIterations:
    case Pacing::ConstantVus:
        break;
    }
    return Ramp::constant(0, plan.durationNs);
}

Ticket sendNow(std::uint64_t index, std::int64_t nowNs)
{
    return {Ticket::Kind::Send, index, nowNs};
}

} // namespace

Pacer::Pacer(LoadPlan plan)
    : m_plan(std::move(plan))
    , m_ramp(rampOf(m_plan))
{}

Ticket Pacer::next(std::size_t vu, std::uint64_t done, std::int64_t endedNs, std::int64_t nowNs)
{
    if (isOpen(m_plan.pacing)) {
        return nextDue(nowNs);
    }
    if (nowNs > m_plan.durationNs || isFinished(done)) {
        return {};
    }
    if (done > 0 && nowNs < endedNs + m_plan.thinkNs) {
        return {Ticket::Kind::Wait, 0, endedNs + m_plan.thinkNs};
    }
    return nextClosed(vu, done, nowNs);
}

bool Pacer::isFinished(std::uint64_t done) const
{
    const auto iterations = static_cast<std::uint64_t>(m_plan.iterations);
    switch (m_plan.pacing) {
    case Pacing::Burst:
        return done > 0;
    case Pacing::PerVuIterations:
        return done >= iterations;
    case Pacing::SharedIterations:
        return m_shared.load(std::memory_order_relaxed) >= iterations;
    case Pacing::ConstantVus:
    case Pacing::RampingVus:
    case Pacing::ConstantArrivalRate:
    case Pacing::RampingArrivalRate:
        return false;
    }
    return false;
}

Ticket Pacer::nextClosed(std::size_t vu, std::uint64_t done, std::int64_t nowNs)
{
    const auto takeShared = [this] { return m_shared.fetch_add(1, std::memory_order_relaxed); };
    switch (m_plan.pacing) {
    case Pacing::Burst:
        return {Ticket::Kind::Send, vu, 0};
    case Pacing::PerVuIterations:
        return sendNow(vu * static_cast<std::uint64_t>(m_plan.iterations) + done, nowNs);
    case Pacing::SharedIterations: {
        const std::uint64_t index = takeShared();
        return index < static_cast<std::uint64_t>(m_plan.iterations) ? sendNow(index, nowNs)
                                                                     : Ticket{};
    }
    case Pacing::ConstantVus:
        return sendNow(takeShared(), nowNs);
    case Pacing::RampingVus: {
        const auto active = m_ramp.reaches(static_cast<double>(vu + 1) - Ramp::kTolerance, nowNs);
        if (!active || *active > m_plan.durationNs) {
            return {};
        }
        return *active <= nowNs ? sendNow(takeShared(), nowNs)
                                : Ticket{Ticket::Kind::Wait, 0, *active};
    }
    case Pacing::ConstantArrivalRate:
    case Pacing::RampingArrivalRate:
        break;
    }
    STAMPEDE_CHECK(false);
}

Ticket Pacer::nextDue(std::int64_t nowNs)
{
    const std::lock_guard lock(m_mutex);
    for (;;) {
        const std::uint64_t index = m_shared.load(std::memory_order_relaxed);
        const std::optional<std::int64_t> due = m_ramp.whenAreaIs(static_cast<double>(index));
        if (!due) {
            // Only a new rate could bring another one, and only while there is time.
            return nowNs < m_ramp.lengthNs() ? Ticket{Ticket::Kind::Wait, 0, m_ramp.lengthNs()}
                                             : Ticket{};
        }
        if (*due > nowNs) {
            return {Ticket::Kind::Wait, 0, *due};
        }
        m_shared.store(index + 1, std::memory_order_relaxed);
        if (nowNs - *due <= m_plan.timeoutNs) {
            return {Ticket::Kind::Send, index, *due};
        }
        m_dropped.fetch_add(1, std::memory_order_relaxed);
    }
}

bool Pacer::setRate(double perSecond, std::int64_t nowNs)
{
    if (!isOpen(m_plan.pacing)) {
        return false;
    }
    const std::lock_guard lock(m_mutex);
    if (nowNs >= m_ramp.lengthNs()) {
        return false;
    }
    m_ramp.continueWith(perSecond, nowNs);
    m_rateChanges.push_back({nowNs, perSecond});
    return true;
}

double Pacer::rateAt(std::int64_t nowNs) const
{
    if (!isOpen(m_plan.pacing)) {
        return 0;
    }
    const std::lock_guard lock(m_mutex);
    return m_ramp.valueAt(nowNs);
}

std::uint64_t Pacer::dueBy(std::int64_t nowNs) const
{
    if (!isOpen(m_plan.pacing)) {
        return 0;
    }
    const std::lock_guard lock(m_mutex);
    return static_cast<std::uint64_t>(
        std::ceil(m_ramp.areaUntil(std::min(nowNs, m_ramp.lengthNs())) - Ramp::kTolerance));
}

std::uint64_t Pacer::waitingAt(std::int64_t nowNs) const
{
    const std::uint64_t due = dueBy(nowNs);
    const std::uint64_t taken = m_shared.load(std::memory_order_relaxed);
    return due > taken ? due - taken : 0;
}

std::vector<RateChange> Pacer::rateChanges() const
{
    const std::lock_guard lock(m_mutex);
    return m_rateChanges;
}

std::uint64_t unsentAtStop(const Pacer &pacer, std::int64_t stoppedNs,
                           std::span<const Operation> history)
{
    const std::uint64_t due = pacer.dueBy(stoppedNs);
    const auto sent = static_cast<std::uint64_t>(
        std::count_if(history.begin(), history.end(),
                      [due](const Operation &each) { return each.request < due; }));
    const std::uint64_t done = sent + pacer.dropped();
    return due > done ? due - done : 0;
}

std::uint64_t requestsDue(const LoadPlan &plan)
{
    if (!isOpen(plan.pacing)) {
        return 0;
    }
    const Ramp ramp = rampOf(plan);
    return static_cast<std::uint64_t>(
        std::ceil(ramp.areaUntil(ramp.lengthNs()) - Ramp::kTolerance));
}

} // namespace stampede
