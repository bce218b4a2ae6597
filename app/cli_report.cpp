// SPDX-License-Identifier: MIT
#include "app/commands.h"

#include "app/command_words.h"

#include "app/cli_commands.h"
#include "app/kept_runs.h"
#include "app/output_files.h"
#include "console/summary_text.h"
#include "diagnosis/relocalised.h"
#include "report/several_runs.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>

#include <memory>

namespace stampede {

namespace {

ExitCode printWritten(const CommandLine &line, const Result<QStringList, QString> &written)
{
    if (!written) {
        printError(written.error());
        return ExitCode::Internal;
    }
    if (!line.quiet && !written.value().isEmpty()) {
        printError(UsageText::tr("Written: %1").arg(written.value().join(QStringLiteral(", "))));
    }
    return ExitCode::Success;
}

} // namespace

ExitCode reportAgain(const CommandLine &line)
{
    if (const auto writable = checkOutputs(line); !writable) {
        printError(writable.error());
        return ExitCode::Usage;
    }
    const auto archive = openArchive();
    if (!archive) {
        return archive.error();
    }
    auto kept = keptRun(*archive.value(), line.runs.constFirst(), Archive::History::Read);
    if (!kept) {
        return kept.error();
    }
    const auto record = relocalised(std::make_shared<const RunRecord>(std::move(kept).value()));
    OutputWords words(summaryText(*record, {}));
    words.madeAgain = madeAgainWords();
    return printWritten(line, writeOutputs(line.output, *record, words));
}

ExitCode compareKeptRuns(const CommandLine &line)
{
    if (const auto writable = checkOutputs(line); !writable) {
        printError(writable.error());
        return ExitCode::Usage;
    }
    const auto archive = openArchive();
    if (!archive) {
        return archive.error();
    }
    // With pseudonyms people are numbered as their requests come, so that takes every request.
    const auto history = line.output.pseudonyms ? Archive::History::Read : Archive::History::Leave;
    QList<std::shared_ptr<const RunRecord>> runs;
    for (const QString &word : line.runs) {
        auto record = keptRun(*archive.value(), word, history);
        if (!record) {
            return record.error();
        }
        RunRecord shown =
            line.output.pseudonyms ? withPseudonyms(record.value()) : std::move(record).value();
        shown.history.reset();
        runs << std::make_shared<const RunRecord>(std::move(shown));
    }
    if (!line.quiet || !line.output.any()) {
        printText(comparisonText(runs));
    }
    if (!line.output.any()) {
        return ExitCode::Success;
    }
    ReportOptions options;
    options.pseudonyms = line.output.pseudonyms;
    options.madeAgain = madeAgainWords();
    const QByteArray json = QJsonDocument(comparisonToJson(runs)).toJson(QJsonDocument::Indented);
    return printWritten(line, writeReport(line.output, QStringLiteral("comparison"),
                                          makeReport(runs, options), json));
}

} // namespace stampede
