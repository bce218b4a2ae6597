// SPDX-License-Identifier: MIT
#include "app/program_start.h"

#include "record/verdict.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <system_error>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace stampede {

namespace {

/// By signal, of those of kStopSignals.
std::array<bool, NSIG> s_ignored{};

void openStandardDescriptors()
{
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) >= 0) {
            continue;
        }
        // The lowest number that is free, which is this one.
        const int opened = ::open("/dev/null", descriptor == STDIN_FILENO ? O_RDONLY : O_WRONLY);
        if (opened >= 0 && opened != descriptor) {
            ::dup2(opened, descriptor);
            ::close(opened);
        }
    }
}

void endEarly(int)
{
    std::_Exit(static_cast<int>(ExitCode::EndedEarly));
}

void heedSignals()
{
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
    // A file beyond the limit (ulimit -f) is an error of writing, as one on a full disk is.
    static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
    for (const int number : kStopSignals) {
        struct sigaction before = {};
        sigaction(number, nullptr, &before);
        s_ignored[static_cast<std::size_t>(number)] = before.sa_handler == SIG_IGN;
        if (before.sa_handler == SIG_DFL) {
            struct sigaction action = {};
            action.sa_handler = endEarly;
            sigemptyset(&action.sa_mask);
            sigaction(number, &action, nullptr);
        }
    }
}

[[noreturn]] void endRefused(const char *why)
{
    static_cast<void>(std::fprintf(stderr,
                                   "The system refused what a run needs (%s). See ulimit -u for "
                                   "the threads and processes that are allowed, and ulimit -v for "
                                   "the memory.\n",
                                   why));
    std::_Exit(static_cast<int>(ExitCode::Unreachable));
}

QtMessageHandler s_usual = nullptr;

void heedMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // A connection that is lost takes its statements with it: nothing to be told of each.
    if (message.startsWith(QLatin1String("QMYSQLResult::cleanup: unable to free"))) {
        return;
    }
    endWhereThreadIsRefused(message);
    s_usual(type, context, message);
}

/// Where an error cannot be handed back any more: a thread that the system refuses, no memory. No
/// memory is asked for here.
[[noreturn]] void endWithSentence()
{
    try {
        if (const auto current = std::current_exception()) {
            std::rethrow_exception(current);
        }
    } catch (const std::system_error &error) {
        endRefused(error.what());
    } catch (const std::bad_alloc &) {
        static_cast<void>(std::fputs("There is not enough memory.\n", stderr));
        std::_Exit(static_cast<int>(ExitCode::Internal));
    } catch (...) { // as it would have ended without this
    }
    std::abort();
}

} // namespace

bool isIgnored(int signal)
{
    return s_ignored[static_cast<std::size_t>(signal)];
}

void endWhereThreadIsRefused(const QString &message)
{
    if (message.startsWith(QLatin1String("QThread::start: Thread creation error"))) {
        endRefused("Resource temporarily unavailable");
    }
}

int beginProgram()
{
    constexpr rlim_t kLeastStack = rlim_t{512} * 1024; // new threads get as much as this one has
    openStandardDescriptors();
    heedSignals();
    std::set_terminate(endWithSentence);
    s_usual = qInstallMessageHandler(heedMessage);
    struct rlimit stack = {};
    if (::getrlimit(RLIMIT_STACK, &stack) == 0 && stack.rlim_cur < kLeastStack) {
        static_cast<void>(std::fprintf(
            stderr, "The stack is limited to %llu KiB; %llu KiB are needed (ulimit -s).\n",
            static_cast<unsigned long long>(stack.rlim_cur / 1024),
            static_cast<unsigned long long>(kLeastStack / 1024)));
        return static_cast<int>(ExitCode::Usage);
    }
    return 0;
}

} // namespace stampede
