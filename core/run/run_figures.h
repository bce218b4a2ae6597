#pragma once

#include "run/run_record.h"

namespace stampede {

/// Fills in what follows from the history alone: outcomes, reasons, latency, throughput, time line,
/// retries, generator. Gives back the full histograms, for limits on percentiles of any kind.
LatencySummary fillFromHistory(RunRecord &record, std::int64_t lengthNs, double cpuSeconds,
                               std::int64_t initialStock);

/// Why the run looks the way it does; everything else of the record is filled in.
Diagnosis diagnosisOf(const RunRecord &record);

/// What a load tester would have said; the share of right refusals needs the audit.
/// `audit` may be null.
LoadTesterView loadTesterView(const OutcomeCounts &outcomes, const AuditReport *audit);

} // namespace stampede
