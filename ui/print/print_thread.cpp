#include "print/print_thread.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <atomic>
#include <utility>

namespace stampede {

namespace {

std::atomic<bool> applicationGoes = false;

QThreadPool &printPool()
{
    static QThreadPool pool;
    return pool;
}

/// As the application begins to go: its fonts are still there.
void endPrintThread()
{
    printPool().waitForDone();
    applicationGoes = true;
}

} // namespace

void inPrintThread(std::function<void()> job)
{
    static const bool prepared = [] {
        printPool().setMaxThreadCount(1);
        printPool().setExpiryTimeout(-1); // the thread stays: what it made is there as long
        qAddPostRoutine(endPrintThread);
        return true;
    }();
    if (prepared && !applicationGoes) {
        printPool().start(std::move(job));
    } else {
        job();
    }
}

} // namespace stampede
