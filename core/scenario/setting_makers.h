// SPDX-License-Identifier: MIT
#pragma once
// How a setting of the scenario file is described; for the files that list settings.

#include "scenario/scenario_reader.h"
#include "scenario/scenario_text.h"
#include "scenario/setting_values.h"
#include "scenario/settings.h"

#include <functional>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace stampede::making {

using Settings = std::vector<Setting>;

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
               const std::vector<Value> &values)
{
    QStringList available;
    for (const Value value : values) {
        available.append(key(value));
    }
    const auto read = [values, available](const QJsonValue &value) -> Result<Value, QString> {
        const auto index = readChoice(value, available);
        if (!index) {
            return Failure{index.error()};
        }
        return values[static_cast<std::size_t>(index.value())];
    };
    return makeSetting(path, member, read, [key](Value value) { return QJsonValue(key(value)); });
}

/// A setting that this version has with one value only.
inline Setting constant(const char *path, const QJsonValue &only,
                        const std::function<std::optional<QString>(const QJsonValue &)> &fault)
{
    return {QString::fromLatin1(path), false,
            [fault](const QJsonValue &value, Scenario &) { return fault(value); },
            [only](const Scenario &) { return only; }};
}

/// `setting`, written only where it has a use.
inline Setting usedWhere(Setting setting, bool (*used)(const Scenario &))
{
    setting.write = [write = std::move(setting.write), used](const Scenario &scenario) {
        return used(scenario) ? write(scenario) : QJsonValue(QJsonValue::Undefined);
    };
    return setting;
}

/// `setting`, written where it has a use, and elsewhere where it is not what it is by default, so
/// that somebody gave it.
inline Setting usedOrGiven(Setting setting, bool (*used)(const Scenario &))
{
    setting.write = [write = std::move(setting.write), used](const Scenario &scenario) {
        QJsonValue value = write(scenario);
        return used(scenario) || value != write(Scenario()) ? value
                                                            : QJsonValue(QJsonValue::Undefined);
    };
    return setting;
}

} // namespace stampede::making
