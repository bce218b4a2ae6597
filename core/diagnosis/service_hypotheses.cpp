#include "diagnosis/weighing.h"

#include "text/number_text.h"

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

QString stockUnknown()
{
    return DiagnosisText::tr("The stock cannot be read in this database.");
}

Hypothesis race(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    Hypothesis hypothesis = newHypothesis("race");
    if (facts.audit == nullptr || !facts.audit->state.drift) {
        undecided(hypothesis, stockUnknown());
        return hypothesis;
    }
    const StateFigures &state = facts.audit->state;
    const std::int64_t drift = *state.drift;
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
            .arg(count(state.initialStock - *state.remaining), count(state.newRows));
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
    if (facts.audit == nullptr) {
        undecided(hypothesis, DiagnosisText::tr("The rows cannot be read in this database."));
        return hypothesis;
    }
    const StateFigures &state = facts.audit->state;
    if (state.duplicatePeople > 0) {
        explains(hypothesis,
                 DiagnosisText::tr("%1 people hold %2 coupons too many.")
                     .arg(count(state.duplicatePeople), count(state.rows - state.distinctUsers)));
    } else if (crowd.furtherTries == 0) {
        ruledOut(hypothesis, DiagnosisText::tr("%1 coupons, %2 people; nobody asked twice, so the "
                                               "rule was never tried.")
                                 .arg(count(state.rows), count(state.distinctUsers)));
    } else {
        ruledOut(hypothesis,
                 DiagnosisText::tr("%1 coupons, %2 people; %3 tries at a second one were all "
                                   "refused, %4 of them while the first was still under way.")
                     .arg(count(state.rows), count(state.distinctUsers), count(crowd.furtherTries),
                          count(crowd.overlappingTries)));
    }
    return hypothesis;
}

Hypothesis soldOutTooEarly(const DiagnosisFacts &facts)
{
    Hypothesis hypothesis = newHypothesis("sold-out-too-early");
    const auto stock = count(facts.scenario.coupon.stock);
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
        explains(hypothesis,
                 DiagnosisText::tr("%1 people were told so before coupon number %2 was asked for. "
                                   "First: %3")
                     .arg(count(facts.audit->toldSoldOutTooEarly), stock,
                          check == nullptr ? QString() : check->proof));
        return hypothesis;
    }
    ruledOut(hypothesis, DiagnosisText::tr("Every \"out of stock\" came when all %1 coupons had "
                                           "been asked for.")
                             .arg(stock));
    return hypothesis;
}

Hypothesis contentionStorm(const DiagnosisFacts &facts)
{
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

Hypothesis unprotected(const DiagnosisFacts &facts)
{
    Hypothesis hypothesis = newHypothesis("unprotected");
    const Layers &layers = facts.scenario.service.layers;
    QStringList missing;
    if (!layers.rowLock) {
        missing << DiagnosisText::tr("row lock");
    }
    if (!layers.duplicateCheck) {
        missing << DiagnosisText::tr("duplicate check");
    }
    if (!layers.uniqueKey || failedCheck(facts, "unique-key-there") != nullptr) {
        missing << DiagnosisText::tr("unique key");
    }
    if (missing.isEmpty()) {
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
    const bool damaged = facts.audit != nullptr && !facts.audit->findings().isEmpty();
    explains(hypothesis, DiagnosisText::tr("Off or missing: %1. %2")
                             .arg(missing.join(QStringLiteral(", ")),
                                  damaged ? DiagnosisText::tr("The audit found damage.")
                                          : DiagnosisText::tr("It did no damage in this run.")));
    return hypothesis;
}

Hypothesis hiddenRetry(const DiagnosisFacts &facts)
{
    Hypothesis hypothesis = newHypothesis("hidden-retry");
    if (facts.outcomes.of(Outcome::AlreadyIssued) == 0) {
        undecided(hypothesis, DiagnosisText::tr("Nobody was told \"already issued\"."));
        return hypothesis;
    }
    if (facts.audit == nullptr) {
        undecided(hypothesis, DiagnosisText::tr("The audit did not finish."));
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
    const std::int64_t lost = facts.audit == nullptr ? 0 : facts.audit->state.lostWrites;
    // A server that was not killed has no occasion to forget; then the service answered too early.
    undecided(hypothesis,
              lost > 0 ? DiagnosisText::tr("%1 confirmed coupons are missing, but nothing was "
                                           "killed in this run: look at the service first.")
                             .arg(count(lost))
                       : DiagnosisText::tr("Nothing was killed and nothing is missing, so "
                                           "durability was not put to the test."));
    return hypothesis;
}

} // namespace

QList<Hypothesis> weighService(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    return {race(facts, crowd),     duplicates(facts, crowd), soldOutTooEarly(facts),
            contentionStorm(facts), unprotected(facts),       hiddenRetry(facts),
            promisesLost(facts)};
}

} // namespace stampede
