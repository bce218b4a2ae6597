#pragma once
// diagnosis: why a run looks the way it does, as hypotheses weighed by the run's own figures.

#include "audit/audit.h"
#include "measure/operation.h"
#include "measure/recorder.h"
#include "scenario/person_directory.h"
#include "scenario/prediction.h"
#include "scenario/scenario.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace stampede {

/// What the figures say of a hypothesis.
enum class HypothesisVerdict
{
    Explains, ///< it is so, and it explains what the run looks like
    RuledOut,
    Undecided
};

/// One possible reason for what the run looks like.
struct Hypothesis
{
    QString id;
    QString statement; ///< "Requests wrote over each other"
    HypothesisVerdict verdict = HypothesisVerdict::Undecided;
    QString evidence; ///< in figures of this run
    QString advice;   ///< what to do where it explains the run
};

/// What several hypotheses ask of the history, counted once.
struct CrowdFigures
{
    std::int64_t requests = 0;
    std::int64_t people = 0; ///< who asked
    /// Requests of people who got one, beside the one that got it. Where rows are known, only of
    /// people who have one.
    std::int64_t furtherTries = 0;
    std::int64_t overlappingTries = 0;  ///< those of them under way together with it
    std::int64_t mostWritersAtOnce = 0; ///< requests told "issued" that were under way together
    /// The same with those that may have written and did not say so: no answer, server error.
    std::int64_t mostMaybeWriting = 0;
    std::int64_t triesOfHolders = 0; ///< requests of people who had one before the run
    /// Requests of people who may hold one, as nobody told them what became of an earlier request.
    std::int64_t furtherMaybe = 0;
    /// When the last of the stock's coupons had been answered, ns; nothing where it did not go, or
    /// where the answers do not tell it, as they are not one for each new row.
    std::optional<std::int64_t> soldOutNs;
    std::int64_t askedAfterwards = 0; ///< requests that began later than that
    std::int64_t missingPeople = 0;   ///< told "not found"
    std::int64_t firstMissing = 0;    ///< the smallest id of them
};

/// Why the run looks the way it does.
struct Diagnosis
{
    QString headline; ///< one sentence
    /// Those that explain it, with damage its causes first; those that cannot be told; those ruled
    /// out. Each group in the order of the interface.
    QList<Hypothesis> hypotheses;
    CrowdFigures crowd;

    [[nodiscard]] QList<Hypothesis> with(HypothesisVerdict verdict) const;
    [[nodiscard]] const Hypothesis *find(const QString &id) const;
};

/// The word of the result file: "true", "false" or "undecided".
QString hypothesisVerdictKey(HypothesisVerdict verdict);

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

/// What is left at the end by an audit, and what went from the stock beyond what the run wrote: of
/// the column, else of total less counter; nothing where neither tells it. Any thread.
std::optional<std::int64_t> stockLeft(const AuditReport &audit);
std::optional<std::int64_t> stockDrift(const AuditReport &audit);

/// Whether the audit made that check and came to an end with it, or had nothing to judge there. A
/// check that the report does not have is none that was left open. Any thread.
bool couldJudge(const AuditReport &audit, const char *id);

/// Whether a finding of that check says that the stock is not what it should be.
bool isStockFinding(const QString &check);

/// The ids of all hypotheses, in the order of the interface.
QStringList hypothesisIds();

/// Weighs every hypothesis. Pure; any thread; O(n log n) in the history.
Diagnosis diagnose(const DiagnosisFacts &facts);

} // namespace stampede
