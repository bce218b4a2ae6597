// SPDX-License-Identifier: MIT
#pragma once

#include "measure/operation.h"

#include <cstdint>
#include <random>
#include <vector>

/// A crowd at one row, played by a model of the server: who had the row when is known, and each
/// client sees it later by a random delay.
struct CrowdAtRow
{
    std::vector<stampede::Operation> operations; ///< sorted by invokedNs
    std::vector<std::int64_t> holders;           ///< users in the order in which they had the row
    std::int64_t stockLeft = 0;
    std::int64_t committed = 0;

    [[nodiscard]] std::int64_t drift(std::int64_t stock) const
    {
        return stock - stockLeft - committed;
    }
};

/// `people` ask for a coupon of that stock, with the row lock or without.
CrowdAtRow playCrowd(std::mt19937_64 &random, int people, std::int64_t stock, bool rowLock);
