// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/server_account.h"
#include "database/supervisor_process.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

#include <sys/types.h>

namespace stampede {

/// The server that a supervisor shall start.
struct ServerCommand
{
    QString program;
    QStringList arguments;   ///< without the program's name
    QStringList environment; ///< NAME=VALUE
    QString log;
    QString socket;
    QString socketFolder;
    ServerAccount account;
    int lockDescriptor = -1; ///< the supervisor keeps a copy of it until the server is gone
};

/// A process between the program and a server, which ends the server when the program ends, however
/// it ends. Any one thread.
class ServerSupervisor
{
public:
    /// Returns when the server's process was made; whether it lives, hasEnded() says. The error is
    /// the system's reason.
    static Result<std::unique_ptr<ServerSupervisor>, QString> launch(const ServerCommand &command);
    /// Ends the server and waits for it, 15 s at most.
    ~ServerSupervisor();
    ServerSupervisor(const ServerSupervisor &) = delete;
    ServerSupervisor &operator=(const ServerSupervisor &) = delete;

    /// 0 where no process could be made.
    [[nodiscard]] pid_t serverProcess() const { return m_server; }
    /// Waits up to `timeoutMs` for the server's end; 0 only looks.
    bool hasEnded(int timeoutMs);

private:
    ServerSupervisor(pid_t supervisor, int programPipe, int reports);
    std::optional<SupervisorReport> nextReport(int timeoutMs);

    pid_t m_supervisor;
    int m_programPipe;
    int m_reports;
    pid_t m_server = 0;
    bool m_ended = false;
};

} // namespace stampede
