// SPDX-License-Identifier: MIT
#include "app/cli_unfinished.h"

#include "app/command_words.h"

#include "app/cli_commands.h"
#include "archive/archive.h"
#include "console/summary_text.h"
#include "files/output_file.h"
#include "formats/json_report.h"
#include "recovery/recovered_run.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonObject>

namespace stampede {

namespace {

QString nameOf(const UnfinishedRun &run)
{
    const QString name = run.opening.scenario.name.simplified();
    return name.isEmpty() ? run.opening.scenario.couponAsked().simplified() : name;
}

ExitCode printRecovered(const CommandLine &line, const RunRecord &record)
{
    SummaryOptions options;
    options.again = againCommand(line);
    options.color = mayColor(line);
    printText(line.quiet ? verdictLine(record) : summaryText(record, options));
    if (!line.output.json.isEmpty()) {
        if (auto written = writeOutput(line.output.json, resultFile(record)); !written) {
            return printUnwritten(written.error(), exitCodeOf(record));
        }
    }
    return exitCodeOf(record);
}

} // namespace

QString unfinishedText()
{
    const QList<UnfinishedRun> runs = unfinishedRuns(defaultJournalFolder());
    if (runs.isEmpty()) {
        return {};
    }
    QString told = UsageText::tr("Cut off, and not audited yet:") + QLatin1Char('\n');
    for (const UnfinishedRun &run : runs) {
        told += QStringLiteral("  %1  %2  %3: %4\n")
                    .arg(QDateTime::fromMSecsSinceEpoch(run.opening.startedMs)
                             .toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                         run.shortId(), nameOf(run), run.sentence());
        told += QStringLiteral("    stampede-cli audit --run %1\n").arg(run.shortId());
    }
    return told;
}

QJsonArray unfinishedAsJson()
{
    QJsonArray list;
    const QList<UnfinishedRun> runs = unfinishedRuns(defaultJournalFolder());
    for (const UnfinishedRun &run : runs) {
        list.append(QJsonObject{
            {QStringLiteral("id"), run.opening.id},
            {QStringLiteral("started_at"),
             QDateTime::fromMSecsSinceEpoch(run.opening.startedMs, Qt::UTC)
                 .toString(Qt::ISODateWithMs)},
            {QStringLiteral("scenario"), nameOf(run)},
            {QStringLiteral("answers"), qint64{run.answers}},
            {QStringLiteral("issued"), qint64{run.issued}},
            {QStringLiteral("in_flight"), qint64{run.inFlight}},
            {QStringLiteral("load_ended"), run.loadEnded},
            {QStringLiteral("damaged_blocks"), static_cast<qint64>(run.damagedBlocks)},
        });
    }
    return list;
}

std::optional<ExitCode> auditUnfinishedRun(const CommandLine &line)
{
    const auto run = findUnfinishedRun(defaultJournalFolder(), line.history);
    if (!run) {
        if (run.error().isEmpty()) {
            return std::nullopt;
        }
        printError(run.error());
        return ExitCode::Usage;
    }
    const auto url = databaseOf(line);
    if (!url) {
        return url.error();
    }
    if (!driverIsThere()) {
        return ExitCode::Unreachable;
    }
    RunHooks hooks;
    hooks.message = [&line](const QString &words) {
        if (!line.quiet) {
            printError(words);
        }
    };
    DatabaseHost host(url.value(), line.allowedHosts);
    auto record = recoverRun(run.value(), host, hooks);
    if (!record) {
        return printRunFault(record.error());
    }
    if (const auto driver = Archive::prepareDriver(); !driver) {
        printError(driver.error());
        return ExitCode::Internal;
    }
    const Keeping keeping = keepRun(defaultArchive(), record.value());
    for (const QString &remark : keeping.remarks) {
        printError(remark);
    }
    // Only once the archive has it.
    if (!keeping.kept) {
        printError(UsageText::tr("Its journal stays: %1").arg(run.value().path));
    } else if (!forgetUnfinishedRun(run.value())) {
        printError(UsageText::tr("The journal %1 cannot be deleted.").arg(run.value().path));
    }
    return printRecovered(line, record.value());
}

} // namespace stampede
