// SPDX-License-Identifier: MIT
#include "checker/checker.h"

#include "base/check.h"
#include "checker/analysed_history.h"

#include <algorithm>
#include <utility>

namespace stampede {

namespace {

/// Says which conditions a weighed history breaks, by whom and with which proofs.
class Verdict
{
public:
    Verdict(const HistoryFacts &facts, AnalysedHistory weights, ConditionMask watched)
        : m_facts(facts)
        , m_weights(std::move(weights))
        , m_judgement(std::move(m_weights.judgement))
        , m_watched(watched & ~notApplicable(facts))
    {
        m_judgement.notApplicable = notApplicable(facts);
    }

    Judgement run()
    {
        report();
        return std::move(m_judgement);
    }

private:
    void report();
    void reportRowsOfUsers();
    void reportUnannounced();
    void reportTimely(Condition condition);
    void countGone(std::vector<Witness> &witnesses) const;
    void fillRows(Witness &witness);
    [[nodiscard]] bool watches(Condition condition) const
    {
        return (m_watched & maskOf(condition)) != 0;
    }

    [[nodiscard]] bool mayBeWithdrawn() const;

    const HistoryFacts &m_facts;
    AnalysedHistory m_weights;
    Judgement m_judgement;
    ConditionMask m_watched;
};

/// Whether the pieces that no row stands for may be those of rows that do not count any more, where
/// nobody said whether such pieces come back.
bool Verdict::mayBeWithdrawn() const
{
    const IssueRules &rules = m_facts.rules;
    if (!rules.givesBack || rules.givesBackSaid || m_judgement.drift <= 0) {
        return false;
    }
    if (!m_facts.writtenUsers) { // nobody knows how many there were
        return true;
    }
    const auto withdrawn = static_cast<std::int64_t>(m_facts.holdersBefore.size()) +
                           static_cast<std::int64_t>(m_facts.writtenUsers->size()) -
                           static_cast<std::int64_t>(m_facts.rowUsers.size());
    return rules.countsPieces ? withdrawn > 0 : m_judgement.drift <= withdrawn;
}

void Verdict::report()
{
    reportRowsOfUsers();
    reportTimely(Condition::R2);
    reportUnannounced();
    reportTimely(Condition::R4);
    const auto reportWhole = [this](Condition condition, bool violated) {
        if (violated && watches(condition)) {
            m_judgement.violations.push_back({condition, {}, {}});
        }
    };
    reportWhole(Condition::R5a, m_judgement.taken > m_facts.stock);
    reportWhole(Condition::R5b, m_judgement.drift != 0 && !mayBeWithdrawn());
    reportTimely(Condition::R6);
    reportTimely(Condition::C3);
    reportTimely(Condition::C4);
    reportTimely(Condition::C5);
    reportWhole(Condition::C6, m_weights.lateHolderAnswer.has_value());
    reportTimely(Condition::C7);
    m_judgement.lateHolderAnswer = m_weights.lateHolderAnswer.value_or(LateHolderAnswer{});
    m_judgement.wrong = m_weights.findings.wrongOperations(m_watched);
    m_judgement.linearizable = m_judgement.violations.empty() &&
                               (m_judgement.strangers.empty() || !watches(Condition::R3));
}

void Verdict::reportRowsOfUsers()
{
    if (m_weights.brokenUsers.empty() || !watches(Condition::R1)) {
        return;
    }
    Violation violation{Condition::R1, std::move(m_weights.brokenUsers), {}};
    for (const std::int64_t user : violation.users) {
        if (violation.witnesses.size() == kMostWitnesses) {
            break;
        }
        Witness witness;
        witness.user = user;
        fillRows(witness);
        violation.witnesses.push_back(witness);
    }
    m_judgement.violations.push_back(std::move(violation));
}

void Verdict::fillRows(Witness &witness)
{
    const UserState &state = m_weights.table.state(m_weights.table.slotOf(witness.user));
    witness.rowsBefore = static_cast<std::uint32_t>(state.rowsBefore);
    witness.rows = static_cast<std::uint32_t>(state.rows);
    witness.issued = state.issued;
}

void Verdict::reportUnannounced()
{
    const std::vector<std::int64_t> &moreRows = m_weights.moreRowUsers;
    if ((!m_weights.findings.any(Condition::R3) && moreRows.empty()) || !watches(Condition::R3)) {
        return;
    }
    Violation violation = m_weights.findings.violationOf(Condition::R3);
    for (Witness &witness : violation.witnesses) {
        fillRows(witness);
        const UserState &state = m_weights.table.state(m_weights.table.slotOf(witness.user));
        if (state.toldOutOfStock) {
            witness.kind = Unannounced::ToldOutOfStock;
        } else if (state.toldOther) {
            witness.kind = Unannounced::FalseFailure;
        } else {
            witness.kind =
                state.toldNotIssued ? Unannounced::ToldNotIssued : Unannounced::HiddenRetry;
        }
    }
    for (const std::int64_t user : moreRows) {
        if (violation.witnesses.size() == kMostWitnesses) {
            break;
        }
        Witness witness;
        witness.user = user;
        witness.kind = Unannounced::MoreRows;
        fillRows(witness);
        violation.witnesses.push_back(witness);
    }
    const auto middle = static_cast<std::ptrdiff_t>(violation.users.size());
    violation.users.insert(violation.users.end(), moreRows.begin(), moreRows.end());
    std::inplace_merge(violation.users.begin(), violation.users.begin() + middle,
                       violation.users.end());
    m_judgement.violations.push_back(std::move(violation));
}

void Verdict::reportTimely(Condition condition)
{
    if (!m_weights.findings.any(condition) || !watches(condition)) {
        return;
    }
    Violation violation = m_weights.findings.violationOf(condition);
    for (Witness &witness : violation.witnesses) {
        fillRows(witness);
        if (condition == Condition::C3 || condition == Condition::C7) {
            witness.lateNs = m_weights.table.state(m_weights.table.slotOf(witness.user)).fullNs;
        } else if (condition == Condition::C4) {
            witness.lateUser = m_weights.lastTaker;
            witness.lateNs = m_weights.lastTakeNs;
        }
    }
    if (condition == Condition::C4 || condition == Condition::R6 || condition == Condition::C7) {
        countGone(violation.witnesses);
    }
    m_judgement.violations.push_back(std::move(violation));
}

void Verdict::countGone(std::vector<Witness> &witnesses) const
{
    // The witnesses are sorted by toldNs: count the takes that each is the first to follow.
    std::vector<std::int64_t> counts(witnesses.size() + 1, 0);
    for (const Take &take : m_weights.takes) {
        const auto follower = std::lower_bound(
            witnesses.begin(), witnesses.end(), take.askedNs,
            [](const Witness &witness, std::int64_t ns) { return witness.toldNs < ns; });
        counts[static_cast<std::size_t>(follower - witnesses.begin())] += take.pieces;
    }
    std::int64_t gone = 0;
    for (std::size_t i = 0; i < witnesses.size(); ++i) {
        gone += counts[i];
        witnesses[i].gone = gone;
    }
}

} // namespace

Judgement judge(const HistoryFacts &facts, std::span<const JudgedOperation> operations,
                ConditionMask watched)
{
    STAMPEDE_CHECK(facts.stock >= 0);
    STAMPEDE_CHECK(operations.size() < Witness::kNoOperation);
    STAMPEDE_CHECK(facts.rules.limitPerPerson.value_or(1) >= 1);
    AnalysedHistory weights = analyse(facts, operations);
    return Verdict(facts, std::move(weights), watched).run();
}

} // namespace stampede
