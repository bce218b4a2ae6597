// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <cstdint>

namespace stampede {

/// What the supervisor needs to know.
struct SupervisorOrders
{
    const char *program;
    char *const *arguments;
    char *const *environment;
    const char *log;          ///< where the server's standard output and error go
    const char *socket;       ///< removed at the end
    const char *socketFolder; ///< removed at the end
    bool drops;               ///< whether the server changes to the account below
    uid_t uid;
    gid_t gid;
    int programPipe; ///< reading end; the end of the file is the end of the program
    int report;      ///< writing end for SupervisorReport
    int lock;        ///< kept open until the server is gone
};

/// What the supervisor tells the program, each in one write.
struct SupervisorReport
{
    enum class Kind : std::int32_t
    {
        Started,     ///< value: the server's process id
        NotExecuted, ///< value: errno
        Ended,       ///< value: status as of waitpid
    };
    Kind kind = Kind::Started;
    std::int32_t value = 0;
};

/// The descriptors under which the supervisor's program gets what its orders name.
inline constexpr int kSupervisorProgramPipe = 3;
inline constexpr int kSupervisorReport = 4;
inline constexpr int kSupervisorLock = 5;

/// The whole life of the process between the program and the server, called with all signals
/// blocked. A program of its own, small and without threads: a fork of the program that runs the
/// load would make every page of its memory fault once more. It starts the server and ends it when
/// the program's pipe closes, whatever became of the program: SIGTERM, after 10 s SIGKILL. All
/// three descriptors of the orders must be 3 or more.
[[noreturn]] void runSupervisor(const SupervisorOrders &orders) noexcept;

} // namespace stampede
