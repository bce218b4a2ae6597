// SPDX-License-Identifier: MIT
#include "scenario/load_settings.h"

#include "scenario/setting_makers.h"
#include "scenario/stages.h"

namespace stampede {

namespace {

using namespace making;
using namespace std::chrono_literals;

constexpr double kHighestRate = 1'000'000;

bool picks(const Scenario &scenario, Pick pick)
{
    return scenario.users.pick == pick;
}

bool isPaced(const Scenario &scenario)
{
    return isOpenModel(scenario.load.model);
}

template<typename Member>
Setting number(const char *path, Member member, double min, double max)
{
    return makeSetting(
        path, member, [min, max](const QJsonValue &value) { return readNumber(value, min, max); },
        [](double number) { return QJsonValue(number); });
}

/// How many there may be depends on the target, which is read before.
Setting vusSetting()
{
    Setting setting = whole(
        "load.vus", [](auto &s) -> auto & { return s.load.vus; }, 1, kMostVusInProcess);
    setting.read = [](const QJsonValue &value, Scenario &scenario) -> std::optional<QString> {
        const auto vus = readWhole(value, 1, mostVusOf(scenario.target.kind));
        if (!vus) {
            return vus.error();
        }
        scenario.load.vus = static_cast<int>(vus.value());
        return std::nullopt;
    };
    return setting;
}

/// Only where nobody sees the rows; a profile says it for itself, and our own service gives
/// everybody one.
Setting perPersonSetting()
{
    Setting setting;
    setting.path = QStringLiteral("users.perPerson");
    setting.readDeep = [](const QJsonValue &value, Scenario &scenario,
                          const DiagnosticSink &fault) {
        scenario.users.perPerson = readPersonLimit(value, QStringLiteral("users.perPerson"), fault);
    };
    setting.write = [](const Scenario &scenario) {
        return personLimitToJson(scenario.users.perPerson);
    };
    return usedWhere(std::move(setting),
                     [](const Scenario &s) { return !s.users.perPerson.isOne(); });
}

} // namespace

void addUserSettings(Settings &all)
{
    all.push_back(whole(
        "users.count", [](auto &s) -> auto & { return s.users.count; }, 1, kMostUsers));
    all.push_back(choice<>("users.pick", [](auto &s) -> auto & { return s.users.pick; }, pickKey,
                           {Pick::Random, Pick::EachOnce, Pick::Fixed, Pick::Zipf, Pick::File}));
    all.push_back(usedWhere(
        whole(
            "users.fixedUser", [](auto &s) -> auto & { return s.users.fixedUser; }, 1, kMostUsers),
        [](const Scenario &s) { return picks(s, Pick::Fixed); }));
    all.push_back(
        usedOrGiven(whole(
                        "users.balance", [](auto &s) -> auto & { return s.users.balance; }, 0,
                        1'000'000'000'000'000),
                    [](const Scenario &s) { return s.makesCoupon(); }));
    all.push_back(usedWhere(
        number(
            "users.exponent", [](auto &s) -> auto & { return s.users.exponent; }, 0.01, 10),
        [](const Scenario &s) { return picks(s, Pick::Zipf); }));
    all.push_back(usedWhere(
        words(
            "users.path", [](auto &s) -> auto & { return s.users.path; }, 1, 4096, Lines::One),
        [](const Scenario &s) { return picks(s, Pick::File); }));
    all.push_back(perPersonSetting());
}

void addLoadSettings(Settings &all)
{
    all.push_back(
        choice<>("load.model", [](auto &s) -> auto & { return s.load.model; }, loadModelKey,
                 {LoadModel::Burst, LoadModel::PerVuIterations, LoadModel::SharedIterations,
                  LoadModel::ConstantVus, LoadModel::RampingVus, LoadModel::ConstantArrivalRate,
                  LoadModel::RampingArrivalRate}));
    all.push_back(vusSetting());
    all.push_back(
        usedWhere(whole(
                      "load.iterations", [](auto &s) -> auto & { return s.load.iterations; }, 1,
                      kMostRequests),
                  [](const Scenario &s) {
                      return s.load.model == LoadModel::PerVuIterations ||
                             s.load.model == LoadModel::SharedIterations;
                  }));
    all.push_back(
        usedWhere(duration(
                      "load.duration", [](auto &s) -> auto & { return s.load.duration; }, 1ms, 24h),
                  [](const Scenario &s) { return !isRamping(s.load.model); }));
    all.push_back(duration(
        "load.timeout", [](auto &s) -> auto & { return s.load.timeout; }, 10ms, 10min));
    all.push_back(
        usedWhere(number(
                      "load.rate", [](auto &s) -> auto & { return s.load.rate; }, 0, kHighestRate),
                  isPaced));
    all.push_back(usedWhere(makeSetting(
                                "load.stages", [](auto &s) -> auto & { return s.load.stages; },
                                readStages, stagesToJson),
                            [](const Scenario &s) { return isRamping(s.load.model); }));
    all.push_back(usedWhere(
        duration(
            "load.thinkTime", [](auto &s) -> auto & { return s.load.thinkTime; }, 0s, 1h),
        [](const Scenario &s) { return !isPaced(s) && s.load.model != LoadModel::Burst; }));
}

void addRepeatSettings(Settings &all)
{
    all.push_back(duration(
        "warmup", [](auto &s) -> auto & { return s.warmup; }, 0s, 1h));
    all.push_back(whole(
        "rounds", [](auto &s) -> auto & { return s.rounds; }, 1, 1000));
}

} // namespace stampede
