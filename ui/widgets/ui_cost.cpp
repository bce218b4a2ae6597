// SPDX-License-Identifier: MIT
#include "ui/widgets/ui_cost.h"

#include <QThread>

#include <algorithm>
#include <ctime>

namespace stampede {

namespace {

struct Measured
{
    double startedAt = 0;
    double longest = 0;
};

Measured &measured()
{
    static Measured values;
    return values;
}

/// Processor time of the calling thread, seconds.
double threadCpuSeconds()
{
    timespec time{};
    static_cast<void>(clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time));
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

} // namespace

void UiCost::restart()
{
    measured() = {threadCpuSeconds(), 0};
}

double UiCost::cpuSeconds()
{
    return threadCpuSeconds() - measured().startedAt;
}

double UiCost::longestMs()
{
    return measured().longest * 1e3;
}

void UiCost::note(double seconds)
{
    measured().longest = std::max(measured().longest, seconds);
}

bool MeasuredApplication::notify(QObject *receiver, QEvent *event)
{
    const bool ours = QThread::currentThread() == thread();
    const int level = ours ? QThread::currentThread()->loopLevel() : 0;
    if (!ours || level == m_level) {
        return QApplication::notify(receiver, event); // part of what is being measured
    }
    const int outerLevel = m_level;
    const double outerInner = m_innerLoops;
    m_level = level;
    m_innerLoops = 0;
    const double before = threadCpuSeconds();
    const bool handled = QApplication::notify(receiver, event);
    const double used = threadCpuSeconds() - before;
    UiCost::note(used - m_innerLoops);
    m_level = outerLevel;
    m_innerLoops = outerInner + (outerLevel >= 0 ? used : 0);
    return handled;
}

} // namespace stampede
