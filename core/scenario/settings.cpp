#include "scenario/settings.h"

#include "scenario/scenario_reader.h"
#include "scenario/scenario_text.h"
#include "scenario/setting_values.h"

#include <algorithm>
#include <limits>
#include <type_traits>
#include <utility>

namespace stampede {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kLargestExact = 9'007'199'254'740'992; // 2^53: JSON numbers are doubles

/// A setting of any kind: `member` gives the member of a scenario, `read` its value or an error,
/// `write` its JSON.
template<typename Member, typename Read, typename Write>
Setting makeSetting(const char *path, Member member, Read read, Write write)
{
    Setting setting;
    setting.path = QString::fromLatin1(path);
    setting.read = [member, read](const QJsonValue &value,
                                  Scenario &scenario) -> std::optional<QString> {
        auto result = read(value);
        if (!result) {
            return result.error();
        }
        using Value = std::remove_cvref_t<decltype(member(scenario))>;
        member(scenario) = static_cast<Value>(result.value());
        return std::nullopt;
    };
    setting.write = [member, write](const Scenario &scenario) { return write(member(scenario)); };
    return setting;
}

template<typename Member>
Setting whole(const char *path, Member member, std::int64_t min, std::int64_t max)
{
    return makeSetting(
        path, member, [min, max](const QJsonValue &value) { return readWhole(value, min, max); },
        [](auto number) { return QJsonValue(static_cast<qint64>(number)); });
}

template<typename Member>
Setting flag(const char *path, Member member)
{
    return makeSetting(path, member, readFlag, [](bool on) { return QJsonValue(on); });
}

template<typename Member>
Setting words(const char *path, Member member, qsizetype min, qsizetype max, Lines lines)
{
    Setting setting = makeSetting(
        path, member,
        [min, max, lines](const QJsonValue &value) { return readText(value, min, max, lines); },
        [](const QString &text) { return QJsonValue(text); });
    setting.text = true;
    return setting;
}

template<typename Member>
Setting duration(const char *path, Member member, Duration min, Duration max)
{
    return makeSetting(
        path, member, [min, max](const QJsonValue &value) { return readDuration(value, min, max); },
        [](Duration length) { return QJsonValue(durationText(length)); });
}

template<typename Member>
Setting moment(const char *path, Member member)
{
    return makeSetting(path, member, readMoment,
                       [](const SaleMoment &at) { return QJsonValue(momentText(at)); });
}

template<typename Member, typename Value>
Setting choice(const char *path, Member member, QString (*key)(Value),
               const std::vector<Value> &values, const QStringList &later)
{
    QStringList available;
    for (const Value value : values) {
        available.append(key(value));
    }
    const auto read = [values, available,
                       later](const QJsonValue &value) -> Result<Value, QString> {
        const auto index = readChoice(value, available, later);
        if (!index) {
            return Failure{index.error()};
        }
        return values[static_cast<std::size_t>(index.value())];
    };
    return makeSetting(path, member, read, [key](Value value) { return QJsonValue(key(value)); });
}

/// A setting that this version has with one value only.
Setting constant(const char *path, const QJsonValue &only,
                 const std::function<std::optional<QString>(const QJsonValue &)> &fault)
{
    return {QString::fromLatin1(path), false,
            [fault](const QJsonValue &value, Scenario &) { return fault(value); },
            [only](const Scenario &) { return only; }};
}

/// A setting of the file format that this version does not have.
Setting later(const char *path)
{
    return {QString::fromLatin1(path), false,
            [](const QJsonValue &, Scenario &) -> std::optional<QString> {
                return ScenarioText::tr("is not available in this version");
            },
            [](const Scenario &) { return QJsonValue(QJsonValue::Undefined); }};
}

/// `setting`, written only where it has a use.
Setting usedWhere(Setting setting, bool (*used)(const Scenario &))
{
    setting.write = [write = std::move(setting.write), used](const Scenario &scenario) {
        return used(scenario) ? write(scenario) : QJsonValue(QJsonValue::Undefined);
    };
    return setting;
}

std::optional<QString> schemaFault(const QJsonValue &value)
{
    if (value == QJsonValue(QLatin1String(kSchema))) {
        return std::nullopt;
    }
    return ScenarioText::tr("must be \"%1\" (got %2)").arg(QLatin1String(kSchema), shown(value));
}

std::optional<QString> targetFault(const QJsonValue &value)
{
    const auto index = readChoice(value, {QStringLiteral("in-process")}, {QStringLiteral("http")});
    return index ? std::nullopt : std::optional(index.error());
}

std::optional<QString> warmupFault(const QJsonValue &value)
{
    const auto length = readDuration(value, 0s, 24h);
    if (!length) {
        return length.error();
    }
    return length.value() == 0s ? std::nullopt
                                : std::optional(notAvailable(shown(value), {QStringLiteral("0s")}));
}

std::optional<QString> roundsFault(const QJsonValue &value)
{
    constexpr std::int64_t kMostRounds = 1000;
    const auto rounds = readWhole(value, 1, kMostRounds);
    if (!rounds) {
        return rounds.error();
    }
    return rounds.value() == 1 ? std::nullopt
                               : std::optional(notAvailable(shown(value), {QStringLiteral("1")}));
}

using Settings = std::vector<Setting>;

void addGeneral(Settings &all)
{
    all.push_back(constant("schema", QLatin1String(kSchema), schemaFault));
    all.push_back(words(
        "name", [](auto &s) -> auto & { return s.name; }, 1, kLongestName, Lines::One));
    all.push_back(whole(
        "seed", [](auto &s) -> auto & { return s.seed; }, 0, kLargestExact));
}

void addCoupon(Settings &all)
{
    all.push_back(words(
        "coupon.name", [](auto &s) -> auto & { return s.coupon.name; }, 1, 100, Lines::One));
    all.push_back(whole(
        "coupon.discountPercent", [](auto &s) -> auto & { return s.coupon.discountPercent; }, 0,
        100));
    all.push_back(whole(
        "coupon.stock", [](auto &s) -> auto & { return s.coupon.stock; }, 0, 1'000'000'000));
    all.push_back(moment(
        "coupon.startsAt", [](auto &s) -> auto & { return s.coupon.startsAt; }));
    all.push_back(moment(
        "coupon.endsAt", [](auto &s) -> auto & { return s.coupon.endsAt; }));
}

void addUsers(Settings &all)
{
    constexpr std::int64_t kMostUsers = 1'000'000;
    all.push_back(whole(
        "users.count", [](auto &s) -> auto & { return s.users.count; }, 1, kMostUsers));
    all.push_back(choice<>("users.pick", [](auto &s) -> auto & { return s.users.pick; }, pickKey,
                           {Pick::Random, Pick::EachOnce, Pick::Fixed},
                           {QStringLiteral("zipf"), QStringLiteral("file")}));
    all.push_back(usedWhere(
        whole(
            "users.fixedUser", [](auto &s) -> auto & { return s.users.fixedUser; }, 1, kMostUsers),
        [](const Scenario &s) { return s.users.pick == Pick::Fixed; }));
    all.push_back(whole(
        "users.balance", [](auto &s) -> auto & { return s.users.balance; }, 0,
        1'000'000'000'000'000));
    all.push_back(later("users.exponent"));
    all.push_back(later("users.path"));
}

void addLoad(Settings &all)
{
    all.push_back(choice<>("load.model", [](auto &s) -> auto & { return s.load.model; },
                           loadModelKey,
                           {LoadModel::Burst, LoadModel::PerVuIterations,
                            LoadModel::SharedIterations, LoadModel::ConstantVus},
                           {QStringLiteral("ramping-vus"), QStringLiteral("constant-arrival-rate"),
                            QStringLiteral("ramping-arrival-rate")}));
    all.push_back(whole(
        "load.vus", [](auto &s) -> auto & { return s.load.vus; }, 1, 2000));
    all.push_back(
        usedWhere(whole(
                      "load.iterations", [](auto &s) -> auto & { return s.load.iterations; }, 1,
                      kMostRequests),
                  [](const Scenario &s) {
                      return s.load.model == LoadModel::PerVuIterations ||
                             s.load.model == LoadModel::SharedIterations;
                  }));
    all.push_back(duration(
        "load.duration", [](auto &s) -> auto & { return s.load.duration; }, 1ms, 24h));
    all.push_back(duration(
        "load.timeout", [](auto &s) -> auto & { return s.load.timeout; }, 10ms, 10min));
    all.push_back(later("load.rate"));
    all.push_back(later("load.stages"));
}

void addService(Settings &all)
{
    all.push_back(choice<>("service.strategy", [](auto &s) -> auto & { return s.service.strategy; },
                           strategyKey, {StrategyKind::Pessimistic},
                           {QStringLiteral("conditional-update"), QStringLiteral("optimistic"),
                            QStringLiteral("named-lock"), QStringLiteral("grouped")}));
    all.push_back(flag(
        "service.layers.rowLock", [](auto &s) -> auto & { return s.service.layers.rowLock; }));
    all.push_back(flag(
        "service.layers.duplicateCheck",
        [](auto &s) -> auto & { return s.service.layers.duplicateCheck; }));
    all.push_back(flag(
        "service.layers.uniqueKey", [](auto &s) -> auto & { return s.service.layers.uniqueKey; }));
    all.push_back(whole(
        "service.retries", [](auto &s) -> auto & { return s.service.retries; }, 0, 100));
    all.push_back(choice<>(
        "service.isolation", [](auto &s) -> auto & { return s.service.isolation; }, isolationKey,
        {Isolation::Default, Isolation::ReadUncommitted, Isolation::ReadCommitted,
         Isolation::RepeatableRead, Isolation::Serializable},
        {}));
    all.push_back(duration(
        "service.pause", [](auto &s) -> auto & { return s.service.pause; }, 0s, 10s));
}

void addTarget(Settings &all)
{
    all.push_back(constant("target.kind", QStringLiteral("in-process"), targetFault));
    for (const char *path : {"target.url", "target.method", "target.headers", "target.body",
                             "target.classify", "target.audit", "target.warmupUrl"}) {
        all.push_back(later(path));
    }
    all.push_back(constant("warmup", QStringLiteral("0s"), warmupFault));
    all.push_back(constant("rounds", 1, roundsFault));
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
    addUsers(all);
    addLoad(all);
    addService(all);
    addTarget(all);
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
