#include "base/cpu_time.h"

#include "base/check.h"

#include <sys/resource.h>

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

} // namespace stampede
