// SPDX-License-Identifier: MIT
#pragma once
// audit: after the load, proves from the database whether stock, rows and answers agree.

#include "audit/audit_facts.h"
#include "base/result.h"
#include "database/connection.h"
#include "record/audit_report.h"

#include <functional>
#include <optional>
#include <vector>

namespace stampede {

/// The verdict that the checks lead to, and why there is none.
void decideVerdict(AuditReport &report);

/// Reads everything in one read-only snapshot and makes all checks, also after one failed.
/// `progress` gets the number of checks made and their sum. An error is one that kept the snapshot
/// from being taken.
Result<AuditReport, SqlError> runAudit(Connection &connection, const AuditInput &input,
                                       const std::function<void(int, int)> &progress = {});

/// The same on a snapshot that has been taken.
AuditReport auditSnapshot(Snapshot &snapshot, const AuditInput &input,
                          const std::function<void(int, int)> &progress = {});

} // namespace stampede
