#include "app/cli_audit.h"

#include "app/cli_commands.h"
#include "app/cli_unfinished.h"
#include "app/kept_runs.h"
#include "files/output_file.h"
#include "profile/profile_reader.h"
#include "report/audit_text.h"
#include "run/database_audit.h"
#include "run/history_frame.h"

#include <QCoreApplication>

namespace stampede {

namespace {

struct AuditCliText
{
    Q_DECLARE_TR_FUNCTIONS(AuditCliText)
};

/// Of a file, or of a run of the archive.
Result<RunHistory, QString> pastHistory(const QString &word)
{
    if (isHistoryFile(word)) {
        return readRunHistory(word);
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
    const auto record = archive.value()->read(id.value(), Archive::History::Read);
    if (!record) {
        return said(record.error());
    }
    auto history = historyOf(record.value());
    if (!history) {
        return said(AuditCliText::tr("the run was not audited, so its history has no end."));
    }
    return std::move(*history);
}

/// What the order needs from files; the faults of all of them at once.
Result<DatabaseAuditOrder, Faults> readOrder(const CommandLine &line)
{
    DatabaseAuditOrder order;
    Faults faults;
    order.coupon = line.coupon;
    if (!line.profile.isEmpty()) {
        auto profile = loadProfile(line.profile);
        if (profile) {
            order.profile = std::move(profile).value();
        } else {
            faults += profile.error();
        }
    }
    if (!line.history.isEmpty()) {
        if (auto history = pastHistory(line.history); history) {
            order.history = std::move(history).value();
        } else {
            faults << history.error();
        }
    }
    if (!faults.isEmpty()) {
        return Failure{faults};
    }
    return order;
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

ExitCode auditWhatIsThere(const CommandLine &line)
{
    if (const auto done = auditUnfinishedRun(line)) {
        return *done;
    }
    const auto url = databaseOf(line);
    if (!url) {
        return url.error();
    }
    const auto order = readOrder(line);
    if (!order) {
        return printFaults(order.error());
    }
    if (!driverIsThere()) {
        return ExitCode::Unreachable;
    }
    DatabaseAuditHooks hooks;
    const auto say = [&line](const QString &words) {
        if (!line.quiet) {
            printError(words);
        }
    };
    hooks.message = say;
    // Where the profile does not fit, what is left of it is worth knowing, also to the quiet.
    hooks.planned = [&say](const ProfileFit &fit) {
        const QString plan = planText(fit).chopped(1);
        fit.faults.isEmpty() ? say(plan) : printError(plan);
    };
    DatabaseHost host(url.value(), line.allowedHosts);
    const auto audit = auditDatabase(host, order.value(), hooks);
    if (!audit) {
        return printRunFault(audit.error());
    }
    return printAudit(line, audit.value());
}

} // namespace stampede
