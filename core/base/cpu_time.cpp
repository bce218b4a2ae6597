// SPDX-License-Identifier: MIT
#include "base/cpu_time.h"

#include "base/check.h"

#include <sys/resource.h>

#include <ctime>

namespace stampede {

double processCpuSeconds()
{
    rusage usage{};
    STAMPEDE_CHECK(getrusage(RUSAGE_SELF, &usage) == 0);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::optional<double> processCpuSeconds(pid_t process)
{
    clockid_t clock{};
    timespec used{};
    if (process <= 0 || clock_getcpuclockid(process, &clock) != 0 ||
        clock_gettime(clock, &used) != 0) {
        return std::nullopt;
    }
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

} // namespace stampede
