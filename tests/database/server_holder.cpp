// SPDX-License-Identifier: MIT
// A program that has a private server, for tests that end it in every way:
//   server_holder ROOT [--ignore-interrupt]
// Prints the server's process id, its data folder and its socket, a line each, and then waits for
// ever.

#include "database/private_server.h"

#include <QCoreApplication>

#include <unistd.h>

#include <csignal>
#include <cstdio>

using namespace stampede;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.contains(QStringLiteral("--ignore-interrupt"))) {
        static_cast<void>(std::signal(SIGINT, SIG_IGN));
    }
    PrivateServerSettings settings;
    settings.root = arguments.value(1);
    const auto server = PrivateServer::start(settings, [](const QString &) {});
    if (!server.ok()) {
        static_cast<void>(std::fprintf(stderr, "%s\n", qUtf8Printable(server.error().message)));
        return 1;
    }
    static_cast<void>(std::printf("%lld\n%s\n%s\n", server.value()->processId(),
                                  qUtf8Printable(server.value()->dataFolder()),
                                  qUtf8Printable(server.value()->connectionSettings().socket)));
    static_cast<void>(std::fflush(stdout));
    for (;;) {
        pause();
    }
}
