#include "app/cli_run.h"

#include "app/cli_commands.h"
#include "app/log_file.h"
#include "app/output_files.h"
#include "app/stop_signals.h"
#include "app/terminal_progress.h"
#include "report/summary_text.h"
#include "run/open_files.h"
#include "run/run_controller.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <chrono>
#include <cstdlib>
#include <memory>

#include <unistd.h>

namespace stampede {

namespace {

struct RunText
{
    Q_DECLARE_TR_FUNCTIONS(RunText)
};

constexpr std::chrono::milliseconds kSampleInterval{100};

QString againCommand(const CommandLine &line, const Scenario &scenario)
{
    QStringList words = {QStringLiteral("stampede-cli")};
    for (const QString &word : line.again) {
        words << shellWord(word);
    }
    if (!line.again.contains(QStringLiteral("--seed"))) {
        words << QStringLiteral("--seed") << QString::number(scenario.seed);
    }
    return words.join(QLatin1Char(' '));
}

bool mayColor(const CommandLine &line)
{
    return !line.noColor && qEnvironmentVariableIsEmpty("NO_COLOR") && isTerminal(STDOUT_FILENO);
}

ExitCode reportFault(const RunFault &fault)
{
    printError(fault.message);
    for (const QString &detail : fault.details) {
        printError(QStringLiteral("    ") + detail);
    }
    return fault.code;
}

/// Lets the controller make the run, showing how it goes.
void waitForRun(RunController &controller, const Scenario &scenario, bool quiet)
{
    TerminalProgress progress(!quiet);
    QEventLoop loop;
    StopSignals signals_;
    QObject::connect(&signals_, &StopSignals::stopRequested, &loop, [&](int times) {
        if (times > 1) {
            progress.say(RunText::tr("Stopped at once. Nothing was audited."));
            // The private server ends by itself as soon as this program is gone.
            std::_Exit(static_cast<int>(ExitCode::EndedEarly));
        }
        progress.say(
            RunText::tr("Stopping… what ran will be audited. Ctrl+C again stops at once."));
        controller.stop();
    });
    QObject::connect(&controller, &RunController::message, &loop, [&](const QString &message) {
        if (!quiet) {
            progress.say(message);
        }
    });
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
    controller.start(scenario);
    loop.exec();
}

ExitCode printResult(const CommandLine &line, const RunRecord &record)
{
    SummaryOptions options;
    options.again = againCommand(line, record.scenario);
    const auto written = writeOutputs(line.output, record, summaryText(record, options));
    options.color = mayColor(line);
    printText(line.quiet ? verdictLine(record) : summaryText(record, options));
    if (!written) {
        printError(written.error());
        return exitCodeOf(record) == ExitCode::Violation ? ExitCode::Violation : ExitCode::Internal;
    }
    if (!line.quiet && !line.output.folder.isEmpty()) {
        printError(RunText::tr("Written: %1").arg(written.value().join(QStringLiteral(", "))));
    }
    return exitCodeOf(record);
}

} // namespace

ExitCode runScenario(const CommandLine &line)
{
    const auto url = parseDatabaseUrl(line.database);
    if (!url) {
        printError(url.error());
        return ExitCode::Usage;
    }
    if (const auto writable = checkOutputs(line.output); !writable) {
        printError(writable.error());
        return ExitCode::Usage;
    }
    const auto scenario = loadScenario(line.scenario, line.overrides);
    if (!scenario) {
        return printFaults(scenario.error());
    }
    if (!line.log.isEmpty()) {
        if (const auto logging = emptyLogFile(line.log); !logging) {
            printError(logging.error());
            return ExitCode::Usage;
        }
    }
    if (const auto driver = Connection::prepareDriver(); !driver) {
        printError(driver.error());
        return ExitCode::Unreachable;
    }
    raiseOpenFileLimit();
    RunController controller(std::make_shared<DatabaseHost>(url.value(), line.allowedHosts));
    controller.setServiceLog(line.log);
    waitForRun(controller, scenario.value(), line.quiet);
    const auto result = controller.result();
    if (!*result) {
        return reportFault(result->error());
    }
    return printResult(line, result->value());
}

} // namespace stampede
