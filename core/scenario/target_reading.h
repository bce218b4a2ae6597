// SPDX-License-Identifier: MIT
#pragma once
// The `target` of the scenario file, for the list of settings.

#include "scenario/setting_makers.h"

namespace stampede {

void addTargetSettings(making::Settings &all);

} // namespace stampede
