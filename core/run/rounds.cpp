// SPDX-License-Identifier: MIT
#include "run/rounds.h"

#include "base/clock.h"
#include "database/database_lock.h"
#include "run/round.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace stampede {

namespace {

using Figure = std::function<std::optional<double>(const RoundFigures &)>;

Figure latency(LatencyTable RoundFigures::*table, std::int64_t LatencyFigures::*percentile)
{
    return [table, percentile](const RoundFigures &round) -> std::optional<double> {
        const LatencyFigures &all = (round.*table).all;
        return all.count == 0 ? std::nullopt
                              : std::optional(static_cast<double>(all.*percentile) /
                                              static_cast<double>(kNsPerUs));
    };
}

SpreadFigure spreadOfValues(const QString &key, std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    const double median =
        values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    return {key, values.front(), median, values.back()};
}

} // namespace

RoundFigures roundFiguresOf(const RunRecord &record)
{
    RoundFigures figures;
    figures.seed = record.seed;
    figures.verdict = record.verdict;
    figures.outcomes = record.outcomes;
    figures.throughput = record.throughput;
    figures.service = record.service;
    figures.response = record.response;
    if (record.audit) {
        figures.state = record.audit->state;
    }
    return figures;
}

std::vector<SpreadFigure> spreadOf(const std::vector<RoundFigures> &rounds)
{
    const std::vector<std::pair<const char *, Figure>> figures{
        {"issued",
         [](const auto &round) { return static_cast<double>(round.outcomes.of(Outcome::Issued)); }},
        {"issued_per_second", [](const auto &round) { return round.throughput.issuedPerSecond; }},
        {"answers_per_second", [](const auto &round) { return round.throughput.answersPerSecond; }},
        {"service_p50_us", latency(&RoundFigures::service, &LatencyFigures::p50Ns)},
        {"service_p95_us", latency(&RoundFigures::service, &LatencyFigures::p95Ns)},
        {"service_p99_us", latency(&RoundFigures::service, &LatencyFigures::p99Ns)},
        {"response_p50_us", latency(&RoundFigures::response, &LatencyFigures::p50Ns)},
        {"response_p95_us", latency(&RoundFigures::response, &LatencyFigures::p95Ns)},
        {"response_p99_us", latency(&RoundFigures::response, &LatencyFigures::p99Ns)}};
    std::vector<SpreadFigure> spread;
    for (const auto &[key, figure] : figures) {
        std::vector<double> values;
        for (const RoundFigures &round : rounds) {
            if (const auto value = figure(round)) {
                values.push_back(*value);
            }
        }
        if (!values.empty()) {
            spread.push_back(spreadOfValues(QString::fromLatin1(key), std::move(values)));
        }
    }
    return spread;
}

Result<RunRecord, RunError> makeRun(const Scenario &scenario, DatabaseHost &host,
                                    const RunStop &stop, const RunHooks &hooks,
                                    const QString &serviceLog, RunJournal *journal)
{
    std::optional<RunRecord> worst;
    std::vector<RoundFigures> rounds;
    std::unique_ptr<DatabaseLock> lock; // of all rounds, so that nobody comes between them
    std::shared_ptr<StepMemory> stepsOfRun;
    for (int round = 1; round <= scenario.rounds; ++round) {
        if (worst && stop.end.stop_requested()) {
            break;
        }
        if (hooks.round) {
            hooks.round(round);
        }
        Scenario one = scenario;
        one.seed += static_cast<std::uint64_t>(round - 1);
        fillInRound(one.target, round);
        auto made =
            makeRound(one, {host, stop, hooks, journal, lock, round, stepsOfRun}, serviceLog);
        if (!made) {
            return Failure{made.error()};
        }
        made.value().round = round;
        made.value().scenario.seed = scenario.seed;
        rounds.push_back(roundFiguresOf(made.value()));
        if (!worst || made.value().verdict < worst->verdict) {
            worst = std::move(made).value();
        }
    }
    worst->rounds = scenario.rounds;
    if (scenario.rounds > 1) {
        worst->spread = spreadOf(rounds);
        worst->allRounds = std::move(rounds);
    }
    return std::move(*worst);
}

} // namespace stampede
