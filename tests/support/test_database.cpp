// SPDX-License-Identifier: MIT
#include "support/test_database.h"

#include "support/test_server.h"

#include <QCoreApplication>

#include <utility>

namespace stampede::test {

TestDatabase &TestDatabase::instance()
{
    static TestDatabase database;
    return database;
}

TestDatabase::TestDatabase()
{
    if (!QCoreApplication::instance()) {
        qFatal("TestDatabase: needs a QCoreApplication");
    }
    if (const auto driver = Connection::prepareDriver(); !driver.ok()) {
        qFatal("TestDatabase: %s", qUtf8Printable(driver.error()));
    }
    const QString socket = runningServerSocket();
    if (!socket.isEmpty()) {
        m_server.socket = socket;
        m_server.user = QStringLiteral("root");
    } else {
        auto server = startTestServer();
        if (!server.ok()) {
            qFatal("TestDatabase: %s", qUtf8Printable(server.error()));
        }
        m_ownServer = std::move(server).value();
        m_server = m_ownServer->connectionSettings();
        m_server.database.clear();
    }
    // Qt's drivers do not outlive the application, so a static's destructor would come too late.
    qAddPostRoutine([] { instance().end(); });
}

TestDatabase::~TestDatabase() = default;

void TestDatabase::end()
{
    const auto connection = Connection::open(m_server);
    for (const QString &name : std::exchange(m_databases, {})) {
        if (!connection.ok() ||
            !connection.value()
                 ->execute(QStringLiteral("DROP DATABASE ") + quotedIdentifier(name))
                 .ok()) {
            qWarning("TestDatabase: %s could not be dropped", qUtf8Printable(name));
        }
    }
    m_ownServer.reset();
}

ConnectionSettings TestDatabase::freshDatabase()
{
    const auto connection = connectTo(m_server);
    ConnectionSettings settings = m_server;
    settings.database = QStringLiteral("%1%2_%3").arg(
        testDatabasePrefix(), QString::number(QCoreApplication::applicationPid()),
        QString::number(m_databases.size() + 1));
    const auto created = connection->execute(QStringLiteral("CREATE DATABASE ") +
                                             quotedIdentifier(settings.database) +
                                             QStringLiteral(" CHARACTER SET utf8mb4"));
    if (!created.ok()) {
        qFatal("TestDatabase: %s", qUtf8Printable(created.error().message));
    }
    m_databases += settings.database;
    return settings;
}

std::unique_ptr<Connection> TestDatabase::freshConnection()
{
    return connectTo(freshDatabase());
}

std::unique_ptr<Connection> connectTo(const ConnectionSettings &settings)
{
    auto connection = Connection::open(settings);
    if (!connection.ok()) {
        qFatal("no connection: %s", qUtf8Printable(connection.error().message));
    }
    return std::move(connection).value();
}

} // namespace stampede::test
