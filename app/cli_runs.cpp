// SPDX-License-Identifier: MIT
#include "app/commands.h"

#include "app/command_words.h"

#include "app/cli_commands.h"
#include "app/cli_unfinished.h"
#include "app/kept_runs.h"
#include "formats/json_report.h"
#include "text/columns.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace stampede {

namespace {

using text::count;

/// From that one on columns hold figures, which stand at the right.
constexpr int kFirstFigure = 5;

QStringList headings()
{
    return {UsageText::tr("when"),        UsageText::tr("id"),        UsageText::tr("scenario"),
            UsageText::tr("protections"), UsageText::tr("verdict"),   UsageText::tr("issued"),
            UsageText::tr("already"),     UsageText::tr("stock out"), UsageText::tr("p95")};
}

QStringList cellsOf(const RunSummary &run)
{
    return {run.startedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")),
            run.shortId(),
            (run.baseline ? QStringLiteral("★ ") : QString()) + run.title().simplified(),
            protectionMarks(run),
            shortVerdict(run),
            count(run.issued),
            count(run.alreadyIssued),
            count(run.outOfStock),
            run.issuedP95Ns
                ? UsageText::tr("%1 ms").arg(text::latencyMs(static_cast<double>(*run.issuedP95Ns)))
                : QStringLiteral("–")};
}

QString tableOf(const QList<QStringList> &rows)
{
    QList<qsizetype> widths(rows.constFirst().size(), 0);
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], text::columnsOf(row[i]));
        }
    }
    QString table;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (qsizetype i = 0; i < row.size(); ++i) {
            cells << (i < kFirstFigure ? text::padded(row[i], widths[i])
                                       : text::paddedBefore(row[i], widths[i]));
        }
        table += cells.join(QStringLiteral("  ")) + QLatin1Char('\n');
    }
    return table;
}

QJsonObject jsonOf(const RunSummary &run)
{
    const auto p95 = run.issuedP95Ns ? QJsonValue(static_cast<double>(*run.issuedP95Ns) / 1000)
                                     : QJsonValue(QJsonValue::Null);
    return {{QStringLiteral("id"), run.id},
            {QStringLiteral("started_at"), run.startedAt.toString(Qt::ISODateWithMs)},
            {QStringLiteral("scenario"), run.scenario},
            {QStringLiteral("name"), run.name},
            {QStringLiteral("note"), run.note},
            {QStringLiteral("baseline"), run.baseline},
            {QStringLiteral("verdict"), runVerdictKey(run.verdict)},
            {QStringLiteral("judged_again"), judgedAgainToJson(run.judgedAgain)},
            {QStringLiteral("findings"), run.findings},
            {QStringLiteral("warnings"), run.warnings},
            {QStringLiteral("rounds"), run.rounds},
            {QStringLiteral("requests"), qint64{run.requests}},
            {QStringLiteral("issued"), qint64{run.issued}},
            {QStringLiteral("already_issued"), qint64{run.alreadyIssued}},
            {QStringLiteral("out_of_stock"), qint64{run.outOfStock}},
            {QStringLiteral("issued_p95_us"), p95},
            {QStringLiteral("size_bytes"), qint64{run.bytes}}};
}

} // namespace

ExitCode listRuns()
{
    const auto archive = openArchive();
    if (!archive) {
        return archive.error();
    }
    const auto told = archive.value()->notices().size();
    const auto runs = archive.value()->list();
    const auto size = archive.value()->size();
    for (const ArchiveNotice &notice : archive.value()->notices().mid(told)) {
        printError(notice.sentence);
    }
    if (!runs || !size) {
        printError(runs ? size.error() : runs.error());
        return ExitCode::Internal;
    }
    const QString unfinished = unfinishedText();
    if (!unfinished.isEmpty()) {
        printText(unfinished + QLatin1Char('\n'));
    }
    if (runs.value().isEmpty()) {
        printError(UsageText::tr("The archive is empty: %1. Every run is kept there until "
                                 "somebody deletes it.")
                       .arg(archive.value()->path()));
        return ExitCode::Success;
    }
    QList<QStringList> rows{headings()};
    for (const RunSummary &run : runs.value()) {
        rows << cellsOf(run);
    }
    printText(tableOf(rows));
    const auto bytes = [](std::int64_t value) {
        return QLocale().formattedDataSize(value, 0, QLocale::DataSizeSIFormat);
    };
    printText(
        QLatin1Char('\n') +
        UsageText::tr("%1, %2 of %3: %4")
            .arg(text::plural(size.value().runs, UsageText::tr("%1 run"), UsageText::tr("%1 runs"))
                     .arg(count(size.value().runs)),
                 bytes(size.value().bytes), bytes(size.value().limitBytes),
                 archive.value()->path()) +
        QLatin1Char('\n'));
    return ExitCode::Success;
}

ExitCode listRunsAsJson()
{
    const auto archive = openArchive();
    if (!archive) {
        return archive.error();
    }
    const auto runs = archive.value()->list();
    if (!runs) {
        printError(runs.error());
        return ExitCode::Internal;
    }
    QJsonArray list;
    for (const RunSummary &run : runs.value()) {
        list.append(jsonOf(run));
    }
    const QJsonObject file{{QStringLiteral("schema"), QStringLiteral("stampede.runs/1")},
                           {QStringLiteral("runs"), list},
                           {QStringLiteral("unfinished"), unfinishedAsJson()}};
    printJson(QJsonDocument(file).toJson(QJsonDocument::Indented));
    return ExitCode::Success;
}

} // namespace stampede
