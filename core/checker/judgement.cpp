// SPDX-License-Identifier: MIT
#include "checker/judgement.h"

#include <algorithm>

namespace stampede {

std::string_view conditionKey(Condition condition)
{
    static constexpr std::array<std::string_view, kConditionCount> keys = {
        "R1", "R2", "R3", "R4", "R5a", "R5b", "R6", "C3", "C4", "C5", "C6", "C7",
    };
    return keys[indexOf(condition)];
}

ConditionMask notApplicable(const HistoryFacts &facts)
{
    const IssueRules &rules = facts.rules;
    constexpr ConditionMask precedences = maskOf(Condition::C5) | maskOf(Condition::C6);
    constexpr ConditionMask limits =
        maskOf(Condition::R4) | maskOf(Condition::C3) | maskOf(Condition::C7) | precedences;
    constexpr ConditionMask stocks =
        maskOf(Condition::R6) | maskOf(Condition::C4) | maskOf(Condition::C7);
    ConditionMask mask = facts.remainingKnown ? 0 : maskOf(Condition::R5b);
    if (rules.limitWithin) {
        mask |= limits;
    }
    if (rules.countsPieces) {
        mask |= precedences;
    }
    if (rules.countsPieces && !rules.quantityKnown) {
        mask |= stocks;
    }
    if (rules.givesBack) {
        mask |= limits | stocks | (facts.writtenUsers ? 0 : maskOf(Condition::R2));
    }
    return mask;
}

bool isWrongRefusal(const WrongOperation &wrong, Outcome outcome)
{
    const AnswerClaim claim = answerClaim(outcome);
    const bool saidTheyHold =
        claim == AnswerClaim::HeldAlready || claim == AnswerClaim::HeldOrNoneLeft;
    return refusesByTheRules(outcome) && !(wrong.condition == Condition::R3 && saidTheyHold);
}

bool isLeftOpen(const HistoryFacts &facts, const Judgement &judgement)
{
    return judgement.linearizable && facts.rules.givesBack && !facts.rules.givesBackSaid;
}

const Violation *Judgement::find(Condition condition) const
{
    const auto found =
        std::find_if(violations.begin(), violations.end(), [condition](const Violation &violation) {
            return violation.condition == condition;
        });
    return found == violations.end() ? nullptr : &*found;
}

} // namespace stampede
