// SPDX-License-Identifier: MIT
#pragma once
// diagnosis: why a run looks the way it does, as hypotheses weighed by the run's own figures.

#include "measure/operation.h"
#include "measure/recorder.h"
#include "prediction/prediction.h"
#include "record/audit_report.h"
#include "record/run_record.h"
#include "scenario/person_directory.h"
#include "scenario/scenario.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace stampede {

/// The figures of a run that hypotheses are weighed by. What is pointed to outlives the diagnosis.
struct DiagnosisFacts
{
    const Scenario &scenario;
    const Prediction &prediction;
    const AuditReport *audit = nullptr; ///< null where it was not made
    std::span<const Operation> history;
    OutcomeCounts outcomes;
    std::int64_t unclassified = 0; ///< answers that no rule matched
    QString failedPercent;         ///< what a load tester would call failed, without the sign
    std::int64_t refusals = 0;     ///< answers that refused, whatever their status
    std::optional<std::int64_t> rightRefusals;
    std::int64_t clientErrors = 0;    ///< answers with a 4xx status, which a load tester counts
    std::int64_t refusalsCounted = 0; ///< those of them that refused
    std::optional<std::int64_t> rightRefusalsCounted; ///< those of these that were right
    std::int64_t errors = 0;                          ///< 5xx and no answer
    std::optional<std::int64_t> deadlocks;            ///< as the server counted them over the run
    std::optional<std::int64_t> lockWaits{};          ///< for row locks, likewise
    std::int64_t retries = 0;
    std::int64_t lengthNs = 0;           ///< of the load
    double processorsUsed = 0;           ///< by the load, 0…1 of all
    std::int64_t latenessP99Us = 0;      ///< of the requests' starts
    QStringList generatorReasons;        ///< why it was the bottleneck; empty where it was not
    std::vector<StatusCount> statuses{}; ///< of the answers, by outcome
    std::int64_t kills = 0;              ///< times that the server was killed on purpose
    bool endedEarly = false;             ///< not everybody asked who was to ask
    PersonDirectory people{}; ///< what those are called whom the history names by numbers
};

/// The ids of all hypotheses, in the order of the interface.
QStringList hypothesisIds();

/// Weighs every hypothesis. Pure; any thread; O(n log n) in the history.
Diagnosis diagnose(const DiagnosisFacts &facts);

/// Why the run looks the way it does; everything else of the record is filled in.
Diagnosis diagnosisOf(const RunRecord &record);

} // namespace stampede
