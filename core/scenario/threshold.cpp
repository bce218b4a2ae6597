// SPDX-License-Identifier: MIT
#include "scenario/threshold.h"

#include "base/check.h"
#include "scenario/scenario_text.h"

#include <QRegularExpression>

#include <array>
#include <cmath>

namespace stampede {

namespace {

QStringList aggregationsOf(const QString &metric)
{
    if (metric == QLatin1String("latency") || metric == QLatin1String("response_time")) {
        return {QStringLiteral("avg"), QStringLiteral("min"),  QStringLiteral("med"),
                QStringLiteral("max"), QStringLiteral("p(N)"), QStringLiteral("count")};
    }
    if (metric == QLatin1String("issued_per_second")) {
        return {QStringLiteral("rate")};
    }
    return {QStringLiteral("count"), QStringLiteral("rate")};
}

/// The aggregation of a name of the grammar; "value" is in the grammar, but no metric has it.
std::optional<Aggregation> aggregationOf(const QString &name)
{
    struct Row
    {
        QLatin1String name;
        Aggregation aggregation;
    };
    constexpr std::array<Row, 7> kRows{{
        {QLatin1String("count"), Aggregation::Count},
        {QLatin1String("rate"), Aggregation::Rate},
        {QLatin1String("avg"), Aggregation::Avg},
        {QLatin1String("min"), Aggregation::Min},
        {QLatin1String("med"), Aggregation::Med},
        {QLatin1String("max"), Aggregation::Max},
        {QLatin1String("p(N)"), Aggregation::Percentile},
    }};
    for (const Row &row : kRows) {
        if (name == row.name) {
            return row.aggregation;
        }
    }
    return std::nullopt;
}

Comparison comparisonOf(const QString &sign)
{
    if (sign == QLatin1String("<")) {
        return Comparison::Less;
    }
    if (sign == QLatin1String("<=")) {
        return Comparison::LessOrEqual;
    }
    if (sign == QLatin1String(">")) {
        return Comparison::Greater;
    }
    if (sign == QLatin1String(">=")) {
        return Comparison::GreaterOrEqual;
    }
    return sign == QLatin1String("!=") ? Comparison::NotEqual : Comparison::Equal;
}

} // namespace

bool Threshold::isMetBy(double actual) const
{
    switch (comparison) {
    case Comparison::Less:
        return actual < bound;
    case Comparison::LessOrEqual:
        return actual <= bound;
    case Comparison::Equal:
        return actual == bound;
    case Comparison::NotEqual:
        return actual != bound;
    case Comparison::GreaterOrEqual:
        return actual >= bound;
    case Comparison::Greater:
        return actual > bound;
    }
    STAMPEDE_CHECK(false);
}

bool isKnownLive(const QString &metric)
{
    static const QStringList audited{QStringLiteral("oversold"), QStringLiteral("duplicates"),
                                     QStringLiteral("lost_writes"), QStringLiteral("unannounced"),
                                     QStringLiteral("audit_failures")};
    return !audited.contains(metric);
}

Result<Threshold, QString> parseThreshold(const QString &metric, const QString &expression)
{
    static const QRegularExpression form(QStringLiteral(
        "^ *(count|rate|avg|min|med|max|value|p\\( *([0-9]+(?:\\.[0-9]+)?) *\\)) *"
        "(<=|>=|===|==|!=|<|>) *([+-]?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?) *\\z"));
    const QRegularExpressionMatch match = form.match(expression);
    Threshold threshold;
    bool finite = false;
    threshold.bound = match.captured(4).toDouble(&finite);
    if (!match.hasMatch() || !finite) {
        return Failure{ScenarioText::tr(
                           "must be an aggregation, a comparison and a number such as \"count==0\" "
                           "or \"p(95)<200\" (got %1)")
                           .arg(shown(expression))};
    }
    if (!thresholdMetrics().contains(metric)) {
        return Failure{ScenarioText::tr("there is no metric %1").arg(printable(metric))};
    }
    const bool percentile = !match.captured(2).isEmpty();
    const QString name = percentile ? QStringLiteral("p(N)") : match.captured(1);
    const QStringList possible = aggregationsOf(metric);
    const std::optional<Aggregation> aggregation = aggregationOf(name);
    if (!aggregation || !possible.contains(name)) {
        return Failure{ScenarioText::tr("%1 does not fit %2; possible: %3")
                           .arg(name, metric, possible.join(QStringLiteral(", ")))};
    }
    threshold.percentile = percentile ? match.captured(2).toDouble() : 0;
    if (threshold.percentile > 100) {
        return Failure{ScenarioText::tr("the percentile must be between 0 and 100 (got %1)")
                           .arg(match.captured(2))};
    }
    threshold.metric = metric;
    threshold.expression = expression;
    threshold.aggregation = *aggregation;
    threshold.comparison = comparisonOf(match.captured(3));
    return threshold;
}

const QStringList &thresholdMetrics()
{
    static const QStringList metrics{
        QStringLiteral("latency"),        QStringLiteral("response_time"),
        QStringLiteral("issued"),         QStringLiteral("already_issued"),
        QStringLiteral("out_of_stock"),   QStringLiteral("server_errors"),
        QStringLiteral("unknown"),        QStringLiteral("requests"),
        QStringLiteral("oversold"),       QStringLiteral("duplicates"),
        QStringLiteral("lost_writes"),    QStringLiteral("unannounced"),
        QStringLiteral("audit_failures"), QStringLiteral("issued_per_second")};
    return metrics;
}

ThresholdOutcome
judgeThreshold(const Threshold &threshold,
               const std::function<std::optional<double>(const Threshold &)> &figure)
{
    std::optional<double> actual = figure(threshold);
    const bool countable =
        threshold.aggregation == Aggregation::Count || threshold.aggregation == Aggregation::Rate;
    if (!actual && countable) {
        actual = 0;
    }
    return {threshold, actual, actual && threshold.isMetBy(*actual)};
}

} // namespace stampede
