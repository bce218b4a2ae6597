// SPDX-License-Identifier: MIT
#include "app/commands.h"

#include "app/command_words.h"

#include "app/cli_commands.h"
#include "app/cli_import.h"
#include "app/cli_unfinished.h"
#include "app/kept_runs.h"
#include "app/output_files.h"
#include "app/terminal_progress.h"
#include "archive/later_audit.h"
#include "console/audit_text.h"
#include "files/output_file.h"
#include "import/imported_run.h"
#include "profile/profile_reader.h"
#include "record/history_frame.h"
#include "run/database_audit.h"

#include "text/number_text.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <optional>

namespace stampede {

namespace {

/// What is known of the run that the rows are held against.
struct PastRun
{
    RunHistory history;
    std::optional<RunRecord> record; ///< where the archive has it; without its history
    std::optional<OtherRun> other;   ///< of another tool; without its history
};

/// Of a file of this program or of another tool, or of a run of the archive.
Result<PastRun, Faults> pastRun(const CommandLine &line)
{
    const QString &word = line.history;
    if (isHistoryFile(word) && looksLikeResults(word)) {
        auto other = readOtherRun(line, word);
        if (!other) {
            return Failure{Faults(other.error())};
        }
        RunHistory history = std::exchange(other.value().history, {});
        return PastRun{std::move(history), {}, std::move(other).value()};
    }
    if (isHistoryFile(word)) {
        auto history = readRunHistory(word, HistoryEnd::MayLack);
        if (!history) {
            return Failure{Faults{history.error()}};
        }
        return PastRun{std::move(history).value(), {}, {}};
    }
    const auto said = [&word](const QString &why) {
        return Failure{Faults{QStringLiteral("--run %1: %2").arg(word, why)}};
    };
    if (const auto driver = Archive::prepareDriver(); !driver) {
        return said(driver.error());
    }
    const auto archive = Archive::open(defaultArchive());
    if (!archive) {
        return said(archive.error());
    }
    for (const ArchiveNotice &notice : archive.value()->notices()) {
        printError(notice.sentence);
    }
    const auto id = archive.value()->idOf(word);
    if (!id) {
        return said(id.error());
    }
    auto kept = keptAnswers(*archive.value(), id.value());
    if (!kept) {
        return said(kept.error());
    }
    return PastRun{std::move(kept.value().history), std::move(kept.value().record), {}};
}

/// Where the run looked for its rows, unless the command line says otherwise.
void lookWhereTheRunDid(CommandLine &line, const Scenario &scenario, const QString &database)
{
    const RowsOfRun rows = rowsOf(scenario, database);
    if (line.profile.isEmpty() || rows.profile.isEmpty()) {
        line.profile = rows.profile.isEmpty() ? line.profile : rows.profile;
        if (!line.namesDatabase && !rows.database.isEmpty()) {
            line.database = rows.database;
        }
    }
    if (!line.settle.quiet && !line.settle.unanswered && !line.settle.atMost) {
        line.settle = rows.settle;
    }
}

/// What the order needs from files; the faults of all of them at once. Fills in what `line` leaves
/// to the run.
Result<DatabaseAuditOrder, Faults> readOrder(CommandLine &line, std::optional<RunRecord> &run,
                                             std::optional<OtherRun> &other)
{
    DatabaseAuditOrder order;
    Faults faults;
    order.later = againCommand(line);
    if (!line.history.isEmpty()) {
        if (auto past = pastRun(line); past) {
            order.history = std::move(past.value().history);
            run = std::move(past.value().record);
            other = std::move(past.value().other);
        } else {
            faults += past.error();
        }
    }
    if (other && isRequestSpec(line.coupon)) {
        line.coupon.clear(); // it told the requests apart
    }
    if (run) {
        lookWhereTheRunDid(line, run->scenario, run->environment.databaseUrl);
    } else if (other) {
        lookWhereTheRunDid(line, other->rules, {});
    }
    if (!line.before.isEmpty()) {
        order.beforeFile = QFileInfo(line.before).fileName();
        if (auto before = readStartFile(line.before); before) {
            order.before = std::move(before).value();
        } else {
            faults << before.error();
        }
        if (!order.history) {
            faults << UsageText::tr("--before says what there was before a run: --run is "
                                    "missing");
        }
    }
    order.stock = line.stock;
    order.coupon = line.coupon;
    if (!line.snapshot.isEmpty() && line.coupons.size() > 1) {
        order.coupons = line.coupons;
        if (line.profile.isEmpty()) {
            faults << UsageText::tr("--coupon several times takes --profile: Stampede's own "
                                    "tables hold one coupon");
        }
    }
    order.settle = line.settle;
    if (!line.profile.isEmpty()) {
        auto profile = loadProfile(line.profile);
        if (profile) {
            order.profile = std::move(profile).value();
        } else {
            faults += profile.error();
        }
    }
    if (!faults.isEmpty()) {
        return Failure{faults};
    }
    return order;
}

/// Keeps the verdict with the run that it is of, or says why not.
void keepVerdict(const RunRecord &run, const DatabaseAudit &audit)
{
    const auto archive = Archive::open(defaultArchive());
    const QString told =
        archive ? keepLaterVerdict(*archive.value(), run, audit.record) : archive.error();
    if (!told.isEmpty()) {
        printError(told);
    }
}

/// Keeps the run of another tool with what the audit said of it.
void keepOtherRun(const RunRecord &record)
{
    if (const auto driver = Archive::prepareDriver(); !driver) {
        printError(driver.error());
        return;
    }
    const Keeping keeping = keepRun(defaultArchive(), record);
    for (const QString &remark : keeping.remarks) {
        printError(remark);
    }
    if (keeping.kept) {
        printError(UsageText::tr("Kept as the run %1, imported from %2, %3, SHA-256 %4….")
                       .arg(record.shortId(), QString::fromStdString(record.tool.name),
                            QString::fromStdString(record.tool.source),
                            QString::fromStdString(record.tool.sourceSha256).left(12)));
    }
}

/// The file that `--before` takes after the run.
ExitCode writeSnapshot(const CommandLine &line, DatabaseHost &host, const DatabaseAuditOrder &order,
                       DatabaseAuditHooks hooks)
{
    hooks.planned = {}; // no check is made
    const auto file = snapshotDatabase(host, order, hooks);
    if (!file) {
        return printRunFault(file.error());
    }
    if (const auto written = writeOutput(line.snapshot, file.value()); !written) {
        return printUnwritten(written.error(), ExitCode::Success);
    }
    printError(UsageText::tr("Rows and stock as they are stand in %1; after the run: --before "
                             "%1.")
                   .arg(line.snapshot));
    return ExitCode::Success;
}

/// A file that names nobody: rows and stock are judged by themselves, and the answers counted.
QString namelessSentence(const RunHistory &history)
{
    const OutcomeCounts outcomes = countOutcomes(history.operations);
    return UsageText::tr("The results name no person, so only counts can be held against each "
                         "other: \"issued\" was told %1 times. `stampede-cli import recipe "
                         "k6|jmeter|vegeta|locust` prints what to add to the script.")
        .arg(text::count(static_cast<std::int64_t>(outcomes.of(Outcome::Issued))));
}

ExitCode printAudit(const CommandLine &line, const DatabaseAudit &audit)
{
    SummaryOptions options;
    options.again = againCommand(line);
    options.color = mayColor(line);
    printText(line.quiet ? verdictLine(audit.record) : auditSummary(audit, options));
    if (!line.output.json.isEmpty()) {
        if (auto written = writeOutput(line.output.json, auditFile(audit)); !written) {
            return printUnwritten(written.error(), exitCodeOf(audit));
        }
    }
    return audit.record.tool.isThere() ? exitCodeOf(audit.record) : exitCodeOf(audit);
}

} // namespace

ExitCode auditWhatIsThere(const CommandLine &said)
{
    if (const auto done = auditUnfinishedRun(said)) {
        return *done;
    }
    if (const auto url = databaseOf(said); !url) {
        return url.error();
    }
    CommandLine line = said;
    std::optional<RunRecord> run;
    std::optional<OtherRun> other;
    auto order = readOrder(line, run, other);
    if (!order) {
        return printDiagnostics(order.error());
    }
    QString nameless;
    if (order.value().history && !order.value().history->namesPeople &&
        order.value().history->notJudged.isEmpty()) {
        nameless = namelessSentence(*order.value().history);
        order.value().history.reset();
    }
    if (run) {
        const auto archive = Archive::open(defaultArchive());
        const QString why = archive ? whyOfAnotherRun(*archive.value(), *run) : QString();
        if (!why.isEmpty()) {
            printError(why);
            return ExitCode::Unreachable;
        }
    }
    const auto url = databaseOf(line);
    if (!url) {
        return url.error();
    }
    if (!driverIsThere()) {
        return ExitCode::Unreachable;
    }
    // One of several coupons is not the run.
    const bool wholeRun =
        line.coupon.isEmpty() || !order.value().history || order.value().history->coupons.empty();
    DatabaseAuditHooks hooks;
    const auto say = [&line](const QString &words) {
        if (!line.quiet) {
            printError(words);
        }
    };
    hooks.message = say;
    // Where the profile does not fit, what is left of it is worth knowing, also to the quiet.
    hooks.planned = [&say](const ProfileFit &fit) {
        const QString plan = planText(fit.plan).chopped(1);
        fit.faults.isEmpty() ? say(plan) : printError(plan);
    };
    TerminalProgress progress(!line.quiet);
    hooks.waiting = [&progress](const QString &what) {
        RunProgress now;
        now.phase = Phase::Settle;
        now.waitingFor = what;
        progress.show(now);
    };
    hooks.progress = [&progress](int, int) { progress.clear(); };
    DatabaseHost host(url.value(), line.allowedHosts);
    if (!line.snapshot.isEmpty()) {
        return writeSnapshot(line, host, order.value(), hooks);
    }
    auto audit = auditDatabase(host, order.value(), hooks);
    progress.clear();
    if (!audit) {
        return printRunFault(audit.error());
    }
    if (run) {
        remarkWhatTheRunLacked(*run, audit.value().record);
    }
    if (!nameless.isEmpty()) {
        audit.value().record.environment.remarks += (other ? other->remarks : QStringList())
                                                    << nameless;
    }
    const bool isOfOtherTool = order.value().history && order.value().history->tool.isThere();
    if (isOfOtherTool && !run) {
        OtherRun made = other ? std::move(*other) : OtherRun();
        made.history = std::move(*order.value().history);
        completeImportedRecord(audit.value(), std::move(made), line.profile);
    }
    const ExitCode code = printAudit(said, audit.value());
    if (isOfOtherTool && !run) {
        keepOtherRun(audit.value().record);
    }
    if (run && wholeRun) {
        keepVerdict(*run, audit.value());
    }
    return code;
}

} // namespace stampede
