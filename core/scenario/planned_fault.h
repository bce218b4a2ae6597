// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <array>
#include <chrono>

namespace stampede {

/// What a scenario may do on purpose to what its load depends on.
enum class FaultAction
{
    ServerKill,      ///< SIGKILL to the private server, and a new start
    ServerFreeze,    ///< SIGSTOP to the private server, and SIGCONT
    ConnectionsKill, ///< KILL of connections of the load
    Network          ///< something between the load and the database, or the service over HTTP
};
/// Every one, in the order of the documentation.
inline constexpr std::array kAllFaultActions = {FaultAction::ServerKill, FaultAction::ServerFreeze,
                                                FaultAction::ConnectionsKill, FaultAction::Network};

/// What the network does to the load.
enum class NetworkEffect
{
    Delay,   ///< every answer comes later
    Cut,     ///< connections are closed, and new ones refused while it lasts
    HalfOpen ///< nothing gets through any more and nobody is told; then connections are closed
};
inline constexpr std::array kAllNetworkEffects = {NetworkEffect::Delay, NetworkEffect::Cut,
                                                  NetworkEffect::HalfOpen};

/// One of the faults of a scenario, which come one after the other.
struct PlannedFault
{
    std::chrono::nanoseconds at{0}; ///< after the start of the load, 0…24 h
    FaultAction action = FaultAction::ServerKill;
    /// 0…1 h. ServerKill: how long the server stays away before it is started again.
    std::chrono::nanoseconds length{0};
    double share = 1; ///< of the load's connections, 0.01…1; ConnectionsKill only
    NetworkEffect effect = NetworkEffect::Cut; ///< Network only
    std::chrono::nanoseconds delay{0};         ///< of each answer; NetworkEffect::Delay only

    friend bool operator==(const PlannedFault &, const PlannedFault &) = default;
};

/// The words of the scenario file, e.g. "server-kill", "half-open".
QString faultActionKey(FaultAction action);
QString networkEffectKey(NetworkEffect effect);

} // namespace stampede
