// SPDX-License-Identifier: MIT
#include "run/resource_estimate.h"

#include "run/run_job.h"

#include <algorithm>

namespace stampede {

namespace {

/// Of the reference on a common machine; refusals are faster, a slow disk is slower.
constexpr double kUsualAnswersPerSecond = 1'500;

double secondsOf(Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

/// How long so many requests take one round; a pause is sat through by one after the other.
double secondsFor(const Scenario &scenario, const Prediction &prediction, double rate)
{
    const double requests = static_cast<double>(scenario.plannedRequests());
    double seconds = requests / rate;
    if (scenario.service.layers.rowLock && prediction.issued.max) {
        seconds += static_cast<double>(*prediction.issued.max) * secondsOf(scenario.service.pause);
    }
    return seconds + secondsOf(scenario.load.thinkTime) * requests / scenario.mostVus();
}

} // namespace

ResourceEstimate estimateResources(const Scenario &scenario, const Prediction &prediction,
                                   const std::optional<double> &answersPerSecond)
{
    const bool isHttp = scenario.target.kind == TargetKind::Http;
    const bool isTimed = scenario.plannedRequests() < 0 || isOpenModel(scenario.load.model);
    const double rate = answersPerSecond.value_or(kUsualAnswersPerSecond);
    const double length = secondsOf(scenario.loadLength());
    ResourceEstimate needs;
    needs.connections = isHttp ? scenario.mostVus() : connectionsNeeded(scenario);
    double seconds = length;
    if (!isTimed && (answersPerSecond || !isHttp)) {
        seconds = std::min(length, secondsFor(scenario, prediction, rate));
    } else {
        needs.atMost = !isTimed; // a service of somebody else is as fast as it is
    }
    needs.seconds = (seconds + secondsOf(scenario.warmup)) * scenario.rounds;
    const double requests = scenario.plannedRequests() < 0
                                ? rate * length
                                : static_cast<double>(scenario.plannedRequests());
    needs.bytes =
        scenario.mostVus() * kBytesAVu + static_cast<std::int64_t>(requests) * kBytesARequest;
    return needs;
}

std::optional<double> knownRate(const RunRecord *record, const Scenario &scenario)
{
    if (record == nullptr || record->throughput.answersPerSecond <= 0) {
        return std::nullopt;
    }
    const Scenario &then = record->scenario;
    const bool same = then.target.kind == scenario.target.kind &&
                      then.target.url == scenario.target.url && then.service == scenario.service &&
                      !isOpenModel(then.load.model);
    return same ? std::optional(record->throughput.answersPerSecond) : std::nullopt;
}

} // namespace stampede
