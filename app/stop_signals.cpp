// SPDX-License-Identifier: MIT
#include "app/stop_signals.h"

#include "base/check.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace stampede {

namespace {

/// Read and write end of the pipe that a signal handler may write to.
std::array<int, 2> s_pipe = {-1, -1};

void handleSignal(int)
{
    const int savedError = errno;
    const char one = 1;
    // A full pipe means that a request is waiting already.
    static_cast<void>(!::write(s_pipe[1], &one, 1));
    errno = savedError;
}

} // namespace

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    STAMPEDE_CHECK(s_pipe[0] == -1);
    STAMPEDE_CHECK(::pipe2(s_pipe.data(), O_CLOEXEC | O_NONBLOCK) == 0);
    m_notifier = std::make_unique<QSocketNotifier>(s_pipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        std::array<char, 16> taken{};
        const ssize_t count = ::read(s_pipe[0], taken.data(), taken.size());
        for (ssize_t i = 0; i < count; ++i) {
            Q_EMIT stopRequested(++m_times);
        }
    });
    struct sigaction action = {};
    action.sa_handler = handleSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < kStopSignals.size(); ++i) {
        sigaction(kStopSignals[i], isIgnored(kStopSignals[i]) ? nullptr : &action, &m_before[i]);
    }
}

StopSignals::~StopSignals()
{
    for (std::size_t i = 0; i < kStopSignals.size(); ++i) {
        sigaction(kStopSignals[i], &m_before[i], nullptr);
    }
    m_notifier.reset();
    ::close(s_pipe[0]);
    ::close(s_pipe[1]);
    s_pipe = {-1, -1};
}

} // namespace stampede
