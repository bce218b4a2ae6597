// SPDX-License-Identifier: MIT
#include "database/supervisor_process.h"

#include "database/become_account.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <ctime>

namespace stampede {

namespace {

constexpr time_t kGraceSeconds = 10;
constexpr int kExecFailed = 127;

void onChildEnded(int) {}

void setSignal(int signal, void (*handler)(int)) noexcept
{
    struct sigaction action
    {};
    action.sa_handler = handler;
    // Refused for the few signals that nobody can change; they need no change.
    static_cast<void>(sigaction(signal, &action, nullptr));
}

/// The program's handlers must not run in a copy of it.
void resetSignals() noexcept
{
    for (int signal = 1; signal < NSIG; ++signal) {
        setSignal(signal, SIG_DFL);
    }
}

void setMask(const sigset_t &mask) noexcept
{
    static_cast<void>(pthread_sigmask(SIG_SETMASK, &mask, nullptr));
}

/// The same where the kernel, or a sandbox, does not know close_range. A pipe's end left open here
/// would hide the program's end for ever.
void closeOneByOne(unsigned first, unsigned last) noexcept
{
    constexpr rlim_t kMostDescriptors = 1'048'576;
    rlimit limit{};
    static_cast<void>(getrlimit(RLIMIT_NOFILE, &limit));
    const auto end = static_cast<unsigned>(std::min(limit.rlim_max, kMostDescriptors));
    for (unsigned descriptor = first; descriptor <= last && descriptor < end; ++descriptor) {
        close(static_cast<int>(descriptor));
    }
}

void closeRange(unsigned first, unsigned last) noexcept
{
    if (syscall(SYS_close_range, first, last, 0U) != 0) {
        closeOneByOne(first, last);
    }
}

/// Closes everything but the three descriptors, so that no pipe, terminal or file of the program
/// stays open for the supervisor's sake.
void closeOthers(const SupervisorOrders &orders) noexcept
{
    std::array<unsigned, 3> kept = {static_cast<unsigned>(orders.programPipe),
                                    static_cast<unsigned>(orders.report),
                                    static_cast<unsigned>(orders.lock)};
    std::sort(kept.begin(), kept.end());
    const int nothing = open("/dev/null", O_RDWR);
    for (int standard = 0; nothing >= 0 && standard <= 2; ++standard) {
        dup2(nothing, standard);
    }
    unsigned first = 3;
    for (const unsigned keep : kept) {
        if (keep > first) {
            closeRange(first, keep - 1);
        }
        first = keep + 1;
    }
    closeRange(first, UINT_MAX);
}

void tell(const SupervisorOrders &orders, SupervisorReport::Kind kind, int value) noexcept
{
    const SupervisorReport report{.kind = kind, .value = value};
    // Where the program is gone, nobody listens.
    static_cast<void>(write(orders.report, &report, sizeof report) == 0);
}

[[noreturn]] void runServer(const SupervisorOrders &orders, pid_t supervisor) noexcept
{
    // What is ignored stays ignored in the new program.
    resetSignals();
    sigset_t none;
    sigemptyset(&none);
    setMask(none);
    // Changing the account clears the death signal, so it comes second. A supervisor that died
    // before it was set is noticed by its number.
    if (becomeAccount(orders.drops, orders.uid, orders.gid) &&
        prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == supervisor) {
        const int log = open(orders.log, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC,
                             S_IRUSR | S_IWUSR | S_IRGRP);
        if (log >= 0) {
            dup2(log, STDOUT_FILENO);
            dup2(log, STDERR_FILENO);
        }
        execve(orders.program, orders.arguments, orders.environment);
    }
    tell(orders, SupervisorReport::Kind::NotExecuted, errno);
    _exit(kExecFailed);
}

timespec now() noexcept
{
    timespec time{};
    static_cast<void>(clock_gettime(CLOCK_MONOTONIC, &time));
    return time;
}

timespec timeUntil(const timespec &deadline) noexcept
{
    constexpr long kNsPerSecondLong = 1'000'000'000L;
    const timespec current = now();
    timespec left{.tv_sec = deadline.tv_sec - current.tv_sec,
                  .tv_nsec = deadline.tv_nsec - current.tv_nsec};
    if (left.tv_nsec < 0) {
        left.tv_nsec += kNsPerSecondLong;
        --left.tv_sec;
    }
    return left.tv_sec < 0 ? timespec{} : left;
}

/// Waits until the server has ended, and ends it once the program has. The caller has SIGCHLD
/// blocked, so that an end between looking and waiting is not missed.
int watch(const SupervisorOrders &orders, pid_t server, const sigset_t &waiting) noexcept
{
    pollfd program{.fd = orders.programPipe, .events = 0, .revents = 0};
    bool asked = false;
    bool forced = false;
    timespec deadline{};
    int status = 0;
    while (waitpid(server, &status, WNOHANG) != server) {
        if (!asked) {
            if (ppoll(&program, 1, nullptr, &waiting) > 0) {
                kill(server, SIGTERM);
                asked = true;
                deadline = now();
                deadline.tv_sec += kGraceSeconds;
            }
            continue;
        }
        const timespec left = timeUntil(deadline);
        if (ppoll(nullptr, 0, forced ? nullptr : &left, &waiting) == 0) {
            kill(server, SIGKILL);
            forced = true;
        }
    }
    return status;
}

} // namespace

void runSupervisor(const SupervisorOrders &orders) noexcept
{
    resetSignals();
    // The supervisor looks at the program alone: at a shutdown of the machine it must outlive its
    // server.
    for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGUSR1, SIGUSR2, SIGTSTP,
                             SIGALRM, SIGVTALRM, SIGPROF}) {
        setSignal(signal, SIG_IGN);
    }
    setSignal(SIGCHLD, onChildEnded);
    // Away from the program's terminal and group: Ctrl+C there is not for the server.
    setsid();
    // Another name than the program's, so that ending the program by name leaves time to end the
    // server.
    prctl(PR_SET_NAME, "mariadb-keeper");
    static_cast<void>(chdir("/") == 0);
    umask(S_IWGRP | S_IRWXO);
    closeOthers(orders);

    sigset_t childBlocked;
    sigemptyset(&childBlocked);
    sigaddset(&childBlocked, SIGCHLD);
    setMask(childBlocked);
    sigset_t waiting;
    sigemptyset(&waiting);

    const pid_t supervisor = getpid();
    const pid_t server = fork();
    if (server == 0) {
        runServer(orders, supervisor);
    }
    if (server < 0) {
        tell(orders, SupervisorReport::Kind::NotExecuted, errno);
    } else {
        tell(orders, SupervisorReport::Kind::Started, server);
        tell(orders, SupervisorReport::Kind::Ended, watch(orders, server, waiting));
    }
    unlink(orders.socket);
    rmdir(orders.socketFolder);
    _exit(0);
}

} // namespace stampede
