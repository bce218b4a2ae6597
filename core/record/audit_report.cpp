// SPDX-License-Identifier: MIT
#include "record/audit_report.h"

#include <algorithm>
#include <numeric>

namespace stampede {

bool judgesData(const CheckResult &check)
{
    return check.cls == CheckClass::Damage || check.cls == CheckClass::Answers;
}

int AuditReport::countOf(CheckVerdict wanted) const
{
    return static_cast<int>(
        std::count_if(checks.begin(), checks.end(),
                      [wanted](const auto &check) { return check.verdict == wanted; }));
}

QList<CheckResult> AuditReport::findings() const
{
    QList<CheckResult> found;
    std::copy_if(checks.begin(), checks.end(), std::back_inserter(found), [](const auto &check) {
        return judgesData(check) && check.verdict == CheckVerdict::Fail;
    });
    return found;
}

QList<CheckResult> AuditReport::warnings() const
{
    QList<CheckResult> found;
    std::copy_if(checks.begin(), checks.end(), std::back_inserter(found), [](const auto &check) {
        return check.cls == CheckClass::Warning && check.verdict == CheckVerdict::Fail;
    });
    return found;
}

bool AuditReport::hasSeveralCoupons() const
{
    return coupons.size() > 1;
}

std::int64_t AuditReport::oversold() const
{
    if (coupons.empty()) {
        return std::max<std::int64_t>(0, state.newRows - state.initialStock);
    }
    return std::accumulate(
        coupons.begin(), coupons.end(), std::int64_t{0},
        [](std::int64_t sum, const auto &each) { return sum + each.report.oversold(); });
}

std::int64_t AuditReport::duplicates() const
{
    if (coupons.empty()) {
        return state.duplicateRows.value_or(state.rows - state.distinctUsers);
    }
    return std::accumulate(
        coupons.begin(), coupons.end(), std::int64_t{0},
        [](std::int64_t sum, const auto &each) { return sum + each.report.duplicates(); });
}

const CheckResult *AuditReport::check(const QString &id) const
{
    const auto found = std::find_if(checks.begin(), checks.end(),
                                    [&id](const auto &check) { return check.id == id; });
    return found == checks.end() ? nullptr : &*found;
}

namespace {

/// Whether the rows and a counter of what was given out tell what is left.
bool countsOut(const AuditReport &audit)
{
    const StateFigures &state = audit.state;
    return !state.remaining && state.issuedCounter && state.rowsKnown && state.initialStockKnown &&
           !audit.rules.countsPieces && !audit.rules.givesBack;
}

} // namespace

std::optional<std::int64_t> stockLeft(const AuditReport &audit)
{
    const StateFigures &state = audit.state;
    // The total is what was there for the run and the rows before it.
    return countsOut(audit) ? std::optional(state.initialStock + state.rows - state.newRows -
                                            *state.issuedCounter)
                            : state.remaining;
}

std::optional<std::int64_t> stockDrift(const AuditReport &audit)
{
    const StateFigures &state = audit.state;
    return countsOut(audit)
               ? std::optional(*state.issuedCounter - state.rows - audit.counterAhead.value_or(0))
               : state.drift;
}

bool couldJudge(const AuditReport &audit, const char *id)
{
    const CheckResult *check = audit.check(QString::fromLatin1(id));
    return check == nullptr || check->verdict == CheckVerdict::Pass ||
           check->verdict == CheckVerdict::Fail ||
           (check->verdict == CheckVerdict::Skipped &&
            check->skipReason == SkipReason::NothingToLookAt);
}

bool isStockFinding(const QString &check)
{
    static const QStringList ids = {
        QStringLiteral("stock-not-exceeded"), QStringLiteral("stock-not-negative"),
        QStringLiteral("stock-adds-up"), QStringLiteral("counter-agrees")};
    return ids.contains(check);
}

} // namespace stampede
