// SPDX-License-Identifier: MIT
#pragma once

namespace stampede {

/// Whether the system was told to show less motion: what the desktop portal says, else the settings
/// of the desktop in the user's home. Asks the session bus and waits at most a quarter of a second;
/// UI thread.
bool isMotionReduced();

} // namespace stampede
