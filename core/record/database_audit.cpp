// SPDX-License-Identifier: MIT
#include "record/database_audit.h"

#include <algorithm>

namespace stampede {

qsizetype runningChecks(const QList<PlannedCheck> &plan)
{
    return std::count_if(plan.begin(), plan.end(),
                         [](const PlannedCheck &check) { return !check.lack; });
}

ExitCode exitCodeOf(const DatabaseAudit &audit)
{
    return exitCodeOf(audit.record.audit->verdict);
}

ExitCode exitCodeOf(AuditVerdict verdict)
{
    switch (verdict) {
    case AuditVerdict::Held:
        return ExitCode::Success;
    case AuditVerdict::Broken:
        return ExitCode::Violation;
    case AuditVerdict::Undecided:
        return ExitCode::Inconclusive;
    }
    return ExitCode::Internal;
}

} // namespace stampede
