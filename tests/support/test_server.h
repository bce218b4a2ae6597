// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/private_server.h"

#include <QString>

#include <memory>

namespace stampede::test {

/// How the names of all databases of tests begin.
QString testDatabasePrefix();

/// Folders for the data of test servers, best first: in the build folder, or, where an unprivileged
/// account cannot reach that, one of this build under /var/tmp.
QStringList testDataRoots();

/// A private server for tests, without databases of earlier ones. The error is a sentence.
Result<std::unique_ptr<PrivateServer>, QString> startTestServer();

/// The file that a running test server is announced in; locked as long as it runs.
QString announcementFile();

/// The socket of the server that the fixture keeps running; empty where there is none, and for a
/// test that is to have a server of its own (STAMPEDE_TEST_OWN_SERVER).
QString runningServerSocket();

} // namespace stampede::test
