// SPDX-License-Identifier: MIT
#pragma once

#include "audit/log_counts.h"
#include "database/locking_reads.h"
#include "measure/recorder.h"

#include <QString>

#include <optional>

namespace stampede {

/// What the service's own log says of the run. Without counts `unavailable` says in a sentence why;
/// where that is empty, there was no log to look for.
struct LogEvidence
{
    std::optional<LogCounts> counts;
    QString unavailable;
    bool incomplete = false; ///< lines are known to be missing: nothing can be told
    /// The answers that the log is held against, where the audit looks at a part of the run only.
    std::optional<OutcomeCounts> ofRun{};
};

/// What the server counted of the row lock. Without reads `unavailable` says in a sentence why not
/// and what to switch on; where that is empty, nobody asked.
struct LockEvidence
{
    bool rowLock = true; ///< the scenario left it on
    /// The strategy, where it does not begin each request with a locking read; else empty.
    QString otherStrategy;
    std::optional<LockingReads> reads;
    QString unavailable;
};

} // namespace stampede
