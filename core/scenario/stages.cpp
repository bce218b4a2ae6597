// SPDX-License-Identifier: MIT
#include "scenario/stages.h"

#include "scenario/scenario_reader.h"
#include "scenario/scenario_text.h"
#include "scenario/setting_values.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QStringList>

namespace stampede {

namespace {

using namespace std::chrono_literals;

constexpr double kHighestTarget = 1'000'000;

Failure<QString> inStage(qsizetype index, const QString &text)
{
    return Failure{ScenarioText::tr("stage %1: %2").arg(QString::number(index + 1), text)};
}

Result<Stage, QString> readStage(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    for (const QString &key : object.keys()) {
        if (key != QLatin1String("duration") && key != QLatin1String("target")) {
            return Failure{ScenarioText::tr("unknown setting %1; possible here: duration, target")
                               .arg(printable(key))};
        }
    }
    if (!value.isObject() || object.size() != 2) {
        return Failure{ScenarioText::tr("must be {\"duration\": \"10s\", \"target\": 100} (got %1)")
                           .arg(shown(value))};
    }
    const auto length = readDuration(object.value(QLatin1String("duration")), 0s, 24h);
    if (!length) {
        return Failure{ScenarioText::tr("duration: %1").arg(length.error())};
    }
    const auto target = readNumber(object.value(QLatin1String("target")), 0, kHighestTarget);
    if (!target) {
        return Failure{ScenarioText::tr("target: %1").arg(target.error())};
    }
    return Stage{length.value(), target.value()};
}

/// The short form as the list that it means; a list stays one.
QJsonValue asList(const QJsonValue &value)
{
    if (!value.isString()) {
        return value;
    }
    QJsonArray list;
    for (const QString &part : value.toString().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString target = part.section(QLatin1Char(':'), 1).trimmed();
        bool isNumber = false;
        const double number = target.toDouble(&isNumber);
        list.append(QJsonObject{
            {QStringLiteral("duration"), part.section(QLatin1Char(':'), 0, 0).trimmed()},
            {QStringLiteral("target"), isNumber ? QJsonValue(number) : QJsonValue(target)}});
    }
    return list;
}

} // namespace

Result<QList<Stage>, QString> readStages(const QJsonValue &value)
{
    const QJsonValue list = asList(value);
    const QJsonArray elements = list.toArray();
    if (!list.isArray() || elements.isEmpty() || elements.size() > kMostStages) {
        return Failure{ScenarioText::tr("must be a list of 1 to %1 stages such as "
                                        "[{\"duration\": \"10s\", \"target\": 100}], or a text "
                                        "such as \"10s:100, 5s:0\" (got %2)")
                           .arg(QString::number(kMostStages), shown(value))};
    }
    QList<Stage> stages;
    for (qsizetype i = 0; i < elements.size(); ++i) {
        const auto stage = readStage(elements.at(i));
        if (!stage) {
            return inStage(i, stage.error());
        }
        stages.append(stage.value());
    }
    return stages;
}

QJsonValue stagesToJson(const QList<Stage> &stages)
{
    QJsonArray list;
    for (const Stage &stage : stages) {
        list.append(QJsonObject{{QStringLiteral("duration"), durationText(stage.duration)},
                                {QStringLiteral("target"), stage.target}});
    }
    return list;
}

QString stagesText(const QList<Stage> &stages)
{
    QStringList parts;
    for (const Stage &stage : stages) {
        parts << QStringLiteral("%1:%2").arg(
            durationText(stage.duration),

            QString::number(stage.target, 'f', QLocale::FloatingPointShortest));
    }
    return parts.join(QStringLiteral(", "));
}

QString stagesText(const QJsonValue &value)
{
    const auto stages = readStages(value);
    return !value.isString() && stages ? stagesText(stages.value()) : value.toString();
}

} // namespace stampede
