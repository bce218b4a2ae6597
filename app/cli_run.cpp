// SPDX-License-Identifier: MIT
#include "app/commands.h"

#include "app/command_words.h"

#include "app/cli_commands.h"
#include "app/cli_import.h"
#include "app/kept_runs.h"
#include "app/log_file.h"
#include "app/output_files.h"
#include "app/run_watch.h"
#include "archive/later_audit.h"
#include "compare/baseline_limits.h"
#include "compare/circumstances.h"
#include "console/summary_text.h"
#include "profile/profile_reader.h"
#include "run/open_files.h"
#include "run/other_run.h"
#include "run/run_controller.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <memory>

#include <unistd.h>

namespace stampede {

namespace {

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
    printError(UsageText::tr("Limits from the baseline %1: %2")
                   .arg(baseline.value().shortId(), words.join(QStringLiteral(", "))));
    const QStringList differing = differingSettings(baseline.value().scenario, scenario);
    if (!differing.isEmpty()) {
        printError(UsageText::tr("The baseline was another scenario; what differs: %1.")
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
        printError(UsageText::tr("Written: %1").arg(written.value().join(QStringLiteral(", "))));
    }
    return exitCodeOf(record);
}

ExitCode printMade(const CommandLine &line, const RunController &controller)
{
    const auto result = controller.result();
    if (!*result) {
        return printRunFault(result->error());
    }
    return printResult(line, result->value());
}

/// What joining another tool's run needs beside its results.
Result<OtherRunOrder, Faults> attachOrderOf(const CommandLine &line, const Scenario &scenario)
{
    const TargetSettings &target = scenario.target;
    Faults faults;
    if (target.kind != TargetKind::Http || target.audit.rows == TargetRows::None) {
        faults << UsageText::tr(
                      "%1: --attach judges what another tool was told by the rows: "
                      "target.kind has to be http, and target.audit has to say where they "
                      "are")
                      .arg(line.scenario);
    }
    if (scenario.rounds > 1) {
        faults << UsageText::tr("%1: rounds: another tool makes one").arg(line.scenario);
    }
    OtherRunOrder order;
    order.results = importOrderOf(line, UsageText::tr("standard input"), scenario);
    order.results.from = line.attach.section(QLatin1Char(':'), 0, 0);
    order.descriptor = STDIN_FILENO;
    order.scenario = scenario;
    const RowsOfRun rows = rowsOf(scenario, {});
    order.settle = rows.settle;
    order.profileFile = rows.profile;
    order.stock = line.stock;
    order.later = againCommand(line);
    if (!rows.profile.isEmpty()) {
        if (auto profile = loadProfile(rows.profile); profile) {
            order.profile = std::move(profile).value();
        } else {
            faults += profile.error();
        }
    }
    if (!line.before.isEmpty()) {
        order.beforeFile = QFileInfo(line.before).fileName();
        if (auto before = readStartFile(line.before); before) {
            order.before = std::move(before).value();
        } else {
            faults << before.error();
        }
    }
    if (!faults.isEmpty()) {
        return Failure{faults};
    }
    return order;
}

/// The run that another tool makes, joined while it goes on.
ExitCode joinRun(const CommandLine &said, const Scenario &scenario)
{
    auto order = attachOrderOf(said, scenario);
    if (!order) {
        return printDiagnostics(order.error());
    }
    CommandLine line = said;
    const RowsOfRun rows = rowsOf(scenario, {});
    line.database = line.namesDatabase || rows.database.isEmpty() ? line.database : rows.database;
    const auto url = databaseOf(line);
    if (!url) {
        return url.error();
    }
    RunController controller(std::make_shared<DatabaseHost>(url.value(), line.allowedHosts));
    keepEveryRun(controller);
    Scenario shown = scenario; // nobody here knows how many requests there will be
    shown.load.model = LoadModel::ConstantVus;
    shown.load.duration = std::chrono::seconds(1);
    watchRun(
        controller,
        [&](const auto &say) {
            if (!line.quiet) {
                order.value().words = say;
            }
            controller.start(
                shown,
                [order = order.value()](DatabaseHost &host, const RunHooks &hooks,
                                        const RunStop &stop) {
                    return makeOtherRun(order, host, hooks, stop);
                },
                [] {});
        },
        line.quiet);
    return printMade(line, controller);
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
    if (!line.attach.isEmpty()) {
        return joinRun(line, scenario.value());
    }
    raiseOpenFileLimit();
    RunController controller(std::make_shared<DatabaseHost>(url.value(), line.allowedHosts));
    controller.setServiceLog(line.log);
    keepEveryRun(controller);
    watchRun(controller, scenario.value(), line.quiet);
    return printMade(line, controller);
}

} // namespace stampede
