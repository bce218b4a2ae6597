// SPDX-License-Identifier: MIT
#include "scenario/settle_setting.h"

#include "scenario/object_fields.h"
#include "scenario/scenario_reader.h"
#include "scenario/scenario_text.h"
#include "scenario/setting_values.h"

#include <QJsonObject>
#include <QStringList>

#include <array>
#include <chrono>

namespace stampede {

namespace {

using namespace std::chrono_literals;

struct SettleField
{
    const char *key;
    std::optional<std::chrono::nanoseconds> SettleSetting::*member;
    Duration min;
    Duration max;
};

constexpr std::array<SettleField, 3> kSettleFields{{
    {"quiet", &SettleSetting::quiet, 50ms, 1h},
    {"unanswered", &SettleSetting::unanswered, 0s, 24h},
    {"atMost", &SettleSetting::atMost, 100ms, 24h},
}};

} // namespace

SettleSetting readSettle(const QJsonValue &value, const QString &path, const DiagnosticSink &fault)
{
    SettleSetting settle;
    ObjectFields fields(value, path, fault);
    if (!fields.isObject()) {
        return settle;
    }
    for (const SettleField &field : kSettleFields) {
        const QJsonValue found = fields.take(field.key);
        if (found.isUndefined()) {
            continue;
        }
        const auto length = readDuration(found, field.min, field.max);
        if (length) {
            settle.*field.member = length.value();
        } else {
            fields.fault(QLatin1String(field.key), length.error());
        }
    }
    fields.endHere();
    if (settle.quiet && settle.atMost && *settle.quiet > *settle.atMost) {
        fields.fault(QStringLiteral("quiet"),
                     ScenarioText::tr("must not be longer than atMost (%1)")
                         .arg(durationText(*settle.atMost)));
    }
    return settle;
}

QJsonValue settleToJson(const SettleSetting &settle)
{
    QJsonObject json;
    for (const SettleField &field : kSettleFields) {
        if (const auto &length = settle.*field.member) {
            json.insert(QLatin1String(field.key), durationText(*length));
        }
    }
    return json.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(json);
}

Result<SettleSetting, QString> parseSettle(const QString &words)
{
    const QString flag = QStringLiteral("--settle");
    const QStringList parts = words.split(QLatin1Char(','));
    if (parts.size() != static_cast<qsizetype>(kSettleFields.size())) {
        return Failure{ScenarioText::tr("%1: must be three durations QUIET,UNANSWERED,ATMOST such "
                                        "as 2s,30s,60s (got %2)")
                           .arg(flag, printable(words))};
    }
    QJsonObject json;
    for (std::size_t i = 0; i < kSettleFields.size(); ++i) {
        json.insert(QLatin1String(kSettleFields[i].key),
                    parts[static_cast<qsizetype>(i)].trimmed());
    }
    QStringList faults;
    const SettleSetting settle =
        readSettle(json, flag, [&faults](const QString &path, const QString &text) {
            faults << QStringLiteral("%1: %2").arg(path, text);
        });
    if (!faults.isEmpty()) {
        return Failure{faults.join(QLatin1Char('\n'))};
    }
    return settle;
}

} // namespace stampede
