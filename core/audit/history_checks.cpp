// SPDX-License-Identifier: MIT
#include "audit/history_checks.h"

#include "audit/check_needs.h"
#include "audit/proof_text.h"
#include "audit/sale_answers.h"
#include "audit/withdrawn_rows.h"
#include "checker/replay.h"
#include "record/check_text.h"
#include "text/number_text.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <set>

namespace stampede {

namespace {

using text::count;

/// The conditions that judge a refusal by its moment; R4 and R6 judge it by the end.
constexpr std::array kMomentConditions = {Condition::C3, Condition::C4, Condition::C5,
                                          Condition::C7};

/// What the service should have answered instead, and whom or what its answer contradicts.
struct DueAnswer
{
    QString answer;
    QString because;
};

/// The witness of that operation, or null: only the first of them are kept.
const Witness *witnessOf(const AuditFacts &facts, const WrongOperation &wrong)
{
    const Violation *violation = facts.judgement.find(wrong.condition);
    const auto found =
        std::find_if(violation->witnesses.begin(), violation->witnesses.end(),
                     [&wrong](const Witness &each) { return each.operation == wrong.operation; });
    return found == violation->witnesses.end() ? nullptr : &*found;
}

/// Since when a person may have held one, and since when they surely did, ns.
struct HeldOne
{
    std::int64_t maybeNs = kNeverNs;
    std::int64_t surelyNs = kNeverNs;
};

/// Who may have got what until when.
struct Past
{
    QHash<std::int64_t, HeldOne> held;
    std::vector<std::int64_t> mayHaveTakenNs; ///< when those were sent that may have; ascending
    std::int64_t atAnyTime = 0;               ///< rows that no answer of the run tells of
};

Past pastOf(const AuditFacts &facts)
{
    Past past;
    for (const PersonFacts &person : facts.people) {
        past.atAnyTime += std::max<std::int64_t>(0, std::int64_t{person.newRows()} - person.issued -
                                                        person.maybe);
    }
    for (const Operation &operation : facts.input.history) {
        const bool issued = operation.outcome == Outcome::Issued;
        if (issued || mayHaveTakenEffect(operation.outcome)) {
            past.mayHaveTakenNs.push_back(operation.invokedNs);
            HeldOne &held = past.held[operation.user];
            held.maybeNs = std::min(held.maybeNs, operation.invokedNs);
            held.surelyNs = issued ? std::min(held.surelyNs, operation.returnedNs) : held.surelyNs;
        }
    }
    return past;
}

/// Whether there must still have been stock when that answer came.
bool wasSurelyInStock(const AuditFacts &facts, const Operation &operation, const Past &past)
{
    if (!knowsStockAtStart(facts.input.means()) || !facts.snapshot.layout().quantity.isEmpty()) {
        return false;
    }
    const auto &sent = past.mayHaveTakenNs;
    const std::int64_t gone =
        std::upper_bound(sent.begin(), sent.end(), operation.returnedNs) - sent.begin();
    return gone + past.atAnyTime < facts.input.initialStock;
}

/// What was due while there was stock, by what they had when they asked.
QString dueWhileThereWas(const AuditFacts &facts, const Operation &operation, const Past &past)
{
    const PersonFacts person = facts.people.value(operation.user);
    const HeldOne held = past.held.value(operation.user);
    const bool surely = person.rowsBefore > 0 || held.surelyNs <= operation.invokedNs;
    if (surely && facts.input.rules.perPerson.limit == 1) {
        return AuditText::tr("already issued");
    }
    return surely || held.maybeNs <= operation.returnedNs || person.unannounced
               ? AuditText::tr("issued, or already issued")
               : AuditText::tr("issued");
}

DueAnswer dueAnswer(const AuditFacts &facts, const WrongOperation &wrong, const Past &past)
{
    const Operation &operation = facts.input.history[wrong.operation];
    const Witness *witness = witnessOf(facts, wrong);
    switch (wrong.condition) {
    case Condition::C3:
        return {wasSurelyInStock(facts, operation, past) ? AuditText::tr("issued")
                                                         : AuditText::tr("issued, or out of stock"),
                witness == nullptr
                    ? AuditText::tr("asked for only later")
                    : AuditText::tr("asked for only at %1 s").arg(text::seconds(witness->lateNs))};
    case Condition::C4: {
        // Whoever took last proves it of every answer.
        const Witness &any = facts.judgement.find(wrong.condition)->witnesses.front();
        return {dueWhileThereWas(facts, operation, past),
                AuditText::tr("user %1, who asked at %2 s")
                    .arg(facts.snapshot.people().nameOf(any.lateUser), text::seconds(any.lateNs))};
    }
    case Condition::C5:
        return {AuditText::tr("already issued"), AuditText::tr("holds the coupon")};
    case Condition::C7:
        return {AuditText::tr("issued"), AuditText::tr("neither a holder nor sold out by then")};
    case Condition::R1:
    case Condition::R2:
    case Condition::R3:
    case Condition::R4:
    case Condition::R5a:
    case Condition::R5b:
    case Condition::R6:
    case Condition::C6:
        return {};
    }
    return {};
}

void addWrongRefusals(CheckResult &check, const AuditFacts &facts)
{
    check.columns = QStringList{QStringLiteral("user"),       QStringLiteral("request"),
                                QStringLiteral("asked_at_s"), QStringLiteral("answered_at_s"),
                                QStringLiteral("answer"),     QStringLiteral("should_have_been"),
                                QStringLiteral("because_of")};
    const Past past = pastOf(facts);
    for (const WrongOperation &wrong : facts.judgement.wrong) {
        if (std::find(kMomentConditions.begin(), kMomentConditions.end(), wrong.condition) ==
            kMomentConditions.end()) {
            continue;
        }
        if (check.rows.size() == CheckResult::kMaxRows) {
            ++check.rowCount; // counted, but never shown
            continue;
        }
        const Operation &operation = facts.input.history[wrong.operation];
        const DueAnswer due = dueAnswer(facts, wrong, past);
        addRow(check, {numberCell(operation.user), numberCell(operation.request),
                       secondsCell(operation.invokedNs), secondsCell(operation.returnedNs),
                       QString::fromLatin1(outcomeKey(operation.outcome).data()), due.answer,
                       due.because});
    }
}

/// Refusals whose moment can be judged under the rules.
std::int64_t judgedRefusals(const AuditFacts &facts)
{
    const auto told = [&facts](Condition condition, Outcome outcome) {
        const bool judged = (facts.judgement.notApplicable & maskOf(condition)) == 0;
        return judged ? static_cast<std::int64_t>(facts.outcomes.of(outcome)) : 0;
    };
    return told(Condition::C3, Outcome::AlreadyIssued) + told(Condition::C4, Outcome::OutOfStock) +
           told(Condition::C7, Outcome::NotIssued);
}

/// Of these the ones that another check finds wrong, whatever the moment.
std::int64_t wrongByTheEnd(const AuditFacts &facts)
{
    const auto &wrong = facts.judgement.wrong;
    return std::count_if(wrong.begin(), wrong.end(), [&facts](const WrongOperation &each) {
        const Outcome outcome = facts.input.history[each.operation].outcome;
        const bool isRefusal = outcome == Outcome::AlreadyIssued ||
                               outcome == Outcome::OutOfStock || outcome == Outcome::NotIssued;
        return isRefusal && isWrongRefusal(each, outcome) &&
               std::find(kMomentConditions.begin(), kMomentConditions.end(), each.condition) ==
                   kMomentConditions.end();
    });
}

QString fittingSentence(std::int64_t refusals, std::int64_t wrong)
{
    if (wrong > 0) {
        return text::plural(
                   wrong,
                   AuditText::tr("Refusals that fit the times at which coupons went: %1 of %2; the "
                                 "other is wrong by what the end shows and stands under a check "
                                 "of its own."),
                   AuditText::tr("Refusals that fit the times at which coupons went: %1 of %2; the "
                                 "others are wrong by what the end shows and stand under their own "
                                 "checks."))
            .arg(count(refusals - wrong), count(refusals));
    }
    return text::plural(refusals,
                        AuditText::tr("The %1 refusal fits the times at which coupons went."),
                        AuditText::tr("All %1 refusals fit the times at which coupons went."))
        .arg(count(refusals));
}

CheckResult checkRefusals(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("refusals-justified"));
    if (skipForLack(check, facts.input.means())) {
        return check;
    }
    const std::int64_t refusals = judgedRefusals(facts);
    if (refusals == 0 && facts.judgement.notApplicable != 0) {
        skipNotAvailable(check,
                         AuditText::tr("Nobody was refused in a way that can be judged under "
                                       "these rules."));
        return check;
    }
    if (refusals == 0) {
        const bool otherwise =
            std::any_of(kAllOutcomes.begin(), kAllOutcomes.end(), [&facts](Outcome outcome) {
                return isDefinite(outcome) && outcome != Outcome::Issued &&
                       facts.outcomes.of(outcome) > 0;
            });
        skipNothing(check, otherwise
                               ? AuditText::tr("Nobody was told \"already issued\" or \"out of "
                                               "stock\", so there was nothing to look at.")
                               : AuditText::tr("Nobody was refused, so there was nothing to look "
                                               "at."));
        return check;
    }
    // Where coupons were left for good, who was told "out of stock" is a case of that check: one
    // cause breaks one check.
    const bool leftForGood = facts.judgement.find(Condition::R6) != nullptr;
    std::set<std::int64_t> people;
    for (const Condition condition : kMomentConditions) {
        const Violation *violation = facts.judgement.find(condition);
        if (violation != nullptr && !(leftForGood && condition == Condition::C4)) {
            people.insert(violation->users.begin(), violation->users.end());
        }
    }
    const bool lateHolder = facts.judgement.find(Condition::C6) != nullptr;
    const auto wronged = static_cast<std::int64_t>(people.size());
    check.expected = AuditText::tr("nobody refused too early");
    check.actual = count(wronged);
    if (wronged == 0 && !lateHolder && leftForGood) {
        skipNothing(check, AuditText::tr("Whoever was refused too early stands under \"Out of "
                                         "stock\" only when it was."));
        return check;
    }
    if (wronged == 0 && !lateHolder) {
        const std::int64_t wrong = wrongByTheEnd(facts);
        if (wrong >= refusals) {
            skipNothing(check, AuditText::tr("Every refusal is wrong by what the end shows and "
                                             "stands under its own check."));
            return check;
        }
        check.verdict = CheckVerdict::Pass;
        check.explanation = fittingSentence(refusals, wrong);
        return check;
    }
    check.verdict = CheckVerdict::Fail;
    addWrongRefusals(check, facts);
    check.explanation =
        wronged == 0 ? proofOfLateHolder(facts)
                     : text::plural(wronged, AuditText::tr("%1 person was refused too early."),
                                    AuditText::tr("%1 people were refused too early."))
                           .arg(count(wronged));
    check.explanation += facts.judgement.find(Condition::C4) != nullptr ? givesBackRemark(facts)
                                                                        : deletedRowsRemark(facts);
    return check;
}

/// Where an order does not fit, in words.
QString misfitSentence(const AuditFacts &facts, const ReplayedOrder &replayed)
{
    if (!replayed.operation) {
        return AuditText::tr("After %1 the end is another than what the database holds.")
            .arg(text::requests(static_cast<std::int64_t>(replayed.replayed)));
    }
    const Operation &operation = facts.input.history[*replayed.operation];
    return AuditText::tr("The first answer that fits no order: user %1, \"%2\" at %3 s.")
        .arg(facts.snapshot.people().nameOf(operation.user),
             QString::fromLatin1(outcomeKey(operation.outcome).data()),
             text::seconds(operation.returnedNs));
}

CheckResult checkOneOrder(const AuditFacts &facts, const QList<CheckResult> &others)
{
    CheckResult check = newCheck(QStringLiteral("answers-fit-one-order"));
    if (skipForLack(check, facts.input.means())) {
        return check;
    }
    const auto total = static_cast<std::int64_t>(facts.input.history.size());
    if (total == 0) {
        skipNothing(check, AuditText::tr("Nobody asked, so there was nothing to look at."));
        return check;
    }
    if (!facts.drift) {
        skipNotAvailable(check, noCouponSentence());
        return check;
    }
    const bool ruledOut = std::any_of(others.begin(), others.end(), [](const CheckResult &other) {
        return other.verdict == CheckVerdict::Fail &&
               (other.cls == CheckClass::Damage || other.cls == CheckClass::Answers);
    });
    if (ruledOut) {
        skipNothing(check, AuditText::tr("Not replayed: the findings above already rule it out."));
        return check;
    }
    const std::vector<Step> order = orderOf(facts.historyFacts, facts.judged);
    if (order.empty()) {
        skipNothing(check, AuditText::tr("No request took effect or was refused, so there was "
                                         "nothing to replay."));
        return check;
    }
    const ReplayedOrder replayed = replay(facts.historyFacts, facts.judged, order);
    check.expected = AuditText::tr("an order that gives these answers and this end");
    check.actual = AuditText::tr("%1 of %2 steps replayed")
                       .arg(count(static_cast<std::int64_t>(replayed.replayed)),
                            count(static_cast<std::int64_t>(order.size())));
    if (replayed.proves() && facts.judgement.linearizable) {
        check.verdict = CheckVerdict::Pass;
        check.explanation =
            text::plural(static_cast<std::int64_t>(replayed.replayed),
                         AuditText::tr("%1 request replayed, same answer, same end."),
                         AuditText::tr("%1 requests replayed, same answers, same end."))
                .arg(count(static_cast<std::int64_t>(replayed.replayed)));
        if (static_cast<std::int64_t>(order.size()) < total) {
            check.explanation +=
                QLatin1Char(' ') +
                AuditText::tr("Of %1 in all; the others have no answer that could be replayed.")
                    .arg(count(total));
        }
        return check;
    }
    if (!facts.judgement.strangers.empty()) {
        cannotTell(check, AuditText::tr("Somebody else was writing."));
        return check;
    }
    check.verdict = CheckVerdict::Fail;
    check.explanation = AuditText::tr("No order of %1 gives these answers. %2")
                            .arg(text::requests(total), misfitSentence(facts, replayed));
    return check;
}

} // namespace

QList<CheckResult> checkHistory(const AuditFacts &facts, const QList<CheckResult> &others)
{
    CheckResult refusals = checkRefusals(facts);
    judgeSaleAnswers(refusals, facts);
    return {refusals, checkOneOrder(facts, QList<CheckResult>(others) << refusals)};
}

} // namespace stampede
