#include "run/unfinished_runs.h"

#include "text/number_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <optional>
#include <utility>

namespace stampede {

namespace {

struct UnfinishedText
{
    Q_DECLARE_TR_FUNCTIONS(UnfinishedRun)
};

QStringList journalsIn(const QString &folder)
{
    QStringList paths;
    const QStringList names = QDir(folder).entryList({QStringLiteral("*.journal")}, QDir::Files);
    for (const QString &name : names) {
        paths << QDir(folder).filePath(name);
    }
    return paths;
}

bool isNewer(const JournalOpening &left, const JournalOpening &right)
{
    return left.startedMs > right.startedMs;
}

std::optional<UnfinishedRun> readUnfinished(const QString &path)
{
    const std::string name = QFile::encodeName(path).toStdString();
    if (!isJournalFree(name)) {
        return std::nullopt;
    }
    const auto contents = readJournal(name);
    if (!contents) {
        return std::nullopt;
    }
    const JournalContents &read = contents.value();
    auto opening = decodeOpening(QByteArray::fromStdString(read.opening));
    if (!opening) {
        return std::nullopt;
    }
    UnfinishedRun run;
    run.path = path;
    run.opening = std::move(*opening);
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
        return text::plural(answers, UnfinishedText::tr("the load had ended: %1 answer"),
                            UnfinishedText::tr("the load had ended: %1 answers"))
            .arg(count(answers));
    }
    QString told = text::plural(answers, UnfinishedText::tr("%1 answer until %2, %3 in flight"),
                                UnfinishedText::tr("%1 answers until %2, %3 in flight"))
                       .arg(count(answers), text::duration(lastLookNs), count(inFlight));
    if (damagedBlocks > 0) {
        told += UnfinishedText::tr("; parts of the journal are damaged");
    }
    return told;
}

QList<UnfinishedRun> unfinishedRuns(const QString &folder)
{
    QList<UnfinishedRun> runs;
    const QStringList paths = journalsIn(folder);
    for (const QString &path : paths) {
        if (auto run = readUnfinished(path)) {
            runs << std::move(*run);
        }
    }
    std::stable_sort(runs.begin(), runs.end(), [](const auto &left, const auto &right) {
        return isNewer(left.opening, right.opening);
    });
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
                       : UnfinishedText::tr("Several unfinished runs begin with %1.").arg(id)};
}

QStringList foldersOfUnfinishedRuns(const QString &folder)
{
    constexpr qsizetype kMostSpared = 3;
    QList<JournalOpening> openings;
    const QStringList paths = journalsIn(folder);
    for (const QString &path : paths) {
        const std::string name = QFile::encodeName(path).toStdString();
        auto opening = isJournalFree(name)
                           ? decodeOpening(QByteArray::fromStdString(readJournalOpening(name)))
                           : std::nullopt;
        if (opening) {
            openings << std::move(*opening);
        }
    }
    std::stable_sort(openings.begin(), openings.end(), isNewer);
    QStringList folders;
    for (const JournalOpening &opening : std::as_const(openings)) {
        const QString &used = opening.serverFolder;
        if (!used.isEmpty() && !folders.contains(used) && folders.size() < kMostSpared) {
            folders << used;
        }
    }
    return folders;
}

bool forgetUnfinishedRun(const UnfinishedRun &run)
{
    return isJournalFree(QFile::encodeName(run.path).toStdString()) && QFile::remove(run.path);
}

} // namespace stampede
