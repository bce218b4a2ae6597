// SPDX-License-Identifier: MIT
#include "run/load_plan_of.h"

#include "run/limit_watch.h"
#include "scenario/user_picker.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

namespace stampede {

namespace {

Pacing pacingOf(LoadModel model)
{
    switch (model) {
    case LoadModel::Burst:
        return Pacing::Burst;
    case LoadModel::PerVuIterations:
        return Pacing::PerVuIterations;
    case LoadModel::SharedIterations:
        return Pacing::SharedIterations;
    case LoadModel::ConstantVus:
        return Pacing::ConstantVus;
    case LoadModel::RampingVus:
        return Pacing::RampingVus;
    case LoadModel::ConstantArrivalRate:
        return Pacing::ConstantArrivalRate;
    case LoadModel::RampingArrivalRate:
        return Pacing::RampingArrivalRate;
    }
    return Pacing::SharedIterations;
}

} // namespace

LoadPlan loadPlanOf(const Scenario &scenario)
{
    LoadPlan plan;
    plan.pacing = pacingOf(scenario.load.model);
    plan.vus = scenario.mostVus();
    plan.startVus = scenario.load.vus;
    plan.iterations = scenario.load.iterations;
    plan.durationNs = scenario.loadLength().count();
    plan.timeoutNs = scenario.load.timeout.count();
    plan.rate = scenario.load.rate;
    plan.thinkNs = scenario.load.thinkTime.count();
    for (const Stage &stage : scenario.load.stages) {
        plan.stages.push_back({stage.duration.count(), stage.target});
    }
    plan.watchLatency = endsLoadByLatency(scenario.thresholds);
    const auto picker = std::make_shared<const UserPicker>(scenario.users, scenario.seed);
    plan.userOf = [picker](std::uint64_t request) { return picker->userOf(request).value; };
    return plan;
}

LoadPlan warmUpPlanOf(const Scenario &scenario)
{
    LoadPlan plan = loadPlanOf(scenario);
    plan.stages.clear();
    plan.watchLatency = false;
    plan.durationNs = scenario.warmup.count();
    if (isOpenModel(scenario.load.model)) {
        const double seconds = std::chrono::duration<double>(scenario.loadLength()).count();
        plan.pacing = Pacing::ConstantArrivalRate;
        plan.rate = static_cast<double>(scenario.plannedRequests()) / seconds;
    } else {
        plan.pacing = Pacing::ConstantVus;
    }
    return plan;
}

} // namespace stampede
