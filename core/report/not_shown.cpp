#include "report/report_words.h"

#include "audit/check_title.h"
#include "text/number_text.h"

namespace stampede {

namespace {

using text::count;

/// Titles of the checks of that verdict, but for those that a broken check silenced.
QString titlesOf(const AuditReport &audit, CheckVerdict verdict)
{
    QStringList titles;
    for (const CheckResult &check : audit.checks) {
        if (check.verdict == verdict) {
            titles << ReportText::tr("“%1”").arg(titleOf(check));
        }
    }
    return titles.join(QStringLiteral(", "));
}

/// What the crowd of this run could not have shown.
void addOfTheCrowd(const RunRecord &record, QStringList &items)
{
    const CrowdFigures &crowd = record.diagnosis.crowd;
    if (record.diagnosis.hypotheses.isEmpty()) {
        return;
    }
    if (crowd.mostWritersAtOnce < 2) {
        items << ReportText::tr("a race: no two requests that wrote met");
    }
    if (crowd.furtherTries == 0) {
        items << ReportText::tr("a second coupon for one person: nobody who had one asked again");
    }
}

void addOfTheAudit(const RunRecord &record, QStringList &items)
{
    if (!record.audit) {
        items << ReportText::tr("what the rows say: nothing was audited");
        return;
    }
    if (const QString cannot = titlesOf(*record.audit, CheckVerdict::Inconclusive);
        !cannot.isEmpty()) {
        items << ReportText::tr("what could not be told: %1").arg(cannot);
    }
    if (const QString skipped = titlesOf(*record.audit, CheckVerdict::Skipped);
        !skipped.isEmpty()) {
        items << ReportText::tr("what was not applicable: %1").arg(skipped);
    }
}

} // namespace

QStringList notShown(const RunRecord &record)
{
    const bool isOurs = record.scenario.target.kind == TargetKind::InProcess;
    QStringList items = {
        ReportText::tr("other coupons, other builds, other days"),
        ReportText::tr("whether it is fast enough for production"),
        record.answersOnly() ? ReportText::tr("the rows: only the answers could be seen")
                             : ReportText::tr("anything outside the database it read"),
    };
    if (record.kills() == 0) {
        items << ReportText::tr("what happens when the server is killed");
    }
    if (!isOurs) {
        items << ReportText::tr("the inside of the service: it was seen from outside");
    }
    if (record.endedEarly || record.endedByLimit) {
        items << ReportText::tr("the rest of the load: the run was ended after %1 requests")
                     .arg(count(static_cast<std::int64_t>(record.outcomes.total())));
    }
    addOfTheCrowd(record, items);
    if (!record.environment.database.isolation.isEmpty()) {
        items << ReportText::tr("isolation levels other than %1").arg(isolationName(record));
    }
    items << (record.rounds > 1 ? ReportText::tr("how it comes out beyond these %1 rounds")
                                      .arg(count(record.rounds))
                                : ReportText::tr("how often it comes out so: there was one round"));
    if (record.scenario.service.pause > Duration::zero() && isOurs) {
        items << ReportText::tr("how rare a race is without the pause between reading and "
                                "writing");
    }
    addOfTheAudit(record, items);
    return items;
}

} // namespace stampede
