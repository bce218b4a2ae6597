#include "scenario/scenario_rules.h"

#include "scenario/scenario_text.h"
#include "scenario/settings.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace stampede {

namespace {

constexpr QLatin1String kModel("load.model");
constexpr QLatin1String kVus("load.vus");
constexpr QLatin1String kIterations("load.iterations");
constexpr QLatin1String kPick("users.pick");
constexpr QLatin1String kCount("users.count");
constexpr QLatin1String kFixedUser("users.fixedUser");
constexpr QLatin1String kStartsAt("coupon.startsAt");
constexpr QLatin1String kEndsAt("coupon.endsAt");

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
    if (scenario.load.model == LoadModel::ConstantVus) {
        return ScenarioText::tr("has no use with load.model \"constant-vus\", which goes on until "
                                "load.duration is over; leave it out");
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
        .arg(QString::number(kMostRequests), QString::number(scenario.plannedRequests()));
}

std::optional<QString> uselessFixedUser(const Scenario &scenario, const QSet<QString> &given)
{
    if (!given.contains(kFixedUser) || scenario.users.pick == Pick::Fixed) {
        return std::nullopt;
    }
    return ScenarioText::tr("has a use with users.pick \"fixed\" only (users.pick is \"%1\")")
        .arg(pickKey(scenario.users.pick));
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

const std::vector<Rule> &rules()
{
    static const std::vector<Rule> all{
        {{kIterations, kModel}, uselessIterations}, {{kIterations, kModel, kVus}, tooManyRequests},
        {{kFixedUser, kPick}, uselessFixedUser},    {{kFixedUser, kPick, kCount}, missingFixedUser},
        {{kEndsAt, kStartsAt}, emptySale},
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
    return found;
}

} // namespace stampede
