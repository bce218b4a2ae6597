// SPDX-License-Identifier: MIT
#include "database/database_host.h"

#include "database/database_text.h"

#include "base/clock.h"
#include "database/data_folder.h"
#include "database/ownership.h"
#include "database/server_programs.h"
#include "text/number_text.h"

#include <QCoreApplication>

#include <utility>

namespace stampede {

namespace {

Failure<RunError> unreachable(const QString &message)
{
    return Failure{RunError{ExitCode::Unreachable, message, {}, FaultKind::Database}};
}

Failure<RunError> serverFault(const ServerFailure &failure)
{
    const bool installed = failure.kind != ServerFailure::Kind::NotInstalled;
    return Failure{RunError{ExitCode::Unreachable,
                            failure.message,
                            failure.lastWords,
                            installed ? FaultKind::ServerFailed : FaultKind::NotInstalled,
                            failure.folder,
                            failure.logFile,
                            {},
                            serverInstallCommand()}};
}

} // namespace

DatabaseHost::DatabaseHost(DatabaseUrl url, QStringList allowedHosts)
    : m_url(std::move(url))
    , m_allowedHosts(std::move(allowedHosts))
{}

QString DatabaseHost::databaseName() const
{
    return m_url.kind == DatabaseUrl::Kind::Managed ? QStringLiteral("stampede") : m_url.database;
}

Result<ConnectionSettings, RunError>
DatabaseHost::open(int connections, const std::function<void(const QString &)> &progress)
{
    return m_url.kind == DatabaseUrl::Kind::Managed ? openManaged(connections, progress)
                                                    : openForeign(connections);
}

Result<ConnectionSettings, RunError>
DatabaseHost::openManaged(int connections, const std::function<void(const QString &)> &progress)
{
    if (m_server && !m_server->isRunning()) {
        m_server.reset(); // it died since the last run: start it again
    }
    if (!m_server) {
        PrivateServerSettings settings;
        settings.root = m_url.folder;
        settings.folder = m_serverFolder;
        settings.spared = m_sparedFolders;
        settings.maxConnections = connections;
        auto started = PrivateServer::start(settings, [&progress](const QString &line) {
            if (progress) {
                progress(line);
            }
        });
        if (!started) {
            return serverFault(started.error());
        }
        m_server = std::move(started).value();
    }
    if (auto enough = m_server->ensureConnections(connections); !enough) {
        return unreachable(
            DatabaseText::tr("The private server refused connections (%1 are needed): %2.")
                .arg(text::count(connections), enough.error().message));
    }
    return m_server->connectionSettings();
}

bool DatabaseHost::mayReach(const DatabaseUrl &place) const
{
    return place.isLocal() || m_allowedHosts.contains(place.host, Qt::CaseInsensitive);
}

Result<ConnectionSettings, RunError> DatabaseHost::foreignSettings() const
{
    if (!mayReach(m_url)) {
        return Failure{RunError{
            ExitCode::Unreachable,
            DatabaseText::tr("%1 is not this computer. If you answer for that database, add "
                             "--allow-host %1.")
                .arg(m_url.host),
            {},
            FaultKind::ForeignHost,
            {},
            {},
            m_url.host}};
    }
    const auto password = readPassword(m_url);
    if (!password) {
        return unreachable(password.error());
    }
    ConnectionSettings settings;
    settings.host = m_url.host;
    settings.port = m_url.port;
    settings.socket = m_url.socket;
    settings.user = m_url.user;
    settings.password = password.value();
    settings.database = m_url.database;
    settings.tls = m_url.tls;
    return settings;
}

QStringList DatabaseHost::remarksOn(const ServerDescription &server) const
{
    QStringList remarks;
    if (!m_url.dropped.isEmpty()) {
        remarks << DatabaseText::tr(
                       "Of the jdbc: address this was left out, for it says nothing here: "
                       "%1.")
                       .arg(m_url.dropped.join(QStringLiteral(", ")));
    }
    if (server.product == QLatin1String("MySQL")) {
        remarks << DatabaseText::tr(
                       "Not tested with this server: MySQL %1. Stampede is tested with "
                       "MariaDB; what differs here is written for from the manual.")
                       .arg(server.version);
    }
    return remarks;
}

Result<std::unique_ptr<Connection>, RunError>
DatabaseHost::connectTo(const ConnectionSettings &settings) const
{
    auto connection = Connection::open(settings);
    if (!connection) {
        return unreachable(DatabaseText::tr("The database %1 cannot be reached: %2.")
                               .arg(m_url.display(), connection.error().message));
    }
    return std::move(connection).value();
}

Result<ConnectionSettings, RunError> DatabaseHost::openForeign(int connections) const
{
    auto settings = foreignSettings();
    if (!settings) {
        return settings;
    }
    const auto connection = connectTo(settings.value());
    if (!connection) {
        return Failure{connection.error()};
    }
    const auto allowed =
        connection.value()->value(QStringLiteral("SELECT @@GLOBAL.max_connections"));
    if (allowed && allowed.value().toInt() < connections) {
        return unreachable(
            DatabaseText::tr("Connections that this run needs: %1; the server allows %2. Raise "
                             "max_connections there, or use fewer virtual users.")
                .arg(text::count(connections), text::count(allowed.value().toLongLong())));
    }
    return settings;
}

QString DatabaseProbe::sentence() const
{
    return DatabaseText::tr("Answered in %1, %2, %3")
        .arg(text::duration(tookUs * kNsPerUs), product, contents);
}

Result<void, QString> DatabaseHost::putFolderAside(const RunError &fault)
{
    return putServerFolderAside(fault.folder);
}

Result<DatabaseProbe, RunError> DatabaseHost::look() const
{
    STAMPEDE_CHECK(m_url.kind == DatabaseUrl::Kind::Mysql);
    const auto settings = foreignSettings();
    if (!settings) {
        return Failure{settings.error()};
    }
    const std::int64_t startedNs = monotonicNs();
    const auto connection = connectTo(settings.value());
    if (!connection) {
        return Failure{connection.error()};
    }
    const auto version = connection.value()->value(QStringLiteral("SELECT VERSION()"));
    if (!version) {
        return unreachable(version.error().message);
    }
    DatabaseProbe look;
    look.tookUs = (monotonicNs() - startedNs) / kNsPerUs;
    look.product = version.value().toString();
    const auto contents = databaseContents(*connection.value(), m_url.database);
    if (!contents) {
        look.contents = contents.error();
        return look;
    }
    look.usable = true;
    look.contents = contents.value() == DatabaseContents::Empty
                        ? DatabaseText::tr("empty")
                        : DatabaseText::tr("holds Stampede's own tables");
    return look;
}

} // namespace stampede
