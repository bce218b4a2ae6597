// SPDX-License-Identifier: MIT
#pragma once

#include "audit/audit.h"
#include "audit/settle.h"

#include <functional>
#include <stop_token>

namespace stampede {

/// How an audit that waits for rest is to go on.
struct RestfulAudit
{
    /// What is broken is looked at again before the service is accused of it. Not for services of
    /// ours, which are known to write nothing later.
    bool confirm = false;
    std::function<void()> settling; ///< before each wait; may be empty
    std::function<void()> auditing; ///< before each audit; may be empty
    /// Audits what is there now, told how it came to rest.
    std::function<Result<AuditReport, SqlError>(const SettleResult &)> audit;
};

/// Waits for rest and audits. With `confirm`, what is broken is looked at again after some seconds;
/// where anything has moved by then, waiting goes on, and where there is no time left for it,
/// nothing is concluded. Blocks for `atMost` of the limits and the audits themselves; a stop ends
/// the waiting, and what is there is audited then.
Result<AuditReport, SqlError> auditAtRest(Settler &settler, const RestfulAudit &order,
                                          const std::stop_token &stop);

} // namespace stampede
