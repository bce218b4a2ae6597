// SPDX-License-Identifier: MIT
#include "print/print_thread.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <atomic>
#include <utility>

namespace stampede {

namespace {

std::atomic<bool> applicationGoes = false;

/// As the application begins to go: its fonts are still there.
void endPrintThread()
{
    printThread().waitForDone();
    applicationGoes = true;
}

} // namespace

QThreadPool &printThread()
{
    static QThreadPool pool;
    static const bool prepared = [] {
        pool.setMaxThreadCount(1);
        pool.setExpiryTimeout(-1); // the thread stays: what it made is there as long
        qAddPostRoutine(endPrintThread);
        return true;
    }();
    static_cast<void>(prepared);
    return pool;
}

void inPrintThread(std::function<void()> job)
{
    QThreadPool &thread = printThread();
    if (!applicationGoes) {
        thread.start(std::move(job));
    } else {
        job();
    }
}

} // namespace stampede
