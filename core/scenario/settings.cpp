// SPDX-License-Identifier: MIT
#include "scenario/settings.h"

#include "scenario/fault_setting.h"
#include "scenario/load_settings.h"
#include "scenario/setting_makers.h"
#include "scenario/target_reading.h"

#include <algorithm>

namespace stampede {

namespace {

using namespace making;
using namespace std::chrono_literals;

constexpr std::int64_t kLargestExact = 9'007'199'254'740'992; // 2^53: JSON numbers are doubles

std::optional<QString> schemaDiagnostic(const QJsonValue &value)
{
    if (value == QJsonValue(QLatin1String(kSchema))) {
        return std::nullopt;
    }
    return ScenarioText::tr("must be \"%1\" (got %2)").arg(QLatin1String(kSchema), shown(value));
}

void addGeneral(Settings &all)
{
    all.push_back(constant("schema", QLatin1String(kSchema), schemaDiagnostic));
    all.push_back(words(
        "name", [](auto &s) -> auto & { return s.name; }, 1, kLongestName, Lines::One));
    all.push_back(whole(
        "seed", [](auto &s) -> auto & { return s.seed; }, 0, kLargestExact));
}

/// What only a coupon of ours is made with: elsewhere written where somebody gave it.
Setting ofOurCoupon(Setting setting)
{
    return usedOrGiven(std::move(setting), [](const Scenario &s) { return s.makesCoupon(); });
}

void addCoupon(Settings &all)
{
    all.push_back(ofOurCoupon(words(
        "coupon.name", [](auto &s) -> auto & { return s.coupon.name; }, 1, 100, Lines::One)));
    all.push_back(ofOurCoupon(whole(
        "coupon.discountPercent", [](auto &s) -> auto & { return s.coupon.discountPercent; }, 0,
        100)));
    // The tables of somebody else say for themselves how many there are.
    all.push_back(usedWhere(
        whole(
            "coupon.stock", [](auto &s) -> auto & { return s.coupon.stock; }, 0, 1'000'000'000),
        [](const Scenario &s) { return s.setsStock(); }));
    all.push_back(ofOurCoupon(moment(
        "coupon.startsAt", [](auto &s) -> auto & { return s.coupon.startsAt; })));
    all.push_back(ofOurCoupon(moment(
        "coupon.endsAt", [](auto &s) -> auto & { return s.coupon.endsAt; })));
}

void addService(Settings &all)
{
    const auto add = [&all](Setting setting) {
        all.push_back(usedWhere(std::move(setting), [](const Scenario &s) {
            return s.target.kind == TargetKind::InProcess;
        }));
    };
    add(choice<>("service.strategy", [](auto &s) -> auto & { return s.service.strategy; },
                 strategyKey, {kAllStrategies.begin(), kAllStrategies.end()}));
    // Each strategy needs what it is made of; only the reference shows what its layers are for.
    const auto addLayer = [&all](Setting setting) {
        all.push_back(usedWhere(std::move(setting), [](const Scenario &s) {
            return s.target.kind == TargetKind::InProcess &&
                   s.service.strategy == StrategyKind::Pessimistic;
        }));
    };
    addLayer(flag(
        "service.layers.rowLock", [](auto &s) -> auto & { return s.service.layers.rowLock; }));
    addLayer(flag(
        "service.layers.duplicateCheck",
        [](auto &s) -> auto & { return s.service.layers.duplicateCheck; }));
    addLayer(flag(
        "service.layers.uniqueKey", [](auto &s) -> auto & { return s.service.layers.uniqueKey; }));
    add(whole(
        "service.retries", [](auto &s) -> auto & { return s.service.retries; }, 0, 100));
    add(choice<>("service.isolation", [](auto &s) -> auto & { return s.service.isolation; },
                 isolationKey,
                 {Isolation::Default, Isolation::ReadUncommitted, Isolation::ReadCommitted,
                  Isolation::RepeatableRead, Isolation::Serializable}));
    add(duration(
        "service.pause", [](auto &s) -> auto & { return s.service.pause; }, 0s, 10s));
    add(flag(
        "service.soldOutLatch", [](auto &s) -> auto & { return s.service.soldOutLatch; }));
}

void addFaults(Settings &all)
{
    Setting setting;
    setting.path = QStringLiteral("faults");
    setting.readDeep = [](const QJsonValue &value, Scenario &scenario,
                          const DiagnosticSink &fault) {
        scenario.faults = readFaults(value, fault);
    };
    setting.write = [](const Scenario &scenario) { return faultsToJson(scenario.faults); };
    all.push_back(
        usedWhere(std::move(setting), [](const Scenario &s) { return !s.faults.isEmpty(); }));
}

template<typename Member>
Setting aboutWords(const char *path, Member member)
{
    return words(path, member, 0, 2000, Lines::Many);
}

void addAbout(Settings &all)
{
    all.push_back(aboutWords(
        "about.system", [](auto &s) -> auto & { return s.about.system; }));
    all.push_back(aboutWords(
        "about.build", [](auto &s) -> auto & { return s.about.build; }));
    all.push_back(aboutWords(
        "about.environment", [](auto &s) -> auto & { return s.about.environment; }));
    all.push_back(aboutWords(
        "about.tester", [](auto &s) -> auto & { return s.about.tester; }));
    all.push_back(aboutWords(
        "about.ticket", [](auto &s) -> auto & { return s.about.ticket; }));
    all.push_back(aboutWords(
        "about.purpose", [](auto &s) -> auto & { return s.about.purpose; }));
}

Settings makeSettings()
{
    Settings all;
    addGeneral(all);
    addCoupon(all);
    addUserSettings(all);
    addLoadSettings(all);
    addService(all);
    addTargetSettings(all);
    addRepeatSettings(all);
    addFaults(all);
    addAbout(all);
    return all;
}

} // namespace

const std::vector<Setting> &settings()
{
    static const Settings all = makeSettings();
    return all;
}

const Setting *findSetting(const QString &path)
{
    const auto found =
        std::find_if(settings().begin(), settings().end(),
                     [&path](const Setting &setting) { return setting.path == path; });
    return found == settings().end() ? nullptr : &*found;
}

bool isSettingGroup(const QString &path)
{
    return !keysOfGroup(path).isEmpty();
}

QStringList keysOfGroup(const QString &path)
{
    const QString start = path.isEmpty() ? QString() : path + QLatin1Char('.');
    QStringList keys;
    for (const Setting &setting : settings()) {
        if (setting.path.startsWith(start)) {
            const QString key = setting.path.mid(start.size()).section(QLatin1Char('.'), 0, 0);
            if (!keys.contains(key)) {
                keys.append(key);
            }
        }
    }
    if (path.isEmpty()) {
        keys.append(thresholdsPath());
    }
    return keys;
}

QString thresholdsPath()
{
    return QStringLiteral("thresholds");
}

} // namespace stampede
