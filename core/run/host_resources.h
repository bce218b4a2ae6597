// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "scenario/scenario.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace stampede {

/// What a run takes of this machine at least, or what is free of it; open files are looked at by
/// checkOpenFiles(). What nobody can tell is empty.
struct HostResources
{
    std::optional<std::int64_t> threads;
    std::optional<std::int64_t> memoryBytes;
    std::optional<std::int64_t> diskBytes; ///< in the folder of journals and archive
};

/// Of one round. Of a load that ends by its time only the virtual users count: how many requests
/// they will make is not known.
HostResources resourcesNeeded(const Scenario &scenario);

/// What is free now: of memory and threads the least of what the kernel, this process's limits and
/// its control group (cgroup v2) allow; of the disk what an unprivileged account may write.
HostResources resourcesOfThisHost();

/// Whether it is enough. The error says how much of what would be needed, how much there is, and
/// what to do. Pure.
Result<void, QString> checkResources(const HostResources &needed, const HostResources &there);

} // namespace stampede
