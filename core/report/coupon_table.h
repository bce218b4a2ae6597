// SPDX-License-Identifier: MIT
#pragma once

#include "record/audit_report.h"
#include "report/report.h"

namespace stampede {

/// How the table tells what was found of a coupon.
enum class CouponFindings
{
    Counted, ///< where a line is short
    Named    ///< by their titles; of an undecided coupon the reason
};

/// Which of several coupons got which verdict, with its figures: a row a coupon, in the order of
/// the audit. Without rows where the run asked for one coupon.
TableBlock couponTable(const AuditReport &audit, CouponFindings findings);

} // namespace stampede
