#pragma once

namespace stampede {

/// Processor time that this process has used so far, user and system, in seconds.
double processCpuSeconds();

} // namespace stampede
