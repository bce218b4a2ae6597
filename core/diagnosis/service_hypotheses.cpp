// SPDX-License-Identifier: MIT
#include "diagnosis/analysis.h"

#include "text/number_text.h"

#include <algorithm>

namespace stampede {

namespace {

using text::count;

constexpr std::uint16_t kLockWaitTimeout = 1205;
constexpr std::uint16_t kRowChanged = 1020;

bool areSeveral(const DiagnosisFacts &facts)
{
    return facts.audit != nullptr && facts.audit->hasSeveralCoupons();
}

/// Of several coupons the one that lost most decrements, else one that fell below zero, else one
/// that drifted the other way: what is too many of another does not make it good.
const AuditReport &worstStock(const AuditReport &audit)
{
    const auto rank = [](const AuditReport &report) {
        const std::int64_t drift = stockDrift(report).value_or(0);
        const std::int64_t left = stockLeft(report).value_or(0);
        return drift < 0   ? std::pair(0, drift)
               : left < 0  ? std::pair(1, left)
               : drift > 0 ? std::pair(2, -drift)
                           : std::pair(3, std::int64_t{0});
    };
    const AuditReport *worst = &audit;
    std::pair<int, std::int64_t> least(3, 0);
    for (const CouponAudit &coupon : audit.coupons) {
        if (rank(coupon.report) < least) {
            worst = &coupon.report;
            least = rank(coupon.report);
        }
    }
    return *worst;
}

/// What was written and was not taken off the stock.
void tellLost(Hypothesis &hypothesis, const DiagnosisFacts &facts, const CrowdFigures &crowd,
              StockCause cause)
{
    const AuditReport &worst = worstStock(*facts.audit);
    const std::int64_t n = -stockDrift(worst).value_or(0);
    const QString lost = count(n);
    const QString written = count(worst.state.newRows);
    const QString untaken =
        text::plural(n, DiagnosisText::tr("%1 of %2 was not taken off the stock"),
                     DiagnosisText::tr("%1 of %2 were not taken off the stock"))
            .arg(lost, text::coupons(worst.state.newRows));
    if (cause == StockCause::WroteOver) {
        QString evidence = text::plural(n, DiagnosisText::tr("%1 of %2 decrements was lost."),
                                        DiagnosisText::tr("%1 of %2 decrements were lost."))
                               .arg(lost, written);
        if (const CheckResult *check = failedCheck(facts, "stock-adds-up")) {
            evidence += check->proof.isEmpty() ? QString() : QLatin1Char(' ') + check->proof;
        }
        explains(hypothesis, evidence);
    } else if (cause == StockCause::NobodyMet) {
        ruledOut(hypothesis,
                 DiagnosisText::tr("%1, but no two requests that may have written met: there was "
                                   "nothing to write over.")
                     .arg(untaken));
    } else if (cause == StockCause::NothingTaken) {
        ruledOut(hypothesis,
                 DiagnosisText::tr("None of %1 was taken off the stock. Of requests that write "
                                   "over each other at least one leaves its mark.")
                     .arg(text::coupons(worst.state.newRows)));
    } else if (cause == StockCause::OverOrUnlooked) {
        undecided(hypothesis,
                  DiagnosisText::tr(
                      "%1, and nothing is left. Requests that write over each other leave that, "
                      "and so do a guarded subtraction (… WHERE left > 0) that took nothing and "
                      "that nobody looked at, and a service that does not take every coupon off: "
                      "rows and answers are the same for all of them.")
                      .arg(untaken));
    } else {
        undecided(hypothesis,
                  DiagnosisText::tr(
                      "%1; up to %2 requests that wrote were under way together. Requests that "
                      "write over each other leave that, and so does a service that "
                      "does not take every coupon off: rows and answers are the same for both.")
                      .arg(untaken, count(crowd.mostMaybeWriting)));
    }
}

/// A stock that adds up and fell below zero.
void tellBelowZero(Hypothesis &hypothesis, const DiagnosisFacts &facts, StockCause cause)
{
    const AuditReport &worst = worstStock(*facts.audit);
    const QString below = count(-stockLeft(worst).value_or(0));
    hypothesis.statement =
        DiagnosisText::tr("Requests looked at a stock that others were about to change");
    if (cause == StockCause::BelowUnmet) {
        ruledOut(hypothesis,
                 DiagnosisText::tr("The stock fell %1 below zero, but no two requests that may "
                                   "have written met: nobody looks at it, or the look lets too "
                                   "many through.")
                     .arg(below));
    } else if (cause == StockCause::StaleOrUnlooked) {
        undecided(hypothesis,
                  DiagnosisText::tr("The stock fell %1 below zero, every coupon was taken off, and "
                                    "nobody was told \"out of stock\". Either requests looked at "
                                    "the stock before others had taken theirs, or nobody looks at "
                                    "it: rows and answers are the same for both.")
                      .arg(below));
    } else {
        undecided(hypothesis,
                  DiagnosisText::tr(
                      "The stock fell %1 below zero and every coupon was taken off, "
                      "though people were told \"out of stock\" (times: %2). Either "
                      "requests looked at the stock before others had taken theirs, "
                      "or the look lets too many through: rows and answers are the same for both.")
                      .arg(below, count(static_cast<std::int64_t>(
                                      facts.outcomes.of(Outcome::OutOfStock)))));
    }
}

Hypothesis race(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    Hypothesis hypothesis = newHypothesis("race");
    const StockCause cause = stockCause(facts, crowd);
    switch (cause) {
    case StockCause::NotKnown:
        undecided(hypothesis, stockUnknown(facts));
        return hypothesis;
    case StockCause::Surplus:
        if (mayHaveComeBack(facts)) {
            undecided(hypothesis,
                      DiagnosisText::tr("More is gone from the stock than rows stand for (%1), and "
                                        "pieces may have come back meanwhile: nobody knows "
                                        "whether a decrement was lost.")
                          .arg(count(stockDrift(worstStock(*facts.audit)).value_or(0))));
            return hypothesis;
        }
        ruledOut(hypothesis, DiagnosisText::tr("No decrement was lost. It is the other way round: "
                                               "gone from the stock without a row: %1.")
                                 .arg(count(stockDrift(worstStock(*facts.audit)).value_or(0))));
        return hypothesis;
    case StockCause::WroteOver:
    case StockCause::NobodyMet:
    case StockCause::NothingTaken:
    case StockCause::OverOrUnlooked:
    case StockCause::OverOrUntaken:
        tellLost(hypothesis, facts, crowd, cause);
        return hypothesis;
    case StockCause::BelowUnmet:
    case StockCause::StaleOrUnlooked:
    case StockCause::StaleOrLax:
        tellBelowZero(hypothesis, facts, cause);
        return hypothesis;
    case StockCause::None:
        break;
    }
    const AuditReport &audit = *facts.audit;
    if (mayHaveComeBack(facts)) {
        undecided(
            hypothesis,
            DiagnosisText::tr("At the end the stock agrees with the rows, but pieces may have come "
                              "back meanwhile: what was lost on the way down and on the way "
                              "up can make up for each other."));
        return hypothesis;
    }
    if (audit.state.newRows == 0) {
        ruledOut(hypothesis, DiagnosisText::tr("No coupon was written and none was taken off the "
                                               "stock, so this run could not have shown one."));
        return hypothesis;
    }
    QString evidence =
        DiagnosisText::tr(
            "Every coupon written took exactly one from the stock: %1 down, %1 "
            "written. (That no error appeared would not have proved it: a lost update "
            "raises none.)")
            .arg(count(audit.state.newRows)); // as nothing drifted
    if (crowd.mostMaybeWriting < 2) {
        evidence += QLatin1Char(' ') + DiagnosisText::tr("At most one request wrote at a time, so "
                                                         "this run could not have shown one.");
    }
    ruledOut(hypothesis, evidence);
    return hypothesis;
}

Hypothesis duplicates(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    Hypothesis hypothesis = newHypothesis("duplicates");
    if (!seesRows(facts)) {
        if (const CheckResult *check = failedCheck(facts, "announced-once")) {
            explains(hypothesis, check->explanation);
        } else {
            undecided(hypothesis, rowsUnknown(facts));
        }
        return hypothesis;
    }
    const StateFigures &state = facts.audit->state;
    if (const CheckResult *check = untoldCheck(facts, "one-per-user");
        check != nullptr && state.duplicatePeople > 0) {
        undecided(hypothesis, check->explanation);
    } else if (state.duplicatePeople > 0) {
        explains(hypothesis,
                 DiagnosisText::tr("%1 with more than they may have; coupons too many: %2.")
                     .arg(text::people(state.duplicatePeople), count(facts.audit->duplicates())));
    } else if (areSeveral(facts)) {
        ruledOut(hypothesis, DiagnosisText::tr("%1 of %2 coupons; nobody has more of one than "
                                               "they may. Tries at a second one of the same: %3.")
                                 .arg(text::rows(state.rows),
                                      count(static_cast<std::int64_t>(facts.audit->coupons.size())),
                                      count(crowd.furtherTries)));
    } else if (state.rows == 0) {
        ruledOut(hypothesis,
                 DiagnosisText::tr("No coupon was written, so the rule was never tried."));
    } else if (facts.audit->rules.givesBack) { // whoever asks again may have given theirs back
        ruledOut(
            hypothesis,
            DiagnosisText::tr("%1, %2. At the end nobody has more than they may; pieces may "
                              "have come back meanwhile, so nobody knows who had several before.")
                .arg(text::coupons(state.rows), text::people(state.distinctUsers)));
    } else if (crowd.furtherTries == 0 && crowd.requests == crowd.people) {
        ruledOut(hypothesis,
                 DiagnosisText::tr("%1, %2; nobody asked twice, so the "
                                   "rule was never tried.")
                     .arg(text::coupons(state.rows), text::people(state.distinctUsers)));
    } else if (crowd.furtherTries == 0) {
        ruledOut(hypothesis,
                 DiagnosisText::tr("%1, %2; no try at a second one was seen.")
                     .arg(text::coupons(state.rows), text::people(state.distinctUsers)));
    } else if (!isOneEach(facts)) {
        ruledOut(hypothesis,
                 DiagnosisText::tr("%1, %2; nobody has more than they may.")
                     .arg(text::coupons(state.rows), text::people(state.distinctUsers)));
    } else if (crowd.furtherTries == 1) {
        ruledOut(hypothesis, DiagnosisText::tr("%1, %2; one try at a second one did not get it; "
                                               "while the first was still under way: %3.")
                                 .arg(text::coupons(state.rows), text::people(state.distinctUsers),
                                      count(crowd.overlappingTries)));
    } else {
        ruledOut(hypothesis, DiagnosisText::tr("%1, %2; none of %3 tries at a second one got it, "
                                               "%4 of them while the first was still under way.")
                                 .arg(text::coupons(state.rows), text::people(state.distinctUsers),
                                      count(crowd.furtherTries), count(crowd.overlappingTries)));
    }
    return hypothesis;
}

/// That of sold out was said too early, which a check of the audit found, or could not.
void tellTooEarly(Hypothesis &hypothesis, const DiagnosisFacts &facts)
{
    const CheckResult *check = failedCheck(facts, "sold-out-true");
    check = check == nullptr ? failedCheck(facts, "refusals-justified") : check;
    if (check == nullptr) {
        check = untoldCheck(facts, "sold-out-true");
        check = check == nullptr ? untoldCheck(facts, "refusals-justified") : check;
        undecided(hypothesis, check == nullptr
                                  ? DiagnosisText::tr("What was still there at the time could not "
                                                      "be told.")
                                  : check->explanation);
    } else if (areSeveral(facts)) { // no stock of theirs all is the one that they were told of
        explains(hypothesis,
                 DiagnosisText::tr("Told so too early: %1. %2")
                     .arg(text::people(facts.audit->toldSoldOutTooEarly), check->explanation));
    } else {
        explains(hypothesis, DiagnosisText::tr("Told so before coupon number %2 was asked for: %1. "
                                               "First: %3")
                                 .arg(text::people(facts.audit->toldSoldOutTooEarly),
                                      count(stockAtStart(facts).value_or(0)), check->proof));
    }
}

Hypothesis soldOutTooEarly(const DiagnosisFacts &facts)
{
    Hypothesis hypothesis = newHypothesis("sold-out-too-early");
    const auto known = stockAtStart(facts);
    const QString stock = count(known.value_or(0));
    if (facts.outcomes.of(Outcome::OutOfStock) == 0) {
        undecided(hypothesis, facts.unclassified > 0
                                  ? notRecognised(facts)
                                  : DiagnosisText::tr("Nobody was told \"out of stock\"."));
        return hypothesis;
    }
    if (facts.audit == nullptr) {
        undecided(hypothesis, DiagnosisText::tr("The audit did not finish."));
        return hypothesis;
    }
    if (wasClosed(facts)) { // whoever asked got none, whatever was left
        undecided(hypothesis, DiagnosisText::tr("Nothing was on sale: nobody could get one, "
                                                "however many asked."));
        return hypothesis;
    }
    if (facts.audit->toldSoldOutTooEarly > 0 && facts.audit->state.lostWrites > 0 &&
        !isOurs(facts)) { // with the rows that are missing it may have been right
        undecided(hypothesis,
                  DiagnosisText::tr("Told so: %1. Told \"issued\" and without a row: %2. When all "
                                    "had gone nobody knows.")
                      .arg(text::people(facts.audit->toldSoldOutTooEarly),
                           text::people(facts.audit->state.lostWrites)));
        return hypothesis;
    }
    if (facts.audit->toldSoldOutTooEarly > 0) {
        tellTooEarly(hypothesis, facts);
        return hypothesis;
    }
    const auto made = [&facts](const char *id) {
        return (isOurs(facts) || facts.audit->check(QString::fromLatin1(id)) != nullptr) &&
               couldJudge(*facts.audit, id);
    };
    const bool couldTell =
        made("sold-out-true") && made("refusals-justified") && !mayHaveComeBack(facts);
    if (areSeveral(facts) && couldTell) {
        ruledOut(hypothesis,
                 DiagnosisText::tr("Every \"out of stock\" came when all of that coupon "
                                   "had been asked for."));
        return hypothesis;
    }
    if (!known || !couldTell) {
        undecided(hypothesis,
                  known ? DiagnosisText::tr("What was still there at the time could not be "
                                            "told.")
                        : stockUnknown(facts));
        return hypothesis;
    }
    ruledOut(
        hypothesis,
        DiagnosisText::tr("Every \"out of stock\" came when all coupons (%1) had been asked for.")
            .arg(stock));
    return hypothesis;
}

/// How often requests waited for a row, which is no failure; empty where nobody counted it.
QString waitsCounted(const DiagnosisFacts &facts)
{
    // A server that was killed counts from its new start on, and a request that failed may have
    // failed for its wait.
    return facts.lockWaits && facts.kills == 0 && facts.errors == 0
               ? QLatin1Char(' ') + DiagnosisText::tr("Waits for row locks, which are no failure: "
                                                      "%1.")
                                        .arg(count(*facts.lockWaits))
               : QString();
}

/// What only the service itself saw of a service over HTTP.
Hypothesis contentionOverHttp(const DiagnosisFacts &facts)
{
    Hypothesis hypothesis = newHypothesis("contention-storm");
    const auto gaveUp = static_cast<std::int64_t>(facts.outcomes.of(Outcome::Contention));
    const auto errors = static_cast<std::int64_t>(facts.outcomes.of(Outcome::ServerError));
    const auto unanswered =
        static_cast<std::int64_t>(facts.outcomes.of(Outcome::Unknown)) - facts.unclassified;
    const std::int64_t deadlocks = facts.deadlocks.value_or(0);
    const QString counted = facts.deadlocks ? count(deadlocks) : DiagnosisText::tr("unknown");
    // A server counts for everybody who uses it: single deadlocks may be somebody else's.
    if (gaveUp > 0 || (errors > 0 && 2 * deadlocks >= errors)) {
        explains(hypothesis,
                 DiagnosisText::tr("Deadlocks that the database server counted in %1: %2; answers "
                                   "that meant contention: %3; other server errors: %4.")
                     .arg(text::duration(facts.lengthNs), counted, count(gaveUp), count(errors)));
    } else if (!facts.deadlocks) {
        undecided(
            hypothesis,
            facts.scenario.target.audit.rows == TargetRows::None
                ? rowsUnknown(facts)
                : DiagnosisText::tr("The server does not give these counters to this account."));
    } else if (facts.unclassified > 0) {
        undecided(hypothesis, notRecognised(facts));
    } else if (errors + unanswered > 0) {
        undecided(hypothesis,
                  DiagnosisText::tr("Deadlocks: %1; no answer meant contention. What was behind "
                                    "server errors (%2) and requests without an answer (%3) "
                                    "nobody knows.")
                      .arg(count(deadlocks), count(errors), count(unanswered)));
    } else if (!hasRuleFor(facts, {Outcome::Contention})) {
        undecided(hypothesis, noRule());
    } else {
        ruledOut(
            hypothesis,
            DiagnosisText::tr("Deadlocks: %1; no answer meant contention.").arg(count(deadlocks)) +
                waitsCounted(facts));
    }
    return hypothesis;
}

Hypothesis contentionStorm(const DiagnosisFacts &facts)
{
    if (!isOurs(facts)) {
        return contentionOverHttp(facts);
    }
    Hypothesis hypothesis = newHypothesis("contention-storm");
    const auto gaveUp = static_cast<std::int64_t>(facts.outcomes.of(Outcome::Contention));
    // A server that was killed counts from its new start on.
    const QString deadlocks =
        !facts.deadlocks ? DiagnosisText::tr("unknown")
        : facts.kills > 0
            ? DiagnosisText::tr("%1 since the server's new start").arg(count(*facts.deadlocks))
            : count(*facts.deadlocks);
    std::int64_t timeouts = 0;
    std::int64_t changed = 0;
    for (const Operation &operation : facts.history) {
        timeouts += operation.errorCode == kLockWaitTimeout ? 1 : 0;
        changed += operation.errorCode == kRowChanged ? 1 : 0;
    }
    const auto requests = static_cast<std::int64_t>(facts.history.size());
    // More than one retry for ten requests is felt by everybody who asks.
    if (gaveUp > 0 || facts.retries * 10 > requests) {
        explains(hypothesis,
                 DiagnosisText::tr("Deadlocks: %1, lock waits that ran out: %2, changed rows: %3, "
                                   "in %4; further transactions: %5, requests that gave up: %6.")
                     .arg(deadlocks, count(timeouts), count(changed),
                          text::duration(facts.lengthNs), count(facts.retries), count(gaveUp)));
    } else if (!facts.deadlocks) {
        undecided(hypothesis,
                  DiagnosisText::tr("The server does not give these counters to this account."));
    } else {
        ruledOut(hypothesis, DiagnosisText::tr("Deadlocks: %1; requests that gave up: %2.")
                                     .arg(deadlocks, count(gaveUp)) +
                                 waitsCounted(facts));
    }
    return hypothesis;
}

/// Of a service whose protections nobody gave only its unique key can be seen.
Hypothesis unprotectedOverHttp(const DiagnosisFacts &facts)
{
    Hypothesis hypothesis = newHypothesis("unprotected");
    const CheckResult *key =
        facts.audit == nullptr ? nullptr : facts.audit->check(QStringLiteral("unique-key-there"));
    const bool missing = key != nullptr && key->verdict == CheckVerdict::Fail;
    const std::int64_t several =
        key != nullptr && seesRows(facts) ? facts.audit->state.duplicatePeople : 0;
    if (const CheckResult *check = untoldCheck(facts, "one-per-user");
        missing && several > 0 && check != nullptr) {
        undecided(hypothesis, check->explanation);
    } else if (missing && several > 0) {
        explains(
            hypothesis,
            text::plural(several,
                         DiagnosisText::tr("No unique key stops a second coupon, and in this run "
                                           "%1 person came to hold more than they may."),
                         DiagnosisText::tr("No unique key stops a second coupon, and in this run "
                                           "%1 people came to hold more than they may."))
                .arg(count(several)));
    } else if (missing) {
        undecided(
            hypothesis,
            DiagnosisText::tr("No unique key would stop a second coupon; nobody got more "
                              "than they may, so it is not the cause of anything here. How else "
                              "the service protects itself, nobody said."));
    } else if (key != nullptr && key->verdict == CheckVerdict::Pass) {
        undecided(hypothesis,
                  DiagnosisText::tr("The unique key is there. How else the service protects "
                                    "itself, nobody said."));
    } else {
        undecided(hypothesis, DiagnosisText::tr("How the service protects itself, nobody said."));
    }
    return hypothesis;
}

/// The protections that are off or not there, and whether what they are for has happened.
struct MissingProtections
{
    QStringList names;
    bool harmful = false;
};

MissingProtections missingProtections(const DiagnosisFacts &facts)
{
    const Layers &layers = facts.scenario.service.layers;
    const bool drifted =
        stockDrift(facts).value_or(0) != 0 || failedCheck(facts, "stock-not-exceeded") != nullptr;
    const bool several = seesRows(facts) && facts.audit->state.duplicatePeople > 0;
    MissingProtections missing;
    const auto add = [&missing](const QString &name, bool isHarmful) {
        missing.names << name;
        missing.harmful = missing.harmful || isHarmful;
    };
    if (!layers.rowLock) {
        add(DiagnosisText::tr("row lock"), drifted);
    }
    if (!layers.duplicateCheck) {
        add(DiagnosisText::tr("duplicate check"), several);
    }
    if (!layers.uniqueKey || failedCheck(facts, "unique-key-there") != nullptr) {
        add(DiagnosisText::tr("unique key"), several);
    }
    return missing;
}

Hypothesis unprotected(const DiagnosisFacts &facts)
{
    if (!isOurs(facts)) {
        return unprotectedOverHttp(facts);
    }
    Hypothesis hypothesis = newHypothesis("unprotected");
    const MissingProtections missing = missingProtections(facts);
    if (missing.names.isEmpty()) {
        const auto blocked = static_cast<std::int64_t>(
            std::count_if(facts.history.begin(), facts.history.end(), [](const Operation &each) {
                return each.outcome == Outcome::AlreadyIssued &&
                       each.errorCode >= Operation::kLeastDatabaseError;
            }));
        const StrategyKind strategy = facts.scenario.service.strategy;
        if (!seesRows(facts) || facts.audit->state.newRows == 0) {
            ruledOut(hypothesis,
                     DiagnosisText::tr("All were on. No coupon is known to have been written, so "
                                       "nothing put them to the test."));
            return hypothesis;
        }
        ruledOut(
            hypothesis,
            strategy == StrategyKind::Pessimistic
                ? DiagnosisText::tr("Row lock, duplicate check and unique key were all on. Sent "
                                    "away as holders: by the check %1, by the key %2.")
                      .arg(count(static_cast<std::int64_t>(
                                     facts.outcomes.of(Outcome::AlreadyIssued)) -
                                 blocked),
                           count(blocked))
                : DiagnosisText::tr("The strategy %1 and the unique key were on (blocked by the "
                                    "key: %2).")
                      .arg(strategyKey(strategy), count(blocked)));
        return hypothesis;
    }
    const QString names = missing.names.join(QStringLiteral(", "));
    if (missing.harmful) {
        explains(hypothesis,
                 DiagnosisText::tr("Off or missing: %1. The audit found damage.").arg(names));
    } else {
        undecided(
            hypothesis,
            seesRows(facts)
                ? DiagnosisText::tr("Off or missing: %1. It did no damage in this run.").arg(names)
                : DiagnosisText::tr("Off or missing: %1. Whether it did damage was not seen.")
                      .arg(names));
    }
    return hypothesis;
}

Hypothesis hiddenRetry(const DiagnosisFacts &facts)
{
    Hypothesis hypothesis = newHypothesis("hidden-retry");
    const auto either = static_cast<std::int64_t>(facts.outcomes.of(Outcome::NotIssued));
    if (facts.outcomes.of(Outcome::AlreadyIssued) == 0) {
        undecided(hypothesis,
                  either > 0 ? DiagnosisText::tr("No answer said \"already issued\" alone, and "
                                                 "\"not issued\" may mean that nothing was left: "
                                                 "%1.")
                                   .arg(count(either))
                  : facts.unclassified > 0
                      ? notRecognised(facts)
                      : DiagnosisText::tr("Nobody was told \"already issued\"."));
        return hypothesis;
    }
    if (!seesRows(facts)) {
        undecided(hypothesis, rowsUnknown(facts));
        return hypothesis;
    }
    const std::int64_t n = facts.audit->state.hiddenRetries;
    if (const CheckResult *announced = untoldCheck(facts, "stored-was-announced");
        n > 0 && announced != nullptr) {
        undecided(hypothesis, announced->explanation);
    } else if (n > 0 && !isOurs(facts)) {
        undecided(hypothesis,
                  text::plural(n,
                               DiagnosisText::tr("%1 person has a row of this run and was told "
                                                 "nothing but \"already issued\". Either something "
                                                 "on the way repeats requests, or the service says "
                                                 "so to somebody whom it has just given one."),
                               DiagnosisText::tr("%1 people have a row of this run and were told "
                                                 "nothing but \"already issued\". Either something "
                                                 "on the way repeats requests, or the service says "
                                                 "so to people whom it has just given one."))
                      .arg(count(n)));
    } else if (n > 0) {
        explains(hypothesis,
                 DiagnosisText::tr("%1 with a row, told \"already issued\" and never \"issued\".")
                     .arg(text::people(n)));
    } else if (mayHaveComeBack(facts) && !couldJudge(*facts.audit, "issued-is-stored")) {
        // Rows that a condition hides are looked at too, those that were deleted are not.
        undecided(hypothesis,
                  DiagnosisText::tr("Pieces may have come back meanwhile, and their rows are gone: "
                                    "nobody knows to whom one was given without a word."));
    } else if (!couldJudge(*facts.audit, "stored-was-announced")) {
        undecided(hypothesis,
                  DiagnosisText::tr("Whether everybody with a new coupon was told so could not be "
                                    "judged."));
    } else if (facts.audit->state.newRows == 0) {
        ruledOut(hypothesis, DiagnosisText::tr("No row is new."));
    } else if (either > 0 && facts.audit->state.unannounced > 0) {
        undecided(hypothesis,
                  text::plural(facts.audit->state.unannounced,
                               DiagnosisText::tr("%1 person has a new coupon that nobody told "
                                                 "them of; \"not issued\" can mean that they "
                                                 "had it already."),
                               DiagnosisText::tr("%1 people have a new coupon that nobody told "
                                                 "them of; \"not issued\" can mean that they "
                                                 "had it already."))
                      .arg(count(facts.audit->state.unannounced)));
    } else {
        ruledOut(hypothesis, DiagnosisText::tr("Nobody got a new coupon and was told nothing but "
                                               "\"already issued\"."));
    }
    return hypothesis;
}

Hypothesis promisesLost(const DiagnosisFacts &facts)
{
    Hypothesis hypothesis = newHypothesis("promises-lost");
    if (!seesRows(facts)) {
        undecided(hypothesis, rowsUnknown(facts));
        return hypothesis;
    }
    const std::int64_t lost = facts.audit->state.lostWrites;
    const QString killed =
        facts.kills == 1
            ? DiagnosisText::tr("The server was killed once")
            : DiagnosisText::tr("The server was killed %1 times").arg(count(facts.kills));
    if (facts.kills > 0 && lost > 0) {
        explains(hypothesis, text::plural(lost,
                                          DiagnosisText::tr("%1, and %2 confirmed coupon is "
                                                            "missing."),
                                          DiagnosisText::tr("%1, and %2 confirmed coupons are "
                                                            "missing."))
                                 .arg(killed, count(lost)));
    } else if (facts.kills > 0) {
        ruledOut(hypothesis,
                 DiagnosisText::tr("%1, and every confirmed coupon is there.").arg(killed));
    } else if (!isOurs(facts)) {
        // Whether somebody else's server was restarted meanwhile, nobody looked.
        undecided(hypothesis, lost > 0
                                  ? DiagnosisText::tr("Confirmed and missing: %1; this run killed "
                                                      "no server: look at the service first.")
                                        .arg(text::coupons(lost))
                                  : DiagnosisText::tr("This run killed no server and nothing is "
                                                      "missing, so durability was not put to the "
                                                      "test."));
    } else {
        // A server that was not killed has no occasion to forget; then the service answered too
        // early.
        undecided(hypothesis,
                  lost > 0 ? DiagnosisText::tr("Confirmed and missing: %1; but nothing was killed "
                                               "in this run: look at the service first.")
                                 .arg(text::coupons(lost))
                           : DiagnosisText::tr("Nothing was killed and nothing is missing, so "
                                               "durability was not put to the test."));
    }
    return hypothesis;
}

const CheckResult *checkThatIs(CheckVerdict verdict, const DiagnosisFacts &facts, const char *id)
{
    const CheckResult *check =
        facts.audit == nullptr ? nullptr : facts.audit->check(QString::fromLatin1(id));
    return check != nullptr && check->verdict == verdict ? check : nullptr;
}

} // namespace

const CheckResult *failedCheck(const DiagnosisFacts &facts, const char *id)
{
    return checkThatIs(CheckVerdict::Fail, facts, id);
}

const CheckResult *untoldCheck(const DiagnosisFacts &facts, const char *id)
{
    return checkThatIs(CheckVerdict::Inconclusive, facts, id);
}

StockCause stockCause(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    if (facts.audit == nullptr) {
        return StockCause::NotKnown;
    }
    const AuditReport &worst = worstStock(*facts.audit);
    const auto drift = stockDrift(worst);
    const auto left = stockLeft(worst);
    if (!drift || !left) {
        return StockCause::NotKnown;
    }
    const bool met = crowd.mostMaybeWriting > 1;
    if (*drift < 0) {
        return isOurs(facts)                    ? StockCause::WroteOver
               : !met                           ? StockCause::NobodyMet
               : -*drift == worst.state.newRows ? StockCause::NothingTaken
               : *left <= 0                     ? StockCause::OverOrUnlooked
                                                : StockCause::OverOrUntaken;
    }
    if (*drift > 0) {
        return StockCause::Surplus;
    }
    const bool wasBelow = worst.state.initialStockKnown && worst.state.initialStock < 0;
    if (*left >= 0 || wasBelow) {
        return StockCause::None;
    }
    return !met                                          ? StockCause::BelowUnmet
           : facts.outcomes.of(Outcome::OutOfStock) == 0 ? StockCause::StaleOrUnlooked
                                                         : StockCause::StaleOrLax;
}

QString eitherCause(StockCause cause)
{
    switch (cause) {
    case StockCause::OverOrUnlooked:
        return DiagnosisText::tr("either requests wrote over each other, or a guarded subtraction "
                                 "took nothing and nobody looked, or not every coupon is taken "
                                 "off the stock");
    case StockCause::OverOrUntaken:
        return DiagnosisText::tr("either requests wrote over each other, or not every coupon is "
                                 "taken off the stock");
    case StockCause::StaleOrUnlooked:
        return DiagnosisText::tr("either requests looked at the stock before others had taken "
                                 "theirs, or nobody looks at it");
    case StockCause::StaleOrLax:
        return DiagnosisText::tr("either requests looked at the stock before others had taken "
                                 "theirs, or the look lets too many through");
    case StockCause::NotKnown:
    case StockCause::None:
    case StockCause::Surplus:
    case StockCause::WroteOver:
    case StockCause::NobodyMet:
    case StockCause::NothingTaken:
    case StockCause::BelowUnmet:
        return {};
    }
    return {};
}

QList<Hypothesis> analyseService(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    return {race(facts, crowd),     duplicates(facts, crowd), soldOutTooEarly(facts),
            contentionStorm(facts), unprotected(facts),       hiddenRetry(facts),
            promisesLost(facts)};
}

} // namespace stampede
