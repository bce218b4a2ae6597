#include "run/run_figures.h"

#include "base/clock.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QThread>

#include <initializer_list>

namespace stampede {

namespace {

struct FiguresText
{
    Q_DECLARE_TR_FUNCTIONS(FiguresText)
};

LatencyTable tableOf(const LatencyByOutcome &latency)
{
    LatencyTable table;
    table.all = figuresOf(latency.all);
    for (const Outcome outcome : kAllOutcomes) {
        table.byOutcome[indexOf(outcome)] = figuresOf(latency.byOutcome[indexOf(outcome)]);
    }
    return table;
}

std::int64_t counted(const OutcomeCounts &outcomes, std::initializer_list<Outcome> which)
{
    std::int64_t sum = 0;
    for (const Outcome outcome : which) {
        sum += static_cast<std::int64_t>(outcomes.of(outcome));
    }
    return sum;
}

void judgeGenerator(RunRecord &record)
{
    const std::int64_t total = static_cast<std::int64_t>(record.outcomes.total());
    const std::int64_t notSent = counted(record.outcomes, {Outcome::NotSent});
    if (notSent * 100 > total) {
        record.generator.valid = false;
        record.generator.reasons << FiguresText::tr(
                                        "%1 of %2 requests could not be sent. Use fewer "
                                        "virtual users or allow more connections.")
                                        .arg(text::count(notSent), text::count(total));
    }
}

} // namespace

LatencySummary fillFromHistory(RunRecord &record, std::int64_t lengthNs, double cpuSeconds,
                               std::int64_t initialStock)
{
    const std::vector<Operation> &history = *record.history;
    record.outcomes = countOutcomes(history);
    for (const Operation &operation : history) {
        ++record.unknownReasons[static_cast<std::size_t>(operation.reason)];
        record.retries += operation.attempts > 1 ? operation.attempts - 1 : 0;
    }
    LatencySummary latency = summariseLatency(history);
    record.service = tableOf(latency.service);
    record.response = tableOf(latency.response);
    record.timeline = buildTimeline(history, lengthNs, initialStock);

    const double seconds = static_cast<double>(lengthNs) / static_cast<double>(kNsPerSecond);
    const auto answers = static_cast<double>(
        record.outcomes.total() - record.outcomes.of(Outcome::Unknown) -
        record.outcomes.of(Outcome::NotSent) - record.outcomes.of(Outcome::Interrupted));
    record.throughput.durationSeconds = seconds;
    if (seconds > 0) {
        record.throughput.answersPerSecond = answers / seconds;
        record.throughput.issuedPerSecond =
            static_cast<double>(record.outcomes.of(Outcome::Issued)) / seconds;
    }
    record.generator.cpuSeconds = cpuSeconds;
    if (!history.empty()) {
        record.generator.cpuUsPerRequest = cpuSeconds * 1e6 / static_cast<double>(history.size());
    }
    record.generator.latenessP99Us = latency.lateness.percentile(99) / kNsPerUs;
    judgeGenerator(record);
    return latency;
}

Diagnosis diagnosisOf(const RunRecord &record)
{
    const double available =
        record.throughput.durationSeconds * static_cast<double>(QThread::idealThreadCount());
    return diagnose(
        {.scenario = record.scenario,
         .prediction = record.prediction,
         .audit = record.audit ? &*record.audit : nullptr,
         .history = *record.history,
         .outcomes = record.outcomes,
         .unclassified = static_cast<std::int64_t>(
             record.unknownReasons[static_cast<std::size_t>(UnknownReason::Unclassified)]),
         .failedPercent = text::percent(record.loadTester.failed, record.loadTester.requests),
         .refusals = record.loadTester.refusals,
         .rightRefusals = record.loadTester.rightRefusals,
         .errors = record.loadTester.errors,
         .deadlocks = record.counters.deadlocks,
         .retries = record.retries,
         .lengthNs = static_cast<std::int64_t>(record.throughput.durationSeconds *
                                               static_cast<double>(kNsPerSecond)),
         .processorsUsed = available > 0 ? record.generator.cpuSeconds / available : 0,
         .latenessP99Us = record.generator.latenessP99Us,
         .generatorReasons = record.generator.reasons});
}

LoadTesterView loadTesterView(const OutcomeCounts &outcomes, const AuditReport *audit)
{
    LoadTesterView view;
    view.requests =
        static_cast<std::int64_t>(outcomes.total()) - counted(outcomes, {Outcome::Interrupted});
    view.failed = view.requests - counted(outcomes, {Outcome::Issued});
    view.refusals =
        counted(outcomes, {Outcome::AlreadyIssued, Outcome::OutOfStock, Outcome::NotStarted,
                           Outcome::Expired, Outcome::NotFound, Outcome::InvalidRequest});
    view.errors = counted(
        outcomes, {Outcome::Contention, Outcome::ServerError, Outcome::Unknown, Outcome::NotSent});
    if (audit == nullptr || audit->verdict == AuditVerdict::Undecided) {
        return view;
    }
    // The audit has judged each refusal by its moment and by the end.
    const std::int64_t right = counted(outcomes, {Outcome::AlreadyIssued, Outcome::OutOfStock,
                                                  Outcome::NotStarted, Outcome::Expired}) -
                               audit->wrongRefusals;
    view.rightRefusals = right;
    return view;
}

} // namespace stampede
