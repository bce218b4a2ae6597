// SPDX-License-Identifier: MIT
#include "database/private_server.h"

#include "database/database_text.h"

#include "database/data_folder.h"
#include "database/server_log.h"
#include "database/server_programs.h"
#include "database/server_start.h"
#include "database/server_supervisor.h"
#include "database/socket_folder.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFileInfo>

#include <csignal>

namespace stampede {

namespace {

using Kind = ServerFailure::Kind;

constexpr int kReadyWithinMs = 60'000;
constexpr int kLookAgainMs = 20;
constexpr int kLeftWithinMs = 20'000;       // the end of a server takes its supervisor up to 10 s
constexpr int kConnectionRefusedYet = 2002; // nobody listens on the socket yet

Failure<ServerFailure> failure(Kind kind, const QString &message)
{
    return Failure{ServerFailure{.kind = kind, .message = message, .lastWords = {}}};
}

ConnectionSettings settingsFor(const SocketFolder &folder)
{
    ConnectionSettings settings;
    settings.socket = folder.socket();
    settings.user = QStringLiteral("root");
    return settings;
}

/// Opens the first connection as soon as the server answers.
Result<void, ServerFailure> waitUntilReady(ServerSupervisor &supervisor,
                                           const ConnectionSettings &settings,
                                           const DataFolder &folder)
{
    const QDeadlineTimer deadline(kReadyWithinMs);
    QString lastError = DatabaseText::tr("it opens no socket");
    while (!deadline.hasExpired()) {
        if (supervisor.hasEnded(kLookAgainMs)) {
            return Failure{diedWhileStarting(folder)};
        }
        if (!QFileInfo::exists(settings.socket)) {
            continue;
        }
        const auto connection = Connection::open(settings);
        if (connection.ok()) {
            const auto made = connection.value()->execute(
                QStringLiteral("CREATE DATABASE IF NOT EXISTS stampede CHARACTER SET utf8mb4"));
            if (made.ok()) {
                return {};
            }
            lastError = made.error().message;
        } else {
            lastError = connection.error().message;
            if (connection.error().kind == SqlErrorKind::Refused &&
                connection.error().code != kConnectionRefusedYet) {
                break;
            }
        }
    }
    ServerFailure result;
    result.kind = Kind::Timeout;
    result.message =
        DatabaseText::tr("The private server does not answer (%1). Data folder: %2. A new one is "
                         "made where this folder is deleted.")
            .arg(lastError, folder.path());
    result.lastWords = lastWordsOfFile(folder.logPath());
    result.folder = folder.path();
    result.logFile = folder.logPath();
    return Failure{result};
}

} // namespace

struct PrivateServer::Parts
{
    ServerAccount account;
    DataFolder folder;
    SocketFolder socketFolder;
    ServerCommand command;                        ///< to start it again
    std::unique_ptr<ServerSupervisor> supervisor; // after the folders, so that it ends before them
    ConnectionSettings settings;
};

Result<std::unique_ptr<PrivateServer>, ServerFailure>
PrivateServer::start(const PrivateServerSettings &settings,
                     const std::function<void(const QString &)> &progress)
{
    if (const auto driver = Connection::prepareDriver(); !driver.ok()) {
        return failure(Kind::NotInstalled, driver.error());
    }
    const auto programs = findServerPrograms(
        settings.programFolders.isEmpty() ? usualProgramFolders() : settings.programFolders);
    if (!programs.ok()) {
        return failure(Kind::NotInstalled, programs.error());
    }
    const ServerAccount account = serverAccount();
    auto taken =
        settings.folder.isEmpty()
            ? DataFolder::take(settings.root.isEmpty() ? defaultServersRoot() : settings.root,
                               account, settings.spared)
            : DataFolder::takeThis(settings.folder, kLeftWithinMs);
    if (!taken.ok()) {
        return failure(Kind::BadFolder, taken.error());
    }
    DataFolder &folder = taken.value();
    if (const auto room = checkFreeSpace(folder.path(), kFreeBytesNeeded); !room.ok()) {
        return Failure{room.error()};
    }
    if (const auto installed = installWhereMissing(programs.value(), folder, account, progress);
        !installed.ok()) {
        return Failure{installed.error()};
    }

    progress(DatabaseText::tr("Starting the private MariaDB."));
    auto socketFolder = SocketFolder::make(account);
    if (!socketFolder.ok()) {
        return failure(Kind::BadFolder, socketFolder.error());
    }
    if (const auto noted = folder.noteSocketFolder(socketFolder.value().path()); !noted.ok()) {
        return failure(Kind::BadFolder, noted.error());
    }
    setLogAside(folder.logPath());
    ServerCommand command = serverCommand(programs.value(), folder, socketFolder.value(), account,
                                          settings.maxConnections);
    auto supervisor = ServerSupervisor::launch(command);
    if (!supervisor.ok()) {
        return failure(Kind::Died, DatabaseText::tr("The private server %1 cannot be started: %2.")
                                       .arg(programs.value().server, supervisor.error()));
    }
    ConnectionSettings root = settingsFor(socketFolder.value());
    if (const auto ready = waitUntilReady(*supervisor.value(), root, folder); !ready.ok()) {
        return Failure{ready.error()};
    }
    root.database = QStringLiteral("stampede");
    return std::unique_ptr<PrivateServer>(new PrivateServer(std::unique_ptr<Parts>(
        new Parts{account, std::move(folder), std::move(socketFolder).value(), std::move(command),
                  std::move(supervisor).value(), std::move(root)})));
}

PrivateServer::PrivateServer(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{}

PrivateServer::~PrivateServer()
{
    thaw(); // a frozen server would not hear that it shall end
}

ConnectionSettings PrivateServer::connectionSettings() const
{
    return m_parts->settings;
}

qint64 PrivateServer::processId() const
{
    return m_parts->supervisor ? m_parts->supervisor->serverProcess() : 0;
}

QString PrivateServer::dataFolder() const
{
    return m_parts->folder.path();
}

QString PrivateServer::errorLog() const
{
    return m_parts->folder.logPath();
}

bool PrivateServer::isRunning() const
{
    return m_parts->supervisor && !m_parts->supervisor->hasEnded(0);
}

Result<void, SqlError> PrivateServer::ensureConnections(int connections)
{
    const auto connection = Connection::open(m_parts->settings);
    if (!connection.ok()) {
        return Failure{connection.error()};
    }
    const auto allowed =
        connection.value()->value(QStringLiteral("SELECT @@GLOBAL.max_connections"));
    if (!allowed.ok()) {
        return Failure{allowed.error()};
    }
    if (allowed.value().toInt() >= connections) {
        return {};
    }
    auto done = connection.value()->execute(
        QStringLiteral("SET GLOBAL max_connections = %1").arg(connections));
    if (done) {
        // The last of several counts, and a server that is started again takes as many.
        m_parts->command.arguments << QStringLiteral("--max-connections=%1").arg(connections);
    }
    return done;
}

void PrivateServer::signalServer(int signal) const
{
    if (isRunning() && processId() > 0) {
        // Where it just ended there is nobody to be told.
        static_cast<void>(::kill(static_cast<pid_t>(processId()), signal));
    }
}

void PrivateServer::kill()
{
    signalServer(SIGKILL);
    m_parts->supervisor.reset(); // waits for the end, and removes the socket and its folder
}

void PrivateServer::freeze()
{
    signalServer(SIGSTOP);
}

void PrivateServer::thaw()
{
    signalServer(SIGCONT);
}

Result<void, ServerFailure> PrivateServer::restart()
{
    m_parts->supervisor.reset();
    if (const auto renewed = m_parts->socketFolder.renew(m_parts->account); !renewed) {
        return failure(Kind::BadFolder, renewed.error());
    }
    auto supervisor = ServerSupervisor::launch(m_parts->command);
    if (!supervisor) {
        return failure(Kind::Died, DatabaseText::tr("The private server %1 cannot be started: %2.")
                                       .arg(m_parts->command.program, supervisor.error()));
    }
    m_parts->supervisor = std::move(supervisor).value();
    ConnectionSettings root = m_parts->settings;
    root.database.clear();
    return waitUntilReady(*m_parts->supervisor, root, m_parts->folder);
}

} // namespace stampede
