#include "diagnosis/weighing.h"

#include "scenario/scenario_text.h"
#include "text/number_text.h"

namespace stampede {

namespace {

using text::count;

std::int64_t told(const DiagnosisFacts &facts, Outcome outcome)
{
    return static_cast<std::int64_t>(facts.outcomes.of(outcome));
}

QString people(std::int64_t n)
{
    return text::plural(n, DiagnosisText::tr("%1 person"), DiagnosisText::tr("%1 people"))
        .arg(count(n));
}

bool severalEach(const DiagnosisFacts &facts)
{
    return facts.audit != nullptr && facts.audit->state.duplicatePeople > 0;
}

Hypothesis oneCallerOnly(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    Hypothesis hypothesis = newHypothesis("one-caller");
    if (const QString why = oneCaller(facts, crowd); !why.isEmpty()) {
        explains(hypothesis, why);
    } else if (crowd.people == 1) {
        ruledOut(hypothesis, DiagnosisText::tr("Only one person was to ask."));
    } else if (isOurs(facts)) {
        ruledOut(hypothesis, DiagnosisText::tr("Each request said who asked."));
    } else {
        // What the service makes of it, only the service knows.
        undecided(hypothesis,
                  DiagnosisText::tr("Requests differ by the person; whom the service takes "
                                    "them for was not seen."));
    }
    return hypothesis;
}

Hypothesis refusalsCounted(const DiagnosisFacts &facts)
{
    Hypothesis hypothesis = newHypothesis("refusals-counted-as-failures");
    const std::int64_t refusals = facts.refusalsCounted;
    if (refusals == 0) {
        ruledOut(hypothesis, DiagnosisText::tr("No answer had a 4xx status."));
        return hypothesis;
    }
    if (!facts.rightRefusalsCounted) {
        undecided(hypothesis, DiagnosisText::tr("The audit did not finish, so nobody knows which "
                                                "refusals were right."));
        return hypothesis;
    }
    const std::int64_t right = *facts.rightRefusalsCounted;
    if (2 * right > refusals + facts.errors) {
        explains(hypothesis,
                 DiagnosisText::tr("%1 % would be called failed. %2 of those %3 "
                                   "refusals were right, %4 were errors.")
                     .arg(facts.failedPercent, count(right), count(refusals), count(facts.errors)));
        return hypothesis;
    }
    ruledOut(hypothesis, DiagnosisText::tr("Right refusals were not the most of it: %1 of %2 4xx "
                                           "answers were wrong, %3 requests ended in an error.")
                             .arg(count(refusals - right), count(refusals), count(facts.errors)));
    return hypothesis;
}

/// Fills in why nobody can say what people could have taken; false where somebody can.
bool cannotTellOfPeople(const DiagnosisFacts &facts, Hypothesis &hypothesis)
{
    if (!stockAtStart(facts)) {
        undecided(hypothesis, stockUnknown(facts));
    } else if (!isOneEach(facts)) {
        undecided(hypothesis,
                  DiagnosisText::tr("It is not known that a person may hold only one."));
    }
    return hypothesis.evidence.size() > 0;
}

Hypothesis tooFewUsers(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    Hypothesis hypothesis = newHypothesis("too-few-users");
    if (cannotTellOfPeople(facts, hypothesis)) {
        return hypothesis;
    }
    const std::int64_t stock = *stockAtStart(facts);
    const std::int64_t certain = crowd.requests - crowd.people;
    if (severalEach(facts) && facts.refusals == 0) {
        ruledOut(hypothesis, DiagnosisText::tr("Nobody was refused: people took more than one "
                                               "each."));
    } else if (crowd.people < stock && certain > 0) {
        explains(hypothesis, DiagnosisText::tr("%1 requests came from %2. One coupon each: %3 "
                                               "refusals were certain before the run.")
                                 .arg(count(crowd.requests), people(crowd.people), count(certain)));
    } else if (crowd.people < stock) {
        ruledOut(hypothesis, DiagnosisText::tr("%1 asked, each once: no refusal was certain before "
                                               "the run.")
                                 .arg(people(crowd.people)));
    } else {
        ruledOut(hypothesis, DiagnosisText::tr("%1 asked; that is enough for %2 coupons.")
                                 .arg(people(crowd.people), count(stock)));
    }
    return hypothesis;
}

Hypothesis moreStockThanPeople(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    Hypothesis hypothesis = newHypothesis("more-stock-than-people");
    if (cannotTellOfPeople(facts, hypothesis)) {
        return hypothesis;
    }
    const std::int64_t stock = *stockAtStart(facts);
    if (crowd.people < stock && !severalEach(facts)) {
        explains(hypothesis,
                 DiagnosisText::tr("%1, %2 coupons, one each: at least %3 must stay.")
                     .arg(people(crowd.people), count(stock), count(stock - crowd.people)));
    } else if (severalEach(facts)) {
        ruledOut(hypothesis, DiagnosisText::tr("People took more than one each."));
    } else {
        ruledOut(hypothesis, DiagnosisText::tr("%1 could have taken all %2.")
                                 .arg(people(crowd.people), count(stock)));
    }
    return hypothesis;
}

/// Of several coupons those of which none is left.
QStringList soldOutCoupons(const AuditReport &audit)
{
    QStringList names;
    for (const CouponAudit &coupon : audit.coupons) {
        if (coupon.report.state.remaining && *coupon.report.state.remaining <= 0) {
            names << printable(coupon.name);
        }
    }
    return names;
}

Hypothesis soldOut(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    Hypothesis hypothesis = newHypothesis("sold-out");
    if (facts.audit != nullptr && facts.audit->coupons.size() > 1) {
        constexpr qsizetype kMostNamed = 10;
        const QStringList gone = soldOutCoupons(*facts.audit);
        if (gone.isEmpty()) {
            ruledOut(hypothesis, DiagnosisText::tr("Some were left of every coupon."));
        } else {
            explains(
                hypothesis,
                DiagnosisText::tr("None is left of %1 of %2 coupons: %3. %4 requests were told "
                                  "so.")
                    .arg(count(gone.size()),
                         count(static_cast<std::int64_t>(facts.audit->coupons.size())),
                         gone.mid(0, kMostNamed).join(QStringLiteral(", ")) +
                             (gone.size() > kMostNamed ? QStringLiteral(", …") : QString()),
                         count(told(facts, Outcome::OutOfStock))));
        }
        return hypothesis;
    }
    const auto remaining = stockAtEnd(facts);
    const std::int64_t stock = stockAtStart(facts).value_or(0);
    if (!remaining || !stockAtStart(facts)) {
        undecided(hypothesis, stockUnknown(facts));
    } else if (*remaining > 0) {
        ruledOut(hypothesis, DiagnosisText::tr("%1 were left at the end.").arg(count(*remaining)));
    } else if (stock <= 0) {
        explains(hypothesis, DiagnosisText::tr("There were no coupons to give; %1 requests came.")
                                 .arg(count(crowd.requests)));
    } else if (crowd.soldOutNs) {
        explains(
            hypothesis,
            DiagnosisText::tr("The last of %1 coupons went at %2 s; %3 requests came later.")
                .arg(count(stock), text::seconds(*crowd.soldOutNs), count(crowd.askedAfterwards)));
    } else {
        explains(hypothesis, DiagnosisText::tr("None of %1 is left, and %2 were told \"issued\".")
                                 .arg(count(stock), count(told(facts, Outcome::Issued))));
    }
    return hypothesis;
}

QString notRecognised(const DiagnosisFacts &facts)
{
    return DiagnosisText::tr("No recognised answer said so; %1 were not recognised.")
        .arg(count(facts.unclassified));
}

Hypothesis outsideSale(const DiagnosisFacts &facts)
{
    Hypothesis hypothesis = newHypothesis("outside-sale");
    const std::int64_t before = told(facts, Outcome::NotStarted);
    const std::int64_t after = told(facts, Outcome::Expired);
    if (before + after == 0) {
        if (facts.unclassified > 0) {
            undecided(hypothesis, notRecognised(facts));
        } else {
            ruledOut(hypothesis, isOurs(facts)
                                     ? DiagnosisText::tr("All requests came within the sale.")
                                     : DiagnosisText::tr("No answer said so."));
        }
        return hypothesis;
    }
    QStringList parts;
    if (before > 0) {
        parts << DiagnosisText::tr("%1 requests came before the sale").arg(count(before));
    }
    if (after > 0) {
        parts << DiagnosisText::tr("%1 requests came after the sale").arg(count(after));
    }
    explains(hypothesis, parts.join(QStringLiteral(", ")) + QLatin1Char('.'));
    return hypothesis;
}

Hypothesis idsUnknown(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    Hypothesis hypothesis = newHypothesis("ids-unknown");
    const std::int64_t notFound = told(facts, Outcome::NotFound);
    if (notFound == 0) {
        if (facts.unclassified > 0) {
            undecided(hypothesis, notRecognised(facts));
        } else {
            ruledOut(hypothesis, isOurs(facts)
                                     ? DiagnosisText::tr("Every person and the coupon exist.")
                                     : DiagnosisText::tr("No answer said so."));
        }
        return hypothesis;
    }
    const std::int64_t asked = crowd.people - crowd.missingPeople;
    explains(hypothesis,
             (isOurs(facts)
                  ? DiagnosisText::tr("%1 answers were \"not found\"; %2 of %3 ids that asked are "
                                      "not in the table (first: %4). %5 existing people asked.")
                  : DiagnosisText::tr("%1 answers were \"not found\"; %2 of %3 people were told so "
                                      "(first: %4), %5 were not."))
                 .arg(count(notFound), count(crowd.missingPeople), count(crowd.people),
                      facts.people.nameOf(crowd.firstMissing), count(asked)));
    return hypothesis;
}

} // namespace

QList<Hypothesis> weighCrowd(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    return {oneCallerOnly(facts, crowd),       refusalsCounted(facts), tooFewUsers(facts, crowd),
            moreStockThanPeople(facts, crowd), soldOut(facts, crowd),  outsideSale(facts),
            idsUnknown(facts, crowd)};
}

} // namespace stampede
