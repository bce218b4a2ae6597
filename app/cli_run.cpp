#include "app/cli_run.h"

#include "app/cli_commands.h"
#include "app/log_file.h"
#include "app/output_files.h"
#include "app/run_watch.h"
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

ExitCode printResult(const CommandLine &line, const RunRecord &record)
{
    SummaryOptions options;
    options.again = againCommandOf(line, record.scenario);
    const auto written =
        writeOutputs(line.output, record, {summaryText(record, options), options.again});
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
    const auto url = databaseOf(line);
    if (!url) {
        return url.error();
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
    if (!driverIsThere()) {
        return ExitCode::Unreachable;
    }
    raiseOpenFileLimit();
    RunController controller(std::make_shared<DatabaseHost>(url.value(), line.allowedHosts));
    controller.setServiceLog(line.log);
    watchRun(controller, scenario.value(), line.quiet);
    const auto result = controller.result();
    if (!*result) {
        return printRunFault(result->error());
    }
    return printResult(line, result->value());
}

} // namespace stampede
