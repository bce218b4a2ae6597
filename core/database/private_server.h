// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/connection.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace stampede {

/// Why a private server could not be had: one message that says what, where and what to do, and the
/// server's own last words.
struct ServerFailure
{
    enum class Kind
    {
        NotInstalled,
        BadFolder,
        DiskFull,
        Died,
        Timeout
    };
    Kind kind = Kind::Died;
    QString message;
    QStringList lastWords; ///< last error lines of the server's log, at most 5
    QString folder{};      ///< that it used, where it came so far
    QString logFile{};     ///< its own, likewise
};

struct PrivateServerSettings
{
    QString root; ///< folder that holds the numbered folders; empty: the default place
    /// One of these, with its data; empty: the first that is free. Somebody who is just leaving it
    /// is waited for.
    QString folder{};
    QStringList spared{};       ///< numbered folders that are left alone
    int maxConnections = 151;   ///< at least VUs + 20
    QStringList programFolders; ///< where mariadbd is looked for; empty: PATH and the usual folders
};

/// A MariaDB of our own: own data folder, own socket, nothing on the network. Ends with the
/// program, also when the program is killed. Never touches another server.
class PrivateServer
{
public:
    /// `progress` gets one line a step ("Setting up a private MariaDB, about 3 s, once.").
    /// Returns when a query was answered. Any one thread; blocks up to about 60 s.
    static Result<std::unique_ptr<PrivateServer>, ServerFailure>
    start(const PrivateServerSettings &settings,
          const std::function<void(const QString &)> &progress);
    /// Ends the server and waits for it, 15 s at most.
    ~PrivateServer();
    PrivateServer(const PrivateServer &) = delete;
    PrivateServer &operator=(const PrivateServer &) = delete;

    /// Settings of an account that may do anything, on database "stampede" (which exists).
    [[nodiscard]] ConnectionSettings connectionSettings() const;
    [[nodiscard]] qint64 processId() const;
    [[nodiscard]] QString dataFolder() const;
    [[nodiscard]] QString errorLog() const;
    [[nodiscard]] bool isRunning() const;

    // Faults on purpose. Any one thread while no other uses the server.

    /// SIGKILL, as when the power goes. Returns when the process is gone.
    void kill();
    /// Starts the killed server again in its folder; it is reached as before. Returns when a query
    /// was answered; blocks up to about 60 s.
    Result<void, ServerFailure> restart();
    /// SIGSTOP and SIGCONT: in between every connection stays open and nobody answers.
    void freeze();
    void thaw();

    /// SET GLOBAL max_connections, where the server has fewer.
    Result<void, SqlError> ensureConnections(int connections);

private:
    void signalServer(int signal) const;

    struct Parts;
    explicit PrivateServer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace stampede
