// SPDX-License-Identifier: MIT
#include "app/commands.h"

#include "app/command_words.h"

#include "app/cli_commands.h"
#include "app/output_files.h"
#include "app/run_watch.h"
#include "files/output_file.h"
#include "report/sweep_report.h"
#include "run/open_files.h"
#include "run/run_controller.h"
#include "scenario/sweep_plan.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>

#include <array>

namespace stampede {

namespace {

/// A combination that makes sense.
struct Planned
{
    QList<Override> settings;
    Scenario scenario;
};

/// "load.vus=10 service.layers.rowLock=false"
QString nameOf(const QList<Override> &settings)
{
    QStringList words;
    for (const Override &setting : settings) {
        words << setting.path + QLatin1Char('=') + setting.value;
    }
    return words.join(QLatin1Char(' '));
}

/// The error has been printed.
Result<QList<Planned>, ExitCode> plan(const CommandLine &line)
{
    QList<SweepAxis> axes;
    for (const QString &over : line.over) {
        auto axis = parseSweepAxis(over);
        if (!axis) {
            printError(axis.error());
            return Failure{ExitCode::Usage};
        }
        axes.append(std::move(axis).value());
    }
    const auto runs = sweepRuns(axes);
    if (!runs) {
        printError(runs.error());
        return Failure{ExitCode::Usage};
    }
    QList<Planned> planned;
    Faults faults;
    for (const QList<Override> &settings : runs.value()) {
        auto scenario = loadScenario(line.scenario, line.overrides + settings);
        if (scenario) {
            const auto writable = checkOutputs(line, inputsOf(scenario.value()));
            if (!writable) {
                printError(writable.error());
                return Failure{ExitCode::Usage};
            }
            planned.append({settings, std::move(scenario).value()});
            continue;
        }
        for (const QString &fault : scenario.error()) {
            faults << QStringLiteral("%1: %2").arg(nameOf(settings), fault);
        }
    }
    if (!faults.isEmpty()) {
        return Failure{printDiagnostics(faults)};
    }
    return planned;
}

/// The worst of two exit codes, in the order of the contract.
ExitCode worse(ExitCode a, ExitCode b)
{
    constexpr std::array kOrder = {
        ExitCode::Usage,           ExitCode::Scenario,    ExitCode::Internal,
        ExitCode::Violation,       ExitCode::Unreachable, ExitCode::Inconclusive,
        ExitCode::NothingMeasured, ExitCode::EndedEarly,  ExitCode::Thresholds,
    };
    for (const ExitCode code : kOrder) {
        if (a == code || b == code) {
            return code;
        }
    }
    return ExitCode::Success;
}

Result<QStringList, QString> writeSweep(const CommandLine &line, const QList<SweptRun> &runs)
{
    const QByteArray json =
        QJsonDocument(sweepToJson(line.scenario, runs)).toJson(QJsonDocument::Indented);
    auto written =
        writeReport(line.output, QStringLiteral("sweep"), sweepReport(line.scenario, runs), json);
    if (!written || line.output.folder.isEmpty()) {
        return written;
    }
    const QString csv = QDir(line.output.folder).filePath(QStringLiteral("sweep.csv"));
    if (auto done = writeOutput(csv, sweepCsv(runs)); !done) {
        return Failure{done.error()};
    }
    QStringList files = std::move(written).value();
    return files << csv;
}

} // namespace

ExitCode sweepScenario(const CommandLine &line)
{
    const auto url = databaseOf(line);
    if (!url) {
        return url.error();
    }
    const auto planned = plan(line);
    if (!planned) {
        return planned.error();
    }
    if (!driverIsThere()) {
        return ExitCode::Unreachable;
    }
    raiseOpenFileLimit();
    RunController controller(std::make_shared<DatabaseHost>(url.value(), line.allowedHosts));
    keepEveryRun(controller);
    QList<SweptRun> runs;
    ExitCode code = ExitCode::Success;
    for (const Planned &next : planned.value()) {
        if (!line.quiet) {
            printError(UsageText::tr("Run %1 of %2: %3")
                           .arg(text::count(runs.size() + 1), text::count(planned.value().size()),
                                nameOf(next.settings)));
        }
        const bool stopped = watchRun(controller, next.scenario, line.quiet);
        const auto result = controller.result();
        if (!*result) {
            code = worse(code, printRunFault(result->error()));
            break;
        }
        RunRecord record = result->value();
        record.history
            .reset(); // a sweep is not to fill the memory with what the table has no use for
        code = worse(code, exitCodeOf(record));
        runs.append({next.settings, std::make_shared<const RunRecord>(std::move(record))});
        if (stopped) {
            break;
        }
    }
    printText(sweepText(runs));
    const auto written = writeSweep(line, runs);
    if (!written) {
        printError(written.error());
        return worse(code, ExitCode::Internal);
    }
    return code;
}

} // namespace stampede
