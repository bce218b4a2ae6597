// SPDX-License-Identifier: MIT
#include "measure/run_moments.h"

#include "measure/histogram.h"

#include <algorithm>
#include <numeric>

namespace stampede {

RunMoments::RunMoments(std::shared_ptr<const std::vector<Operation>> history, std::int64_t lengthNs,
                       std::int64_t timeoutNs, bool readLocks)
    : m_history(std::move(history))
    , m_lengthNs(lengthNs)
    , m_ends(*m_history, lengthNs, timeoutNs)
    , m_answers(m_history->size())
    , m_commits(stockCommits(*m_history))
    , m_response(issuedResponse(*m_history, lengthNs))
    , m_shares(timeShares(*m_history, readLocks))
{
    std::iota(m_answers.begin(), m_answers.end(), 0U);
    std::sort(m_answers.begin(), m_answers.end(), [this](std::uint32_t left, std::uint32_t right) {
        const std::int64_t leftNs = m_ends.of(left);
        const std::int64_t rightNs = m_ends.of(right);
        return leftNs != rightNs ? leftNs < rightNs : left < right;
    });
    std::array<std::uint32_t, kOutcomeCount> counts{};
    std::vector<std::int64_t> issued;
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        if (i % kStride == 0) {
            m_counts.push_back(counts);
        }
        const Operation &operation = (*m_history)[m_answers[i]];
        ++counts[indexOf(operation.outcome)];
        m_byOutcome[indexOf(operation.outcome)].push_back(m_answers[i]);
        if (operation.outcome == Outcome::Issued) {
            issued.push_back(operation.serviceNs());
        }
    }
    m_issued = PrefixRanks(issued);
    m_serviceHeat = latencyHeat(*m_history, lengthNs, false, kHeatColumns);
    m_responseHeat = latencyHeat(*m_history, lengthNs, true, kHeatColumns);
}

std::size_t RunMoments::askedBy(std::int64_t momentNs) const
{
    if (momentNs >= m_lengthNs) {
        return m_history->size();
    }
    const auto end = std::upper_bound(
        m_history->begin(), m_history->end(), momentNs,
        [](std::int64_t moment, const Operation &each) { return moment < each.invokedNs; });
    return static_cast<std::size_t>(end - m_history->begin());
}

std::size_t RunMoments::answeredBy(std::int64_t momentNs) const
{
    const auto end = std::upper_bound(
        m_answers.begin(), m_answers.end(), momentNs,
        [this](std::int64_t moment, std::uint32_t index) { return moment < m_ends.of(index); });
    return static_cast<std::size_t>(end - m_answers.begin());
}

std::optional<std::int64_t> RunMoments::answerNs(Outcome outcome, std::uint64_t number) const
{
    const std::vector<std::uint32_t> &answers = m_byOutcome[indexOf(outcome)];
    if (number < 1 || number > answers.size()) {
        return std::nullopt;
    }
    return m_ends.of(answers[number - 1]);
}

std::int64_t RunMoments::issuedPercentile(double percent, std::uint64_t issued) const
{
    return issued == 0 ? 0 : m_issued.kthOfFirst(nearestRank(percent, issued), issued);
}

LiveSnapshot RunMoments::at(std::int64_t momentNs) const
{
    LiveSnapshot snapshot;
    snapshot.elapsedNs = std::clamp<std::int64_t>(momentNs, 0, m_lengthNs);
    snapshot.loadRunning = momentNs < m_lengthNs;
    const std::size_t answered = answeredBy(momentNs);
    snapshot.inFlight =
        static_cast<std::int64_t>(askedBy(momentNs)) - static_cast<std::int64_t>(answered);
    if (answered > 0) {
        const std::size_t stride = (answered - 1) / kStride;
        std::copy(m_counts[stride].begin(), m_counts[stride].end(),
                  snapshot.outcomes.byOutcome.begin());
        for (std::size_t i = stride * kStride; i < answered; ++i) {
            ++snapshot.outcomes.byOutcome[indexOf((*m_history)[m_answers[i]].outcome)];
        }
    }
    snapshot.outOfStockBefore = snapshot.outcomes.of(Outcome::OutOfStock);
    const auto commits = std::upper_bound(
        m_commits.begin(), m_commits.end(), momentNs,
        [](std::int64_t moment, const StockCommit &each) { return moment < each.momentNs; });
    if (commits != m_commits.begin()) {
        snapshot.lastStock =
            stockAfter(m_commits, static_cast<std::size_t>(commits - m_commits.begin()));
    }
    const std::uint64_t issued = snapshot.outcomes.of(Outcome::Issued);
    snapshot.issuedP50Ns = issuedPercentile(50, issued);
    snapshot.issuedP95Ns = issuedPercentile(95, issued);
    snapshot.issuedP99Ns = issuedPercentile(99, issued);
    return snapshot;
}

} // namespace stampede
