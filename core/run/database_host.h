#pragma once

#include "base/result.h"
#include "database/connection.h"
#include "database/database_url.h"
#include "database/private_server.h"
#include "run/verdict.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace stampede {

/// Why a run could not be made: the exit code of the contract and what to tell people.
struct RunFault
{
    ExitCode code = ExitCode::Internal;
    QString message;     ///< one sentence or more: what, where, what to do
    QStringList details; ///< e.g. the server's own last words
};

/// Where the database comes from: a private server that is started once and kept, or a server of
/// somebody else. Used by one job at a time.
class DatabaseHost
{
public:
    DatabaseHost(DatabaseUrl url, QStringList allowedHosts);

    /// Makes sure that the database can take that many connections and says how to reach it. Starts
    /// the private server where it is not running. `progress` gets a line a step.
    Result<ConnectionSettings, RunFault> open(int connections,
                                              const std::function<void(const QString &)> &progress);
    [[nodiscard]] const DatabaseUrl &url() const { return m_url; }
    /// The name of the database, for messages.
    [[nodiscard]] QString databaseName() const;
    [[nodiscard]] const PrivateServer *privateServer() const { return m_server.get(); }

private:
    Result<ConnectionSettings, RunFault>
    openManaged(int connections, const std::function<void(const QString &)> &progress);
    Result<ConnectionSettings, RunFault> openForeign(int connections);

    DatabaseUrl m_url;
    QStringList m_allowedHosts;
    std::unique_ptr<PrivateServer> m_server;
};

} // namespace stampede
