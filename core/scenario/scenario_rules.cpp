// SPDX-License-Identifier: MIT
#include "scenario/scenario_rules.h"

#include "scenario/fault_setting.h"
#include "scenario/scenario_reader.h"
#include "scenario/scenario_text.h"
#include "scenario/settings.h"
#include "scenario/target_rules.h"
#include "text/number_text.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <optional>

namespace stampede {

namespace {

constexpr QLatin1String kModel("load.model");
constexpr QLatin1String kVus("load.vus");
constexpr QLatin1String kIterations("load.iterations");
constexpr QLatin1String kDuration("load.duration");
constexpr QLatin1String kRate("load.rate");
constexpr QLatin1String kStages("load.stages");
constexpr QLatin1String kThinkTime("load.thinkTime");
constexpr QLatin1String kExponent("users.exponent");
constexpr QLatin1String kPath("users.path");
constexpr QLatin1String kPick("users.pick");
constexpr QLatin1String kCount("users.count");
constexpr QLatin1String kFixedUser("users.fixedUser");
constexpr QLatin1String kStartsAt("coupon.startsAt");
constexpr QLatin1String kEndsAt("coupon.endsAt");

constexpr QLatin1String kStrategy("service.strategy");
constexpr QLatin1String kLayers("service.layers");
constexpr QLatin1String kRowLock("service.layers.rowLock");
constexpr QLatin1String kIsolation("service.isolation");
constexpr QLatin1String kLatch("service.soldOutLatch");

constexpr Duration kLongestLoad = std::chrono::hours(24);

struct Rule
{
    QStringList paths; ///< the settings it looks at; the first is the one to change
    /// What is wrong, or nothing.
    std::optional<QString> (*judge)(const Scenario &scenario, const QSet<QString> &given);
};

std::optional<QString> uselessIterations(const Scenario &scenario, const QSet<QString> &given)
{
    if (!given.contains(kIterations)) {
        return std::nullopt;
    }
    if (scenario.load.model == LoadModel::Burst) {
        return ScenarioText::tr("has no use with load.model \"burst\", which makes one request for "
                                "each of load.vus; leave it out");
    }
    if (scenario.load.model == LoadModel::PerVuIterations ||
        scenario.load.model == LoadModel::SharedIterations) {
        return std::nullopt;
    }
    return ScenarioText::tr("has no use with load.model \"%1\", which goes on until its time is "
                            "over; leave it out")
        .arg(loadModelKey(scenario.load.model));
}

/// A setting that belongs to other models.
QString uselessWithModel(const Scenario &scenario, const QString &useful)
{
    return ScenarioText::tr(
               "has a use with load.model %1 only (load.model is \"%2\"); leave it out")
        .arg(useful, loadModelKey(scenario.load.model));
}

std::optional<QString> uselessDuration(const Scenario &scenario, const QSet<QString> &given)
{
    if (!given.contains(kDuration) || !isRamping(scenario.load.model)) {
        return std::nullopt;
    }
    return ScenarioText::tr("has no use with load.model \"%1\", which lasts as long as its "
                            "load.stages; leave it out")
        .arg(loadModelKey(scenario.load.model));
}

std::optional<QString> wrongRate(const Scenario &scenario, const QSet<QString> &given)
{
    if (given.contains(kRate) && !isOpenModel(scenario.load.model)) {
        return uselessWithModel(
            scenario, QStringLiteral("\"constant-arrival-rate\" or \"ramping-arrival-rate\""));
    }
    if (scenario.load.model == LoadModel::ConstantArrivalRate && !(scenario.load.rate > 0)) {
        return ScenarioText::tr("must be given with load.model \"constant-arrival-rate\", above 0: "
                                "requests a second");
    }
    return std::nullopt;
}

std::optional<QString> wrongStages(const Scenario &scenario, const QSet<QString> &given)
{
    const bool isNeeded = isRamping(scenario.load.model);
    if (given.contains(kStages) && !isNeeded) {
        return uselessWithModel(scenario,
                                QStringLiteral("\"ramping-vus\" or \"ramping-arrival-rate\""));
    }
    if (!isNeeded) {
        return std::nullopt;
    }
    if (scenario.load.stages.isEmpty()) {
        return ScenarioText::tr("must be given with load.model \"%1\", such as \"10s:100, 5s:0\"")
            .arg(loadModelKey(scenario.load.model));
    }
    if (scenario.loadLength() <= Duration::zero() || scenario.loadLength() > kLongestLoad) {
        return ScenarioText::tr("must last 1 ms to 24 h in all (got %1)")
            .arg(durationText(scenario.loadLength()));
    }
    return std::nullopt;
}

std::optional<QString> tooManyVusInStages(const Scenario &scenario, const QSet<QString> &)
{
    if (scenario.load.model != LoadModel::RampingVus) {
        return std::nullopt;
    }
    for (const Stage &stage : scenario.load.stages) {
        const int most = mostVusOf(scenario.target.kind);
        if (stage.target > most || std::floor(stage.target) != stage.target) {
            return ScenarioText::tr("must have whole targets of at most %1 virtual users (got %2)")
                .arg(text::count(most), QLocale().toString(stage.target));
        }
    }
    return std::nullopt;
}

std::optional<QString> uselessThinkTime(const Scenario &scenario, const QSet<QString> &given)
{
    if (!given.contains(kThinkTime)) {
        return std::nullopt;
    }
    if (scenario.load.model == LoadModel::Burst || isOpenModel(scenario.load.model)) {
        return ScenarioText::tr("has no use with load.model \"%1\", where nobody's next request "
                                "depends on an answer; leave it out")
            .arg(loadModelKey(scenario.load.model));
    }
    return std::nullopt;
}

std::optional<QString> tooManyRequests(const Scenario &scenario, const QSet<QString> &)
{
    if (scenario.load.model != LoadModel::PerVuIterations ||
        scenario.plannedRequests() <= kMostRequests) {
        return std::nullopt;
    }
    return ScenarioText::tr("times load.vus must be at most %1 requests (got %2)")
        .arg(text::count(kMostRequests), text::count(scenario.plannedRequests()));
}

std::optional<QString> tooManyDue(const Scenario &scenario, const QSet<QString> &)
{
    if (!isOpenModel(scenario.load.model) || scenario.plannedRequests() <= kMostRequests) {
        return std::nullopt;
    }
    return ScenarioText::tr("asks for %1 requests in all; at most %2 are possible")
        .arg(text::count(scenario.plannedRequests()), text::count(kMostRequests));
}

/// A setting of one pick beside another pick.
std::optional<QString> uselessWithPick(const Scenario &scenario, const QSet<QString> &given,
                                       QLatin1String path, Pick pick)
{
    if (!given.contains(path) || scenario.users.pick == pick) {
        return std::nullopt;
    }
    return ScenarioText::tr("has a use with users.pick \"%1\" only (users.pick is \"%2\")")
        .arg(pickKey(pick), pickKey(scenario.users.pick));
}

std::optional<QString> uselessFixedUser(const Scenario &scenario, const QSet<QString> &given)
{
    return uselessWithPick(scenario, given, kFixedUser, Pick::Fixed);
}

std::optional<QString> uselessExponent(const Scenario &scenario, const QSet<QString> &given)
{
    return uselessWithPick(scenario, given, kExponent, Pick::Zipf);
}

std::optional<QString> wrongPath(const Scenario &scenario, const QSet<QString> &given)
{
    if (scenario.users.pick == Pick::File && scenario.users.path.isEmpty()) {
        return ScenarioText::tr("must be given with users.pick \"file\": a CSV file with a column "
                                "userId");
    }
    return uselessWithPick(scenario, given, kPath, Pick::File);
}

std::optional<QString> missingFixedUser(const Scenario &scenario, const QSet<QString> &)
{
    if (scenario.users.pick != Pick::Fixed || scenario.users.fixedUser <= scenario.users.count) {
        return std::nullopt;
    }
    return ScenarioText::tr("must be at most users.count, which is %1 (got %2)")
        .arg(QString::number(scenario.users.count), QString::number(scenario.users.fixedUser));
}

/// A relative and an absolute moment can only be compared once the start of the run is known.
std::optional<QString> emptySale(const Scenario &scenario, const QSet<QString> &)
{
    const SaleMoment &start = scenario.coupon.startsAt;
    const SaleMoment &end = scenario.coupon.endsAt;
    if (start.relative != end.relative || start.ms < end.ms) {
        return std::nullopt;
    }
    return ScenarioText::tr("must be later than coupon.startsAt");
}

std::optional<QString> uselessLayers(const Scenario &scenario, const QSet<QString> &given)
{
    const bool hasLayers = std::any_of(given.begin(), given.end(), [](const QString &path) {
        return path.startsWith(QLatin1String("service.layers."));
    });
    if (!hasLayers || scenario.target.kind != TargetKind::InProcess ||
        scenario.service.strategy == StrategyKind::Pessimistic) {
        return std::nullopt;
    }
    return ScenarioText::tr("has a use with service.strategy pessimistic only (service.strategy is "
                            "\"%1\"); leave it out")
        .arg(strategyKey(scenario.service.strategy));
}

std::optional<QString> unsoundLatch(const Scenario &scenario, const QSet<QString> & /*given*/)
{
    const ServiceSettings &service = scenario.service;
    if (!service.soldOutLatch || scenario.target.kind != TargetKind::InProcess) {
        return std::nullopt;
    }
    if (!service.layers.rowLock) {
        return ScenarioText::tr(
            "would be wrong without the row lock: a stock that was read as 0 can "
            "be written over; leave it out");
    }
    if (service.isolation == Isolation::ReadUncommitted) {
        return ScenarioText::tr(
            "would be wrong with service.isolation \"read-uncommitted\": a stock "
            "that was read as 0 can be rolled back; leave it out");
    }
    return std::nullopt;
}

const std::vector<Rule> &rules()
{
    static const std::vector<Rule> all{
        {{kIterations, kModel}, uselessIterations},
        {{kIterations, kModel, kVus}, tooManyRequests},
        {{kFixedUser, kPick}, uselessFixedUser},
        {{kFixedUser, kPick, kCount}, missingFixedUser},
        {{kEndsAt, kStartsAt}, emptySale},
        {{kDuration, kModel}, uselessDuration},
        {{kRate, kModel}, wrongRate},
        {{kStages, kModel}, wrongStages},
        {{kStages, kModel}, tooManyVusInStages},
        {{kThinkTime, kModel}, uselessThinkTime},
        {{kRate, kModel, kDuration, kStages}, tooManyDue},
        {{kExponent, kPick}, uselessExponent},
        {{kPath, kPick}, wrongPath},
        {{kLayers, kStrategy}, uselessLayers},
        {{kLatch, kRowLock, kStrategy, kIsolation}, unsoundLatch},
    };
    return all;
}

} // namespace

std::vector<Contradiction> findContradictions(const Scenario &scenario, const QSet<QString> &given,
                                              const QSet<QString> &faulty)
{
    std::vector<Contradiction> found;
    for (const Rule &rule : rules()) {
        const bool readable =
            std::none_of(rule.paths.begin(), rule.paths.end(),
                         [&](const QString &path) { return faulty.contains(path); });
        if (!readable) {
            continue;
        }
        if (const auto text = rule.judge(scenario, given)) {
            found.push_back({rule.paths.first(), *text});
        }
    }
    const auto target = findTargetContradictions(scenario, given, faulty);
    found.insert(found.end(), target.begin(), target.end());
    const auto faults = findFaultContradictions(scenario, faulty);
    found.insert(found.end(), faults.begin(), faults.end());
    return found;
}

} // namespace stampede
