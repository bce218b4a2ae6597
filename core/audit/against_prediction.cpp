// SPDX-License-Identifier: MIT
#include "audit/against_prediction.h"

#include "record/audit_words.h"
#include "record/check_text.h"
#include "text/number_text.h"
#include "text/outcome_names.h"

#include <QStringList>

#include <vector>

namespace stampede {

namespace {

using text::count;

struct Figure
{
    QString name;
    Range range;
    std::optional<std::int64_t> actual;
};

std::vector<Figure> figuresOf(const AgainstPrediction &order)
{
    const Prediction &predicted = order.predicted;
    const auto told = [&order](Outcome outcome) {
        return static_cast<std::int64_t>(order.outcomes.of(outcome));
    };
    std::vector<Figure> figures = {
        {AuditText::tr("Issued"), predicted.issued, told(Outcome::Issued)},
        {AuditText::tr("Already issued"), predicted.alreadyIssued, told(Outcome::AlreadyIssued)},
        {AuditText::tr("Out of stock"), predicted.outOfStock, told(Outcome::OutOfStock)},
        {AuditText::tr("Left"), predicted.remaining, order.left},
    };
    const std::int64_t outside = told(Outcome::NotStarted) + told(Outcome::Expired);
    if (order.knowsHours && (outside > 0 || predicted.outsideSale.min > 0)) {
        figures.push_back({outcomeGroupName(Outcome::NotStarted), predicted.outsideSale, outside});
    }
    if (predicted.notIssued) {
        figures.push_back(
            {AuditText::tr("Not issued"), *predicted.notIssued, told(Outcome::NotIssued)});
    }
    return figures;
}

/// What requests that brought no definite answer do to a prediction; empty where each brought one.
QString wideningSentence(const OutcomeCounts &outcomes)
{
    QStringList kinds;
    std::int64_t open = 0;
    bool other = false; ///< some of them claim that nothing happened
    for (const Outcome outcome : kAllOutcomes) {
        const auto n = static_cast<std::int64_t>(outcomes.of(outcome));
        if (n == 0 || isDefinite(outcome)) {
            continue;
        }
        open += n;
        other = other || !mayHaveTakenEffect(outcome);
        kinds << QStringLiteral("%1: %2").arg(inLine(outcomeName(outcome)), count(n));
    }
    if (open == 0) {
        return {};
    }
    return other ? text::plural(open,
                                AuditText::tr("%1 request that brought neither a coupon nor a "
                                              "refusal (%2) widens what was predicted before the "
                                              "run."),
                                AuditText::tr("%1 requests that brought neither a coupon nor a "
                                              "refusal (%2) widen what was predicted before the "
                                              "run."))
                       .arg(count(open), kinds.join(QStringLiteral(", ")))
                 : text::plural(open,
                                AuditText::tr("%1 request without a definite answer widens what "
                                              "was predicted before the run."),
                                AuditText::tr("%1 requests without a definite answer widen what "
                                              "was predicted before the run."))
                       .arg(count(open));
}

} // namespace

void holdToPrediction(CheckResult &check, const AgainstPrediction &order)
{
    QStringList expected;
    QStringList actual;
    QStringList sentences;
    check.columns = QStringList{QStringLiteral("figure"), QStringLiteral("predicted"),
                                QStringLiteral("actual")};
    for (const Figure &figure : figuresOf(order)) {
        expected << QStringLiteral("%1 %2").arg(figure.name, rangeText(figure.range));
        actual << QStringLiteral("%1 %2").arg(
            figure.name, figure.actual ? count(*figure.actual) : AuditText::tr("not known"));
        if (figure.actual && !figure.range.contains(*figure.actual)) {
            sentences << AuditText::tr("%1 was %2, predicted %3.")
                             .arg(figure.name, count(*figure.actual), rangeText(figure.range));
            addRow(check, {figure.name, rangeText(figure.range), numberCell(*figure.actual)});
        }
    }
    check.expected = expected.join(QStringLiteral(", "));
    check.actual = actual.join(QStringLiteral(", "));
    check.verdict = sentences.isEmpty() ? CheckVerdict::Pass : CheckVerdict::Fail;
    if (sentences.isEmpty()) {
        sentences << AuditText::tr("All within.");
    }
    if (const QString wider = wideningSentence(order.outcomes); !wider.isEmpty()) {
        sentences << wider;
    }
    check.explanation = sentences.join(QLatin1Char(' '));
}

} // namespace stampede
