// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

namespace stampede::test {

/// A run of 8 requests by 3 people after 4 coupons with the row lock off, one coupon counted twice:
/// with findings, rows, a race and every figure that a report shows.
RunRecord racedRecord();

/// The same with everything held.
RunRecord heldRecord();

} // namespace stampede::test
