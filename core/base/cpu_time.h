// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <optional>

namespace stampede {

/// Processor time that this process has used so far, user and system, in seconds.
double processCpuSeconds();

/// The same of another process on this machine; nothing where there is none of that id. Linux
/// answers for processes of other accounts too.
std::optional<double> processCpuSeconds(pid_t process);

} // namespace stampede
