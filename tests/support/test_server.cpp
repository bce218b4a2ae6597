// SPDX-License-Identifier: MIT
#include "support/test_server.h"

#include <QCryptographicHash>
#include <QFile>
#include <QStringList>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace stampede::test {

namespace {

constexpr int kMaxConnections = 1'200;

/// Prepared transactions outlive their test, the server and its restart, and lock their tables.
Result<void, SqlError> rollBackLeftOvers(Connection &connection)
{
    auto prepared = connection.send(QStringLiteral("XA RECOVER"));
    if (!prepared.ok()) {
        return Failure{prepared.error()};
    }
    QStringList names;
    while (prepared.value().next()) {
        names << prepared.value().value(3).toString();
    }
    prepared.value().finish();
    for (const QString &name : names) {
        if (!name.startsWith(testDatabasePrefix())) {
            continue;
        }
        auto ended = connection.execute(QStringLiteral("XA ROLLBACK '%1'").arg(name));
        if (!ended.ok()) {
            return ended;
        }
    }
    return {};
}

Result<void, SqlError> dropLeftOvers(const PrivateServer &server)
{
    const auto connection = Connection::open(server.connectionSettings());
    if (!connection.ok()) {
        return Failure{connection.error()};
    }
    if (auto ended = rollBackLeftOvers(*connection.value()); !ended.ok()) {
        return ended;
    }
    auto names = connection.value()->query(
        QStringLiteral("SELECT schema_name FROM information_schema.schemata"));
    if (!names.ok()) {
        return Failure{names.error()};
    }
    while (names.value().next()) {
        const QString name = names.value().value(0).toString();
        if (!name.startsWith(testDatabasePrefix())) {
            continue;
        }
        auto dropped =
            connection.value()->execute(QStringLiteral("DROP DATABASE ") + quotedIdentifier(name));
        if (!dropped.ok()) {
            return dropped;
        }
    }
    return {};
}

} // namespace

QString testDatabasePrefix()
{
    return QStringLiteral("stampede_test_");
}

QStringList testDataRoots()
{
    const QByteArray build = STAMPEDE_TEST_BUILD_FOLDER;
    const QByteArray hash =
        QCryptographicHash::hash(build, QCryptographicHash::Sha1).toHex().left(12);
    return {QFile::decodeName(build) + QStringLiteral("/test-data"),
            QStringLiteral("/var/tmp/stampede-test-%1-%2")
                .arg(QString::number(geteuid()), QString::fromLatin1(hash))};
}

Result<std::unique_ptr<PrivateServer>, QString> startTestServer()
{
    QString reasons;
    for (const QString &root : testDataRoots()) {
        PrivateServerSettings settings;
        settings.root = root;
        settings.maxConnections = kMaxConnections;
        auto server = PrivateServer::start(settings, [](const QString &) {});
        if (server.ok()) {
            if (const auto dropped = dropLeftOvers(*server.value()); !dropped.ok()) {
                return Failure{dropped.error().message};
            }
            return std::move(server).value();
        }
        const ServerFailure &failure = server.error();
        reasons += failure.message + QLatin1Char('\n') + failure.lastWords.join(QLatin1Char('\n')) +
                   QLatin1Char('\n');
        if (failure.kind != ServerFailure::Kind::BadFolder) {
            break;
        }
    }
    return Failure{reasons};
}

QString announcementFile()
{
    return QFile::decodeName(STAMPEDE_TEST_BUILD_FOLDER) + QStringLiteral("/test-server");
}

QString runningServerSocket()
{
    if (qEnvironmentVariableIsSet("STAMPEDE_TEST_OWN_SERVER")) {
        return {};
    }
    QFile file(announcementFile());
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    if (flock(file.handle(), LOCK_SH | LOCK_NB) == 0) {
        // Nobody holds it: left by a run that was killed.
        return {};
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    return lines.value(1);
}

} // namespace stampede::test
