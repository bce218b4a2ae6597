// SPDX-License-Identifier: MIT
#include "picture/latency_story.h"

#include "base/clock.h"

#include <algorithm>

namespace stampede {

bool hasDotsOfLatency(const RunRecord &record)
{
    return record.history && !record.history->empty() && record.history->size() <= kMostDots;
}

std::vector<LatencyDot> latencyDots(const RunRecord &record, bool ofResponse)
{
    std::vector<LatencyDot> dots;
    for (std::size_t i = 0; record.history && i < record.history->size(); ++i) {
        const Operation &each = (*record.history)[i];
        if (each.returnedNs != Operation::kNoAnswer) {
            const std::int64_t ns = ofResponse ? each.responseNs() : each.serviceNs();
            dots.push_back(
                {static_cast<double>(each.returnedNs) / static_cast<double>(kNsPerSecond),
                 static_cast<double>(ns) / static_cast<double>(kNsPerMs), each.outcome,
                 static_cast<std::uint32_t>(i)});
        }
    }
    std::stable_sort(dots.begin(), dots.end(), [](const LatencyDot &one, const LatencyDot &other) {
        return one.seconds < other.seconds;
    });
    return dots;
}

std::array<BrokenSeries, 3> issuedPercentiles(const Timeline &timeline,
                                              std::span<const Percentiles> response)
{
    std::array<BrokenSeries, 3> lines;
    const double width = static_cast<double>(timeline.bucketNs) / static_cast<double>(kNsPerSecond);
    for (std::size_t line = 0; line < lines.size(); ++line) {
        bool isBroken = false;
        for (std::size_t i = 0; i < timeline.buckets.size(); ++i) {
            const TimelineBucket &bucket = timeline.buckets[i];
            const std::uint32_t issued = bucket.answers.at(indexOf(Outcome::Issued));
            isBroken = isBroken || issued == 0;
            Percentiles values = {bucket.issuedP50Ns, bucket.issuedP95Ns, bucket.issuedP99Ns};
            if (!response.empty()) {
                values = i < response.size() ? response[i] : Percentiles{};
            }
            if (issued < kPercentileFewest.at(line) || values.at(line) <= 0) {
                continue;
            }
            BrokenSeries &series = lines.at(line);
            if (isBroken && !series.points.empty()) {
                series.breaks.push_back(series.points.size());
            }
            isBroken = false;
            series.points.push_back(
                {width * (static_cast<double>(i) + 0.5),
                 static_cast<double>(values.at(line)) / static_cast<double>(kNsPerMs)});
        }
    }
    return lines;
}

} // namespace stampede
