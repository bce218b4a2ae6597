// SPDX-License-Identifier: MIT
#include "record/server_figures.h"

namespace stampede {

namespace {

using Counter = std::optional<std::int64_t>;

/// Nothing where either is missing, or where the server was restarted in between.
Counter difference(const Counter &before, const Counter &after)
{
    if (!before || !after || *after < *before) {
        return std::nullopt;
    }
    return *after - *before;
}

} // namespace

ServerCounters ServerCounters::since(const ServerCounters &before) const
{
    return {.deadlocks = difference(before.deadlocks, deadlocks),
            .lockWaits = difference(before.lockWaits, lockWaits),
            .lockWaitMs = difference(before.lockWaitMs, lockWaitMs),
            .commits = difference(before.commits, commits),
            .rollbacks = difference(before.rollbacks, rollbacks),
            .cpuUs = difference(before.cpuUs, cpuUs)};
}

} // namespace stampede
