// SPDX-License-Identifier: MIT
#include "prediction/prediction.h"

#include "base/check.h"
#include "prediction/contradictions.h"
#include "scenario/scenario_text.h"
#include "text/number_text.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace stampede {

namespace {

/// What a figure can be, both ends included.
struct Span
{
    double min = 0;
    double max = std::numeric_limits<double>::infinity();
    bool whole = true; ///< only whole numbers
};

struct Forecast
{
    Span span;
    /// The model says what comes out in every case; the others guard against what it does not
    /// foresee.
    bool complete = false;
};

double upperEnd(const Range &range)
{
    return range.max ? static_cast<double>(*range.max) : std::numeric_limits<double>::infinity();
}

Span spanOf(const Range &range)
{
    return {static_cast<double>(range.min), upperEnd(range), true};
}

/// More rows than coupons.
Range oversoldRange(const Scenario &scenario, const Prediction &prediction)
{
    if (!prediction.possible.oversell) {
        return {0, 0};
    }
    const auto excess = [&](std::int64_t issued) {
        return std::max<std::int64_t>(0, issued - scenario.coupon.stock);
    };
    Range range{excess(prediction.issued.min), std::nullopt};
    if (prediction.issued.max) {
        range.max = excess(*prediction.issued.max);
    }
    return range;
}

/// Second and further rows of people.
Range duplicatesRange(const Prediction &prediction)
{
    if (!prediction.possible.duplicates) {
        return {0, 0};
    }
    Range range{std::max<std::int64_t>(0, prediction.issued.min - prediction.distinctUsers),
                std::nullopt};
    if (prediction.issued.max && prediction.requests.max) {
        range.max = std::min(*prediction.issued.max - 1,
                             *prediction.requests.max - prediction.distinctUsers);
    } else if (prediction.issued.max) {
        range.max = *prediction.issued.max - 1;
    }
    return range;
}

std::optional<Range> answersRange(const QString &metric, const Prediction &prediction)
{
    if (metric == QLatin1String("issued")) {
        return prediction.issued;
    }
    if (metric == QLatin1String("already_issued")) {
        return prediction.alreadyIssued;
    }
    if (metric == QLatin1String("out_of_stock")) {
        return prediction.outOfStock;
    }
    return std::nullopt;
}

std::optional<Forecast> countForecast(const QString &metric, const Scenario &scenario,
                                      const Prediction &prediction)
{
    if (const auto answers = answersRange(metric, prediction)) {
        return Forecast{spanOf(*answers), true};
    }
    if (metric == QLatin1String("requests")) {
        return Forecast{spanOf(prediction.requests), true};
    }
    if (metric == QLatin1String("oversold")) {
        return Forecast{spanOf(oversoldRange(scenario, prediction)), false};
    }
    if (metric == QLatin1String("duplicates")) {
        return Forecast{spanOf(duplicatesRange(prediction)), false};
    }
    return Forecast{Span{}, false}; // any number of errors, answers or findings
}

/// The share of all answers, where it follows from a fixed number of requests.
std::optional<Forecast> rateForecast(const QString &metric, const Prediction &prediction)
{
    const auto answers = answersRange(metric, prediction);
    const double requests = static_cast<double>(prediction.requests.min);
    if (!answers || !prediction.requests.exact() || requests == 0) {
        return std::nullopt;
    }
    return Forecast{
        {static_cast<double>(answers->min) / requests, upperEnd(*answers) / requests, false}, true};
}

std::optional<Forecast> forecastOf(const Threshold &threshold, const Scenario &scenario,
                                   const Prediction &prediction)
{
    switch (threshold.aggregation) {
    case Aggregation::Count:
        return countForecast(threshold.metric, scenario, prediction);
    case Aggregation::Rate:
        return rateForecast(threshold.metric, prediction);
    case Aggregation::Avg:
    case Aggregation::Min:
    case Aggregation::Med:
    case Aggregation::Max:
    case Aggregation::Percentile:
        return std::nullopt;
    }
    STAMPEDE_CHECK(false);
}

/// Whether some figure of the span meets the limit.
bool canHold(const Threshold &threshold, const Span &span)
{
    switch (threshold.comparison) {
    case Comparison::Less:
    case Comparison::LessOrEqual:
        return threshold.isMetBy(span.min);
    case Comparison::GreaterOrEqual:
    case Comparison::Greater:
        return threshold.isMetBy(span.max);
    case Comparison::Equal:
        return threshold.bound >= span.min && threshold.bound <= span.max &&
               (!span.whole || std::floor(threshold.bound) == threshold.bound);
    case Comparison::NotEqual:
        return span.min != span.max || threshold.isMetBy(span.min);
    }
    STAMPEDE_CHECK(false);
}

/// Whether some figure of the span breaks the limit: whether its opposite can hold.
bool canBreak(const Threshold &threshold, const Span &span)
{
    Threshold opposite = threshold;
    switch (threshold.comparison) {
    case Comparison::Less:
        opposite.comparison = Comparison::GreaterOrEqual;
        break;
    case Comparison::LessOrEqual:
        opposite.comparison = Comparison::Greater;
        break;
    case Comparison::Equal:
        opposite.comparison = Comparison::NotEqual;
        break;
    case Comparison::NotEqual:
        opposite.comparison = Comparison::Equal;
        break;
    case Comparison::GreaterOrEqual:
        opposite.comparison = Comparison::Less;
        break;
    case Comparison::Greater:
        opposite.comparison = Comparison::LessOrEqual;
        break;
    }
    return canHold(opposite, span);
}

/// What the figure can be where the load ends before its time.
Span endedEarly(const Span &span)
{
    return {0, span.whole || span.max == 0 ? span.max : 1, span.whole};
}

PredictionNote certain(const Threshold &threshold, const Span &span)
{
    const QString limit = threshold.metric + QLatin1Char(' ') + threshold.expression.trimmed();
    return {QStringLiteral("limit-certain"),
            (canBreak(threshold, endedEarly(span))
                 ? ScenarioText::tr("The limit \"%1\" cannot fail in this scenario unless the load "
                                    "ends early.")
                 : ScenarioText::tr("The limit \"%1\" cannot fail in this scenario."))
                .arg(limit)};
}

QString figureText(double figure, bool whole)
{
    return whole ? text::count(static_cast<std::int64_t>(figure))
                 : QLocale().toString(figure, 'g', 4);
}

PredictionNote impossible(const Threshold &threshold, const Span &span)
{
    const QString limit = threshold.metric + QLatin1Char(' ') + threshold.expression.trimmed();
    const QString what =
        span.whole ? threshold.metric : ScenarioText::tr("the share of %1").arg(threshold.metric);
    const QString min = figureText(span.min, span.whole);
    QString sentence;
    if (std::isinf(span.max)) {
        sentence = ScenarioText::tr("The limit \"%1\" can never be met: %2 will be at least %3.")
                       .arg(limit, what, min);
    } else if (span.min == span.max) {
        sentence = ScenarioText::tr("The limit \"%1\" can never be met: %2 will be %3.")
                       .arg(limit, what, min);
    } else {
        sentence =
            ScenarioText::tr("The limit \"%1\" can never be met: %2 will be between %3 and %4.")
                .arg(limit, what, min, figureText(span.max, span.whole));
    }
    return {QStringLiteral("limit-impossible"), sentence};
}

} // namespace

QList<PredictionNote> judgeThresholdsBeforehand(const Scenario &scenario,
                                                const Prediction &prediction)
{
    QList<PredictionNote> notes;
    for (const QString &sentence : contradictions(scenario, prediction)) {
        notes.append({QStringLiteral("figures-contradict"),
                      ScenarioText::tr("These figures cannot all be true: %1").arg(sentence)});
    }
    for (const Threshold &threshold : scenario.thresholds) {
        const auto forecast = forecastOf(threshold, scenario, prediction);
        if (!forecast) {
            continue;
        }
        if (!canHold(threshold, forecast->span)) {
            notes.append(impossible(threshold, forecast->span));
        } else if (forecast->complete && !canBreak(threshold, forecast->span)) {
            notes.append(certain(threshold, forecast->span));
        }
    }
    return notes;
}

} // namespace stampede
