// SPDX-License-Identifier: MIT
#pragma once

#include "measure/operation.h"

#include <vector>

namespace stampede::bench {

/// 1,000,000 requests as of a crowd at one row: moments without order in their last digits, people
/// at random, every fourth gets a coupon.
std::vector<Operation> sampleHistory();

} // namespace stampede::bench
