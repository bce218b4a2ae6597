// SPDX-License-Identifier: MIT
#include "faults/fault_proxy.h"

#include "faults/faults_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace stampede {

namespace {

const QString kSocketName = QStringLiteral("relay.sock");

bool needsRelay(const Scenario &scenario)
{
    return std::any_of(scenario.faults.begin(), scenario.faults.end(),
                       [](const auto &fault) { return fault.action == FaultAction::Network; });
}

RelayPlace placeOf(const ConnectionSettings &settings)
{
    RelayPlace place;
    place.socketPath = QFile::encodeName(settings.socket).toStdString();
    const bool isLocalhost =
        settings.host.compare(QStringLiteral("localhost"), Qt::CaseInsensitive) == 0;
    place.host = isLocalhost ? "127.0.0.1" : settings.host.toStdString();
    place.port = static_cast<std::uint16_t>(settings.port);
    return place;
}

/// Relays of programs that were killed: their folders, which hold nothing but the socket.
void removeLeftBehind()
{
    const QFileInfoList folders =
        QDir(QStringLiteral("/tmp"))
            .entryInfoList({QStringLiteral("stampede-relay-*-*")}, QDir::Dirs | QDir::NoSymLinks);
    for (const QFileInfo &folder : folders) {
        const pid_t owner = folder.fileName().section(QLatin1Char('-'), 2, 2).toInt();
        const bool isGone = owner > 0 && ::kill(owner, 0) != 0 && errno == ESRCH;
        if (isGone && folder.ownerId() == ::geteuid()) {
            QFile::remove(folder.filePath() + QLatin1Char('/') + kSocketName);
            QDir().rmdir(folder.filePath());
        }
    }
}

Failure<QString> noRelay(const std::string &why)
{
    return Failure{FaultsText::tr("The relay that the network's faults need cannot be made: %1.")
                       .arg(QString::fromStdString(why))};
}

} // namespace

Result<FaultProxy, QString> FaultProxy::toDatabase(const Scenario &scenario,
                                                   const ConnectionSettings &settings)
{
    FaultProxy made;
    if (!needsRelay(scenario)) {
        return made;
    }
    removeLeftBehind();
    made.m_folder = std::make_unique<QTemporaryDir>(
        QStringLiteral("/tmp/stampede-relay-%1-XXXXXX").arg(QCoreApplication::applicationPid()));
    if (!made.m_folder->isValid()) {
        return noRelay(made.m_folder->errorString().toStdString());
    }
    made.m_socket = made.m_folder->filePath(kSocketName);
    auto relay = NetworkRelay::start({QFile::encodeName(made.m_socket).toStdString(), {}, 0},
                                     placeOf(settings));
    if (!relay) {
        return noRelay(relay.error());
    }
    made.m_relay = std::move(relay).value();
    return made;
}

Result<FaultProxy, QString> FaultProxy::toService(const Scenario &scenario, const std::string &host,
                                                  std::uint16_t port, const std::string &socket)
{
    FaultProxy made;
    if (!needsRelay(scenario)) {
        return made;
    }
    auto relay = NetworkRelay::start({{}, "127.0.0.1", 0}, {socket, host, port});
    if (!relay) {
        return noRelay(relay.error());
    }
    made.m_relay = std::move(relay).value();
    return made;
}

ConnectionSettings FaultProxy::through(const ConnectionSettings &settings) const
{
    ConnectionSettings through = settings;
    if (m_relay) {
        through.host.clear();
        through.socket = m_socket;
    }
    return through;
}

} // namespace stampede
