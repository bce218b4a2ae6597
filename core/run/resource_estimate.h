// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace stampede {

/// Rough and rather too much: a thread with its stack and connection; 64 bytes of an operation, and
/// what the audit and the pages make of it.
inline constexpr std::int64_t kBytesAVu = 100'000;
inline constexpr std::int64_t kBytesARequest = 200;

/// What a run will take of this machine, before it is made. Rough on purpose.
struct ResourceEstimate
{
    double seconds = 0;     ///< of the load, all rounds and warm-ups
    bool atMost = false;    ///< nobody knows: `seconds` is where the scenario ends it at the latest
    int connections = 0;    ///< to the database, or to the service over HTTP
    std::int64_t bytes = 0; ///< of memory, for the virtual users and the history

    /// The memory in MB, at least 1.
    [[nodiscard]] std::int64_t megabytes() const
    {
        return std::max<std::int64_t>(1, bytes / 1'000'000);
    }
};

/// `answersPerSecond`: what this machine has managed with such a service, or nothing for what is
/// usual.
ResourceEstimate estimateResources(const Scenario &scenario, const Prediction &prediction,
                                   const std::optional<double> &answersPerSecond);

/// The answers a second of that run, where it says something about a run of that scenario here.
std::optional<double> knownRate(const RunRecord *record, const Scenario &scenario);

} // namespace stampede
