#include "app/cli_audit.h"

#include "app/cli_commands.h"
#include "app/cli_unfinished.h"
#include "app/kept_runs.h"
#include "app/output_files.h"
#include "app/terminal_progress.h"
#include "archive/later_audit.h"
#include "files/output_file.h"
#include "profile/profile_reader.h"
#include "record/history_frame.h"
#include "report/audit_text.h"
#include "run/database_audit.h"

#include <optional>

namespace stampede {

namespace {

/// What is known of the run that the rows are held against.
struct PastRun
{
    RunHistory history;
    std::optional<RunRecord> record; ///< where the archive has it; without its history
};

/// Of a file, or of a run of the archive.
Result<PastRun, QString> pastRun(const QString &word)
{
    if (isHistoryFile(word)) {
        auto history = readRunHistory(word, HistoryEnd::MayLack);
        if (!history) {
            return Failure{history.error()};
        }
        return PastRun{std::move(history).value(), {}};
    }
    const auto said = [&word](const QString &why) {
        return Failure{QStringLiteral("--run %1: %2").arg(word, why)};
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
    return PastRun{std::move(kept.value().history), std::move(kept.value().record)};
}

/// Where the run looked for its rows, unless the command line says otherwise.
void lookWhereTheRunDid(CommandLine &line, const RunRecord &run)
{
    const RowsOfRun rows = rowsOf(run);
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
Result<DatabaseAuditOrder, Faults> readOrder(CommandLine &line, std::optional<RunRecord> &run)
{
    DatabaseAuditOrder order;
    Faults faults;
    order.later = againCommand(line);
    if (!line.history.isEmpty()) {
        if (auto past = pastRun(line.history); past) {
            order.history = std::move(past.value().history);
            run = std::move(past.value().record);
        } else {
            faults << past.error();
        }
    }
    if (run) {
        lookWhereTheRunDid(line, *run);
    }
    order.coupon = line.coupon;
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
    return exitCodeOf(audit);
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
    const auto order = readOrder(line, run);
    if (!order) {
        return printDiagnostics(order.error());
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
    auto audit = auditDatabase(host, order.value(), hooks);
    progress.clear();
    if (!audit) {
        return printRunFault(audit.error());
    }
    if (run) {
        remarkWhatTheRunLacked(*run, audit.value().record);
    }
    const ExitCode code = printAudit(said, audit.value());
    if (run && wholeRun) {
        keepVerdict(*run, audit.value());
    }
    return code;
}

} // namespace stampede
