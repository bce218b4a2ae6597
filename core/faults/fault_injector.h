// SPDX-License-Identifier: MIT
#pragma once
// faults: what a scenario does to server, connections and network on purpose while its load runs.

#include "database/connection.h"
#include "load/load_engine.h"
#include "record/injected_fault.h"

#include <QList>

#include <cstdint>
#include <functional>
#include <stop_token>
#include <thread>
#include <vector>

namespace stampede {

class NetworkRelay;
class PrivateServer;

/// What faults are made with; what a scenario's faults do not need may be missing.
struct FaultMeans
{
    PrivateServer *server = nullptr; ///< nobody else uses it while the load runs
    NetworkRelay *relay = nullptr;   ///< which the load goes through
    ConnectionSettings settings{};   ///< of a connection that may kill those of the load
    std::uint64_t seed = 0;          ///< decides which connections are killed
    std::function<std::vector<qint64>()> connections{}; ///< of the load, at this moment; any thread
};

/// Makes the faults of a scenario while its load runs, each at its time, one after the other. Where
/// the load or the run ends first, what goes on is undone at once and the rest left out. Where
/// something cannot be undone, the load is ended. Its own thread.
class FaultInjector final : public LoadObserver
{
public:
    /// `end` ends the load from outside and is passed on.
    FaultInjector(const QList<PlannedFault> &faults, FaultMeans means, const std::stop_token &end);
    ~FaultInjector() override;

    /// To be told when the load begins and ends; nothing where there is no fault.
    void join(LoadEngine &engine);
    /// What the load is to run with.
    [[nodiscard]] std::stop_token token() const { return m_end.get_token(); }
    /// What became of the faults. After the load.
    [[nodiscard]] const std::vector<InjectedFault> &faults() const { return m_faults; }

    void loadBegan(const Recorder &recorder, std::int64_t startedAtNs) override;
    /// Returns when everything works again, or cannot.
    void loadEnded() override;

private:
    void direct();
    void make(InjectedFault &fault);
    void killServer(InjectedFault &fault);
    void freezeServer(const InjectedFault &fault);
    void killConnections(InjectedFault &fault);
    void disturbNetwork(InjectedFault &fault);
    [[nodiscard]] std::int64_t sinceStartNs() const;
    /// Waits; at once after the end. False then.
    bool waitUntil(std::int64_t sinceStartNs) const;

    std::vector<InjectedFault> m_faults; ///< the thread's while it runs
    FaultMeans m_means;
    std::int64_t m_startedAtNs = 0;
    std::stop_source m_end;  ///< ends the load
    std::stop_source m_over; ///< the load is over, or is to be
    std::stop_callback<std::function<void()>> m_passOn;
    std::jthread m_thread; ///< last: it ends before the rest goes
};

} // namespace stampede
