// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/connection.h"
#include "relay/network_relay.h"
#include "scenario/scenario.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace stampede {

/// The relay of a run whose faults are some of the network; none where there is no such fault. The
/// error is a sentence.
class FaultProxy
{
public:
    /// Between the load and the database: at a local socket that only this account can reach, since
    /// the private server knows no password.
    static Result<FaultProxy, QString> toDatabase(const Scenario &scenario,
                                                  const ConnectionSettings &settings);
    /// Between the load and a service over HTTP: on a port of the loopback. `socket`: the service's
    /// Unix socket; empty where it has host and port.
    static Result<FaultProxy, QString> toService(const Scenario &scenario, const std::string &host,
                                                 std::uint16_t port, const std::string &socket);

    /// How the load reaches the database: through the relay where there is one.
    [[nodiscard]] ConnectionSettings through(const ConnectionSettings &settings) const;
    [[nodiscard]] NetworkRelay *relay() const { return m_relay.get(); }

private:
    std::unique_ptr<QTemporaryDir> m_folder; ///< of the socket
    QString m_socket;
    std::unique_ptr<NetworkRelay> m_relay; ///< last: it ends before its folder goes
};

} // namespace stampede
