// SPDX-License-Identifier: MIT
#pragma once

#include "base/outcome.h"
#include "issuance/issuer.h"
#include "serve/database_pool.h"

#include <array>
#include <cstdint>
#include <string>

namespace stampede {

/// Counts what the service did, for Prometheus. One thread.
class ServiceMetrics
{
public:
    /// An answer of that status left the service.
    void answered(int status);
    /// An issuer answered a request that was taken in `ns` before.
    void issued(const IssueAnswer &answer, std::int64_t ns);
    /// A request was refused as the pool had no room or no time for it.
    void overloaded() { ++m_overloaded; }
    void accepted() { ++m_accepted; }
    void turnedAway() { ++m_turnedAway; }

    /// Everything in Prometheus' text format 0.0.4. `clients`: connections that are open.
    [[nodiscard]] std::string text(const PoolUse &pool, std::size_t clients) const;

    static constexpr std::string_view kType = "text/plain; version=0.0.4; charset=utf-8";

private:
    /// Upper bounds of the buckets of the latency histogram.
    struct Bound
    {
        std::int64_t ns;
        const char *seconds;
    };
    static constexpr std::array<Bound, 14> kBounds = {{{500'000, "0.0005"},
                                                       {1'000'000, "0.001"},
                                                       {2'500'000, "0.0025"},
                                                       {5'000'000, "0.005"},
                                                       {10'000'000, "0.01"},
                                                       {25'000'000, "0.025"},
                                                       {50'000'000, "0.05"},
                                                       {100'000'000, "0.1"},
                                                       {250'000'000, "0.25"},
                                                       {500'000'000, "0.5"},
                                                       {1'000'000'000, "1"},
                                                       {2'500'000'000, "2.5"},
                                                       {5'000'000'000, "5"},
                                                       {10'000'000'000, "10"}}};
    /// Why a database breaks a transaction off.
    enum BreakOff : std::size_t
    {
        Deadlock,
        LockWait,
        ChangedRow,
        TimeLimit,
        BreakOffs
    };
    static constexpr std::size_t kStatuses = 600;

    std::array<std::uint64_t, kStatuses> m_byStatus{};
    std::array<std::uint64_t, kOutcomeCount> m_byOutcome{};
    std::array<std::uint64_t, kBounds.size() + 1> m_byLatency{}; ///< the last one: above all bounds
    std::array<std::uint64_t, BreakOffs> m_brokenOff{};
    std::int64_t m_latencyNs = 0;
    std::uint64_t m_retries = 0;
    std::uint64_t m_overloaded = 0;
    std::uint64_t m_accepted = 0;
    std::uint64_t m_turnedAway = 0;
};

} // namespace stampede
