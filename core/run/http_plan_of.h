// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/database_host.h"
#include "http/http_plan.h"
#include "scenario/scenario.h"

#include <QString>

#include <memory>
#include <optional>

namespace stampede {

/// The rules that a scenario without rules goes by, as it would write them.
QList<ClassifyRule> usualClassifyRules();
/// The rules that the scenario goes by: its own, or the usual ones.
std::vector<AnswerRule> answerRulesOf(const Scenario &scenario);

/// What the engine has to do for a scenario whose target speaks HTTP. Fills in `${env:NAME}` now
/// and nowhere else. `runId`: what every X-Request-Id begins with, followed by "-" and the
/// request's index. `round`: for {round}. The fault (104) has a line for everything that is missing
/// or wrong and repeats no secret. Steps of each request are in it, those before the load are not.
Result<HttpPlan, RunError> httpPlanOf(const Scenario &scenario, const QString &runId,
                                      int round = 1);

/// The steps before the load that are walked for each of `each`, as a load of their own: what they
/// leave behind goes to `memory`. Nothing where the scenario has none.
Result<std::optional<HttpPlan>, RunError> stepsPlanOf(const Scenario &scenario,
                                                      const QString &runId, int round,
                                                      StepEach each,
                                                      const std::shared_ptr<StepMemory> &memory);

/// The same crowd with GETs of target.warmupUrl, for as long as the scenario warms up; whatever is
/// answered counts as well.
Result<HttpPlan, RunError> httpWarmUpPlanOf(const Scenario &scenario, const QString &runId);

/// `text` without the values of the environment variables that the scenario's request names.
QString withoutSecrets(const QString &text, const Scenario &scenario);

} // namespace stampede
