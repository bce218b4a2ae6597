#include "audit/audit_facts.h"

#include "judge/judge.h"

namespace stampede {

namespace {

void countAnswer(PersonFacts &person, Outcome outcome)
{
    ++person.asked;
    switch (outcome) {
    case Outcome::Issued:
        ++person.issued;
        return;
    case Outcome::AlreadyIssued:
        ++person.alreadyIssued;
        return;
    case Outcome::OutOfStock:
        ++person.outOfStock;
        return;
    case Outcome::ServerError:
    case Outcome::Unknown:
        ++person.maybe;
        return;
    case Outcome::NotStarted:
    case Outcome::Expired:
    case Outcome::NotFound:
    case Outcome::InvalidRequest:
    case Outcome::Contention:
    case Outcome::NotSent:
    case Outcome::Interrupted:
    case Outcome::NotIssued:
        ++person.failed;
        return;
    }
}

void judgeHistory(AuditFacts &facts)
{
    facts.historyFacts = {.stock = facts.input.initialStock,
                          .holdersBefore = facts.input.holdersBefore,
                          .precedence = facts.input.precedence,
                          .remaining = facts.snapshot.remaining().value_or(0),
                          .rowUsers = {}};
    facts.historyFacts.rowUsers.reserve(facts.snapshot.rows().size());
    for (const IssuedRow &row : facts.snapshot.rows()) {
        facts.historyFacts.rowUsers.push_back(row.user);
    }
    facts.judged.reserve(facts.input.history.size());
    for (const Operation &operation : facts.input.history) {
        facts.judged.push_back(judgedFrom(operation));
    }
    const ConditionMask watched =
        facts.drift ? kEveryCondition : kEveryCondition & ~maskOf(Condition::R5b);
    facts.judgement = judge(facts.historyFacts, facts.judged, watched);
}

} // namespace

AuditFacts gatherFacts(const AuditInput &input, const Snapshot &snapshot)
{
    AuditFacts facts{input, snapshot, countOutcomes(input.history), {}, {}, 0, 0, {}, {}, {}, {}};
    facts.people.reserve(static_cast<qsizetype>(snapshot.rows().size()));
    for (const std::int64_t user : input.holdersBefore) {
        facts.people[user].heldBefore = true;
    }
    for (std::size_t i = 0; i < input.history.size(); ++i) {
        const Operation &operation = input.history[i];
        countAnswer(facts.people[operation.user], operation.outcome);
        if (operation.outcome == Outcome::Issued && operation.rowId != 0) {
            facts.operationOfRow.insert(operation.rowId, i);
        }
    }
    QHash<std::int64_t, std::size_t> operationOfRequest;
    if (!snapshot.layout().issuedRequestId.isEmpty()) {
        for (std::size_t i = 0; i < input.history.size(); ++i) {
            operationOfRequest.insert(input.history[i].request, i);
        }
    }
    for (const IssuedRow &row : snapshot.rows()) {
        ++facts.people[row.user].rows;
        const auto made = operationOfRequest.constFind(row.request);
        if (made != operationOfRequest.constEnd()) {
            facts.operationOfRow.insert(row.id, *made);
        }
    }
    for (const PersonFacts &person : std::as_const(facts.people)) {
        facts.newRows += person.newRows();
        facts.distinctHolders += person.rows > 0 ? 1 : 0;
    }
    if (snapshot.remaining() && knowsStockAtStart(input.means())) {
        facts.drift = input.initialStock - *snapshot.remaining() - facts.newRows;
    }
    if (input.hasRun) {
        judgeHistory(facts);
    }
    return facts;
}

} // namespace stampede
