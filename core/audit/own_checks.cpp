#include "audit/own_checks.h"

#include "audit/check_text.h"
#include "base/clock.h"
#include "text/number_text.h"

namespace stampede {

namespace {

using text::count;

CheckResult checkOne(const OwnCheck &own, Snapshot &snapshot)
{
    CheckResult check;
    check.id = QStringLiteral("own:") + own.id;
    check.cls = CheckClass::Damage;
    check.title = own.title;
    check.sql = own.sql;
    check.beganNs = monotonicNs();
    check.expected = AuditText::tr("no row");
    const auto found = snapshot.findAtMost(own.sql, kMostOwnRows);
    if (!found) {
        cannotTell(check, refusedQuerySentence(found.error()));
        return check;
    }
    check.rowCount = found.value().count;
    if (check.rowCount == 0) {
        check.verdict = CheckVerdict::Pass;
        check.actual = AuditText::tr("no row");
        check.explanation = AuditText::tr("No row.");
        return check;
    }
    const bool more = check.rowCount > kMostOwnRows;
    check.verdict = CheckVerdict::Fail;
    check.explanation =
        more ? AuditText::tr("More than %1 rows.").arg(count(kMostOwnRows))
             : text::plural(check.rowCount, AuditText::tr("%1 row."), AuditText::tr("%1 rows."))
                   .arg(count(check.rowCount));
    check.actual = check.explanation.chopped(1);
    check.columns = found.value().columns;
    check.rows = found.value().first;
    return check;
}

} // namespace

QList<CheckResult> checkOwn(const QList<OwnCheck> &own, Snapshot &snapshot)
{
    QList<CheckResult> checks;
    for (const OwnCheck &each : own) {
        checks << checkOne(each, snapshot);
    }
    return checks;
}

} // namespace stampede
