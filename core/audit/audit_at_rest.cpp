// SPDX-License-Identifier: MIT
#include "audit/audit_at_rest.h"

namespace stampede {

namespace {

/// What is broken, and by how much.
QStringList damageOf(const AuditReport &report)
{
    QStringList damage;
    for (const CheckResult &check : report.findings()) {
        damage << check.id << QString::number(check.rowCount) << check.actual;
    }
    return damage;
}

/// Whether it would be broken if nobody else wrote. What is on its way yet explains that too.
bool isLeftToOthers(const AuditReport &report)
{
    const CheckResult *alone = report.check(QStringLiteral("nobody-else-wrote"));
    return report.verdict == AuditVerdict::Undecided && alone != nullptr &&
           alone->verdict == CheckVerdict::Inconclusive;
}

void call(const std::function<void()> &step)
{
    if (step) {
        step();
    }
}

} // namespace

Result<AuditReport, SqlError> auditAtRest(Settler &settler, const RestfulAudit &order,
                                          const std::stop_token &stop)
{
    const auto audit = [&order](const SettleResult &settled) {
        call(order.auditing);
        return order.audit(settled);
    };
    for (;;) {
        call(order.settling);
        SettleResult settled = settler.untilRest(stop);
        auto report = audit(settled);
        if (!report || !order.confirm ||
            (report.value().findings().isEmpty() && !isLeftToOthers(report.value()))) {
            return report;
        }
        call(order.settling);
        switch (settler.keepLooking(stop)) {
        case Settler::Since::Moved:
            continue;
        case Settler::Since::GivenUp:
            return audit(settler.unconfirmed());
        case Settler::Since::Still:
            settled.confirmedAfterMs = settler.limits().confirm().count();
            settled.waitedMs += settled.confirmedAfterMs;
            auto again = audit(settled);
            // What the looks do not see, as a statement of the profile does, may have moved.
            if (!again || damageOf(again.value()) == damageOf(report.value())) {
                return again;
            }
        }
    }
}

} // namespace stampede
