// SPDX-License-Identifier: MIT
#pragma once

#include "measure/latency_heat.h"
#include "measure/operation.h"
#include "measure/prefix_ranks.h"
#include "measure/recorder.h"
#include "measure/request_ends.h"
#include "measure/stock_commits.h"
#include "measure/timeline.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace stampede {

/// What was so at any moment of a finished run, as somebody who looked then would have seen it.
/// Building it for 1,000,000 operations takes a fraction of a second, so a thread of its own; a
/// look takes microseconds. Any thread once it is built.
class RunMoments
{
public:
    /// `history` is sorted by invokedNs. From `lengthNs` on everything has happened. Operations
    /// without an answer end as RequestEnds says, also of `timeoutNs`. `readLocks`: reading the row
    /// locks it; see timeShares().
    RunMoments(std::shared_ptr<const std::vector<Operation>> history, std::int64_t lengthNs,
               std::int64_t timeoutNs = 0, bool readLocks = true);

    [[nodiscard]] std::int64_t lengthNs() const { return m_lengthNs; }
    /// Everything that had happened up to and including that moment. The percentiles are exact
    /// (nearest rank). rate and dropped are not in a history and stay 0.
    [[nodiscard]] LiveSnapshot at(std::int64_t momentNs) const;
    /// How many requests had left by then.
    [[nodiscard]] std::size_t askedBy(std::int64_t momentNs) const;
    /// When the request at that index of the history was over; see RequestEnds.
    [[nodiscard]] std::int64_t endNs(std::size_t index) const { return m_ends.of(index); }
    /// Indexes into the history in the order of the answers.
    [[nodiscard]] std::span<const std::uint32_t> answers() const { return m_answers; }
    /// How many of answers() had come by then.
    [[nodiscard]] std::size_t answeredBy(std::int64_t momentNs) const;
    /// When the `number`-th (from 1) answer of that outcome came, ns; nothing where there are
    /// fewer.
    [[nodiscard]] std::optional<std::int64_t> answerNs(Outcome outcome, std::uint64_t number) const;
    /// As issuedResponse() of the whole run.
    [[nodiscard]] const std::vector<Percentiles> &response() const { return m_response; }
    static constexpr std::size_t kHeatColumns = 150;
    /// As latencyHeat() of the whole run.
    [[nodiscard]] const LatencyHeat &heat(bool ofResponse) const
    {
        return ofResponse ? m_responseHeat : m_serviceHeat;
    }
    /// As timeShares() of the whole run.
    [[nodiscard]] const TimeShares &shares() const { return m_shares; }

private:
    /// Counts are kept after every so many answers.
    static constexpr std::size_t kStride = 512;

    [[nodiscard]] std::int64_t issuedPercentile(double percent, std::uint64_t issued) const;

    std::shared_ptr<const std::vector<Operation>> m_history;
    std::int64_t m_lengthNs;
    RequestEnds m_ends;
    std::vector<std::uint32_t> m_answers;
    std::vector<std::array<std::uint32_t, kOutcomeCount>> m_counts; ///< before each stride
    std::vector<StockCommit> m_commits;
    std::array<std::vector<std::uint32_t>, kOutcomeCount> m_byOutcome; ///< in their order
    std::vector<Percentiles> m_response;
    LatencyHeat m_serviceHeat;
    LatencyHeat m_responseHeat;
    TimeShares m_shares;
    PrefixRanks m_issued; ///< service times in the order of the answers
};

} // namespace stampede
