// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/settings.h"

#include <vector>

namespace stampede {

/// Appends the settings of who asks.
void addUserSettings(std::vector<Setting> &all);
/// Appends the settings of how they ask.
void addLoadSettings(std::vector<Setting> &all);
/// Appends warm-up and rounds.
void addRepeatSettings(std::vector<Setting> &all);

} // namespace stampede
