#include "scenario/threshold_setting.h"

#include "scenario/scenario_text.h"
#include "scenario/settings.h"
#include "text/nearest_name.h"

#include <QJsonArray>

#include <optional>

namespace stampede {

namespace {

/// The expression of k6's object form, or nothing after a fault.
std::optional<QString> expressionOf(const QJsonObject &element, const QString &path,
                                    const FaultSink &fault)
{
    bool good = true;
    const auto wrong = [&](const QString &key, const QString &text) {
        good = false;
        fault(path + QLatin1Char('.') + printable(key), text);
    };
    for (const QString &key : element.keys()) {
        const QJsonValue value = element.value(key);
        if (key == QLatin1String("threshold")) {
            if (!value.isString()) {
                wrong(key, ScenarioText::tr("must be a text (got %1)").arg(shown(value)));
            }
        } else if (key == QLatin1String("abortOnFail")) {
            if (value != QJsonValue(false)) {
                wrong(key,
                      ScenarioText::tr("%1 is not available in this version (available: false)")
                          .arg(shown(value)));
            }
        } else if (key == QLatin1String("delayAbortEval")) {
            wrong(key, ScenarioText::tr("is not available in this version"));
        } else {
            wrong(key, ScenarioText::tr("unknown setting; possible here: %1")
                           .arg(QStringLiteral("threshold, abortOnFail")));
        }
    }
    if (good && !element.contains(QLatin1String("threshold"))) {
        wrong(QStringLiteral("threshold"), ScenarioText::tr("is missing"));
    }
    return good ? std::optional(element.value(QLatin1String("threshold")).toString())
                : std::nullopt;
}

void readElement(const QString &metric, const QJsonValue &value, const QString &path,
                 const FaultSink &fault, QList<Threshold> &thresholds)
{
    std::optional<QString> expression;
    if (value.isString()) {
        expression = value.toString();
    } else if (value.isObject()) {
        expression = expressionOf(value.toObject(), path, fault);
    } else {
        fault(path, ScenarioText::tr("must be an expression such as \"count==0\" (got %1)")
                        .arg(shown(value)));
    }
    if (!expression) {
        return;
    }
    const auto threshold = parseThreshold(metric, *expression);
    if (threshold) {
        thresholds.append(threshold.value());
    } else {
        fault(path, threshold.error());
    }
}

void readMetric(const QString &metric, const QJsonValue &value, const FaultSink &fault,
                QList<Threshold> &thresholds)
{
    const QString path = thresholdsPath() + QLatin1Char('.') + metric;
    if (!value.isArray()) {
        return fault(path, ScenarioText::tr("must be a list of expressions such as [\"count==0\"] "
                                            "(got %1)")
                               .arg(shown(value)));
    }
    const QJsonArray elements = value.toArray();
    for (qsizetype i = 0; i < elements.size(); ++i) {
        readElement(metric, elements.at(i), QStringLiteral("%1[%2]").arg(path).arg(i), fault,
                    thresholds);
    }
}

} // namespace

QList<Threshold> readThresholds(const QJsonValue &value, const FaultSink &fault)
{
    QList<Threshold> thresholds;
    if (!value.isObject()) {
        fault(thresholdsPath(), ScenarioText::tr("must be an object (got %1)").arg(shown(value)));
        return thresholds;
    }
    const QJsonObject metrics = value.toObject();
    for (const QString &metric : thresholdMetrics()) {
        if (metrics.contains(metric)) {
            readMetric(metric, metrics.value(metric), fault, thresholds);
        }
    }
    for (const QString &metric : metrics.keys()) {
        if (thresholdMetrics().contains(metric)) {
            continue;
        }
        const QString near = text::nearestName(metric, thresholdMetrics());
        const QString hint =
            near.isEmpty()
                ? ScenarioText::tr("unknown metric; possible here: %1")
                      .arg(thresholdMetrics().join(QStringLiteral(", ")))
                : ScenarioText::tr("unknown metric (did you mean thresholds.%1?)").arg(near);
        fault(thresholdsPath() + QLatin1Char('.') + printable(metric), hint);
    }
    return thresholds;
}

QJsonObject thresholdsToJson(const QList<Threshold> &thresholds)
{
    QJsonObject metrics;
    for (const Threshold &threshold : thresholds) {
        QJsonArray expressions = metrics.value(threshold.metric).toArray();
        expressions.append(threshold.expression);
        metrics.insert(threshold.metric, expressions);
    }
    return metrics;
}

} // namespace stampede
