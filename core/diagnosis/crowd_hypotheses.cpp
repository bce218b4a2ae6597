// SPDX-License-Identifier: MIT
#include "diagnosis/analysis.h"

#include "scenario/one_caller.h"
#include "scenario/scenario_text.h"
#include "text/number_text.h"

#include <algorithm>
#include <limits>

namespace stampede {

namespace {

using text::count;

std::int64_t told(const DiagnosisFacts &facts, Outcome outcome)
{
    return static_cast<std::int64_t>(facts.outcomes.of(outcome));
}

bool severalEach(const DiagnosisFacts &facts)
{
    return facts.audit != nullptr && facts.audit->state.duplicatePeople > 0;
}

/// Of those who asked, the people whom rows of this run name.
std::int64_t askersWithNewRows(const DiagnosisFacts &facts)
{
    QSet<std::int64_t> asked;
    for (const Operation &operation : facts.history) {
        asked.insert(operation.user);
    }
    const QSet<std::int64_t> found =
        (peopleOf(rowHolders(facts)) & asked) - peopleOf(holdersBefore(facts));
    return found.size();
}

/// Whether rows came that this run did not ask for, or might have.
bool othersWrote(const DiagnosisFacts &facts)
{
    return failedCheck(facts, "nobody-else-wrote") != nullptr ||
           untoldCheck(facts, "nobody-else-wrote") != nullptr;
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
    } else if (const std::int64_t named = askersWithNewRows(facts);
               named > 1 && othersWrote(facts)) {
        undecided(hypothesis,
                  DiagnosisText::tr("New rows name %1 different people who asked, but others wrote "
                                    "rows as well: whose they are was not seen of each.")
                      .arg(count(named)));
    } else if (named > 1) {
        ruledOut(
            hypothesis,
            DiagnosisText::tr("New rows name %1 different people who asked.").arg(count(named)));
    } else {
        // What the service makes of it, only the service knows.
        const QStringList shared = sharedIdentityHeaders(facts.scenario, crowd.people);
        undecided(hypothesis,
                  shared.isEmpty()
                      ? DiagnosisText::tr("Requests differ by the person; whom the service takes "
                                          "them for was not seen.")
                      : DiagnosisText::tr("Requests differ by the person, but all carry the same "
                                          "%1. Whom the service takes them for was not seen.")
                            .arg(printable(shared.join(QStringLiteral(", ")))));
    }
    return hypothesis;
}

Hypothesis refusalsCounted(const DiagnosisFacts &facts)
{
    Hypothesis hypothesis = newHypothesis("refusals-counted-as-failures");
    const std::int64_t refusals = facts.refusalsCounted;
    if (facts.clientErrors == 0) {
        ruledOut(hypothesis, DiagnosisText::tr("No answer had a 4xx status."));
        return hypothesis;
    }
    if (refusals == 0) {
        const QString evidence =
            DiagnosisText::tr("Answers with a 4xx status: %1; none of them was recognised as a "
                              "refusal.")
                .arg(count(facts.clientErrors));
        facts.unclassified > 0 ? undecided(hypothesis, evidence) : ruledOut(hypothesis, evidence);
        return hypothesis;
    }
    if (!facts.rightRefusalsCounted) {
        undecided(hypothesis, facts.audit == nullptr
                                  ? DiagnosisText::tr("The audit did not finish, so nobody knows "
                                                      "which refusals were right.")
                                  : DiagnosisText::tr("Which refusals were right, nobody knows."));
        return hypothesis;
    }
    const std::int64_t right = *facts.rightRefusalsCounted;
    if (2 * right > facts.clientErrors + facts.errors) {
        const QString errors =
            facts.errors == 0
                ? QString()
                : QLatin1Char(' ') +
                      text::plural(facts.errors, DiagnosisText::tr("%1 request ended in an error."),
                                   DiagnosisText::tr("%1 requests ended in an error."))
                          .arg(count(facts.errors));
        const QString refused =
            right == refusals
                ? (refusals == 1
                       ? DiagnosisText::tr("The one refusal was right.")
                       : DiagnosisText::tr("All %1 refusals were right.").arg(count(refusals)))
                : text::plural(right, DiagnosisText::tr("%1 of %2 refusals was right."),
                               DiagnosisText::tr("%1 of %2 refusals were right."))
                      .arg(count(right), count(refusals));
        explains(hypothesis, DiagnosisText::tr("%1 % would be called failed. %2%3")
                                 .arg(facts.failedPercent, refused, errors));
        return hypothesis;
    }
    if (facts.unclassified > 0) {
        undecided(hypothesis,
                  DiagnosisText::tr("Answers with a 4xx status: %1; right refusals: "
                                    "%2; answers that were not recognised: %3.")
                      .arg(count(facts.clientErrors), count(right), count(facts.unclassified)));
        return hypothesis;
    }
    ruledOut(hypothesis, DiagnosisText::tr("Right refusals were not the most of it. Answers with a "
                                           "4xx status: %1; right refusals: %2; requests that "
                                           "ended in an error: %3.")
                             .arg(count(facts.clientErrors), count(right), count(facts.errors)));
    return hypothesis;
}

/// How many people hold more than they may.
QString overLimit(const DiagnosisFacts &facts)
{
    const StateFigures &state = facts.audit->state;
    return text::plural(state.duplicatePeople,
                        DiagnosisText::tr("%1 of %2 holders has more than they may."),
                        DiagnosisText::tr("%1 of %2 holders have more than they may."))
        .arg(count(state.duplicatePeople), count(state.distinctUsers));
}

/// Whether the sale was not open to all that came, so that no crowd would have got more.
bool nothingWasOnSale(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    return wasClosed(facts) ||
           (crowd.requests > 0 &&
            told(facts, Outcome::NotStarted) + told(facts, Outcome::Expired) == crowd.requests);
}

/// Whether something of a service of this program keeps people from a second coupon.
bool holdsToOneEach(const DiagnosisFacts &facts)
{
    const Layers &layers = facts.scenario.service.layers;
    return !isOurs(facts) || layers.duplicateCheck || layers.uniqueKey;
}

/// Fills in why nobody can say what people could have taken; false where somebody can.
bool cannotTellOfPeople(const DiagnosisFacts &facts, const CrowdFigures &crowd,
                        Hypothesis &hypothesis)
{
    if (facts.endedEarly) {
        undecided(hypothesis, DiagnosisText::tr("Not everybody asked who was to, as the run was "
                                                "ended early or requests were dropped: who else "
                                                "would have asked was not seen."));
    } else if (!stockAtStart(facts)) {
        undecided(hypothesis, stockUnknown(facts));
    } else if (!isOneEach(facts)) {
        const PredictedService &service = facts.prediction.service;
        undecided(hypothesis,
                  service.knowsLimit
                      ? DiagnosisText::tr("A person may hold other than exactly one, so the number "
                                          "of people alone says nothing of what they could take.")
                      : DiagnosisText::tr("Nobody said how many a person may hold."));
    } else if (nothingWasOnSale(facts, crowd)) {
        undecided(hypothesis, DiagnosisText::tr("Nothing was on sale: nobody could get one, "
                                                "however many asked."));
    } else if (!holdsToOneEach(facts) && !severalEach(facts)) {
        undecided(hypothesis, DiagnosisText::tr("Duplicate check and unique key are off, so "
                                                "nothing holds a person to one coupon."));
    }
    return hypothesis.evidence.size() > 0;
}

Hypothesis tooFewUsers(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    Hypothesis hypothesis = newHypothesis("too-few-users");
    if (cannotTellOfPeople(facts, crowd, hypothesis)) {
        return hypothesis;
    }
    const std::int64_t stock = *stockAtStart(facts);
    const std::int64_t certain = crowd.requests - crowd.people;
    if (severalEach(facts) && facts.refusals == 0) {
        ruledOut(hypothesis, DiagnosisText::tr("Nobody was refused. %1").arg(overLimit(facts)));
    } else if (severalEach(facts) && crowd.people < stock) {
        undecided(hypothesis, DiagnosisText::tr("%1 Which refusals were certain before the run, "
                                                "nobody can say then.")
                                  .arg(overLimit(facts)));
    } else if (crowd.people < stock && certain > 0 && facts.refusals == 0) {
        explains(
            hypothesis,
            DiagnosisText::tr("%1 came from %2. One coupon each: %3 of them could get none.")
                .arg(text::requests(crowd.requests), text::people(crowd.people), count(certain)));
    } else if (crowd.people < stock && certain > 0) {
        explains(
            hypothesis,
            text::plural(certain,
                         DiagnosisText::tr("%1 came from %2. One coupon each: %3 refusal was "
                                           "certain before the run."),
                         DiagnosisText::tr("%1 came from %2. One coupon each: %3 refusals "
                                           "were certain before the run."))
                .arg(text::requests(crowd.requests), text::people(crowd.people), count(certain)));
    } else if (crowd.people < stock) {
        ruledOut(hypothesis, DiagnosisText::tr("%1 asked, each once: no refusal was certain before "
                                               "the run.")
                                 .arg(text::people(crowd.people)));
    } else {
        ruledOut(hypothesis, DiagnosisText::tr("%1 asked; that is enough for %2.")
                                 .arg(text::people(crowd.people), text::coupons(stock)));
    }
    return hypothesis;
}

Hypothesis moreStockThanPeople(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    Hypothesis hypothesis = newHypothesis("more-stock-than-people");
    if (cannotTellOfPeople(facts, crowd, hypothesis)) {
        return hypothesis;
    }
    const std::int64_t stock = *stockAtStart(facts);
    if (crowd.people < stock && !severalEach(facts)) {
        explains(hypothesis, DiagnosisText::tr("%1, %2, one each: there were %3 more than "
                                               "those who asked could take.")
                                 .arg(text::people(crowd.people), text::coupons(stock),
                                      count(stock - crowd.people)));
    } else if (crowd.people < stock) {
        ruledOut(hypothesis, overLimit(facts));
    } else {
        ruledOut(hypothesis, DiagnosisText::tr("%1 could have taken all %2.")
                                 .arg(text::people(crowd.people), count(stock)));
    }
    return hypothesis;
}

bool hasStockFinding(const AuditReport &audit)
{
    const QList<CheckResult> findings = audit.findings();
    return std::any_of(findings.begin(), findings.end(),
                       [](const CheckResult &check) { return isStockFinding(check.id); });
}

/// What is sold out beside damage is not all that there is to say, and nothing to be content with.
void besideDamage(Hypothesis &hypothesis, const AuditReport &audit)
{
    if (!audit.findings().isEmpty()) {
        hypothesis.statement = DiagnosisText::tr("It was sold out");
        hypothesis.advice = DiagnosisText::tr("Look at the findings: this does not explain them.");
    }
}

/// Of several coupons: each has a stock of its own, and only requests for it were told of it.
Hypothesis soldOutOfSeveral(const DiagnosisFacts &facts)
{
    constexpr qsizetype kMostNamed = 10;
    Hypothesis hypothesis = newHypothesis("sold-out");
    QStringList gone;
    std::int64_t soFar = 0;
    std::int64_t unknown = 0;
    std::int64_t over = 0;
    for (const CouponAudit &coupon : facts.audit->coupons) {
        const auto left = stockLeft(coupon.report);
        unknown += left ? 0 : 1;
        const bool isOver = coupon.report.state.initialStockKnown && coupon.report.oversold() > 0;
        over += isOver ? 1 : 0; // such a one was not simply sold out
        if (left && *left <= 0 && !isOver) {
            gone << printable(coupon.name);
            soFar += std::count_if(
                coupon.operations.begin(), coupon.operations.end(), [&facts](std::int64_t place) {
                    return facts.history[static_cast<std::size_t>(place)].outcome ==
                           Outcome::OutOfStock;
                });
        }
    }
    if (!gone.isEmpty()) {
        explains(hypothesis,
                 DiagnosisText::tr("Given out to the last and no further: %1 of %2 "
                                   "coupons: %3. Requests for them that were told \"out of "
                                   "stock\": %4.")
                     .arg(count(gone.size()),
                          count(static_cast<std::int64_t>(facts.audit->coupons.size())),
                          gone.mid(0, kMostNamed).join(QStringLiteral(", ")) +
                              (gone.size() > kMostNamed ? QStringLiteral(", …") : QString()),
                          count(soFar)));
        besideDamage(hypothesis, *facts.audit);
    } else if (const CheckResult *check = untoldCheck(facts, "stock-not-exceeded");
               over > 0 && check != nullptr) { // not all of it need be of this run
        undecided(hypothesis, check->explanation);
    } else if (over > 0) {
        ruledOut(
            hypothesis,
            DiagnosisText::tr("Not simply so: more were written than there were "
                              "to give of %1 of %2 coupons.")
                .arg(count(over), count(static_cast<std::int64_t>(facts.audit->coupons.size()))));
    } else if (unknown > 0) {
        undecided(hypothesis, stockUnknown(facts));
    } else {
        ruledOut(hypothesis, DiagnosisText::tr("Some were left of every coupon."));
    }
    return hypothesis;
}

/// When the stock was used up by the answers, and who came too late.
QString lastAnswered(const DiagnosisFacts &facts, const CrowdFigures &crowd, std::int64_t stock)
{
    const QString at = text::seconds(*crowd.soldOutNs);
    QString evidence = stock == 1 ? DiagnosisText::tr("The one coupon was answered at %1 s").arg(at)
                                  : DiagnosisText::tr("The last of %1 was answered at %2 s")
                                        .arg(text::coupons(stock), at);
    if (crowd.askedAfterwards > 0) {
        evidence +=
            DiagnosisText::tr("; %1 came later.").arg(text::requests(crowd.askedAfterwards));
    } else if (told(facts, Outcome::OutOfStock) > 0) {
        // Written before it was answered: who was refused came between the two.
        evidence += DiagnosisText::tr("; told \"out of stock\" before that answer: %1.")
                        .arg(count(told(facts, Outcome::OutOfStock)));
    } else {
        evidence += QLatin1Char('.');
    }
    return evidence;
}

Hypothesis soldOut(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    if (facts.audit != nullptr && facts.audit->hasSeveralCoupons()) {
        return soldOutOfSeveral(facts);
    }
    Hypothesis hypothesis = newHypothesis("sold-out");
    const auto remaining = stockAtEnd(facts);
    const std::int64_t stock = stockAtStart(facts).value_or(0);
    if (!remaining || !stockAtStart(facts)) {
        undecided(hypothesis, stockUnknown(facts));
    } else if (*remaining > 0) {
        ruledOut(hypothesis, DiagnosisText::tr("Left at the end: %1.").arg(count(*remaining)));
    } else if (stock <= 0) {
        explains(hypothesis, DiagnosisText::tr("There were no coupons to give; %1 came.")
                                 .arg(text::requests(crowd.requests)));
    } else if (const CheckResult *check = untoldCheck(facts, "stock-not-exceeded");
               check != nullptr && facts.audit->oversold() > 0) { // not all need be of this run
        undecided(hypothesis, check->explanation);
    } else if (facts.audit->oversold() > 0) {
        ruledOut(hypothesis, DiagnosisText::tr("Not simply so. Written: %1; there to give: %2.")
                                 .arg(count(facts.audit->state.newRows), count(stock)));
    } else if (mayHaveComeBack(facts)) {
        undecided(hypothesis,
                  DiagnosisText::tr("None of %1 is left at the end, but pieces may have come back "
                                    "meanwhile: what was left at the time of an answer nobody "
                                    "knows.")
                      .arg(count(stock)));
    } else if (crowd.soldOutNs) {
        besideDamage(hypothesis, *facts.audit);
        explains(hypothesis, lastAnswered(facts, crowd, stock));
    } else if (hasStockFinding(*facts.audit) || stockDrift(facts).value_or(0) != 0) {
        undecided(hypothesis, DiagnosisText::tr(
                                  "None of %1 is left (told \"issued\": %2), but the stock is not "
                                  "right: that says nothing of how many were sold.")
                                  .arg(count(stock), count(told(facts, Outcome::Issued))));
    } else {
        besideDamage(hypothesis, *facts.audit);
        explains(hypothesis,
                 DiagnosisText::tr("None of %1 is left. Written: %2; told \"issued\": %3; told "
                                   "\"out of stock\": %4.")
                     .arg(count(stock), count(facts.audit->state.newRows),
                          count(told(facts, Outcome::Issued)),
                          count(told(facts, Outcome::OutOfStock))));
    }
    return hypothesis;
}

/// Of the answers that said that the sale was not open those that others contradict: somebody got
/// a coupon before it was asked for, or asked for one later.
std::int64_t contradictedByCoupons(const DiagnosisFacts &facts)
{
    std::int64_t firstIssued = std::numeric_limits<std::int64_t>::max();
    std::int64_t lastAsked = std::numeric_limits<std::int64_t>::min();
    for (const Operation &operation : facts.history) {
        if (operation.outcome == Outcome::Issued) {
            firstIssued = std::min(firstIssued, operation.returnedNs);
            lastAsked = std::max(lastAsked, operation.invokedNs);
        }
    }
    return std::count_if(
        facts.history.begin(), facts.history.end(), [&](const Operation &operation) {
            return (operation.outcome == Outcome::NotStarted &&
                    operation.invokedNs > firstIssued) ||
                   (operation.outcome == Outcome::Expired && operation.returnedNs < lastAsked);
        });
}

/// Of a service of somebody else, whose hours only its tables can say.
void judgeOutsideSale(Hypothesis &hypothesis, const DiagnosisFacts &facts, std::int64_t answers,
                      const QString &came)
{
    const auto sale = facts.audit == nullptr ? std::nullopt : facts.audit->sale;
    const auto wrong = sale ? static_cast<std::int64_t>(sale->wrong.size()) : 0;
    if (sale && sale->right == answers) {
        explains(hypothesis, came);
        return;
    }
    if (sale && wrong == answers) {
        ruledOut(hypothesis,
                 text::plural(answers,
                              DiagnosisText::tr("The sale was open; %1 answer said that it was "
                                                "not."),
                              DiagnosisText::tr("The sale was open; %1 answers said that it was "
                                                "not."))
                     .arg(count(answers)));
        return;
    }
    QString evidence =
        sale && sale->right + wrong > 0
            ? DiagnosisText::tr("Answers that said so: %1; right by the hours of the sale: %2; "
                                "wrong: %3; of the others nobody knows.")
                  .arg(count(answers), count(sale->right), count(wrong))
            : DiagnosisText::tr("Answers that said so: %1. Whether the sale was open then, nobody "
                                "knows.")
                  .arg(count(answers));
    if (const std::int64_t denied = contradictedByCoupons(facts);
        denied > 0 && !facts.prediction.service.severalCoupons) {
        evidence += QLatin1Char(' ') +
                    DiagnosisText::tr("Of these answers, a coupon that was issued before \"not "
                                      "started\" or after \"expired\" speaks against: %1.")
                        .arg(count(denied));
    }
    undecided(hypothesis, evidence);
}

Hypothesis outsideSale(const DiagnosisFacts &facts)
{
    Hypothesis hypothesis = newHypothesis("outside-sale");
    const std::int64_t before = told(facts, Outcome::NotStarted);
    const std::int64_t after = told(facts, Outcome::Expired);
    if (before + after == 0) {
        if (wasClosed(facts)) {
            explains(hypothesis,
                     DiagnosisText::tr("%1 came while the sale was closed by the hours in the "
                                       "tables; no answer said so.")
                         .arg(text::requests(static_cast<std::int64_t>(facts.history.size()))));
        } else if (facts.unclassified > 0) {
            undecided(hypothesis, notRecognised(facts));
        } else if (!hasRuleFor(facts, {Outcome::NotStarted, Outcome::Expired})) {
            undecided(hypothesis, noRule());
        } else {
            ruledOut(hypothesis, isOurs(facts)
                                     ? DiagnosisText::tr("All requests came within the sale.")
                                     : DiagnosisText::tr("No answer said so."));
        }
        return hypothesis;
    }
    QStringList parts;
    if (before > 0) {
        parts << DiagnosisText::tr("%1 came before the sale").arg(text::requests(before));
    }
    if (after > 0) {
        parts << DiagnosisText::tr("%1 came after the sale").arg(text::requests(after));
    }
    const QString came = parts.join(QStringLiteral(", ")) + QLatin1Char('.');
    if (isOurs(facts)) {
        explains(hypothesis, came);
    } else {
        judgeOutsideSale(hypothesis, facts, before + after, came);
    }
    return hypothesis;
}

Hypothesis idsUnknown(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    Hypothesis hypothesis = newHypothesis("ids-unknown");
    const std::int64_t notFound = told(facts, Outcome::NotFound);
    if (notFound == 0) {
        if (facts.unclassified > 0) {
            undecided(hypothesis, notRecognised(facts));
        } else if (!hasRuleFor(facts, {Outcome::NotFound})) {
            undecided(hypothesis, noRule());
        } else {
            ruledOut(hypothesis, isOurs(facts)
                                     ? DiagnosisText::tr("Every person and the coupon exist.")
                                     : DiagnosisText::tr("No answer said so."));
        }
        return hypothesis;
    }
    const std::int64_t asked = crowd.people - crowd.missingPeople;
    const QString answers = text::plural(notFound, DiagnosisText::tr("%1 answer was \"not found\""),
                                         DiagnosisText::tr("%1 answers were \"not found\""))
                                .arg(count(notFound));
    explains(hypothesis,
             (isOurs(facts)
                  ? DiagnosisText::tr("%1. Of %3 ids that asked not in the table: %2 (first: %4), "
                                      "there: %5.")
                  : DiagnosisText::tr("%1. Of %3 people told so: %2 (first: %4), not: %5."))
                 .arg(answers, count(crowd.missingPeople), count(crowd.people),
                      facts.people.nameOf(crowd.firstMissing), count(asked)));
    return hypothesis;
}

} // namespace

QList<Hypothesis> analyseCrowd(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    return {oneCallerOnly(facts, crowd),       refusalsCounted(facts), tooFewUsers(facts, crowd),
            moreStockThanPeople(facts, crowd), soldOut(facts, crowd),  outsideSale(facts),
            idsUnknown(facts, crowd)};
}

} // namespace stampede
