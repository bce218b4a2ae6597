#include "diagnosis/weighing.h"

#include "text/number_text.h"

#include <algorithm>

namespace stampede {

namespace {

using text::count;

constexpr std::uint16_t kLockWaitTimeout = 1205;
constexpr std::uint16_t kRowChanged = 1020;

const CheckResult *failedCheck(const DiagnosisFacts &facts, const char *id)
{
    const CheckResult *check =
        facts.audit == nullptr ? nullptr : facts.audit->check(QString::fromLatin1(id));
    return check != nullptr && check->verdict == CheckVerdict::Fail ? check : nullptr;
}

bool areSeveral(const DiagnosisFacts &facts)
{
    return facts.audit != nullptr && facts.audit->coupons.size() > 1;
}

/// Of several coupons the one that lost most decrements: what is too many of another does not make
/// it good.
const StateFigures &mostDrifted(const AuditReport &audit)
{
    const auto rank = [](std::int64_t drift) {
        return drift > 0 ? 0 : std::min<std::int64_t>(drift, 0);
    };
    const StateFigures *most = &audit.state;
    std::int64_t worst = 1; // a drift of either sign comes before none
    for (const CouponAudit &coupon : audit.coupons) {
        const StateFigures &state = coupon.report.state;
        if (state.drift.value_or(0) != 0 && rank(*state.drift) < worst) {
            most = &state;
            worst = rank(*state.drift);
        }
    }
    return *most;
}

Hypothesis race(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    Hypothesis hypothesis = newHypothesis("race");
    const auto found = stockDrift(facts);
    if (!found) {
        undecided(hypothesis, stockUnknown(facts));
        return hypothesis;
    }
    const StateFigures &state = mostDrifted(*facts.audit);
    const std::int64_t drift = &state == &facts.audit->state ? *found : *state.drift;
    if (drift < 0) {
        QString evidence = DiagnosisText::tr("%1 of %2 decrements were lost.")
                               .arg(count(-drift), count(state.newRows));
        if (const CheckResult *check = failedCheck(facts, "stock-adds-up")) {
            evidence += check->proof.isEmpty() ? QString() : QLatin1Char(' ') + check->proof;
        }
        explains(hypothesis, evidence);
        return hypothesis;
    }
    if (drift > 0) {
        ruledOut(hypothesis, DiagnosisText::tr("No decrement was lost: %1 pieces of stock went "
                                               "without a coupon, which is the other way round.")
                                 .arg(count(drift)));
        return hypothesis;
    }
    QString evidence =
        DiagnosisText::tr(
            "Every coupon written took exactly one from the stock: %1 down, %2 "
            "written. (That no error appeared would not have proved it: a lost update "
            "raises none.)")
            .arg(count(state.initialStock - *stockAtEnd(facts)), count(state.newRows));
    if (crowd.mostWritersAtOnce < 2) {
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
    if (state.duplicatePeople > 0) {
        explains(hypothesis,
                 DiagnosisText::tr("%1 people hold %2 coupons too many.")
                     .arg(count(state.duplicatePeople), count(facts.audit->duplicates())));
    } else if (areSeveral(facts)) {
        ruledOut(hypothesis, DiagnosisText::tr("%1 rows of %2 coupons; nobody has more of one than "
                                               "they may. Tries at a second one of the same: %3.")
                                 .arg(count(state.rows),
                                      count(static_cast<std::int64_t>(facts.audit->coupons.size())),
                                      count(crowd.furtherTries)));
    } else if (crowd.furtherTries == 0) {
        ruledOut(hypothesis, DiagnosisText::tr("%1 coupons, %2 people; nobody asked twice, so the "
                                               "rule was never tried.")
                                 .arg(count(state.rows), count(state.distinctUsers)));
    } else if (!isOneEach(facts)) {
        ruledOut(hypothesis,
                 DiagnosisText::tr("%1 coupons, %2 people; nobody has more than they may.")
                     .arg(count(state.rows), count(state.distinctUsers)));
    } else {
        ruledOut(hypothesis, DiagnosisText::tr(
                                 "%1 coupons, %2 people; none of %3 tries at a second one got it, "
                                 "%4 of them while the first was still under way.")
                                 .arg(count(state.rows), count(state.distinctUsers),
                                      count(crowd.furtherTries), count(crowd.overlappingTries)));
    }
    return hypothesis;
}

Hypothesis soldOutTooEarly(const DiagnosisFacts &facts)
{
    Hypothesis hypothesis = newHypothesis("sold-out-too-early");
    const auto known = stockAtStart(facts);
    const QString stock = count(known.value_or(0));
    if (facts.outcomes.of(Outcome::OutOfStock) == 0) {
        undecided(hypothesis, DiagnosisText::tr("Nobody was told \"out of stock\"."));
        return hypothesis;
    }
    if (facts.audit == nullptr) {
        undecided(hypothesis, DiagnosisText::tr("The audit did not finish."));
        return hypothesis;
    }
    if (facts.audit->toldSoldOutTooEarly > 0) {
        const CheckResult *check = failedCheck(facts, "sold-out-true");
        check = check == nullptr ? failedCheck(facts, "refusals-justified") : check;
        if (areSeveral(facts)) { // no stock of theirs all is the one that they were told of
            explains(hypothesis, DiagnosisText::tr("%1 people were told so too early. %2")
                                     .arg(count(facts.audit->toldSoldOutTooEarly),
                                          check == nullptr ? QString() : check->explanation));
            return hypothesis;
        }
        explains(hypothesis,
                 DiagnosisText::tr("%1 people were told so before coupon number %2 was asked for. "
                                   "First: %3")
                     .arg(count(facts.audit->toldSoldOutTooEarly), stock,
                          check == nullptr ? QString() : check->proof));
        return hypothesis;
    }
    const auto held = [&facts](const char *id) {
        const CheckResult *check = facts.audit->check(QString::fromLatin1(id));
        return check != nullptr && check->verdict == CheckVerdict::Pass;
    };
    const bool couldTell = isOurs(facts) || held("sold-out-true") || held("refusals-justified");
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
    ruledOut(hypothesis, DiagnosisText::tr("Every \"out of stock\" came when all %1 coupons had "
                                           "been asked for.")
                             .arg(stock));
    return hypothesis;
}

/// What only the service itself saw of a service over HTTP.
Hypothesis contentionOverHttp(const DiagnosisFacts &facts)
{
    Hypothesis hypothesis = newHypothesis("contention-storm");
    const auto gaveUp = static_cast<std::int64_t>(facts.outcomes.of(Outcome::Contention));
    const auto errors = static_cast<std::int64_t>(facts.outcomes.of(Outcome::ServerError));
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
    } else {
        ruledOut(hypothesis, DiagnosisText::tr("%1 deadlocks, no answer that meant contention.")
                                 .arg(count(deadlocks)));
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
    std::int64_t timeouts = 0;
    std::int64_t changed = 0;
    for (const Operation &operation : facts.history) {
        timeouts += operation.errorCode == kLockWaitTimeout ? 1 : 0;
        changed += operation.errorCode == kRowChanged ? 1 : 0;
    }
    const auto requests = static_cast<std::int64_t>(facts.history.size());
    // More than one retry for ten requests is felt by everybody who asks.
    if (gaveUp > 0 || facts.retries * 10 > requests) {
        explains(
            hypothesis,
            DiagnosisText::tr("%1 deadlocks, %2 lock waits that ran out and %3 changed rows in "
                              "%4; %5 further transactions, %6 requests gave up.")
                .arg(facts.deadlocks ? count(*facts.deadlocks) : DiagnosisText::tr("unknown"),
                     count(timeouts), count(changed), text::duration(facts.lengthNs),
                     count(facts.retries), count(gaveUp)));
    } else if (!facts.deadlocks) {
        undecided(hypothesis,
                  DiagnosisText::tr("The server does not give these counters to this account."));
    } else {
        ruledOut(hypothesis, DiagnosisText::tr("%1 deadlocks, %2 requests gave up.")
                                 .arg(count(*facts.deadlocks), count(gaveUp)));
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
    if (missing && several > 0) {
        explains(
            hypothesis,
            text::plural(several,
                         DiagnosisText::tr("There is no unique key over person and coupon, and "
                                           "%1 person holds more than they may."),
                         DiagnosisText::tr("There is no unique key over person and coupon, and "
                                           "%1 people hold more than they may."))
                .arg(count(several)));
    } else if (missing) {
        undecided(
            hypothesis,
            DiagnosisText::tr("There is no unique key over person and coupon; nobody holds more "
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
        ruledOut(
            hypothesis,
            strategy == StrategyKind::Pessimistic
                ? DiagnosisText::tr("Row lock, duplicate check and unique key were all at work "
                                    "(blocked by the key: %1).")
                      .arg(count(blocked))
                : DiagnosisText::tr("The strategy %1 and the unique key were at work (blocked "
                                    "by the key: %2).")
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

Hypothesis hiddenRetry(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    Hypothesis hypothesis = newHypothesis("hidden-retry");
    if (!oneCaller(facts, crowd).isEmpty()) {
        undecided(hypothesis, DiagnosisText::tr("Requests of different people cannot be told apart "
                                                "where all are sent as one."));
        return hypothesis;
    }
    if (facts.outcomes.of(Outcome::AlreadyIssued) == 0) {
        undecided(hypothesis, DiagnosisText::tr("Nobody was told \"already issued\"."));
        return hypothesis;
    }
    if (!seesRows(facts)) {
        undecided(hypothesis, rowsUnknown(facts));
        return hypothesis;
    }
    const std::int64_t n = facts.audit->state.hiddenRetries;
    if (n > 0) {
        explains(hypothesis, DiagnosisText::tr("%1 people were told \"already issued\", never "
                                               "\"issued\", and have a row.")
                                 .arg(count(n)));
    } else {
        ruledOut(hypothesis, DiagnosisText::tr("Every \"already issued\" has an earlier request of "
                                               "its own."));
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
        text::plural(facts.kills, DiagnosisText::tr("The server was killed %1 time"),
                     DiagnosisText::tr("The server was killed %1 times"))
            .arg(count(facts.kills));
    if (facts.kills > 0 && lost > 0) {
        explains(hypothesis, DiagnosisText::tr("%1, and %2 confirmed coupons are missing.")
                                 .arg(killed, count(lost)));
    } else if (facts.kills > 0) {
        ruledOut(hypothesis,
                 DiagnosisText::tr("%1, and every confirmed coupon is there.").arg(killed));
    } else if (!isOurs(facts)) {
        // Whether somebody else's server was restarted meanwhile, nobody looked.
        undecided(hypothesis, lost > 0
                                  ? DiagnosisText::tr("%1 confirmed coupons are missing; this run "
                                                      "killed no server: look at the service "
                                                      "first.")
                                        .arg(count(lost))
                                  : DiagnosisText::tr("This run killed no server and nothing is "
                                                      "missing, so durability was not put to the "
                                                      "test."));
    } else {
        // A server that was not killed has no occasion to forget; then the service answered too
        // early.
        undecided(hypothesis,
                  lost > 0 ? DiagnosisText::tr("%1 confirmed coupons are missing, but nothing was "
                                               "killed in this run: look at the service first.")
                                 .arg(count(lost))
                           : DiagnosisText::tr("Nothing was killed and nothing is missing, so "
                                               "durability was not put to the test."));
    }
    return hypothesis;
}

} // namespace

QList<Hypothesis> weighService(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    return {race(facts, crowd),     duplicates(facts, crowd), soldOutTooEarly(facts),
            contentionStorm(facts), unprotected(facts),       hiddenRetry(facts, crowd),
            promisesLost(facts)};
}

} // namespace stampede
