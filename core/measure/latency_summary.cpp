// SPDX-License-Identifier: MIT
#include "measure/latency_summary.h"

#include "base/clock.h"

namespace stampede {

LatencyFigures figuresOf(const Histogram &histogram)
{
    return {.count = histogram.count(),
            .minNs = histogram.min(),
            .meanNs = histogram.mean(),
            .p50Ns = histogram.percentile(50),
            .p90Ns = histogram.percentile(90),
            .p95Ns = histogram.percentile(95),
            .p99Ns = histogram.percentile(99),
            .p999Ns = histogram.percentile(99.9),
            .maxNs = histogram.max()};
}

LatencySummary summariseLatency(std::span<const Operation> history)
{
    LatencySummary summary;
    for (const Operation &operation : history) {
        if (operation.outcome == Outcome::NotSent) {
            continue;
        }
        summary.lateness.record(std::int64_t{operation.latenessUs} * kNsPerUs);
        if (operation.returnedNs == Operation::kNoAnswer) {
            continue;
        }
        const std::size_t outcome = indexOf(operation.outcome);
        summary.service.byOutcome[outcome].record(operation.serviceNs());
        summary.response.byOutcome[outcome].record(operation.responseNs());
    }
    for (LatencyByOutcome *latency : {&summary.service, &summary.response}) {
        for (const Histogram &histogram : latency->byOutcome) {
            latency->all.merge(histogram);
        }
    }
    return summary;
}

} // namespace stampede
