// SPDX-License-Identifier: MIT
#include "audit/own_checks.h"

#include "base/clock.h"
#include "record/check_text.h"
#include "text/number_text.h"

#include <algorithm>

namespace stampede {

namespace {

using text::count;

/// How many of the rows were there before; nothing where that cannot be told.
std::optional<std::int64_t> knownBefore(const OwnCheck &own, const StartOfRows &start,
                                        const FoundRows &found)
{
    const auto before = foundBefore(own, &start, found);
    return before ? std::optional(std::count(before->begin(), before->end(), true)) : std::nullopt;
}

/// Whether rows of before the run explain all that was found; says so in the check.
bool wasThereBefore(CheckResult &check, const OwnCheck &own, const StartOfRows &start,
                    const FoundRows &found)
{
    const std::optional<std::int64_t> before = knownBefore(own, start, found);
    if (!before) {
        cannotTell(check, AuditText::tr("%1. What this check found before the run is not known, "
                                        "so nobody can tell which are the run's.")
                              .arg(text::rows(check.rowCount)));
        return true;
    }
    if (*before == check.rowCount) {
        check.verdict = CheckVerdict::Pass;
        check.explanation =
            text::plural(*before, AuditText::tr("%1 row, which was there before the run."),
                         AuditText::tr("%1 rows, all of which were there before the run."))
                .arg(count(*before));
        check.actual = AuditText::tr("no new row");
        check.rowCount = 0;
        return true;
    }
    return false;
}

CheckResult checkOne(const OwnCheck &own, const StartOfRows *start, Snapshot &snapshot)
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
        cannotTell(check, refusedQuerySentence(found.error().message));
        return check;
    }
    check.rowCount = found.value().count;
    if (check.rowCount == 0) {
        check.verdict = CheckVerdict::Pass;
        check.actual = AuditText::tr("no row");
        check.explanation = AuditText::tr("No row.");
        return check;
    }
    if (start && wasThereBefore(check, own, *start, found.value())) {
        return check;
    }
    const bool more = check.rowCount > kMostOwnRows;
    check.verdict = CheckVerdict::Fail;
    check.explanation =
        more ? AuditText::tr("More than %1 rows.").arg(count(kMostOwnRows))
             : text::plural(check.rowCount, AuditText::tr("%1 row."), AuditText::tr("%1 rows."))
                   .arg(count(check.rowCount));
    check.actual = check.explanation.chopped(1);
    if (const std::int64_t before = start ? knownBefore(own, *start, found.value()).value_or(0) : 0;
        before > 0) {
        check.explanation +=
            QLatin1Char(' ') + text::plural(before,
                                            AuditText::tr("%1 of them was there before the run."),
                                            AuditText::tr("%1 of them were there before the run."))
                                   .arg(count(before));
    }
    check.columns = found.value().columns;
    check.rows = found.value().first;
    return check;
}

} // namespace

QList<CheckResult> checkOwn(const QList<OwnCheck> &own, const StartOfRows *start,
                            Snapshot &snapshot)
{
    QList<CheckResult> checks;
    for (const OwnCheck &each : own) {
        checks << checkOne(each, start, snapshot);
    }
    return checks;
}

std::optional<std::vector<bool>> foundBefore(const OwnCheck &own, const StartOfRows *start,
                                             const FoundRows &found)
{
    if (start == nullptr) {
        return std::nullopt;
    }
    const auto prints = start->ownRows.constFind(own.id);
    if (prints == start->ownRows.constEnd()) {
        return std::nullopt;
    }
    QHash<std::uint64_t, std::int64_t> left;
    for (const std::uint64_t print : *prints) {
        ++left[print];
    }
    std::vector<bool> before;
    before.reserve(found.prints.size());
    for (const std::uint64_t print : found.prints) {
        before.push_back(left.value(print) > 0);
        left[print] -= before.back() ? 1 : 0;
    }
    return before;
}

OwnRows ownRowsOf(const QList<OwnCheck> &own, Snapshot &snapshot)
{
    OwnRows rows;
    for (const OwnCheck &each : own) {
        const auto found = snapshot.findAtMost(each.sql, kMostOwnRows);
        if (found && found.value().count <= kMostOwnRows) {
            std::vector<std::uint64_t> prints = found.value().prints;
            std::sort(prints.begin(), prints.end());
            rows.insert(each.id, prints);
        }
    }
    return rows;
}

} // namespace stampede
