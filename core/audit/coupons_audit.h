// SPDX-License-Identifier: MIT
#pragma once

#include "audit/audit.h"

#include <vector>

namespace stampede {

/// The audit of a run that asked for several coupons, from the audits of each: every check is the
/// worst of them and says of which coupons, figures are sums, the verdict is the worst. What is of
/// the whole run (rest, log, the profile's own checks) is said once. `coupons` is not empty; own
/// checks are taken from the first. Any thread; the language is that of the thread.
AuditReport auditOfAll(std::vector<CouponAudit> coupons);

} // namespace stampede
