// SPDX-License-Identifier: MIT
#include "scenario/overrides.h"

#include "scenario/json_path.h"
#include "scenario/scenario_text.h"
#include "scenario/settings.h"
#include "text/nearest_name.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace stampede {

namespace {

QString pathOfMetric(const QString &metric)
{
    return thresholdsPath() + QLatin1Char('.') + metric;
}

bool isMetricPath(const QString &path)
{
    return path.startsWith(pathOfMetric({})) &&
           thresholdMetrics().contains(path.section(QLatin1Char('.'), 1));
}

/// The typed text as JSON where it is JSON, else as a string.
QJsonValue readAsJson(const QString &typed)
{
    const QByteArray list = '[' + typed.toUtf8() + ']';
    const QJsonArray values = QJsonDocument::fromJson(list).array();
    return values.size() == 1 ? values.first() : QJsonValue(typed);
}

QJsonValue valueFor(const Override &override, const Setting *setting)
{
    QJsonValue value = readAsJson(override.value);
    if (setting != nullptr && setting->text && !value.isString()) {
        return override.value;
    }
    if (setting == nullptr && value.isString()) {
        return QJsonArray{value}; // one limit of a metric
    }
    return value;
}

QString pathDiagnostic(const QString &path)
{
    if ((!path.isEmpty() && isSettingGroup(path)) || path == thresholdsPath()) {
        const QStringList keys = path == thresholdsPath() ? thresholdMetrics() : keysOfGroup(path);
        return ScenarioText::tr("is a group of settings; name one of them, such as %1")
            .arg(path + QLatin1Char('.') + keys.first());
    }
    QStringList paths;
    for (const Setting &setting : settings()) {
        paths.append(setting.path);
    }
    for (const QString &metric : thresholdMetrics()) {
        paths.append(pathOfMetric(metric));
    }
    const QString near = text::nearestName(path, paths);
    return near.isEmpty() ? ScenarioText::tr("unknown setting")
                          : ScenarioText::tr("unknown setting (did you mean %1?)").arg(near);
}

bool mayBeTakenAway(const QString &path)
{
    return findSetting(path) != nullptr || isMetricPath(path) || path == thresholdsPath() ||
           (!path.isEmpty() && isSettingGroup(path));
}

QString compactJson(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

} // namespace

QString overrideText(const QString &path, const QJsonValue &value)
{
    const Setting *setting = findSetting(path);
    const QJsonArray limits = value.toArray();
    QStringList shorter;
    if (value.isString()) {
        shorter << value.toString();
    } else if (setting == nullptr && limits.size() == 1) {
        shorter << limits.first().toString();
    }
    for (const QString &text : shorter) {
        if (!text.isEmpty() && valueFor({path, text}, setting) == value) {
            return text;
        }
    }
    return compactJson(value);
}

QJsonObject withOverrides(QJsonObject json, const QList<Override> &overrides, Faults &faults)
{
    for (const Override &override : overrides) {
        const Setting *setting = findSetting(override.path);
        if (override.value.isEmpty() && mayBeTakenAway(override.path)) {
            json = withValueAt(json, override.path, QJsonValue(QJsonValue::Undefined));
            continue;
        }
        if (setting == nullptr && !isMetricPath(override.path)) {
            faults.append(QStringLiteral("--set %1: %2")
                              .arg(printable(override.path), pathDiagnostic(override.path)));
            continue;
        }
        json = withValueAt(json, override.path, valueFor(override, setting));
    }
    return json;
}

} // namespace stampede
