// SPDX-License-Identifier: MIT
#include "app/kept_runs.h"

#include "app/command_words.h"

#include "app/cli_commands.h"
#include "files/input_file.h"
#include "record/run_history.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDate>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

namespace stampede {

namespace {

Failure<ExitCode> failed(const QString &sentence, ExitCode code)
{
    printError(sentence);
    return Failure{code};
}

Result<RunRecord, ExitCode> runOfFile(Archive &archive, const QString &path)
{
    const auto sha256 = fingerprintOfFile(path);
    if (!sha256) {
        return failed(sha256.error(), ExitCode::Scenario);
    }
    const auto histories = readRunHistories(path, HistoryEnd::MayLack);
    if (!histories) {
        return failed(histories.error(), ExitCode::Scenario);
    }
    auto run = runOfFingerprint(archive, sha256.value(), operationsIn(histories.value()));
    if (!run) {
        return failed(run.error(), ExitCode::Internal);
    }
    if (!run.value()) {
        return failed(UsageText::tr("%1: no run of the archive wrote this history. `stampede-cli "
                                    "verify` judges the file alone.")
                          .arg(path),
                      ExitCode::Scenario);
    }
    return std::move(*run.value());
}

} // namespace

Result<std::unique_ptr<Archive>, ExitCode> openArchive()
{
    if (const auto driver = Archive::prepareDriver(); !driver) {
        return failed(driver.error(), ExitCode::Internal);
    }
    auto archive = Archive::open(defaultArchive());
    if (!archive) {
        return failed(archive.error(), ExitCode::Internal);
    }
    for (const ArchiveNotice &notice : archive.value()->notices()) {
        printError(notice.sentence);
    }
    return std::move(archive).value();
}

bool isHistoryFile(const QString &word)
{
    return word.contains(QLatin1Char('/')) || word.contains(QLatin1Char('.')) ||
           QFileInfo(word).isFile();
}

Result<RunRecord, ExitCode> keptRun(Archive &archive, const QString &word, Archive::History history)
{
    if (isHistoryFile(word)) {
        auto run = runOfFile(archive, word);
        if (!run || history == Archive::History::Leave) {
            return run;
        }
        return keptRun(archive, run.value().id, history);
    }
    const auto id = archive.idOf(word);
    if (!id) {
        return failed(id.error(), ExitCode::Scenario);
    }
    auto record = archive.read(id.value(), history);
    if (!record) {
        return failed(record.error(), ExitCode::Scenario);
    }
    return std::move(record).value();
}

Result<std::optional<RunRecord>, QString> runOfFingerprint(Archive &archive, const QString &sha256,
                                                           std::int64_t requests)
{
    const auto runs = archive.list();
    if (!runs) {
        return Failure{runs.error()};
    }
    for (const RunSummary &run : runs.value()) {
        if (run.requests != requests) {
            continue;
        }
        auto record = archive.read(run.id, Archive::History::Leave);
        if (record && record.value().historySha256 == sha256) {
            return std::optional(std::move(record).value());
        }
    }
    return std::optional<RunRecord>();
}

Result<QString, QString> fingerprintOfFile(const QString &path)
{
    const auto file = openOrdinaryFile(path);
    if (!file) {
        return Failure{QStringLiteral("%1: %2").arg(path, file.error())};
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(file.value().get())) {
        return Failure{QStringLiteral("%1: %2").arg(path, file.value()->errorString())};
    }
    return QString::fromLatin1(hash.result().toHex());
}

QString madeAgainWords()
{
    return UsageText::tr("made again on %1 by version %2")
        .arg(QLocale().toString(QDate::currentDate(), QLocale::ShortFormat),
             QCoreApplication::applicationVersion());
}

} // namespace stampede
