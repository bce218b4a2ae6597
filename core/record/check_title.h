// SPDX-License-Identifier: MIT
#pragma once

#include "record/check_result.h"

namespace stampede {

/// The title in the language of now: a record keeps the words of the day it was made. That of a
/// profile's own check is its own.
QString titleOf(const CheckResult &check);

} // namespace stampede
