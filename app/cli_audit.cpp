#include "app/cli_audit.h"

#include "app/cli_commands.h"
#include "app/cli_unfinished.h"
#include "app/output_files.h"
#include "profile/profile_reader.h"
#include "report/audit_text.h"
#include "run/database_audit.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace stampede {

namespace {

struct AuditCliText
{
    Q_DECLARE_TR_FUNCTIONS(AuditCliText)
};

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
        if (!QFileInfo::exists(line.history)) {
            faults << AuditCliText::tr(
                          "--run %1: there is no such file. A run is named by the file "
                          "that `run --history FILE` wrote; ids of runs and `last` are "
                          "not available in this version.")
                          .arg(line.history);
        } else if (auto history = readRunHistory(line.history); history) {
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
        if (auto written = writeFile(line.output.json, auditFile(audit)); !written) {
            printError(written.error());
            return exitCodeOf(audit) == ExitCode::Violation ? ExitCode::Violation
                                                            : ExitCode::Internal;
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
