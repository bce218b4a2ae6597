// SPDX-License-Identifier: MIT
#include "app/run_watch.h"

#include "app/command_words.h"

#include "app/stop_signals.h"
#include "app/terminal_progress.h"
#include "record/verdict.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <chrono>
#include <cstdlib>

namespace stampede {

namespace {

constexpr std::chrono::milliseconds kSampleInterval{100};

} // namespace

bool watchRun(RunController &controller, const Scenario &scenario, bool quiet)
{
    return watchRun(
        controller, [&](const auto & /*say*/) { controller.start(scenario); }, quiet);
}

bool watchRun(RunController &controller,
              const std::function<void(const std::function<void(const QString &)> &)> &start,
              bool quiet)
{
    bool stopped = false;
    TerminalProgress progress(!quiet);
    QEventLoop loop;
    StopSignals signals_;
    QObject::connect(&signals_, &StopSignals::stopRequested, &loop, [&](int times) {
        if (times > 1) {
            progress.say(UsageText::tr("Stopped at once. Nothing was audited."));
            // The private server ends by itself as soon as this program is gone.
            std::_Exit(static_cast<int>(ExitCode::EndedEarly));
        }
        stopped = true;
        if (!quiet) {
            progress.say(
                UsageText::tr("Stopping… what ran will be audited. Ctrl+C again stops at once."));
        }
        controller.stop();
    });
    QObject::connect(&controller, &RunController::message, &loop, [&](const QString &message) {
        if (!quiet) {
            progress.say(message);
        }
    });
    QObject::connect(&controller, &RunController::remarked, &loop,
                     [&progress](const QString &sentence) { progress.say(sentence); });
    QObject::connect(&controller, &RunController::finished, &loop, &QEventLoop::quit);
    QTimer timer;
    std::size_t alarmsTold = 0;
    const auto look = [&] {
        const RunProgress now = controller.progress();
        for (; alarmsTold < now.alarms.size(); ++alarmsTold) {
            if (!quiet) {
                progress.say(now.alarms[alarmsTold].sentence());
            }
        }
        progress.show(now);
    };
    QObject::connect(&timer, &QTimer::timeout, &loop, look);
    QObject::connect(&controller, &RunController::phaseChanged, &loop, look);
    timer.start(kSampleInterval);
    start([&](const QString &said) { // any thread
        QMetaObject::invokeMethod(
            &loop, [&progress, said] { progress.say(said); }, Qt::QueuedConnection);
    });
    loop.exec();
    return stopped;
}

} // namespace stampede
