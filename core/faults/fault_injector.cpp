// SPDX-License-Identifier: MIT
#include "faults/fault_injector.h"

#include "faults/faults_text.h"

#include "base/check.h"
#include "base/clock.h"
#include "database/private_server.h"
#include "relay/network_relay.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <random>
#include <utility>

namespace stampede {

FaultInjector::FaultInjector(const QList<PlannedFault> &faults, FaultMeans means,
                             const std::stop_token &end)
    : m_means(std::move(means))
    , m_passOn(end, [this] {
        m_over.request_stop();
        m_end.request_stop();
    })
{
    for (const PlannedFault &fault : faults) {
        InjectedFault injected;
        injected.planned = fault;
        m_faults.push_back(injected);
    }
}

FaultInjector::~FaultInjector()
{
    m_over.request_stop();
}

void FaultInjector::join(LoadEngine &engine)
{
    if (!m_faults.empty()) {
        engine.addWitness(*this);
    }
}

void FaultInjector::loadBegan(const Recorder & /*recorder*/, std::int64_t startedAtNs)
{
    m_startedAtNs = startedAtNs;
    m_thread = std::jthread([this] { direct(); });
}

void FaultInjector::loadEnded()
{
    m_over.request_stop();
    m_thread.join();
}

std::int64_t FaultInjector::sinceStartNs() const
{
    return monotonicNs() - m_startedAtNs;
}

bool FaultInjector::waitUntil(std::int64_t sinceStart) const
{
    std::mutex mutex; // nobody else waits here
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    const std::stop_token over = m_over.get_token();
    while (!over.stop_requested()) {
        const std::int64_t leftNs = sinceStart - sinceStartNs();
        if (leftNs <= 0) {
            return true;
        }
        never.wait_for(lock, over, std::chrono::nanoseconds(leftNs), [] { return false; });
    }
    return false;
}

void FaultInjector::direct()
{
    for (InjectedFault &fault : m_faults) {
        if (!waitUntil(fault.planned.at.count())) {
            return;
        }
        fault.beganNs = sinceStartNs();
        make(fault);
        if (!fault.failure.isEmpty()) {
            m_end.request_stop();
            return;
        }
        fault.endedNs = sinceStartNs();
    }
}

void FaultInjector::make(InjectedFault &fault)
{
    switch (fault.planned.action) {
    case FaultAction::ServerKill:
        return killServer(fault);
    case FaultAction::ServerFreeze:
        return freezeServer(fault);
    case FaultAction::ConnectionsKill:
        return killConnections(fault);
    case FaultAction::Network:
        return disturbNetwork(fault);
    }
}

void FaultInjector::disturbNetwork(InjectedFault &fault)
{
    STAMPEDE_CHECK(m_means.relay != nullptr);
    NetworkRelay &relay = *m_means.relay;
    const auto hit = [&fault, &relay] {
        switch (fault.planned.effect) {
        case NetworkEffect::Delay:
            return relay.delayAnswers(fault.planned.delay);
        case NetworkEffect::Cut:
            return relay.cut();
        case NetworkEffect::HalfOpen:
            return relay.goSilent();
        }
        STAMPEDE_CHECK(false);
    };
    fault.connections = static_cast<std::int64_t>(hit());
    waitUntil(*fault.beganNs + fault.planned.length.count());
    relay.heal();
}

void FaultInjector::killServer(InjectedFault &fault)
{
    STAMPEDE_CHECK(m_means.server != nullptr);
    fault.connections = static_cast<std::int64_t>(m_means.connections().size());
    m_means.server->kill();
    waitUntil(*fault.beganNs + fault.planned.length.count());
    if (const auto back = m_means.server->restart(); !back) {
        fault.failure =
            FaultsText::tr("The private server did not come back: %1").arg(back.error().message);
    }
}

void FaultInjector::freezeServer(const InjectedFault &fault)
{
    STAMPEDE_CHECK(m_means.server != nullptr);
    m_means.server->freeze();
    waitUntil(*fault.beganNs + fault.planned.length.count());
    m_means.server->thaw();
}

void FaultInjector::killConnections(InjectedFault &fault)
{
    auto connection = Connection::open(m_means.settings);
    if (!connection) {
        fault.failure =
            FaultsText::tr("No connection could be killed: %1.").arg(connection.error().message);
        return;
    }
    std::vector<qint64> ids = m_means.connections();
    std::mt19937_64 random(m_means.seed + static_cast<std::uint64_t>(fault.planned.at.count()));
    std::shuffle(ids.begin(), ids.end(), random);
    const double share = std::ceil(fault.planned.share * static_cast<double>(ids.size()));
    ids.resize(std::min(ids.size(), static_cast<std::size_t>(share)));
    for (const qint64 id : ids) {
        // One that has just ended by itself is none that was killed.
        const bool killed =
            connection.value()->execute(QStringLiteral("KILL CONNECTION %1").arg(id)).ok();
        fault.connections += killed ? 1 : 0;
    }
}

} // namespace stampede
