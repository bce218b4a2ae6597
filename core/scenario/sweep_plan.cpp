// SPDX-License-Identifier: MIT
#include "scenario/sweep_plan.h"

#include "scenario/scenario_text.h"

#include <QCoreApplication>

namespace stampede {

namespace {

/// At the commas that stand outside of JSON strings, arrays and objects.
QStringList splitValues(const QString &text)
{
    QStringList values = {QString()};
    int depth = 0;
    bool quoted = false;
    bool escaped = false;
    for (const QChar c : text) {
        if (c == QLatin1Char(',') && depth == 0 && !quoted) {
            values << QString();
            continue;
        }
        if (c == QLatin1Char('"') && !escaped) {
            quoted = !quoted;
        }
        escaped = quoted && c == QLatin1Char('\\') && !escaped;
        if (!quoted && (c == QLatin1Char('[') || c == QLatin1Char('{'))) {
            ++depth;
        }
        if (!quoted && (c == QLatin1Char(']') || c == QLatin1Char('}'))) {
            --depth;
        }
        values.last() += c;
    }
    return values;
}

} // namespace

Result<SweepAxis, QString> parseSweepAxis(const QString &text)
{
    const qsizetype equals = text.indexOf(QLatin1Char('='));
    if (equals <= 0) {
        return Failure{ScenarioText::tr("--over %1: expected PATH=A,B,C.").arg(text)};
    }
    SweepAxis axis{text.left(equals), splitValues(text.mid(equals + 1))};
    for (QString &value : axis.values) {
        value = value.trimmed();
        if (value.isEmpty()) {
            return Failure{
                ScenarioText::tr("--over %1: a value between the commas is missing.").arg(text)};
        }
        if (axis.values.count(value) > 1) {
            return Failure{ScenarioText::tr("--over %1: %2 stands there twice.").arg(text, value)};
        }
    }
    return axis;
}

Result<QList<QList<Override>>, QString> sweepRuns(const QList<SweepAxis> &axes)
{
    QList<QList<Override>> runs = {{}};
    QStringList paths;
    for (const SweepAxis &axis : axes) {
        if (paths.contains(axis.path)) {
            return Failure{ScenarioText::tr("--over names %1 twice.").arg(axis.path)};
        }
        paths << axis.path;
        if (runs.size() * axis.values.size() > kMostSweptRuns) {
            return Failure{
                ScenarioText::tr("The sweep has more than %1 combinations.").arg(kMostSweptRuns)};
        }
        QList<QList<Override>> longer;
        for (const QList<Override> &run : std::as_const(runs)) {
            for (const QString &value : axis.values) {
                longer.append(run + QList<Override>{{axis.path, value}});
            }
        }
        runs = longer;
    }
    return runs;
}

} // namespace stampede
