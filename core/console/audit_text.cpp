// SPDX-License-Identifier: MIT
#include "console/audit_text.h"

#include "console/console_text.h"

#include "formats/json_report.h"
#include "record/verdict.h"
#include "text/columns.h"
#include "text/number_text.h"
#include "text/text_block.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace stampede {

namespace {

using text::count;

constexpr int kMarkWidth = 16;

QString headOf(const DatabaseAudit &audit)
{
    const ServerDescription &server = audit.record.environment.database;
    QStringList parts = {audit.source.isEmpty() ? ConsoleText::tr("Stampede's own tables")
                                                : audit.source};
    if (!audit.couponName.isEmpty()) {
        parts << ConsoleText::tr("coupon %1").arg(audit.couponName);
    }
    if (audit.record.tool.isThere()) {
        parts << importedFrom(audit.record.tool);
    }
    parts << QStringLiteral("%1 %2").arg(server.product, server.version)
          << audit.record.environment.databaseUrl;
    return wrapped(parts.join(QStringLiteral(", ")));
}

QString markOf(const CheckResult &check)
{
    switch (check.verdict) {
    case CheckVerdict::Pass:
        return ConsoleText::tr("held");
    case CheckVerdict::Fail:
        return check.cls == CheckClass::Warning ? ConsoleText::tr("warning")
                                                : ConsoleText::tr("broken");
    case CheckVerdict::Inconclusive:
        return ConsoleText::tr("cannot tell");
    case CheckVerdict::Skipped:
        return ConsoleText::tr("not applicable");
    }
    return {};
}

QString groupOf(const CheckResult &check)
{
    if (check.id.startsWith(QLatin1String("own:"))) {
        return ConsoleText::tr("Checks of the profile");
    }
    switch (check.cls) {
    case CheckClass::Damage:
        return ConsoleText::tr("Rows");
    case CheckClass::Answers:
        return ConsoleText::tr("Answers");
    case CheckClass::Ground:
    case CheckClass::Warning:
        return ConsoleText::tr("Ground and warnings");
    }
    return {};
}

QString checkBlock(const CheckResult &check)
{
    return wrapped(QStringLiteral("%1 (%2)").arg(check.title, check.id),
                   text::padded(markOf(check), kMarkWidth)) +
           wrapped(check.explanation, QString(kMarkWidth, QLatin1Char(' ')));
}

/// The checks in groups; those that only a run could give something to judge are counted.
QString checksBlock(const AuditReport &report)
{
    QString block;
    QString group;
    QStringList needRun;
    for (const CheckResult &check : report.checks) {
        if (check.skipReason == SkipReason::NoRun) {
            needRun << check.id;
            continue;
        }
        if (groupOf(check) != group) {
            group = groupOf(check);
            block += QLatin1Char('\n') + group + QLatin1Char('\n');
        }
        block += checkBlock(check);
    }
    if (!needRun.isEmpty()) {
        block += QLatin1Char('\n') + wrapped(ConsoleText::tr("Without the run that they judge: %1.")
                                                 .arg(needRun.join(QStringLiteral(", "))));
    }
    return block;
}

} // namespace

QString planText(const QList<PlannedCheck> &plan)
{
    QString out = ConsoleText::tr("These checks will run: %1 of %2.")
                      .arg(count(runningChecks(plan)), count(plan.size())) +
                  QLatin1Char('\n');
    // Checks that lack the same are told together, in the order of the checks.
    QStringList reasons;
    for (const PlannedCheck &check : plan) {
        if (check.lack && !reasons.contains(check.lack->sentence)) {
            reasons << check.lack->sentence;
        }
    }
    for (const QString &reason : std::as_const(reasons)) {
        QStringList ids;
        for (const PlannedCheck &check : plan) {
            if (check.lack && check.lack->sentence == reason) {
                ids << check.id;
            }
        }
        out += wrapped(ConsoleText::tr("Not %1: %2").arg(ids.join(QStringLiteral(", ")), reason),
                       QStringLiteral("    "));
    }
    return out;
}

QString auditSummary(const DatabaseAudit &audit, const SummaryOptions &options)
{
    const RunRecord &record = audit.record;
    QString out = headOf(audit) + QLatin1Char('\n') + verdictBlock(record, options.color);
    out += findingsBlock(record) + couponsBlock(record);
    out += checksBlock(*record.audit) + QLatin1Char('\n');
    const auto labelled = [](const QString &label, const QString &words) {
        return wrapped(words, text::padded(label, 9));
    };
    for (const QString &remark : record.environment.remarks) {
        out += labelled(ConsoleText::tr("note"), remark);
    }
    out += labelled(ConsoleText::tr("audit"), auditLine(record));
    if (!options.again.isEmpty()) {
        out += text::padded(ConsoleText::tr("again"), 9) + options.again + QLatin1Char('\n');
    }
    return out;
}

QJsonObject auditToResult(const DatabaseAudit &audit)
{
    QJsonObject result = resultToJson(audit.record);
    QStringList ofRunsOnly = {QStringLiteral("run"),        QStringLiteral("scenario"),
                              QStringLiteral("prediction"), QStringLiteral("latency"),
                              QStringLiteral("throughput"), QStringLiteral("timeline"),
                              QStringLiteral("database"),   QStringLiteral("generator"),
                              QStringLiteral("thresholds"), QStringLiteral("unknown_reasons"),
                              QStringLiteral("faults")};
    if (audit.record.tool.isThere()) { // it has all that a run has
        ofRunsOnly.clear();
    } else if (!audit.hasRun) {
        ofRunsOnly << QStringLiteral("outcomes") << QStringLiteral("load_tester_view");
    }
    for (const QString &part : std::as_const(ofRunsOnly)) {
        result.insert(part, QJsonValue::Null);
    }
    return result;
}

QByteArray auditFile(const DatabaseAudit &audit)
{
    return QJsonDocument(auditToResult(audit)).toJson(QJsonDocument::Indented);
}

} // namespace stampede
