// SPDX-License-Identifier: MIT
#pragma once
// record: everything that is known of one run, as values. Who makes a run fills them in; reports,
// comparisons, the archive and the window read them and know nothing of engines or servers.

#include "base/ids.h"
#include "hot_row/hot_row.h"
#include "measure/latency_summary.h"
#include "measure/operation.h"
#include "measure/recorder.h"
#include "measure/run_tool.h"
#include "measure/timeline.h"
#include "prediction/prediction.h"
#include "record/audit_report.h"
#include "record/diagnosis_result.h"
#include "record/injected_fault.h"
#include "record/server_figures.h"
#include "scenario/person_directory.h"
#include "scenario/scenario.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace stampede {

/// The verdicts of a run, worst first.
enum class RunVerdict
{
    Violation,
    Inconclusive,
    Invalid,
    Aborted,
    Thresholds,
    Pass
};

/// "violation" … "pass"
QString runVerdictKey(RunVerdict verdict);

/// Service or response time: all answers, and each outcome by its index.
struct LatencyTable
{
    LatencyFigures all;
    std::array<LatencyFigures, kOutcomeCount> byOutcome;
};

/// What a tool that counts every 4xx and 5xx as failed would have said.
struct LoadTesterView
{
    std::int64_t requests = 0; ///< that it would have counted
    std::int64_t failed = 0;
    std::int64_t refusals = 0;                 ///< 4xx answers that refused
    std::optional<std::int64_t> rightRefusals; ///< nothing while no audit has decided
    /// Where rightRefusals is nothing though some kinds of refusal were judged: those found right,
    /// and those of which nobody knows.
    std::int64_t foundRight = 0;
    std::int64_t unjudged = 0;
    std::int64_t notRecognised = 0; ///< 4xx answers that no rule matched: no refusals
    std::int64_t errors = 0;        ///< 5xx and no answer
    std::int64_t withoutAnswer = 0; ///< those of them that had none
    /// 0…100
    [[nodiscard]] double failedPercent() const;
};

struct ThroughputFigures
{
    double durationSeconds = 0; ///< start of the load to the last answer
    double answersPerSecond = 0;
    double issuedPerSecond = 0;
};

struct GeneratorFigures
{
    bool valid = true;
    QStringList reasons; ///< why not, each with what to do
    double cpuSeconds = 0;
    double cpuUsPerRequest = 0;
    int processors = 0; ///< that the machine has; 0 where it is not known
    /// By its own fault: from the moment that a request was due and had a free virtual user. Burst
    /// and the open models only.
    std::int64_t latenessP99Us = 0;
    std::int64_t dropped = 0; ///< requests that were due and found no free virtual user in time
    /// Open models: due when the run was stopped, and neither sent nor dropped by then.
    std::int64_t unsentAtStop = 0;
    std::vector<RateChange> rateChanges;    ///< by hand, while it ran
    std::optional<double> uiCpuSeconds;     ///< with a window only
    std::optional<double> uiLongestStallMs; ///< with a window only
};

/// What is kept of every round of a run that has several.
struct RoundFigures
{
    std::uint64_t seed = 0;
    RunVerdict verdict = RunVerdict::Inconclusive;
    OutcomeCounts outcomes;
    ThroughputFigures throughput;
    LatencyTable service;
    LatencyTable response;
    std::optional<StateFigures> state; ///< nothing where it was not audited
};

/// How far apart the rounds lie in one figure.
struct SpreadFigure
{
    QString key; ///< e.g. "issued_per_second"
    double min = 0;
    double median = 0; ///< the mean of the two in the middle where their number is even
    double max = 0;
};

/// Where the run took place.
struct RunEnvironment
{
    QString host; ///< operating system, processors
    ServerDescription database;
    QString databaseUrl; ///< without secrets
    QStringList remarks; ///< what was changed for the run, e.g. a session setting
};

/// What became of a step before the requests that count (target.steps).
struct StepFigure
{
    QString name;
    QString each; ///< "run", "round", "vu", "person" or "request"
    std::int64_t count = 0;
    std::int64_t failed = 0;
    std::optional<std::int64_t> p50Ns; ///< of those that did not fail; nothing where all did
    std::optional<std::int64_t> p95Ns;
    QString firstFailure;
};

/// What a service over HTTP showed beside its answers.
struct ServiceContact
{
    int refusedAtStart = 0; ///< virtual users that were not connected when the load began
    std::int64_t reconnects = 0;
    std::int64_t lateAnswers = 0;               ///< came after their timeout, and were counted
    std::optional<int> firstUnrecognisedStatus; ///< 0 where it was no HTTP
    QString firstUnrecognised;                  ///< its first bytes
    /// Why: "no_http", "http2", "encoded", "charset", "too_long", "no_json" or "no_rule"; empty
    /// where it is not known.
    QString whyUnrecognised;
    std::optional<int> firstServerErrorStatus; ///< of the first answer of 5xx
    QString firstServerError;                  ///< its first bytes
    /// How often each rule decided what an answer means, in the order of the scenario's rules, or
    /// of the usual ones where it has none.
    std::vector<std::int64_t> ruleHits;
    std::vector<StepFigure> steps; ///< in the order in which they are walked
};

/// Operating system and processors of this machine.
QString describeMachine();

/// What a later audit of a kept run said.
struct LaterVerdict
{
    QDateTime at; ///< UTC
    RunVerdict verdict = RunVerdict::Inconclusive;
    int findings = 0;
    QString sentence; ///< in the language that was spoken then
};

struct RunRecord;
/// Whether the run asked for several coupons and nobody knows which answer belongs to which.
bool mixesCoupons(const RunRecord &record);

/// Everything that is known of one run. A value: pages, reports and files show its fields and
/// compute nothing of their own.
struct RunRecord
{
    QString id;             ///< 12 hexadecimal digits
    QDateTime startedAt;    ///< UTC, start of the load
    QDateTime finishedAt;   ///< UTC, end of the audit
    std::uint64_t seed = 0; ///< of this round: the scenario's, plus one for each round before it
    int round = 1;          ///< the one with the worst verdict, which this record tells of
    int rounds = 1;
    std::vector<RoundFigures> allRounds; ///< in their order; empty where there is only one
    std::vector<SpreadFigure> spread;    ///< of these
    QString version;                     ///< of the program
    RunTool tool; ///< where another tool made the run, and this program judged it
    QString historySha256;
    bool endedEarly = false;
    bool cutOff = false; ///< so early, as the program was gone; told from its journal
    /// The limit that ended the load, as it was then; nothing where none did.
    std::optional<ThresholdOutcome> endedByLimit;

    Scenario scenario;
    PersonDirectory people;  ///< what those are called whom it names by numbers
    PersonDirectory inTable; ///< what tables of somebody else call them, where they are others
    /// What these call somebody who is called by their number ("m{userId}"); empty where by it.
    QString userFormat;
    CouponId coupon;
    QString couponName; ///< as the tables of somebody else have it; empty where they do not say
    RunEnvironment environment;
    Prediction prediction;
    OutcomeCounts outcomes;
    /// Of the answers over HTTP; nothing where there was no HTTP or nobody kept them.
    std::optional<std::vector<StatusCount>> statuses;
    std::array<std::uint64_t, kUnknownReasonCount> unknownReasons{};
    LoadTesterView loadTester;
    LatencyTable service;
    LatencyTable response;
    ThroughputFigures throughput;
    Timeline timeline;
    ServerCounters counters; ///< differences over the load
    /// Lines of the service's own log and what the server counted of its locking reads; nothing
    /// where nobody could tell.
    std::optional<LogCounts> logCounts;
    std::optional<std::int64_t> lockingReads;
    QString logFile;          ///< where all lines are; empty where that file is gone
    QString logLines;         ///< the last of them, of the service in this program only
    std::int64_t retries = 0; ///< further transactions after contention
    GeneratorFigures generator;
    std::optional<ServiceContact> contact; ///< with a service over HTTP
    std::vector<InjectedFault> faults;     ///< those of the scenario, in its order
    std::optional<HotRow> hotRow;     ///< nothing where operations do not say when they had the row
    std::optional<AuditReport> audit; ///< nothing where it was not made
    QString auditError;               ///< why not, where the database kept it from being made
    Diagnosis diagnosis;
    QList<ThresholdOutcome> thresholds;
    RunVerdict verdict = RunVerdict::Inconclusive; ///< of the run itself
    QList<LaterVerdict> judgedAgain; ///< by later audits, oldest first; the archive keeps them

    std::shared_ptr<const std::vector<Operation>> history; ///< every operation, by invokedNs

    /// Whether the answers are all that was there to judge.
    [[nodiscard]] bool answersOnly() const
    {
        return scenario.target.kind == TargetKind::Http &&
               scenario.target.audit.rows == TargetRows::None;
    }
    /// Requests that the service failed or never got, and those without a recognised answer.
    [[nodiscard]] std::int64_t errors() const;
    /// How often the server was killed on purpose.
    [[nodiscard]] std::int64_t kills() const
    {
        return std::count_if(faults.begin(), faults.end(), [](const InjectedFault &fault) {
            return fault.planned.action == FaultAction::ServerKill && fault.beganNs;
        });
    }
    /// Whether the server's counters began again during the load, so that they tell of its end
    /// only.
    [[nodiscard]] bool countersBeganAnew() const
    {
        return scenario.target.kind == TargetKind::InProcess && kills() > 0;
    }
    /// Whether what the generator itself did is known: of a run that was cut off nobody kept it.
    [[nodiscard]] bool knowsGenerator() const { return !cutOff; }
    /// The coupon as the service has it; empty where nobody said, or it asked for several.
    [[nodiscard]] QString couponShown() const;
    /// As the audit calls that person: by the name that the tables have.
    [[nodiscard]] QString nameInTable(std::int64_t person) const;
    /// Coupons before the run, of all that it asked for; nothing where nobody gave or read it.
    [[nodiscard]] std::optional<std::int64_t> stockAtStart() const;
    /// Whether it was said before the load what must come out.
    [[nodiscard]] bool wasPredicted() const
    {
        return prediction.requests.max || prediction.distinctUsers > 0;
    }
    /// Answers that no rule matched.
    [[nodiscard]] std::int64_t notRecognised() const
    {
        return static_cast<std::int64_t>(
            unknownReasons[static_cast<std::size_t>(UnknownReason::Unclassified)]);
    }
    /// Answers that refused, whatever their status.
    [[nodiscard]] std::int64_t refusals() const;
    /// Those of them that the audit found right; nothing where no audit of the rows has decided.
    [[nodiscard]] std::optional<std::int64_t> rightRefusals() const;
    /// Whether an audit of the rows has decided which refusals of that kind were right.
    [[nodiscard]] bool judgedRefusals(Outcome refusal) const;
    /// Whether a fault took the database away for good, so that nobody could ask it.
    [[nodiscard]] bool lostDatabase() const
    {
        return !audit && std::any_of(faults.begin(), faults.end(),
                                     [](const auto &fault) { return !fault.failure.isEmpty(); });
    }
    /// By the load, on average over its length.
    [[nodiscard]] double processorsUsed() const
    {
        const double seconds = throughput.durationSeconds;
        return seconds > 0 ? generator.cpuSeconds / seconds : 0;
    }
    /// The latest audit's where there is one, else the run's own.
    [[nodiscard]] RunVerdict newestVerdict() const
    {
        return judgedAgain.isEmpty() ? verdict : judgedAgain.constLast().verdict;
    }
    /// The first six digits of the id, for people.
    [[nodiscard]] QString shortId() const { return id.left(6); }
};

} // namespace stampede
