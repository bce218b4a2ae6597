// SPDX-License-Identifier: MIT
// Starts the server of a ctest run and leaves it running, or ends it:
//   stampede_test_server start | stop
// It also ends when the process that called "start" (ctest) is gone, however that ended.

#include "support/test_server.h"

#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <string>
#include <thread>

using namespace stampede;
using namespace stampede::test;

namespace {

constexpr std::chrono::seconds kPatience(30);

void say(const std::string &text)
{
    static_cast<void>(std::fprintf(stderr, "%s\n", text.c_str()));
}

/// The announcement, locked; −1 where another process holds it for longer than our patience.
int lockAnnouncement()
{
    const QByteArray name = QFile::encodeName(announcementFile());
    const int file = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (file >= 0 && flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (std::chrono::steady_clock::now() > deadline) {
            ::close(file);
            return -1;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return file;
}

bool announce(int file, const QString &socket)
{
    const QByteArray text = QByteArray::number(getpid()) + '\n' + QFile::encodeName(socket) + '\n';
    return ftruncate(file, 0) == 0 &&
           pwrite(file, text.constData(), static_cast<std::size_t>(text.size()), 0) == text.size();
}

void report(int pipe, const QString &problem)
{
    const QByteArray text = problem.toUtf8();
    static_cast<void>(write(pipe, text.constData(), static_cast<std::size_t>(text.size())) == 0);
    ::close(pipe);
}

/// Until SIGTERM comes or the caller ends.
void waitForTheEnd(int caller)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    std::array<pollfd, 2> ends = {
        pollfd{.fd = signalfd(-1, &set, SFD_CLOEXEC), .events = POLLIN, .revents = 0},
        pollfd{.fd = caller, .events = POLLIN, .revents = 0}};
    while (poll(ends.data(), ends.size(), -1) < 0 && errno == EINTR) {
    }
}

/// The life of the process that stays: one line down the pipe is the problem that kept it from
/// starting, nothing at all means that the server runs.
int keepServer(int argc, char **argv, int pipe, int caller)
{
    setsid();
    const int nothing = ::open("/dev/null", O_RDWR);
    for (int standard = 0; standard <= 2; ++standard) {
        dup2(nothing, standard);
    }
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);

    const QCoreApplication application(argc, argv);
    const int file = lockAnnouncement();
    if (file < 0) {
        report(pipe, QStringLiteral("another test run uses this build folder"));
        return 1;
    }
    auto server = startTestServer();
    if (!server.ok()) {
        report(pipe, server.error());
        return 1;
    }
    if (!announce(file, server.value()->connectionSettings().socket)) {
        report(pipe, QStringLiteral("the announcement cannot be written"));
        return 1;
    }
    report(pipe, {});
    waitForTheEnd(caller);
    static_cast<void>(ftruncate(file, 0) == 0);
    return 0;
}

int start(int argc, char **argv)
{
    const int caller = static_cast<int>(syscall(SYS_pidfd_open, getppid(), 0));
    std::array<int, 2> pipe = {-1, -1};
    if (caller < 0 || pipe2(pipe.data(), O_CLOEXEC) != 0) {
        say("the calling process cannot be watched");
        return 1;
    }
    const pid_t child = fork();
    if (child == 0) {
        ::close(pipe[0]);
        return keepServer(argc, argv, pipe[1], caller);
    }
    ::close(pipe[1]);
    std::string problem;
    std::array<char, 1024> part{};
    for (ssize_t got = 1; child > 0 && got > 0;) {
        got = read(pipe[0], part.data(), part.size());
        problem.append(part.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
    }
    if (child < 0 || !problem.empty()) {
        say("no test server: " + problem);
        return 1;
    }
    if (runningServerSocket().isEmpty()) {
        say("the test server ended while starting");
        return 1;
    }
    return 0;
}

int stop()
{
    if (!runningServerSocket().isEmpty()) {
        QFile file(announcementFile());
        if (file.open(QIODevice::ReadOnly)) {
            const pid_t supervisor = file.readLine().trimmed().toInt();
            if (supervisor > 0) {
                kill(supervisor, SIGTERM);
            }
        }
    }
    // The lock is free when the server is gone.
    if (lockAnnouncement() < 0) {
        say("the test server does not end");
        return 1;
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string command = argc == 2 ? argv[1] : "";
    if (command == "start") {
        return start(argc, argv);
    }
    if (command == "stop") {
        return stop();
    }
    say("usage: stampede_test_server start|stop");
    return 2;
}
