// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "hot_row/row_picture.h"

namespace stampede {

/// A stamp of an operation as ns from the start of the load; kNever where it did not come so far.
inline std::int64_t momentNs(const Operation &operation, std::uint32_t us)
{
    return us == Operation::kNotReached ? RowUse::kNever
                                        : operation.invokedNs + std::int64_t{us} * kNsPerUs;
}

} // namespace stampede
