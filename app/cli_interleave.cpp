// SPDX-License-Identifier: MIT
#include "app/commands.h"

#include "app/command_words.h"

#include "app/cli_commands.h"
#include "app/output_files.h"
#include "app/stop_signals.h"
#include "app/terminal_progress.h"
#include "files/output_file.h"
#include "interleave/interleave_json.h"
#include "interleave/interleave_report.h"
#include "interleave/interleave_runner.h"
#include "interleave/interleave_text.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <chrono>
#include <cstdlib>
#include <optional>
#include <thread>

namespace stampede {

namespace {

constexpr std::chrono::milliseconds kLookEvery{50};

Result<InterleavePlan, ExitCode> planTransactions(const CommandLine &line)
{
    if (line.matrix || !line.situation.isEmpty() || !line.overrides.isEmpty()) {
        printError(UsageText::tr("--matrix, --situation and --set are about the service of "
                                 "a scenario; %1 holds transactions of your own.")
                       .arg(line.scenario));
        return Failure{ExitCode::Usage};
    }
    auto read = loadTransactions(line.scenario);
    if (!read) {
        return Failure{printDiagnostics(read.error())};
    }
    InterleaveSubject subject;
    subject.transactions = std::make_shared<const Transactions>(std::move(read).value());
    return InterleavePlan::of(subject);
}

Result<InterleavePlan, ExitCode> planService(const CommandLine &line)
{
    const QString scenario =
        line.scenario.isEmpty() ? QStringLiteral("hundred-users") : line.scenario;
    const auto read = loadScenario(scenario, line.overrides);
    if (!read) {
        return Failure{printDiagnostics(read.error())};
    }
    if (read.value().target.kind != TargetKind::InProcess) {
        printError(UsageText::tr("%1: target.kind: interleave decides who goes next in the "
                                 "service of this program; of another one describe the "
                                 "transactions (stampede.transactions/1)")
                       .arg(scenario));
        return Failure{ExitCode::Scenario};
    }
    constexpr std::int64_t kLeastPlenty = 3;
    const bool isTen = line.scenario.isEmpty() || read.value().coupon.stock < kLeastPlenty;
    const std::int64_t stock = isTen ? kPlentyOfStock : read.value().coupon.stock;
    const auto situation = situationOf(line.situation);
    InterleavePlan plan;
    if (line.matrix) {
        plan = InterleavePlan::ofMatrix(stock, situation);
    } else {
        InterleaveSubject subject;
        subject.service = read.value().service;
        subject.situation = situation.value_or(Situation::TwoPeople);
        subject.stock = stock;
        plan = InterleavePlan::of(subject);
    }
    plan.options.seed = read.value().seed;
    return plan;
}

using Done = Result<InterleaveOutcome, RunError>;

/// Works in a thread of its own and shows how it goes.
Done watch(InterleaveRunner &runner, const InterleavePlan &plan, bool quiet)
{
    std::optional<Done> done;
    QEventLoop loop;
    TerminalProgress shown(!quiet);
    StopSignals signals_;
    std::stop_source stop;
    QObject::connect(&signals_, &StopSignals::stopRequested, &loop, [&stop](int times) {
        if (times > 1) {
            std::_Exit(static_cast<int>(ExitCode::EndedEarly));
        }
        stop.request_stop();
    });
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        const InterleaveProgress now = runner.progress();
        if (now.cell == 0) {
            return;
        }
        const QString orders =
            UsageText::tr("%1 orders, %2 wrong").arg(text::count(now.done), text::count(now.wrong));
        shown.show(plan.subjects.size() == 1
                       ? orders
                       : UsageText::tr("Cell %1 of %2 · %3: %4")
                             .arg(text::count(now.cell), text::count(plan.subjects.size()),
                                  plan.subjects[now.cell - 1].line(), orders));
    });
    timer.start(kLookEvery);
    const std::jthread worker([&] {
        done = runner.run(plan, stop.get_token());
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    return std::move(*done);
}

ExitCode exitCodeOf(const InterleaveOutcome &done)
{
    bool wrong = false;
    bool undecided = false;
    for (const InterleaveResult &result : done.results) {
        wrong = wrong || result.found.wrong() > 0;
        undecided = undecided || !result.found.undecided.isEmpty();
    }
    if (wrong) {
        return ExitCode::Violation;
    }
    if (done.error && !done.error->stopped) {
        return ExitCode::Unreachable;
    }
    if (undecided) {
        return ExitCode::Inconclusive;
    }
    return done.error ? ExitCode::EndedEarly : ExitCode::Success;
}

QString scheduleText(const Interleavings &found)
{
    if (found.orders.isEmpty()) {
        return UsageText::tr("This order did not happen: %1.")
                   .arg(found.undecided.constFirst().doubt) +
               QLatin1Char('\n');
    }
    const Order &order = found.orders.constFirst();
    return (QStringList(order.schedule) << laneLines(order) << endLines(order))
               .join(QLatin1Char('\n')) +
           QLatin1Char('\n');
}

Result<void, QString> writeFiles(const CommandLine &line, const InterleaveOutcome &done)
{
    const InterleaveResult &first = done.results.constFirst();
    const InterleaveResult *const better = done.better ? &*done.better : nullptr;
    const Report report =
        line.matrix ? interleavingsReport(done.results) : interleavingsReport(first, better);
    const QByteArray json =
        line.matrix ? interleavingsToJson(done.results) : interleavingsToJson(first);
    if (const auto written =
            writeReport(line.output, QStringLiteral("interleavings"), report, json);
        !written) {
        return Failure{written.error()};
    }
    if (line.script.isEmpty()) {
        return {};
    }
    const Order *order = first.found.shortest();
    if (order == nullptr && !first.found.orders.isEmpty()) {
        order = &first.found.orders.constFirst();
    }
    return order == nullptr ? Result<void, QString>()
                            : writeOutput(line.script, clientScript(first, *order).toUtf8());
}

} // namespace

ExitCode interleaveWhatIsAsked(const CommandLine &line)
{
    const auto url = databaseOf(line);
    if (!url) {
        return url.error();
    }
    const bool isOwn = looksLikeTransactions(line.scenario);
    const auto plan = isOwn ? planTransactions(line) : planService(line);
    if (!plan) {
        return plan.error();
    }
    if (!driverIsThere()) {
        return ExitCode::Unreachable;
    }
    InterleavePlan asked = plan.value();
    asked.schedule = line.schedule;
    InterleaveRunner runner(url.value(), [&line](const QString &message) {
        if (!line.quiet) {
            printError(message);
        }
    });
    const Done made = watch(runner, asked, line.quiet);
    if (!made) {
        return printRunFault(made.error());
    }
    const InterleaveOutcome &done = made.value();
    if (done.error && !done.error->stopped) {
        const bool isRefused = isOwn && done.results.isEmpty() && runner.isServerRunning();
        printError(isRefused ? UsageText::tr("%1: %2").arg(line.scenario, done.error->error.message)
                             : UsageText::tr("The private server did not answer any "
                                             "more: %1")
                                   .arg(done.error->error.message));
        if (isRefused) {
            return ExitCode::Scenario; // a statement of the file was refused
        }
    }
    if (done.results.isEmpty()) {
        return exitCodeOf(done);
    }
    if (line.matrix) {
        printText(matrixText(done.results));
    } else if (line.quiet) {
        const InterleaveResult &only = done.results.constFirst();
        printText(
            QStringLiteral("%1: %2\n").arg(only.subject.line(), interleavingsCount(only.found)));
    } else if (line.schedule.isEmpty()) {
        printText(
            interleavingsText(done.results.constFirst(), done.better ? &*done.better : nullptr));
    } else {
        printText(scheduleText(done.results.constFirst().found));
    }
    const ExitCode code = exitCodeOf(done);
    const auto written = writeFiles(line, done);
    return written ? code : printUnwritten(written.error(), code);
}

} // namespace stampede
