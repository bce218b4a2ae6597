#include "app/cli_audit.h"

#include "app/cli_commands.h"
#include "app/cli_unfinished.h"
#include "app/kept_runs.h"
#include "app/output_files.h"
#include "app/terminal_progress.h"
#include "files/output_file.h"
#include "profile/profile_reader.h"
#include "record/history_frame.h"
#include "report/audit_text.h"
#include "run/database_audit.h"

#include <QCoreApplication>
#include <QDir>

#include <optional>

namespace stampede {

namespace {

struct AuditCliText
{
    Q_DECLARE_TR_FUNCTIONS(AuditCliText)
};

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
    auto record = archive.value()->read(id.value(), Archive::History::Read);
    if (!record) {
        return said(record.error());
    }
    auto history = historyOf(record.value());
    if (!history) {
        return said(history.error());
    }
    record.value().history.reset();
    return PastRun{std::move(history).value(), std::move(record).value()};
}

/// Where the run looked for its rows, unless the command line says otherwise.
void lookWhereTheRunDid(CommandLine &line, const RunRecord &run)
{
    const TargetSettings &target = run.scenario.target;
    if (target.kind != TargetKind::Http) {
        return;
    }
    const TargetAudit &audit = target.audit;
    if (audit.rows == TargetRows::Profile && line.profile.isEmpty()) {
        line.profile = QDir(target.folder.path).filePath(audit.profile);
        if (!line.namesDatabase) {
            line.database = audit.database;
        }
    } else if (audit.rows == TargetRows::Serve && !line.namesDatabase) {
        line.database = run.environment.databaseUrl;
    }
    if (!line.settle.quiet && !line.settle.unanswered && !line.settle.atMost) {
        line.settle = audit.settle;
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

/// The id of a run that came later to the same coupon; empty where the archive has none.
Result<QString, QString> laterRunOf(Archive &archive, const RunRecord &run)
{
    const auto runs = archive.list();
    if (!runs) {
        return Failure{runs.error()};
    }
    const TargetSettings &target = run.scenario.target;
    for (const RunSummary &other : runs.value()) {
        if (other.startedAt <= run.startedAt || other.id == run.id) {
            continue;
        }
        const auto record = archive.read(other.id, Archive::History::Leave);
        if (record && record.value().scenario.target.url == target.url &&
            record.value().scenario.target.couponId == target.couponId) {
            return other.shortId();
        }
    }
    return QString();
}

/// Why the rows are not of the run any more, and the id of the run that they are of: every run
/// against a `serve` of ours fills its tables anew. Empty where the archive has no later run.
QString whyOfAnotherRun(const RunRecord &run)
{
    if (run.scenario.target.kind != TargetKind::Http ||
        run.scenario.target.audit.rows != TargetRows::Serve) {
        return {};
    }
    const auto archive = Archive::open(defaultArchive());
    const auto later =
        archive ? laterRunOf(*archive.value(), run) : Result<QString, QString>(QString());
    if (!later || later.value().isEmpty()) {
        return {};
    }
    return AuditCliText::tr("The run %1 came to the same service later and filled its tables anew: "
                            "they hold the rows of another run, so this one cannot be judged by "
                            "them any more. `stampede-cli verify %2` judges it by what was kept.")
        .arg(later.value(), run.shortId());
}

/// Keeps the verdict with the run that it is of, or says why not. In a service of this program's
/// own every run begins with tables of its own, so that there is nothing to judge later.
void keepVerdict(const RunRecord &run, const DatabaseAudit &audit)
{
    if (run.scenario.target.kind != TargetKind::Http) {
        return;
    }
    const auto notKept = [](const QString &why) {
        printError(AuditCliText::tr("This verdict was not kept with the run: %1").arg(why));
    };
    const auto archive = Archive::open(defaultArchive());
    if (!archive) {
        return notKept(archive.error());
    }
    const auto later = laterRunOf(*archive.value(), run);
    if (!later) {
        return notKept(later.error());
    }
    if (!later.value().isEmpty()) {
        return notKept(AuditCliText::tr("the run %1 came to the same coupon later, and what it "
                                        "wrote cannot be told apart.")
                           .arg(later.value()));
    }
    LaterVerdict verdict;
    verdict.at = audit.record.finishedAt;
    verdict.verdict = audit.record.verdict; // of the rows; limits and speed are the run's affair
    verdict.findings = static_cast<int>(audit.record.audit->findings().size());
    verdict.sentence = verdictText(audit.record).sentence;
    if (const auto kept = archive.value()->judgeAgain(run.id, verdict); !kept) {
        return notKept(kept.error());
    }
    printError(AuditCliText::tr("Kept with the run %1: judged again at %2, %3; at the run: %4.")
                   .arg(run.shortId(), verdict.at.toLocalTime().toString(QStringLiteral("HH:mm")),
                        verdictWord(verdict.verdict), verdictWord(run.verdict)));
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
    if (const QString why = run ? whyOfAnotherRun(*run) : QString(); !why.isEmpty()) {
        printError(why);
        return ExitCode::Unreachable;
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
    if (run && run->answersOnly()) {
        audit.value().record.environment.remarks
            << AuditCliText::tr("The run looked at answers only: nobody is taken to have held the "
                                "coupon before it.");
    }
    const ExitCode code = printAudit(said, audit.value());
    if (run && wholeRun) {
        keepVerdict(*run, audit.value());
    }
    return code;
}

} // namespace stampede
