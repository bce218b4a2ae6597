// SPDX-License-Identifier: MIT
#include "app/commands.h"

#include "app/command_words.h"

#include "app/cli_commands.h"
#include "app/kept_runs.h"
#include "files/input_file.h"
#include "record/history_frame.h"
#include "record/verdict.h"
#include "run/database_audit.h"
#include "run/judged_again.h"
#include "text/columns.h"
#include "text/number_text.h"
#include "text/outcome_names.h"
#include "text/text_block.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace stampede {

namespace {

using text::count;

constexpr qsizetype kLabelWidth = 10;
constexpr qsizetype kLargestResult = qsizetype{16} * 1024 * 1024;

void printLine(const QString &label, const QString &words)
{
    printText(wrapped(words, text::padded(label, kLabelWidth)));
}

/// What was written down of the history when it was recorded.
struct WrittenDown
{
    QString sha256; ///< empty: nobody knows
    QString where;  ///< "the archive", "result.json"
};

/// True where the history is the one that was recorded, or nobody knows.
bool printFingerprint(const QString &now, const WrittenDown &then)
{
    const QString label = UsageText::tr("history");
    if (then.sha256.isEmpty()) {
        printLine(label,
                  UsageText::tr("nothing to compare it with: no result.json beside it, and no "
                                "run of the archive wrote it. SHA-256 %1")
                      .arg(now));
        return true;
    }
    if (now == then.sha256) {
        printLine(label, UsageText::tr("as it was recorded (%2). SHA-256 %1").arg(now, then.where));
        return true;
    }
    printLine(label, UsageText::tr("CHANGED since it was recorded (%3). SHA-256 is %1, and was %2")
                         .arg(now, then.sha256, then.where));
    return false;
}

/// `held`: the word for a history in which nothing is wrong, by what was looked at.
QString wordOf(AuditVerdict verdict, const QString &held)
{
    switch (verdict) {
    case AuditVerdict::Held:
        return held;
    case AuditVerdict::Broken:
        return UsageText::tr("integrity broken");
    case AuditVerdict::Undecided:
        return UsageText::tr("could not be decided");
    }
    return {};
}

/// As the verdict of the run has it, within a line.
QString heldOf(const RunRecord &record)
{
    return inLine(heldWord(record));
}

/// What was compared today: no checks that look into tables.
QString heldOf(const JudgedAgain &again)
{
    return again.answersOnly               ? UsageText::tr("held, answers only")
           : again.notApplicable.isEmpty() ? UsageText::tr("answers, rows and stock fit together")
                                           : UsageText::tr("held, as far as it could be checked");
}

QString thenWord(const RunRecord &record)
{
    if (!record.audit) {
        return UsageText::tr("not audited");
    }
    const QString held = record.audit->verdict == AuditVerdict::Held ? heldOf(record) : QString();
    const QString word = wordOf(record.audit->verdict, held);
    return record.verdict == RunVerdict::Aborted
               ? UsageText::tr("ended early; what ran: %1").arg(word)
               : word;
}

void printJudged(const JudgedAgain &again)
{
    const QString requests =
        text::plural(again.operations, UsageText::tr("%1 request"), UsageText::tr("%1 requests"))
            .arg(count(again.operations));
    printLine(UsageText::tr("now"), QStringLiteral("%1, %2%3")
                                        .arg(wordOf(again.verdict, heldOf(again)), requests,
                                             again.undecidedReason.isEmpty()
                                                 ? QString()
                                                 : QStringLiteral(". ") + again.undecidedReason));
    for (const QString &finding : again.findings) {
        printLine({}, QStringLiteral("⬣ ") + finding);
    }
    if (!again.notApplicable.isEmpty()) {
        printLine({}, UsageText::tr("By the rules of this coupon not applicable: %1.")
                          .arg(again.notApplicable.join(QStringLiteral(", "))));
    }
}

ExitCode codeOf(AuditVerdict verdict, bool unchanged)
{
    return unchanged ? exitCodeOf(verdict) : ExitCode::Scenario;
}

AuditVerdict newestAuditVerdict(const RunRecord &record)
{
    switch (record.newestVerdict()) {
    case RunVerdict::Violation:
        return AuditVerdict::Broken;
    case RunVerdict::Inconclusive:
        return AuditVerdict::Undecided;
    case RunVerdict::Invalid:
    case RunVerdict::Aborted:
    case RunVerdict::Thresholds:
    case RunVerdict::Pass:
        return AuditVerdict::Held;
    }
    return AuditVerdict::Undecided;
}

ExitCode verifyKept(const QString &word)
{
    const auto archive = openArchive();
    if (!archive) {
        return archive.error();
    }
    const auto kept = keptRun(*archive.value(), word, Archive::History::Read);
    if (!kept) {
        return kept.error();
    }
    const RunRecord &record = kept.value();
    printLine(UsageText::tr("run"),
              QStringLiteral("%1  %2  %3")
                  .arg(record.id,
                       record.startedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                       record.scenario.name.simplified().left(120)));
    const bool unchanged = printFingerprint(fingerprintOfHistory(record),
                                            {record.historySha256, UsageText::tr("the archive")});
    const JudgedAgain again = judgeAgain(record);
    printLine(UsageText::tr("then"), thenWord(record));
    for (const LaterVerdict &each : record.judgedAgain) {
        printLine(UsageText::tr("later"),
                  UsageText::tr("judged again on %1: %2. %3")
                      .arg(each.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                           verdictWord(each.verdict), each.sentence));
    }
    printJudged(again);
    const QStringList stands = brokenThenAndNotAgain(record);
    for (const QString &title : stands) {
        printLine(
            {}, QStringLiteral("⬣ ") +
                    UsageText::tr("%1 – broken then; it needs the tables and stands.").arg(title));
    }
    if (again.verdict == AuditVerdict::Undecided && !record.judgedAgain.isEmpty() && unchanged) {
        return exitCodeOf(newestAuditVerdict(record));
    }
    return codeOf(stands.isEmpty() ? again.verdict : AuditVerdict::Broken, unchanged);
}

/// From the result.json of the same folder, which --out and an export write beside the history.
WrittenDown besideFile(const QString &path)
{
    const QString name = QStringLiteral("result.json");
    const auto content = readFileUpTo(QFileInfo(path).absoluteDir().filePath(name), kLargestResult);
    if (!content || content.value().size() > kLargestResult) {
        return {};
    }
    const QJsonObject result = QJsonDocument::fromJson(content.value()).object();
    return {result[QLatin1String("run")][QLatin1String("history_sha256")].toString(), name};
}

ExitCode verifyFile(const QString &path)
{
    const auto sha256 = fingerprintOfFile(path);
    if (!sha256) {
        printError(sha256.error());
        return ExitCode::Scenario;
    }
    WrittenDown then = besideFile(path);
    const auto histories = readRunHistories(path, HistoryEnd::MayLack);
    if (!histories) {
        printFingerprint(sha256.value(), then);
        printError(histories.error());
        return ExitCode::Scenario;
    }
    const auto archive = openArchive();
    const auto found =
        archive
            ? runOfFingerprint(*archive.value(), sha256.value(), operationsIn(histories.value()))
            : Result<std::optional<RunRecord>, QString>(std::optional<RunRecord>());
    const RunRecord *run = found && found.value() ? &*found.value() : nullptr;
    if (then.sha256.isEmpty() && run != nullptr) {
        then = {run->historySha256, UsageText::tr("run %1 of the archive").arg(run->shortId())};
    }
    const bool unchanged = printFingerprint(sha256.value(), then);
    const JudgedAgain again = judgeAgain(histories.value(), run);
    printJudged(again);
    return codeOf(again.verdict, unchanged);
}

} // namespace

ExitCode verify(const QString &word)
{
    return isHistoryFile(word) ? verifyFile(word) : verifyKept(word);
}

} // namespace stampede
