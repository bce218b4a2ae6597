// SPDX-License-Identifier: MIT
#include "scenario/threshold_setting.h"

#include "scenario/scenario_reader.h"
#include "scenario/scenario_text.h"
#include "scenario/setting_values.h"
#include "scenario/settings.h"
#include "text/nearest_name.h"

#include <QJsonArray>

#include <optional>

namespace stampede {

namespace {

/// One element of a metric's list: an expression, or k6's object form.
class Element
{
public:
    Element(const QString &metric, const QString &path, const DiagnosticSink &fault)
        : m_metric(metric)
        , m_path(path)
        , m_fault(fault)
    {}

    /// Nothing after a fault.
    std::optional<Threshold> read(const QJsonValue &value)
    {
        if (value.isObject()) {
            return readObject(value.toObject());
        }
        if (value.isString()) {
            return parse(value.toString());
        }
        m_fault(m_path, ScenarioText::tr("must be an expression such as \"count==0\" (got %1)")
                            .arg(shown(value)));
        return std::nullopt;
    }

private:
    void wrong(const QString &key, const QString &text)
    {
        m_good = false;
        m_fault(m_path + QLatin1Char('.') + printable(key), text);
    }

    std::optional<Threshold> parse(const QString &expression)
    {
        const auto threshold = parseThreshold(m_metric, expression);
        if (!threshold) {
            m_fault(m_path, threshold.error());
            return std::nullopt;
        }
        return threshold.value();
    }

    std::optional<Threshold> readObject(const QJsonObject &element)
    {
        Threshold options;
        for (const QString &key : element.keys()) {
            readOption(key, element.value(key), options);
        }
        if (m_good && !element.contains(QLatin1String("threshold"))) {
            wrong(QStringLiteral("threshold"), ScenarioText::tr("is missing"));
        }
        if (m_good && !options.abortOnFail && options.delayAbortEval.count() > 0) {
            wrong(QStringLiteral("delayAbortEval"),
                  ScenarioText::tr("has a use with abortOnFail true only; leave it out"));
        }
        std::optional<Threshold> threshold = m_good ? parse(options.expression) : std::nullopt;
        if (threshold) {
            threshold->abortOnFail = options.abortOnFail;
            threshold->delayAbortEval = options.delayAbortEval;
        }
        return threshold;
    }

    void readOption(const QString &key, const QJsonValue &value, Threshold &options)
    {
        using namespace std::chrono_literals;
        if (key == QLatin1String("threshold")) {
            if (!value.isString()) {
                wrong(key, ScenarioText::tr("must be a text (got %1)").arg(shown(value)));
            }
            options.expression = value.toString();
        } else if (key == QLatin1String("abortOnFail")) {
            const auto flag = readFlag(value);
            if (!flag) {
                wrong(key, flag.error());
            } else if (flag.value() && !isKnownLive(m_metric)) {
                wrong(key, ScenarioText::tr("has no use with %1, which only the audit knows")
                               .arg(m_metric));
            }
            options.abortOnFail = flag && flag.value();
        } else if (key == QLatin1String("delayAbortEval")) {
            const auto delay = readDuration(value, 0s, 24h);
            if (!delay) {
                wrong(key, delay.error());
            }
            options.delayAbortEval = delay ? delay.value() : Duration::zero();
        } else {
            wrong(key, ScenarioText::tr("unknown setting; possible here: %1")
                           .arg(QStringLiteral("threshold, abortOnFail, delayAbortEval")));
        }
    }

    const QString &m_metric;
    const QString &m_path;
    const DiagnosticSink &m_fault;
    bool m_good = true;
};

void readElement(const QString &metric, const QJsonValue &value, const QString &path,
                 const DiagnosticSink &fault, QList<Threshold> &thresholds)
{
    if (const auto threshold = Element(metric, path, fault).read(value)) {
        thresholds.append(*threshold);
    }
}

QJsonValue elementToJson(const Threshold &threshold)
{
    if (!threshold.abortOnFail) {
        return threshold.expression;
    }
    QJsonObject element{{QStringLiteral("threshold"), threshold.expression},
                        {QStringLiteral("abortOnFail"), true}};
    if (threshold.delayAbortEval.count() > 0) {
        element.insert(QStringLiteral("delayAbortEval"), durationText(threshold.delayAbortEval));
    }
    return element;
}

void readMetric(const QString &metric, const QJsonValue &value, const DiagnosticSink &fault,
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

QList<Threshold> readThresholds(const QJsonValue &value, const DiagnosticSink &fault)
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
        expressions.append(elementToJson(threshold));
        metrics.insert(threshold.metric, expressions);
    }
    return metrics;
}

} // namespace stampede
