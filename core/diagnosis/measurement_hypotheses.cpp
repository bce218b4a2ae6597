// SPDX-License-Identifier: MIT
#include "diagnosis/analysis.h"

#include "base/clock.h"
#include "prediction/contradictions.h"
#include "text/number_text.h"

#include <algorithm>

namespace stampede {

namespace {

using text::count;

constexpr std::int64_t kTooShortNs = 20'000'000;

/// Where every answer has the same status and was read as "issued", and fewer rows are new than
/// people were told so: that status; else 0.
int statusOfLies(const DiagnosisFacts &facts)
{
    const auto issued = static_cast<std::int64_t>(facts.outcomes.of(Outcome::Issued));
    if (!seesRows(facts) || facts.audit->rules.countsPieces ||
        issued <= facts.audit->state.newRows) {
        return 0;
    }
    int only = 0;
    for (const StatusCount &each : facts.statuses) {
        if (each.count == 0) {
            continue;
        }
        if (each.outcome != Outcome::Issued || (only != 0 && each.status != only)) {
            return 0;
        }
        only = each.status;
    }
    return only;
}

/// Rules that somebody wrote for this service can be wrong, and what does not fit the rows may be
/// their fault.
void doubtRules(Hypothesis &hypothesis, const DiagnosisFacts &facts)
{
    if (const int status = statusOfLies(facts); status != 0) {
        undecided(hypothesis,
                  DiagnosisText::tr("Every answer has the status %1, which a rule reads as "
                                    "\"issued\". So read: %2; new rows: %3. Either the service "
                                    "says what is not so, or the rule reads it wrongly: look at "
                                    "the bodies of the first answers.")
                      .arg(QString::number(status),
                           count(static_cast<std::int64_t>(facts.outcomes.of(Outcome::Issued))),
                           count(facts.audit->state.newRows)));
        hypothesis.advice = DiagnosisText::tr("Look at the bodies of the first answers; let the "
                                              "rule ask for what the body says.");
    } else {
        undecided(hypothesis,
                  DiagnosisText::tr("Every answer matched a rule. Whether each rule reads its "
                                    "answers rightly, nobody knows."));
    }
}

/// Whether the answers as they were read agree with the rows, all of them.
bool rowsBearOut(const DiagnosisFacts &facts)
{
    return seesRows(facts) && facts.audit->verdict == AuditVerdict::Held;
}

Hypothesis answersMisread(const DiagnosisFacts &facts)
{
    Hypothesis hypothesis = newHypothesis("answers-misread");
    if (facts.unclassified > 0) {
        explains(hypothesis,
                 text::plural(facts.unclassified, DiagnosisText::tr("%1 answer matched no rule."),
                              DiagnosisText::tr("%1 answers matched no rule."))
                     .arg(count(facts.unclassified)));
    } else if (facts.refusals + static_cast<std::int64_t>(facts.outcomes.of(Outcome::Issued)) ==
               0) {
        undecided(hypothesis, DiagnosisText::tr("No answer said what had become of a request."));
    } else if (!isOurs(facts) && !rowsBearOut(facts)) {
        doubtRules(hypothesis, facts);
    } else {
        ruledOut(hypothesis, isOurs(facts) ? DiagnosisText::tr("Every answer was understood.")
                                           : DiagnosisText::tr("Every answer matched a rule."));
    }
    return hypothesis;
}

Hypothesis generatorLimit(const DiagnosisFacts &facts)
{
    Hypothesis hypothesis = newHypothesis("generator-limit");
    const QString used =
        text::percent(static_cast<std::int64_t>(facts.processorsUsed * 1000), 1000);
    const auto notSent = static_cast<std::int64_t>(facts.outcomes.of(Outcome::NotSent));
    const auto total = static_cast<std::int64_t>(facts.outcomes.total());
    // Of those nobody knows who was at fault: with any other reason there is one more.
    if (!isOurs(facts) && notSent * 100 > total && facts.generatorReasons.size() == 1) {
        undecided(hypothesis,
                  DiagnosisText::tr("It used %1 % of its processors. Not sent: %2 of %3. Whether "
                                    "the service took no connections or this machine had none "
                                    "left, nobody knows.")
                      .arg(used, count(notSent), text::requests(total)));
    } else if (!facts.generatorReasons.isEmpty()) {
        explains(hypothesis, DiagnosisText::tr("It used %1 % of its processors. %2")
                                 .arg(used, facts.generatorReasons.join(QLatin1Char(' '))));
    } else if (facts.lengthNs < kTooShortNs) {
        undecided(hypothesis, DiagnosisText::tr("The run was too short to say (%1).")
                                  .arg(text::duration(facts.lengthNs)));
    } else if (!hasSchedule(facts.scenario.load.model)) {
        ruledOut(hypothesis, DiagnosisText::tr("It used %1 % of its processors.").arg(used));
    } else {
        ruledOut(hypothesis,
                 DiagnosisText::tr("It used %1 % of its processors; 99 of 100 requests were late "
                                   "by its own fault by %2 at most.")
                     .arg(used, text::lateness(facts.latenessP99Us)));
    }
    return hypothesis;
}

Hypothesis somebodyElse(const DiagnosisFacts &facts)
{
    Hypothesis hypothesis = newHypothesis("somebody-else");
    const CheckResult *check =
        facts.audit == nullptr ? nullptr : facts.audit->check(QStringLiteral("nobody-else-wrote"));
    if (check == nullptr || !seesRows(facts)) {
        undecided(hypothesis, rowsUnknown(facts));
    } else if (check->verdict == CheckVerdict::Skipped ||
               check->verdict == CheckVerdict::Inconclusive) {
        undecided(hypothesis, check->explanation);
    } else if (check->verdict == CheckVerdict::Fail) {
        explains(hypothesis,
                 text::plural(check->rowCount,
                              DiagnosisText::tr("%1 new row is not of a request of this run."),
                              DiagnosisText::tr("%1 new rows are not of requests of this run."))
                     .arg(count(check->rowCount)));
    } else if (!isOurs(facts) &&
               (facts.audit->state.lostWrites > 0 || failedCheck(facts, "announced-once"))) {
        undecided(hypothesis,
                  DiagnosisText::tr("No row was written by somebody else. Told \"issued\": %1; new "
                                    "rows: %2. Whether somebody else deleted rows, nobody can "
                                    "know.")
                      .arg(count(static_cast<std::int64_t>(facts.outcomes.of(Outcome::Issued))),
                           count(facts.audit->state.newRows)));
    } else if (facts.audit->state.newRows == 0) {
        ruledOut(hypothesis, DiagnosisText::tr("No row is new."));
    } else {
        ruledOut(hypothesis, DiagnosisText::tr("All new rows belong to people of this run."));
    }
    return hypothesis;
}

Hypothesis stillSettling(const DiagnosisFacts &facts)
{
    Hypothesis hypothesis = newHypothesis("still-settling");
    if (facts.audit == nullptr) {
        undecided(hypothesis, DiagnosisText::tr("The audit did not finish."));
        return hypothesis;
    }
    if (!facts.audit->settle) {
        undecided(hypothesis, seesRows(facts)
                                  ? DiagnosisText::tr("Nobody waited for the rows to come to rest.")
                                  : rowsUnknown(facts));
        return hypothesis;
    }
    const SettleFigures &settle = *facts.audit->settle;
    QStringList signs;
    if (settle.openTransactions.value_or(0) > 0) {
        signs << DiagnosisText::tr("open transactions: %1").arg(count(*settle.openTransactions));
    }
    if (settle.moved) {
        signs << DiagnosisText::tr("rows or stock were changing");
    }
    if (settle.unanswered > 0) {
        signs << DiagnosisText::tr("requests without an answer and a row: %1")
                     .arg(count(settle.unanswered));
    }
    const QString waited = text::duration(settle.waitedMs * kNsPerMs);
    if (!settle.atRest && !signs.isEmpty()) {
        explains(hypothesis,
                 DiagnosisText::tr("After %1: %2.").arg(waited, signs.join(QStringLiteral("; "))));
    } else if (!settle.atRest) {
        undecided(hypothesis, DiagnosisText::tr("The waiting ended after %1, before anything could "
                                                "be told.")
                                  .arg(waited));
    } else if (!settle.openTransactions) {
        undecided(hypothesis, DiagnosisText::tr("Rows and stock were at rest after %1; open "
                                                "transactions could not be seen.")
                                  .arg(waited));
    } else {
        ruledOut(hypothesis, DiagnosisText::tr("At rest after %1; no transaction that could change "
                                               "anything was open.")
                                 .arg(waited));
    }
    return hypothesis;
}

Hypothesis figuresContradict(const DiagnosisFacts &facts)
{
    Hypothesis hypothesis = newHypothesis("figures-contradict");
    if (!givesFigures(facts.scenario)) {
        undecided(hypothesis, DiagnosisText::tr("Too few figures were given."));
        return hypothesis;
    }
    const QStringList found = contradictions(facts.scenario, facts.prediction);
    if (found.isEmpty()) {
        ruledOut(hypothesis, DiagnosisText::tr("The figures fit together."));
    } else {
        explains(hypothesis, found.join(QLatin1Char(' ')));
    }
    return hypothesis;
}

} // namespace

QList<Hypothesis> analyseMeasurement(const DiagnosisFacts &facts, const CrowdFigures &)
{
    return {answersMisread(facts), generatorLimit(facts), somebodyElse(facts), stillSettling(facts),
            figuresContradict(facts)};
}

} // namespace stampede
