// SPDX-License-Identifier: MIT
#include "app/commands.h"

#include "app/cli_commands.h"
#include "app/output_files.h"
#include "app/stop_signals.h"
#include "app/terminal_progress.h"
#include "files/output_file.h"
#include "interleave/interleave_json.h"
#include "interleave/interleave_report.h"
#include "interleave/interleave_text.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <thread>

namespace stampede {

namespace {

struct InterleaveCliText
{
    Q_DECLARE_TR_FUNCTIONS(InterleaveCliText)
};

constexpr std::chrono::milliseconds kLookEvery{50};
constexpr int kConnections = 32;

/// What is carried out, one after the other.
struct Plan
{
    QList<InterleaveSubject> subjects;
    std::optional<InterleaveSubject> better; ///< shown where the only subject goes wrong
    InterleaveOptions options;
};

Result<Plan, ExitCode> planTransactions(const CommandLine &line)
{
    if (line.matrix || !line.situation.isEmpty() || !line.overrides.isEmpty()) {
        printError(InterleaveCliText::tr("--matrix, --situation and --set are about the service of "
                                         "a scenario; %1 holds transactions of your own.")
                       .arg(line.scenario));
        return Failure{ExitCode::Usage};
    }
    auto read = loadTransactions(line.scenario);
    if (!read) {
        return Failure{printDiagnostics(read.error())};
    }
    Plan plan;
    InterleaveSubject subject;
    subject.transactions = std::make_shared<const Transactions>(std::move(read).value());
    plan.subjects << subject;
    return plan;
}

Result<Plan, ExitCode> planService(const CommandLine &line)
{
    const QString scenario =
        line.scenario.isEmpty() ? QStringLiteral("hundred-users") : line.scenario;
    const auto read = loadScenario(scenario, line.overrides);
    if (!read) {
        return Failure{printDiagnostics(read.error())};
    }
    if (read.value().target.kind != TargetKind::InProcess) {
        printError(InterleaveCliText::tr("%1: target.kind: interleave decides who goes next in the "
                                         "service of this program; of another one describe the "
                                         "transactions (stampede.transactions/1)")
                       .arg(scenario));
        return Failure{ExitCode::Scenario};
    }
    constexpr std::int64_t kLeastPlenty = 3;
    const bool isTen = line.scenario.isEmpty() || read.value().coupon.stock < kLeastPlenty;
    const std::int64_t stock = isTen ? kPlentyOfStock : read.value().coupon.stock;
    const auto situation = situationOf(line.situation);
    Plan plan;
    plan.options.seed = read.value().seed;
    if (line.matrix) {
        plan.subjects = interleaveMatrix(stock, situation);
        plan.options.mostExhaustive = kMostExhaustiveOfMatrix;
        plan.options.drawn = kDrawnOrdersOfMatrix;
        return plan;
    }
    InterleaveSubject subject;
    subject.service = read.value().service;
    subject.situation = situation.value_or(Situation::TwoPeople);
    subject.stock = stock;
    plan.subjects << subject;
    if (subject.service->strategy == StrategyKind::Pessimistic &&
        !subject.service->layers.rowLock) {
        plan.better = subject;
        plan.better->service->layers.rowLock = true;
    }
    return plan;
}

/// What the worker tells while it works.
struct Progress
{
    std::atomic<qsizetype> cell{0};
    std::atomic<qint64> done{0};
    std::atomic<qint64> wrong{0};
};

struct Done
{
    QList<InterleaveResult> results;
    std::optional<InterleaveResult> better;
    std::optional<InterleaveError> error;
};

Done work(const ConnectionSettings &server, const Plan &plan, const QString &schedule,
          Progress &progress, const std::stop_token &stop)
{
    Done done;
    InterleaveOptions options = plan.options;
    options.progress = [&progress](qint64 orders, qint64 wrong) {
        progress.done = orders;
        progress.wrong = wrong;
    };
    for (const InterleaveSubject &subject : plan.subjects) {
        ++progress.cell;
        progress.done = progress.wrong = 0;
        auto result = carryOut(server, subject, schedule, options, stop);
        if (!result) {
            done.error = result.error();
            return done;
        }
        done.results << std::move(result).value();
        if (done.results.constLast().found.stopped) {
            done.error = InterleaveError{true, {}};
            return done;
        }
    }
    if (plan.better && schedule.isEmpty() && done.results.constFirst().found.wrong() > 0) {
        if (auto better = carryOut(server, *plan.better, {}, options, stop); better) {
            done.better = std::move(better).value();
        }
    }
    return done;
}

/// Works in a thread of its own and shows how it goes.
Done watch(const ConnectionSettings &server, const Plan &plan, const CommandLine &line)
{
    Done done;
    Progress progress;
    QEventLoop loop;
    TerminalProgress shown(!line.quiet);
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
        const QString orders = InterleaveCliText::tr("%1 orders, %2 wrong")
                                   .arg(text::count(progress.done), text::count(progress.wrong));
        const auto cell = std::max<qsizetype>(progress.cell, 1);
        shown.show(plan.subjects.size() == 1
                       ? orders
                       : InterleaveCliText::tr("Cell %1 of %2 · %3: %4")
                             .arg(text::count(cell), text::count(plan.subjects.size()),
                                  plan.subjects[cell - 1].line(), orders));
    });
    timer.start(kLookEvery);
    const std::jthread worker([&] {
        done = work(server, plan, line.schedule, progress, stop.get_token());
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    return done;
}

ExitCode exitCodeOf(const Done &done)
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
        return InterleaveCliText::tr("This order did not happen: %1.")
                   .arg(found.undecided.constFirst().doubt) +
               QLatin1Char('\n');
    }
    const Order &order = found.orders.constFirst();
    return (QStringList(order.schedule) << laneLines(order) << endLines(order))
               .join(QLatin1Char('\n')) +
           QLatin1Char('\n');
}

Result<void, QString> writeFiles(const CommandLine &line, const Done &done)
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
    DatabaseHost host(url.value(), {});
    const auto server = host.open(kConnections, [&line](const QString &message) {
        if (!line.quiet) {
            printError(message);
        }
    });
    if (!server) {
        return printRunFault(server.error());
    }
    const Done done = watch(server.value(), plan.value(), line);
    if (done.error && !done.error->stopped) {
        printError(
            isOwn && done.results.isEmpty() && host.privateServer()->isRunning()
                ? InterleaveCliText::tr("%1: %2").arg(line.scenario, done.error->error.message)
                : InterleaveCliText::tr("The private server did not answer any more: %1")
                      .arg(done.error->error.message));
        if (isOwn && done.results.isEmpty() && host.privateServer()->isRunning()) {
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
