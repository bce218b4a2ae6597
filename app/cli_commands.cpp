// SPDX-License-Identifier: MIT
#include "app/cli_commands.h"

#include "app/command_words.h"

#include "app/cli_import.h"
#include "app/commands.h"
#include "app/output_files.h"
#include "app/terminal_progress.h"
#include "app/terminal_text.h"
#include "archive/archive.h"
#include "console/prediction_text.h"
#include "profile/profile_prediction.h"
#include "run/run_controller.h"
#include "run/run_journal.h"
#include "scenario/presets.h"
#include "scenario/scenario_command.h"
#include "text/nearest_name.h"
#include "text/text_block.h"

#include <QCoreApplication>
#include <QDateTime>

#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace stampede {

namespace {

ExitCode printPrediction(const CommandLine &line)
{
    const auto scenario = loadScenario(line.scenario, line.overrides);
    if (!scenario) {
        return printDiagnostics(scenario.error());
    }
    auto service = readPredictedService(scenario.value());
    if (!service) {
        return printDiagnostics(service.error());
    }
    ServerFacts facts;
    facts.service = std::move(service).value();
    Prediction prediction = predict(scenario.value(), QDateTime::currentMSecsSinceEpoch(), facts);
    prediction.notes += judgeThresholdsBeforehand(scenario.value(), prediction);
    printText(predictionText(scenario.value(), prediction));
    return ExitCode::Success;
}

ExitCode listPresets()
{
    QString out;
    for (const Preset &preset : presets()) {
        out += QStringLiteral("%1  %2\n").arg(preset.id.leftJustified(16), preset.title) +
               wrapped(preset.story, QString(18, QLatin1Char(' '))) +
               wrapped(preset.mustComeOut, QString(18, QLatin1Char(' ')));
    }
    printText(out);
    return ExitCode::Success;
}

ExitCode printPreset(const QString &id)
{
    const QByteArray file = presetFile(id);
    if (!file.isEmpty()) {
        printText(QString::fromUtf8(file));
        return ExitCode::Success;
    }
    QStringList ids;
    for (const Preset &preset : presets()) {
        ids << preset.id;
    }
    const QString near = text::nearestName(id, ids);
    printError(
        near.isEmpty()
            ? UsageText::tr("There is no preset %1. `stampede-cli presets` lists them.").arg(id)
            : UsageText::tr("There is no preset %1. Did you mean %2?").arg(id, near));
    return ExitCode::Scenario;
}

} // namespace

namespace {

int s_outputError = 0; ///< errno of the first text that standard output did not take

void printBytes(const QByteArray &bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    errno = 0;
    const bool written =
        std::fwrite(bytes.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0;
    if (!written && s_outputError == 0) {
        s_outputError = errno == 0 ? EIO : errno;
    }
}

} // namespace

void printText(const QString &text)
{
    printBytes(terminalText(text).toUtf8());
}

void printJson(const QByteArray &json)
{
    printBytes(terminalJson(json));
}

namespace {

/// 1 where standard output did not take everything, and nothing worse is known.
ExitCode withOutputError(ExitCode code)
{
    if (s_outputError == 0) {
        return code;
    }
    printError(UsageText::tr("Standard output cannot be written: %1.")
                   .arg(qt_error_string(s_outputError)));
    const bool isWorse =
        code == ExitCode::Violation || code == ExitCode::Usage || code == ExitCode::Scenario;
    return isWorse ? code : ExitCode::Internal;
}

} // namespace

void printError(const QString &line)
{
    static_cast<void>(std::fprintf(stderr, "%s\n", terminalText(line).toUtf8().constData()));
}

ExitCode printDiagnostics(const Faults &faults)
{
    for (const QString &fault : faults) {
        printError(fault);
    }
    return ExitCode::Scenario;
}

ExitCode printRunFault(const RunError &fault)
{
    printError(fault.message);
    for (const QString &detail : fault.details) {
        printError(QStringLiteral("    ") + detail);
    }
    return fault.code;
}

Result<DatabaseUrl, ExitCode> databaseOf(const CommandLine &line)
{
    const auto url = parseDatabaseUrl(line.database);
    if (!url) {
        printError(url.error());
        return Failure{ExitCode::Usage};
    }
    if (const auto writable = checkOutputs(line); !writable) {
        printError(writable.error());
        return Failure{ExitCode::Usage};
    }
    return url.value();
}

ExitCode printUnwritten(const QString &why, ExitCode judged)
{
    printError(why);
    return judged == ExitCode::Violation ? ExitCode::Violation : ExitCode::Internal;
}

bool driverIsThere()
{
    const auto driver = Connection::prepareDriver();
    if (!driver) {
        printError(driver.error());
    }
    return driver.ok();
}

void keepEveryRun(RunController &controller)
{
    if (const auto driver = Archive::prepareDriver(); !driver) {
        printError(driver.error());
        return;
    }
    controller.setJournalFolder(defaultJournalFolder());
    controller.setSaver(
        [place = defaultArchive()](const RunRecord &record) { return keepRun(place, record); });
}

bool mayColor(const CommandLine &line)
{
    return !line.noColor && qEnvironmentVariableIsEmpty("NO_COLOR") && isTerminal(STDOUT_FILENO);
}

QString againCommand(const CommandLine &line, const QStringList &further)
{
    return shellLine(QStringList(QStringLiteral("stampede-cli")) + line.again + further);
}

namespace {

ExitCode carryOut(const CommandLine &line, bool isAsked)
{
    switch (line.command) {
    case Command::Help:
        printText(helpText(line.helpFor));
        return isAsked ? ExitCode::Success : ExitCode::Usage;
    case Command::Version:
        printText(QStringLiteral("stampede-cli %1\n").arg(QCoreApplication::applicationVersion()));
        return ExitCode::Success;
    case Command::Run:
        return runScenario(line);
    case Command::Predict:
        return printPrediction(line);
    case Command::Presets:
        return line.scenario.isEmpty() ? listPresets() : printPreset(line.scenario);
    case Command::Doctor:
        return examineHost(line);
    case Command::Audit:
        return auditWhatIsThere(line);
    case Command::Import:
        return importWhatIsAsked(line);
    case Command::Serve:
        return serve(line);
    case Command::Sweep:
        return sweepScenario(line);
    case Command::Interleave:
        return interleaveWhatIsAsked(line);
    case Command::Runs:
        return line.listsAsJson ? listRunsAsJson() : listRuns();
    case Command::Report:
        return reportAgain(line);
    case Command::Compare:
        return compareKeptRuns(line);
    case Command::Verify:
        return verify(line.runs.constFirst());
    case Command::CheckHistory:
        return checkHistory(line.history);
    }
    return ExitCode::Internal;
}

} // namespace

ExitCode runCommand(const QStringList &words)
{
    const auto line = parseCommandLine(words);
    if (!line) {
        printError(line.error());
        return ExitCode::Usage;
    }
    return withOutputError(carryOut(line.value(), !words.isEmpty()));
}

} // namespace stampede
