// SPDX-License-Identifier: MIT
#include "prediction/contradictions.h"

#include "scenario/scenario_text.h"
#include "scenario/user_picker.h"
#include "text/number_text.h"

#include <QMap>

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

using text::count;

/// Exact figures by metric.
using Figures = QMap<QString, std::int64_t>;

const QString kIssued = QStringLiteral("issued");
const QString kAlready = QStringLiteral("already_issued");
const QString kSoldOut = QStringLiteral("out_of_stock");
const QString kRequests = QStringLiteral("requests");

/// Answers that exclude each other, so that their counts add up.
const QStringList &answerMetrics()
{
    static const QStringList metrics = {kIssued, kAlready, kSoldOut,
                                        QStringLiteral("server_errors"), QStringLiteral("unknown")};
    return metrics;
}

QString exclude(const QString &a, const QString &b, const QString &because)
{
    return ScenarioText::tr("'%1' and '%2' exclude each other: %3.").arg(a, b, because);
}

QString named(const QString &metric, std::int64_t value)
{
    if (metric == kIssued) {
        return ScenarioText::tr("%1 issued").arg(count(value));
    }
    if (metric == kAlready) {
        return ScenarioText::tr("%1 already issued").arg(count(value));
    }
    if (metric == kSoldOut) {
        return ScenarioText::tr("%1 out of stock").arg(count(value));
    }
    if (metric == kRequests) {
        return text::requests(value);
    }
    return QStringLiteral("%1 %2").arg(count(value), metric);
}

Figures figuresOf(const Scenario &scenario)
{
    Figures figures;
    for (const Threshold &threshold : scenario.thresholds) {
        const bool exact = threshold.aggregation == Aggregation::Count &&
                           threshold.comparison == Comparison::Equal &&
                           threshold.bound == std::floor(threshold.bound);
        if (exact &&
            (answerMetrics().contains(threshold.metric) || threshold.metric == kRequests)) {
            figures.insert(threshold.metric, static_cast<std::int64_t>(threshold.bound));
        }
    }
    return figures;
}

/// The people that can ask: one where the load always names the same.
std::int64_t peopleOf(const Scenario &scenario)
{
    return peopleWhoMayAsk(scenario.users);
}

QString peopleName(std::int64_t people)
{
    return people == 1 ? ScenarioText::tr("one user")
                       : ScenarioText::tr("%1 people").arg(count(people));
}

/// How many coupons the people can be issued at most; nothing where nothing bounds that.
std::optional<std::int64_t> mostOf(const Scenario &scenario, const PredictedService &service)
{
    const bool bounds = service.knowsLimit && service.perPerson.within.isEmpty() &&
                        !service.givesBack && !service.severalCoupons;
    if (!bounds || !service.perPerson.limit) {
        return std::nullopt;
    }
    return *service.perPerson.limit * peopleOf(scenario);
}

/// Whether coupon.stock says how many coupons can be issued at most.
bool stockBounds(const PredictedService &service)
{
    return service.stock == PredictedService::Stock::Known && service.knowsPieces &&
           !service.givesBack && !service.severalCoupons;
}

/// Whether the model of the service rules that figure out; with a protection off much is possible.
bool isBeyond(const Range &range, std::int64_t value)
{
    return range.max && *range.max < value;
}

void againstScenario(const Scenario &scenario, const Prediction &prediction, const Figures &figures,
                     QStringList &found)
{
    const std::int64_t people = peopleOf(scenario);
    const std::int64_t stock = scenario.coupon.stock;
    const std::optional<std::int64_t> most = mostOf(scenario, prediction.service);
    const bool hasStock = stockBounds(prediction.service);
    const auto issued = figures.constFind(kIssued);
    const bool tooMany = issued != figures.constEnd() && isBeyond(prediction.issued, *issued);
    if (tooMany && most && *issued > *most) {
        const std::int64_t each = *prediction.service.perPerson.limit;
        found << exclude(peopleName(people), named(kIssued, *issued),
                         each == 1
                             ? ScenarioText::tr("one person can be issued this coupon once")
                             : ScenarioText::tr("one person can be issued this coupon %1 times")
                                   .arg(count(each)));
    }
    if (tooMany && hasStock && *issued > stock) {
        found << exclude(ScenarioText::tr("%1 in stock").arg(count(stock)), named(kIssued, *issued),
                         ScenarioText::tr("a coupon can go only once"));
    }
    const auto soldOut = figures.constFind(kSoldOut);
    if (soldOut != figures.constEnd() && *soldOut > 0 && most && hasStock && *most < stock &&
        !scenario.target.quantity && isBeyond(prediction.outOfStock, *soldOut)) {
        found << exclude(peopleName(people), named(kSoldOut, *soldOut),
                         ScenarioText::tr("they can take %1 of %2, so it never sells out")
                             .arg(count(*most), count(stock)));
    }
    const std::int64_t planned = scenario.plannedRequests();
    const auto requests = figures.constFind(kRequests);
    if (requests != figures.constEnd() && planned >= 0 && *requests > planned) {
        found << exclude(ScenarioText::tr("%1 of the load").arg(text::requests(planned)),
                         named(kRequests, *requests),
                         ScenarioText::tr("the load makes no more than it is told to"));
    }
}

void againstEachOther(const Scenario &scenario, const Prediction &prediction,
                      const Figures &figures, QStringList &found)
{
    const PredictedService &service = prediction.service;
    const bool oneEach = service.knowsLimit && service.perPerson.isOne() && !service.givesBack &&
                         !service.severalCoupons;
    const bool tooManyForOne = oneEach && peopleOf(scenario) == 1 && figures.contains(kIssued) &&
                               isBeyond(prediction.issued, figures.value(kIssued));
    std::int64_t sum = 0;
    QStringList names;
    for (const QString &metric : answerMetrics()) {
        if (figures.contains(metric) && figures.value(metric) > 0) {
            sum += figures.value(metric);
            names << named(metric, figures.value(metric));
        }
    }
    const std::int64_t requests = figures.value(kRequests, scenario.plannedRequests());
    if (names.size() > 1 && requests >= 0 && sum > requests) {
        found << exclude(names.join(QStringLiteral(" + ")), named(kRequests, requests),
                         ScenarioText::tr("together they are %1").arg(count(sum)));
    }
    const bool complete =
        figures.contains(kIssued) && figures.contains(kAlready) && figures.contains(kSoldOut);
    if (complete && figures.contains(kRequests) && sum < requests && !prediction.notIssued &&
        figures.contains(QStringLiteral("server_errors"))) {
        found << exclude(names.join(QStringLiteral(" + ")), named(kRequests, requests),
                         ScenarioText::tr("together they are only %1").arg(count(sum)));
    }
    // Whoever holds one can be refused as often as asked; nobody else can be told so.
    const bool nobodyBefore = service.knowsHolders && prediction.rowsBefore == 0 &&
                              scenario.target.audit.rows != TargetRows::None;
    if ((scenario.target.kind == TargetKind::InProcess || nobodyBefore) &&
        figures.value(kAlready, 0) > 0 && figures.value(kIssued, -1) == 0) {
        found << exclude(named(kIssued, 0), named(kAlready, figures.value(kAlready)),
                         ScenarioText::tr("only who was issued one can be told so"));
    }
    if (tooManyForOne && figures.contains(kAlready)) {
        found << exclude(named(kIssued, figures.value(kIssued)),
                         named(kAlready, figures.value(kAlready)),
                         ScenarioText::tr("one person is issued one of %1; told \"already "
                                          "issued\": %2")
                             .arg(count(requests), count(std::max<std::int64_t>(0, requests - 1))));
    }
}

} // namespace

bool givesFigures(const Scenario &scenario)
{
    const Figures figures = figuresOf(scenario);
    return figures.contains(kIssued) || figures.contains(kAlready) || figures.contains(kSoldOut) ||
           figures.contains(kRequests);
}

QStringList contradictions(const Scenario &scenario, const Prediction &prediction)
{
    const Figures figures = figuresOf(scenario);
    QStringList found;
    againstScenario(scenario, prediction, figures, found);
    againstEachOther(scenario, prediction, figures, found);
    return found;
}

} // namespace stampede
