// SPDX-License-Identifier: MIT
#pragma once
// support: what tests of several rooms need: databases on a private server.

#include "database/connection.h"
#include "database/private_server.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace stampede::test {

/// Databases on the private server that the fixture `database` of a ctest run started; where a test
/// is run by hand, on a server of its own. A test that cannot have one ends with a message, it is
/// never skipped. Needs a QCoreApplication, and drops its databases when that ends. Main thread
/// only.
class TestDatabase
{
public:
    static TestDatabase &instance();
    TestDatabase(const TestDatabase &) = delete;
    TestDatabase &operator=(const TestDatabase &) = delete;

    /// Creates an empty database, another one at each call, and says how to reach it.
    ConnectionSettings freshDatabase();
    /// A connection to a fresh database.
    std::unique_ptr<Connection> freshConnection();

private:
    TestDatabase();
    ~TestDatabase();
    void end();

    std::unique_ptr<PrivateServer> m_ownServer;
    ConnectionSettings m_server;
    QStringList m_databases;
};

/// A connection; where it is refused, the test ends with a message. Any thread.
std::unique_ptr<Connection> connectTo(const ConnectionSettings &settings);

} // namespace stampede::test
