// SPDX-License-Identifier: MIT
// stampede-supervisor: stands between the program and its private server, and ends the server when
// the program ends. Started by the database module alone: stampede-supervisor DROPS UID GID LOG
// SOCKET SOCKET-FOLDER SERVER [ARGUMENT...]

#include "database/supervisor_process.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

int main(int argc, char *argv[])
{
    using namespace stampede;
    constexpr int kServer = 7;
    if (argc <= kServer || fcntl(kSupervisorProgramPipe, F_GETFD) < 0 ||
        fcntl(kSupervisorReport, F_GETFD) < 0 || fcntl(kSupervisorLock, F_GETFD) < 0) {
        constexpr char kWords[] = "stampede-supervisor is started by stampede, not by hand.\n";
        static_cast<void>(write(STDERR_FILENO, kWords, sizeof kWords - 1) == 0);
        return 2;
    }
    const auto number = [argv](int index) {
        return static_cast<unsigned>(std::strtoul(argv[index], nullptr, 10));
    };
    runSupervisor({.program = argv[kServer],
                   .arguments = argv + kServer,
                   .environment = environ,
                   .log = argv[4],
                   .socket = argv[5],
                   .socketFolder = argv[6],
                   .drops = number(1) != 0,
                   .uid = number(2),
                   .gid = number(3),
                   .programPipe = kSupervisorProgramPipe,
                   .report = kSupervisorReport,
                   .lock = kSupervisorLock});
}
