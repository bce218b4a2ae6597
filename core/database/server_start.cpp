// SPDX-License-Identifier: MIT
#include "database/server_start.h"

#include "database/database_text.h"

#include "database/become_account.h"
#include "database/server_log.h"
#include "files/output_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QProcess>

#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

namespace stampede {

namespace {

using Kind = ServerFailure::Kind;

constexpr int kInstallWithinMs = 60'000;
constexpr qsizetype kWordsInMessage = 5; // what led to the end comes first

QString freeIn(const QString &folder)
{
    const auto bytes = freeBytesAt(folder);
    return bytes ? QLocale().formattedDataSize(*bytes) : DatabaseText::tr("nobody knows how much");
}

/// Options that the installation and every later start must agree on: the sizes keep a fresh folder
/// at 50 MB instead of 114.
QStringList layoutOptions()
{
    return {QStringLiteral("--skip-name-resolve"), QStringLiteral("--innodb-log-file-size=32M"),
            QStringLiteral("--innodb-autoextend-increment=8"),
            QStringLiteral("--character-set-server=utf8mb4"),
            QStringLiteral("--collation-server=utf8mb4_general_ci")};
}

/// performance_schema, as far as it counts statements. What it would keep beside that (waits,
/// files, histories) costs 100 MB and twice the time to start.
QStringList countingOptions()
{
    QStringList options = {
        QStringLiteral("--performance-schema=ON"),
        // without it executions of prepared statements stay uncounted
        QStringLiteral("--performance-schema-consumer-events-statements-current=ON"),
        QStringLiteral("--performance-schema-digests-size=500")};
    for (const char *unused : {"max-mutex-instances",
                               "max-rwlock-instances",
                               "max-cond-instances",
                               "max-file-instances",
                               "max-file-handles",
                               "max-table-instances",
                               "max-table-handles",
                               "max-socket-instances",
                               "max-metadata-locks",
                               "max-index-stat",
                               "max-table-lock-stat",
                               "max-program-instances",
                               "max-memory-classes",
                               "max-stage-classes",
                               "accounts-size",
                               "hosts-size",
                               "users-size",
                               "session-connect-attrs-size",
                               "events-waits-history-size",
                               "events-waits-history-long-size",
                               "events-stages-history-size",
                               "events-stages-history-long-size",
                               "events-statements-history-size",
                               "events-statements-history-long-size",
                               "events-transactions-history-size",
                               "events-transactions-history-long-size"}) {
        options += QStringLiteral("--performance-schema-%1=0").arg(QLatin1String(unused));
    }
    return options;
}

/// Nothing of the program's own environment changes how the server behaves.
QStringList environmentFor(const DataFolder &folder)
{
    QStringList environment = {
        QStringLiteral("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
        QStringLiteral("LC_ALL=C"), QStringLiteral("HOME=") + folder.dataPath()};
    if (qEnvironmentVariableIsSet("TZ")) {
        environment += QStringLiteral("TZ=") + qEnvironmentVariable("TZ");
    }
    return environment;
}

Failure<ServerFailure> badFolder(const QString &message)
{
    return Failure{ServerFailure{.kind = Kind::BadFolder, .message = message, .lastWords = {}}};
}

QString closedForAccount(const QString &folder, const ServerAccount &account)
{
    return DatabaseText::
        tr("The private MariaDB runs as the user %1, who cannot enter the folder %2. Allow it with "
           "`chmod o+x %2`, or choose another folder with managed:DIR.")
            .arg(account.name, folder);
}

QString closedForUs(const QString &folder)
{
    return DatabaseText::tr("The folder %1 cannot be written. Choose another one with managed:DIR.")
        .arg(folder);
}

ServerFailure installationFailed(const QString &reason, const QString &output)
{
    ServerFailure failure;
    failure.kind = Kind::Died;
    failure.message = DatabaseText::tr("Setting up the private MariaDB failed: %1.").arg(reason);
    failure.lastWords = lastWords(output);
    return failure;
}

Result<void, ServerFailure> runInstaller(const ServerPrograms &programs, const DataFolder &folder,
                                         const ServerAccount &account)
{
    QProcess installer;
    installer.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment;
    for (const QString &variable : environmentFor(folder)) {
        environment.insert(variable.section(QLatin1Char('='), 0, 0),
                           variable.section(QLatin1Char('='), 1));
    }
    installer.setChildProcessModifier([account, lock = folder.lockDescriptor()] {
        // Away from Ctrl+C, and with the lock: where the program is killed meanwhile, the folder
        // stays taken until the installer is really gone.
        setsid();
        static_cast<void>(fcntl(lock, F_SETFD, 0) == 0);
        if (!becomeAccount(account.drops, account.uid, account.gid)) {
            _exit(1);
        }
    });
    // The installer, a shell script, splits what it hands on at blanks: the folder has no name
    // here.
    installer.setWorkingDirectory(folder.dataPath());
    environment.insert(QStringLiteral("TMPDIR"), folder.dataPath());
    installer.setProcessEnvironment(environment);
    // It wants this one before all others.
    QStringList arguments = {QStringLiteral("--no-defaults"), QStringLiteral("--datadir=.")};
    arguments += layoutOptions();
    // By force: else it refuses a machine whose own name nobody resolves, as in many containers;
    // the server goes by no names.
    arguments += {QStringLiteral("--auth-root-authentication-method=normal"),
                  QStringLiteral("--skip-test-db"), QStringLiteral("--force")};
    installer.start(programs.installer, arguments);
    if (!installer.waitForFinished(kInstallWithinMs)) {
        const QString reason = installer.errorString();
        installer.kill();
        installer.waitForFinished();
        return Failure{installationFailed(reason, QString::fromUtf8(installer.readAll()))};
    }
    if (installer.exitStatus() != QProcess::NormalExit || installer.exitCode() != 0) {
        return Failure{
            installationFailed(DatabaseText::tr("%1 ended with code %2 (%3 free in %4)")
                                   .arg(programs.installer, QString::number(installer.exitCode()),
                                        freeIn(folder.path()), folder.path()),
                               QString::fromUtf8(installer.readAll()))};
    }
    return {};
}

} // namespace

Result<void, ServerFailure> checkFreeSpace(const QString &folder, qint64 bytesNeeded)
{
    const auto bytes = freeBytesAt(folder);
    if (!bytes || *bytes >= bytesNeeded) { // where nobody says, the server will
        return {};
    }
    ServerFailure failure;
    failure.kind = Kind::DiskFull;
    failure.message =
        DatabaseText::tr("The private MariaDB needs %1 in %2, %3 are free there. Make room, or "
                         "choose a folder on another disk with managed:DIR.")
            .arg(QLocale().formattedDataSize(bytesNeeded), folder, freeIn(folder));
    return Failure{failure};
}

Result<void, ServerFailure>
installWhereMissing(const ServerPrograms &programs, DataFolder &folder,
                    const ServerAccount &account,
                    const std::function<void(const QString &)> &progress)
{
    const bool installed = folder.isInstalled();
    const auto owned = installed ? folder.handOver(account) : folder.beginInstallation(account);
    if (!owned.ok()) {
        return badFolder(owned.error());
    }
    if (const QString closed = firstClosedFolder(account, folder.dataPath()); !closed.isEmpty()) {
        return badFolder(account.drops ? closedForAccount(closed, account) : closedForUs(closed));
    }
    if (installed) {
        return {};
    }
    progress(DatabaseText::tr(
        "Setting up a private MariaDB, about 3 s, once. Your own servers are not touched."));
    if (auto made = runInstaller(programs, folder, account); !made.ok()) {
        return made;
    }
    if (const auto finished = folder.finishInstallation(); !finished.ok()) {
        return badFolder(finished.error());
    }
    return {};
}

ServerCommand serverCommand(const ServerPrograms &programs, const DataFolder &folder,
                            const SocketFolder &socketFolder, const ServerAccount &account,
                            int maxConnections)
{
    ServerCommand command;
    command.program = programs.server;
    command.arguments = {QStringLiteral("--no-defaults"),
                         QStringLiteral("--datadir=") + folder.dataPath(),
                         // A server that starts deletes what it takes for its own left-overs in its
                         // folder for temporary files: never in one that others use too.
                         QStringLiteral("--tmpdir=") + folder.dataPath()};
    command.arguments += layoutOptions();
    command.arguments += {
        QStringLiteral("--socket=") + socketFolder.socket(),
        QStringLiteral("--pid-file=") + folder.dataPath() + QStringLiteral("/server.pid"),
        QStringLiteral("--log-error=") + folder.logPath(),
        QStringLiteral("--skip-networking"),
        QStringLiteral("--skip-log-bin"),
        QStringLiteral("--local-infile=OFF"),
        QStringLiteral("--max-connections=%1").arg(maxConnections),
        // A crowd connects at once, and max_connections may be raised later: the rest has to
        // suffice for the largest run. The server takes what the system grants of it.
        QStringLiteral("--back-log=4096"),
        QStringLiteral("--connect-timeout=60"),
        QStringLiteral("--open-files-limit=32768"),
        QStringLiteral("--table-open-cache=8000"),
        QStringLiteral("--innodb-flush-log-at-trx-commit=1"),
        QStringLiteral("--innodb-buffer-pool-size=128M"),
    };
    command.arguments += countingOptions();
    command.environment = environmentFor(folder);
    command.log = folder.logPath();
    command.socket = socketFolder.socket();
    command.socketFolder = socketFolder.path();
    command.account = account;
    command.lockDescriptor = folder.lockDescriptor();
    return command;
}

ServerFailure diedWhileStarting(const DataFolder &folder)
{
    ServerFailure failure;
    failure.kind = Kind::Died;
    failure.lastWords = lastWordsOfFile(folder.logPath());
    failure.folder = folder.path();
    failure.logFile = folder.logPath();
    const QStringList words =
        failure.lastWords.last(std::min(kWordsInMessage, failure.lastWords.size()));
    failure.message =
        DatabaseText::tr("The private server stopped while starting. Its last words: %1. Data "
                         "folder: %2 (%3 free). A new one is made where this folder is deleted.")
            .arg(words.isEmpty() ? DatabaseText::tr("none") : words.join(QStringLiteral(" / ")),
                 folder.path(), freeIn(folder.path()));
    return failure;
}

} // namespace stampede
