#pragma once

#include "run/run_record.h"

#include <span>

namespace stampede {

/// Fills in what follows from the history and the load alone: outcomes, reasons, latency,
/// throughput, time line, retries, generator. `initialStock`: −1 where it is not known. The history
/// stands in the record. Gives back the full histograms, for limits on percentiles of any kind.
LatencySummary fillFromLoad(RunRecord &record, const LoadResult &load, std::int64_t initialStock);

/// Says whether the generator was the bottleneck, and what to do, by the criteria of docs/load.md.
void judgeGenerator(RunRecord &record);

/// Why the run looks the way it does; everything else of the record is filled in.
Diagnosis diagnosisOf(const RunRecord &record);

/// What a load tester would have said of these answers, which outcomes and statuses of the record
/// count; the share of right refusals needs the audit.
LoadTesterView loadTesterView(const RunRecord &record, std::span<const Operation> history);

} // namespace stampede
