// SPDX-License-Identifier: MIT
#include "recovery/unfinished_runs.h"

#include "recovery/recovery_text.h"

#include "text/number_text.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <optional>
#include <utility>

namespace stampede {

namespace {

std::optional<UnfinishedRun> readUnfinished(LeftJournal left)
{
    const auto contents = readJournal(QFile::encodeName(left.path).toStdString());
    if (!contents) {
        return std::nullopt;
    }
    const JournalContents &read = contents.value();
    UnfinishedRun run;
    run.path = left.path;
    run.opening = std::move(left.opening);
    run.answers = static_cast<std::int64_t>(read.ended.size());
    run.issued =
        std::count_if(read.ended.begin(), read.ended.end(), [](const Operation &operation) {
            return operation.outcome == Outcome::Issued;
        });
    run.inFlight = static_cast<std::int64_t>(read.inFlight.size());
    run.lastLookNs = read.lastLookNs;
    run.loadEnded = read.losesNothing();
    run.damagedBlocks = read.damagedBlocks;
    return run;
}

} // namespace

QString UnfinishedRun::sentence() const
{
    using text::count;
    if (loadEnded) {
        return text::plural(answers, RecoveryText::tr("the load had ended: %1 answer"),
                            RecoveryText::tr("the load had ended: %1 answers"))
            .arg(count(answers));
    }
    QString told = text::plural(answers, RecoveryText::tr("%1 answer until %2, %3 in flight"),
                                RecoveryText::tr("%1 answers until %2, %3 in flight"))
                       .arg(count(answers), text::duration(lastLookNs), count(inFlight));
    if (damagedBlocks > 0) {
        told += RecoveryText::tr("; parts of the journal are damaged");
    }
    return told;
}

QList<UnfinishedRun> unfinishedRuns(const QString &folder)
{
    QList<UnfinishedRun> runs;
    for (LeftJournal &left : leftJournals(folder)) {
        if (auto run = readUnfinished(std::move(left))) {
            runs << std::move(*run);
        }
    }
    return runs;
}

Result<UnfinishedRun, QString> findUnfinishedRun(const QString &folder, const QString &id)
{
    QList<UnfinishedRun> found;
    const QList<UnfinishedRun> all = unfinishedRuns(folder);
    for (const UnfinishedRun &run : all) {
        if (!id.isEmpty() && run.opening.id.startsWith(id, Qt::CaseInsensitive)) {
            found << run;
        }
    }
    if (found.size() == 1) {
        return found.constFirst();
    }
    return Failure{found.isEmpty()
                       ? QString()
                       : RecoveryText::tr("Several unfinished runs begin with %1.").arg(id)};
}

bool forgetUnfinishedRun(const UnfinishedRun &run)
{
    return isJournalFree(QFile::encodeName(run.path).toStdString()) && QFile::remove(run.path);
}

} // namespace stampede
