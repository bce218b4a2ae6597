#include "app/cli_run.h"

#include "app/cli_commands.h"
#include "app/kept_runs.h"
#include "app/log_file.h"
#include "app/output_files.h"
#include "app/run_watch.h"
#include "compare/baseline_limits.h"
#include "compare/circumstances.h"
#include "report/summary_text.h"
#include "run/open_files.h"
#include "run/run_controller.h"

#include <QCoreApplication>

#include <memory>

#include <unistd.h>

namespace stampede {

namespace {

struct RunText
{
    Q_DECLARE_TR_FUNCTIONS(RunText)
};

/// The seed stands in the command, so that the same people ask in the same order.
QString againCommandOf(const CommandLine &line, const Scenario &scenario)
{
    const QString seed = QStringLiteral("--seed");
    return line.again.contains(seed) ? againCommand(line)
                                     : againCommand(line, {seed, QString::number(scenario.seed)});
}

/// Adds the limits that the baseline sets to the scenario, and says which. The error has been
/// printed.
Result<void, ExitCode> takeBaseline(const CommandLine &line, Scenario &scenario)
{
    const auto archive = openArchive();
    if (!archive) {
        return Failure{archive.error()};
    }
    const auto baseline = keptRun(*archive.value(), line.baseline, Archive::History::Leave);
    if (!baseline) {
        return Failure{baseline.error()};
    }
    const auto limits = baselineLimits(baseline.value());
    if (!limits) {
        printError(limits.error());
        return Failure{ExitCode::Scenario};
    }
    scenario.thresholds += limits.value();
    if (line.quiet) {
        return {};
    }
    QStringList words;
    for (const Threshold &limit : limits.value()) {
        words << limit.metric + QLatin1Char(' ') + limit.expression;
    }
    printError(RunText::tr("Limits from the baseline %1: %2")
                   .arg(baseline.value().shortId(), words.join(QStringLiteral(", "))));
    const QStringList differing = differingSettings(baseline.value().scenario, scenario);
    if (!differing.isEmpty()) {
        printError(RunText::tr("The baseline was another scenario; what differs: %1.")
                       .arg(differing.join(QStringLiteral(", "))));
    }
    return {};
}

ExitCode printResult(const CommandLine &line, const RunRecord &record)
{
    SummaryOptions options;
    options.again = againCommandOf(line, record.scenario);
    const auto written =
        writeOutputs(line.output, record, {summaryText(record, options), options.again});
    options.color = mayColor(line);
    printText(line.quiet ? verdictLine(record) : summaryText(record, options));
    if (!written) {
        return printUnwritten(written.error(), exitCodeOf(record));
    }
    if (!line.quiet && !line.output.folder.isEmpty()) {
        printError(RunText::tr("Written: %1").arg(written.value().join(QStringLiteral(", "))));
    }
    return exitCodeOf(record);
}

} // namespace

ExitCode runScenario(const CommandLine &line)
{
    const auto url = databaseOf(line);
    if (!url) {
        return url.error();
    }
    auto scenario = loadScenario(line.scenario, line.overrides);
    if (!scenario) {
        return printDiagnostics(scenario.error());
    }
    if (const auto writable = checkOutputs(line, inputsOf(scenario.value())); !writable) {
        printError(writable.error());
        return ExitCode::Usage;
    }
    if (!line.baseline.isEmpty()) {
        if (const auto taken = takeBaseline(line, scenario.value()); !taken) {
            return taken.error();
        }
    }
    if (!line.log.isEmpty()) {
        if (const auto logging = emptyLogFile(line.log); !logging) {
            printError(logging.error());
            return ExitCode::Usage;
        }
    }
    if (!driverIsThere()) {
        return ExitCode::Unreachable;
    }
    raiseOpenFileLimit();
    RunController controller(std::make_shared<DatabaseHost>(url.value(), line.allowedHosts));
    controller.setServiceLog(line.log);
    keepEveryRun(controller);
    watchRun(controller, scenario.value(), line.quiet);
    const auto result = controller.result();
    if (!*result) {
        return printRunFault(result->error());
    }
    return printResult(line, result->value());
}

} // namespace stampede
