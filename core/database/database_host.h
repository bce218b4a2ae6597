// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/connection.h"
#include "database/database_url.h"
#include "database/private_server.h"
#include "record/verdict.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace stampede {

/// What a person can do about a fault.
enum class FaultKind
{
    Other,         ///< what the message says
    NotInstalled,  ///< there is no server to start: install one, or name another database
    ServerFailed,  ///< the private server does not start: read its log, or begin with an empty
                   ///< folder
    Database,      ///< it cannot be reached or may not be written: name another one
    ForeignTables, ///< it belongs to somebody: name another one, or only read it
    ForeignHost,   ///< not this computer: say that it may be used
};

/// Why a run could not be made: the exit code of the contract and what to tell people.
struct RunError
{
    ExitCode code = ExitCode::Internal;
    QString message;     ///< one sentence or more: what, where, what to do
    QStringList details; ///< e.g. the server's own last words
    FaultKind kind = FaultKind::Other;
    QString folder{};  ///< of the private server, with ServerFailed
    QString logFile{}; ///< the server's own, with ServerFailed
    QString host{};    ///< with ForeignHost
    QString command{}; ///< for a terminal, that mends it: installs a server, allows more files
};

/// What a look at a database showed.
struct DatabaseProbe
{
    std::int64_t tookUs = 0; ///< from connecting to the answer
    QString product;         ///< "MariaDB 10.11.19"
    QString contents;        ///< whether Stampede may write there, a sentence
    bool usable = false;

    /// "Answered in 3 ms, MariaDB 10.11.19, empty"
    [[nodiscard]] QString sentence() const;
};

/// Where the database comes from: a private server that is started once and kept, or a server of
/// somebody else. Used by one job at a time.
class DatabaseHost
{
public:
    DatabaseHost(DatabaseUrl url, QStringList allowedHosts);

    /// A private server is to be started in that numbered folder, and in no other. Before open().
    void useServerFolder(const QString &folder) { m_serverFolder = folder; }
    /// Numbered folders that a private server is not started in, as their data is still wanted.
    void spareServerFolders(const QStringList &folders) { m_sparedFolders = folders; }
    /// Makes sure that the database can take that many connections and says how to reach it. Starts
    /// the private server where it is not running. `progress` gets a line a step.
    Result<ConnectionSettings, RunError> open(int connections,
                                              const std::function<void(const QString &)> &progress);
    /// Connects to a database of somebody else and looks whether it could be used; writes nothing.
    [[nodiscard]] Result<DatabaseProbe, RunError> look() const;
    /// Puts the folder of a private server that failed aside, so that the next start makes a new
    /// one. The error is a sentence.
    static Result<void, QString> putFolderAside(const RunError &fault);
    [[nodiscard]] const DatabaseUrl &url() const { return m_url; }
    /// What every report on that server has to say of the address and of the server, sentences.
    [[nodiscard]] QStringList remarksOn(const ServerDescription &server) const;
    /// Whether somebody answers for that host, or it is this computer.
    [[nodiscard]] bool mayReach(const DatabaseUrl &place) const;
    /// Hosts beside this machine that may be used.
    [[nodiscard]] const QStringList &allowedHosts() const { return m_allowedHosts; }
    /// The name of the database, for messages.
    [[nodiscard]] QString databaseName() const;
    [[nodiscard]] const PrivateServer *privateServer() const { return m_server.get(); }
    [[nodiscard]] PrivateServer *privateServer() { return m_server.get(); }

private:
    Result<ConnectionSettings, RunError>
    openManaged(int connections, const std::function<void(const QString &)> &progress);
    Result<ConnectionSettings, RunError> openForeign(int connections) const;

    [[nodiscard]] Result<ConnectionSettings, RunError> foreignSettings() const;
    [[nodiscard]] Result<std::unique_ptr<Connection>, RunError>
    connectTo(const ConnectionSettings &settings) const;

    DatabaseUrl m_url;
    QStringList m_allowedHosts;
    QString m_serverFolder;
    QStringList m_sparedFolders;
    std::unique_ptr<PrivateServer> m_server;
};

} // namespace stampede
