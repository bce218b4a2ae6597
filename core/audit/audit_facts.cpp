// SPDX-License-Identifier: MIT
#include "audit/audit_facts.h"

#include "audit/sale_answers.h"
#include "checker/checker.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

namespace stampede {

namespace {

void countAnswer(PersonFacts &person, Outcome outcome)
{
    ++person.asked;
    switch (answerClaim(outcome)) {
    case AnswerClaim::Issued:
        ++person.issued;
        return;
    case AnswerClaim::HeldAlready:
        ++person.alreadyIssued;
        return;
    case AnswerClaim::NoneLeft:
        ++person.outOfStock;
        return;
    case AnswerClaim::HeldOrNoneLeft:
        ++person.notIssued;
        return;
    case AnswerClaim::MayBeIssued:
        ++person.maybe;
        return;
    case AnswerClaim::OutsideSale:
    case AnswerClaim::NoEffect:
        ++person.failed;
        return;
    }
}

/// Rows that name the request which made them.
void joinByRequest(AuditFacts &facts)
{
    if (facts.snapshot.layout().issuedRequestId.isEmpty()) {
        return;
    }
    QHash<std::int64_t, std::size_t> operationOfRequest;
    for (std::size_t i = 0; i < facts.input.history.size(); ++i) {
        operationOfRequest.insert(facts.input.history[i].request, i);
    }
    for (const IssuedRow &row : facts.snapshot.rows()) {
        const auto made = operationOfRequest.constFind(row.request);
        if (made != operationOfRequest.constEnd()) {
            facts.operationOfRow.insert(row.id, *made);
        }
    }
}

/// Stock at start less what is left and what was written; nothing where that is no number of 63
/// bits.
std::optional<std::int64_t> driftOf(std::int64_t stock, std::int64_t remaining, std::int64_t taken)
{
    std::int64_t accounted = 0;
    std::int64_t drift = 0;
    const bool fits = !__builtin_add_overflow(remaining, taken, &accounted) &&
                      !__builtin_sub_overflow(stock, accounted, &drift) &&
                      drift != std::numeric_limits<std::int64_t>::min();
    return fits ? std::optional(drift) : std::nullopt;
}

/// Rows that name no request, of people with one new row whom one answer told of it: that was the
/// request.
void joinByPerson(AuditFacts &facts)
{
    QHash<std::int64_t, std::size_t> issuedTo;
    for (std::size_t i = 0; i < facts.input.history.size(); ++i) {
        if (facts.input.history[i].outcome == Outcome::Issued) {
            issuedTo.insert(facts.input.history[i].user, i);
        }
    }
    const auto &rows = facts.snapshot.rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const PersonFacts person = facts.people.value(rows[i].user);
        const bool isCertain =
            !facts.isBefore[i] && person.issued == 1 && person.maybe == 0 && person.newRows() == 1;
        if (isCertain && !facts.operationOfRow.contains(rows[i].id)) {
            facts.operationOfRow.insert(rows[i].id, issuedTo.value(rows[i].user));
        }
    }
}

/// The users of every row that was written, those included that do not count any more.
std::vector<std::int64_t> writtenUsers(const AuditFacts &facts)
{
    std::vector<std::int64_t> users;
    for (auto person = facts.people.constBegin(); person != facts.people.constEnd(); ++person) {
        // Where nobody said that rows are cancelled, one that no answer promised was none.
        const bool said = facts.input.rules.givesBackSaid;
        users.insert(users.end(),
                     person->newRows() + (said ? person->hidden : person->promisedHidden()),
                     person.key());
    }
    std::sort(users.begin(), users.end()); // they are kept with the history
    return users;
}

/// Takes back what less stock before the run would explain, where it may have been less.
void judgeAsFarAsStartIsKnown(AuditFacts &facts, ConditionMask watched)
{
    constexpr std::array kByStock = {Condition::R6, Condition::C4, Condition::C6, Condition::C7};
    const StartKnowledge known = facts.input.startKnown;
    if (known == StartKnowledge::Known) {
        return;
    }
    const bool lacksRows = facts.drift.value_or(0) > 0; // or there were fewer to begin with
    facts.stockOpen = known != StartKnowledge::StockAtMost || lacksRows ||
                      std::any_of(kByStock.begin(), kByStock.end(), [&facts](Condition condition) {
                          return facts.judgement.find(condition) != nullptr;
                      });
    if (!facts.stockOpen) {
        return;
    }
    for (const Condition condition : kByStock) {
        watched &= ~maskOf(condition);
    }
    if (lacksRows) {
        watched &= ~maskOf(Condition::R5b);
    }
    if (known == StartKnowledge::Unknown) { // who has no row at all has none of the run
        watched = maskOf(Condition::R2) | maskOf(Condition::R4);
    }
    facts.judgement = judge(facts.historyFacts, facts.judged, watched);
}

void judgeHistory(AuditFacts &facts)
{
    const AuditInput &input = facts.input;
    HistoryFacts &judged = facts.historyFacts;
    judged.rules = issueRulesOf(input.rules, input.layout);
    judged.holdersBefore = input.holdersBefore;
    judged.precedence = input.precedence;
    // The judge knows no stock below 0, and a stock without a limit is one that never goes.
    judged.stock = input.rules.unlimited || !input.knowsStock()
                       ? kNoEndOfStock
                       : std::max<std::int64_t>(0, input.initialStock);
    judged.remaining = facts.snapshot.remaining().value_or(0);
    if (facts.drift) { // else nobody looks at it
        judged.remaining += judged.stock - input.initialStock;
    }
    judged.rowUsers.reserve(facts.snapshot.rows().size());
    for (const IssuedRow &row : facts.snapshot.rows()) {
        judged.rowUsers.push_back(row.user);
        if (judged.rules.countsPieces) {
            judged.rowPieces.push_back(row.knownPieces());
        }
    }
    if (judged.rules.countsPieces) {
        judged.piecesBefore = piecesBefore(input);
    }
    if (judged.rules.givesBack && !input.layout.issuedWhere.isEmpty()) {
        judged.writtenUsers = writtenUsers(facts);
    }
    facts.judged.reserve(input.history.size());
    for (std::size_t i = 0; i < input.history.size(); ++i) {
        facts.judged.push_back(judgedFrom(input.history[i]));
        if (!input.quantities.empty()) {
            facts.judged.back().quantity = input.quantities[i];
        }
    }
    const ConditionMask watched =
        facts.drift ? kEveryCondition : kEveryCondition & ~maskOf(Condition::R5b);
    facts.judgement = judge(judged, facts.judged, watched);
    judgeAsFarAsStartIsKnown(facts, watched);
}

void takeJudgement(AuditFacts &facts)
{
    const auto mark = [&facts](Condition condition, bool PersonFacts::*flag) {
        if (const Violation *violation = facts.judgement.find(condition)) {
            for (const std::int64_t user : violation->users) {
                facts.people[user].*flag = true;
            }
        }
    };
    mark(Condition::R2, &PersonFacts::lostCoupon);
    // Told "issued" again by a coupon of which one is all: for the judge that is R1.
    const IssueRules &rules = facts.historyFacts.rules;
    if (rules.limitPerPerson == 1 && !rules.limitWithin && !rules.givesBack) {
        for (PersonFacts &person : facts.people) {
            person.lostCoupon |= person.issued > 0 && person.newRows() == 0;
        }
    }
    mark(Condition::R3, &PersonFacts::unannounced);
    mark(Condition::R4, &PersonFacts::falseHolder);
}

void countRows(AuditFacts &facts)
{
    const AuditInput &input = facts.input;
    const std::vector<IssuedRow> &rows = facts.snapshot.rows();
    const RowsBefore ofPeople(input.start ? std::span<const std::int64_t>() : input.holdersBefore);
    const RowsBefore &before = input.start ? input.start->rows : ofPeople;
    facts.isBefore = before.markIn(rows);
    std::int64_t pieces = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        PersonFacts &person = facts.people[rows[i].user];
        ++person.rows;
        person.kept += facts.isBefore[i] ? 1U : 0U;
        facts.newRows += facts.isBefore[i] ? 0 : 1;
        const bool counts = input.rules.givesBack || !facts.isBefore[i];
        facts.rowsWithoutPieces += counts && rows[i].pieces == IssuedRow::kNoPieces ? 1 : 0;
        pieces += counts ? rows[i].knownPieces() : 0;
    }
    if (input.rules.givesBack) {
        const std::vector<std::int64_t> old = piecesBefore(input);
        pieces -= std::accumulate(old.begin(), old.end(), std::int64_t{0});
    }
    facts.taken = pieces;
    const std::vector<IssuedRow> &hidden = facts.snapshot.hiddenRows();
    const std::vector<bool> hiddenBefore = before.markHidden(hidden);
    const std::vector<bool> former = before.markFormer(hidden);
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        PersonFacts &person = facts.people[hidden[i].user];
        if (!hiddenBefore[i]) {
            ++person.hidden;
        } else if (former[i] && person.former + person.kept < person.rowsBefore) {
            ++person.former;
        }
    }
}

void findOverLimit(AuditFacts &facts)
{
    const PersonLimit &limit = facts.input.rules.perPerson;
    if (!limit.limit) {
        return;
    }
    const std::vector<IssuedRow> &rows = facts.snapshot.rows();
    QHash<std::pair<std::int64_t, std::uint64_t>, OverLimit> held;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        // Who has few rows in all is over no limit.
        if (facts.people.value(rows[i].user).rows > *limit.limit) {
            OverLimit &one = held[{rows[i].user, rows[i].group}];
            one.user = rows[i].user;
            one.group = rows[i].group;
            ++one.rows;
            one.newRows += facts.isBefore[i] ? 0 : 1;
        }
    }
    QSet<std::int64_t> onlyBefore;
    for (const OverLimit &one : std::as_const(held)) {
        if (one.rows <= *limit.limit) {
            continue;
        }
        if (one.newRows > 0 || !facts.input.hasRun) {
            facts.overLimit.push_back(one);
        } else {
            onlyBefore.insert(one.user);
        }
    }
    facts.overLimitBefore = onlyBefore.size();
    std::sort(facts.overLimit.begin(), facts.overLimit.end(),
              [](const OverLimit &left, const OverLimit &right) {
                  // People of the run before strangers, who have numbers below 0.
                  const auto rank = [](const OverLimit &one) {
                      return std::tuple(-one.rows, static_cast<std::uint64_t>(one.user), one.group);
                  };
                  return rank(left) < rank(right);
              });
}

} // namespace

std::int64_t AuditFacts::rowsTooMany() const
{
    const std::int64_t limit = input.rules.perPerson.limit.value_or(1);
    std::int64_t sum = 0;
    for (const OverLimit &one : overLimit) {
        const std::int64_t beyond = one.rows - limit;
        sum += input.hasRun ? std::min(beyond, one.newRows) : beyond;
    }
    return sum;
}

IssueRules issueRulesOf(const ServiceRules &rules, const TableLayout &layout)
{
    IssueRules judged;
    judged.limitPerPerson = rules.perPerson.limit;
    judged.limitWithin = !rules.perPerson.within.isEmpty();
    judged.givesBack = rules.givesBack;
    judged.givesBackSaid = rules.givesBackSaid || !rules.givesBack;
    judged.unlimited = rules.unlimited;
    judged.countsPieces = !layout.quantity.isEmpty();
    judged.quantityKnown = rules.quantityKnown || layout.quantity.isEmpty();
    return judged;
}

std::vector<std::int64_t> piecesBefore(const AuditInput &input)
{
    if (input.start) {
        return input.start->pieces;
    }
    return input.piecesBefore.empty() ? std::vector<std::int64_t>(input.holdersBefore.size(), 1)
                                      : input.piecesBefore;
}

std::optional<std::int64_t> counterAheadBefore(const AuditInput &input)
{
    if (!input.start) {
        return input.counterAhead;
    }
    if (!input.start->figuresKnown) {
        return std::nullopt;
    }
    return input.start->issuedCounter ? *input.start->issuedCounter - input.start->piecesInAll()
                                      : 0;
}

std::int64_t StartOfRows::piecesInAll() const
{
    return std::accumulate(pieces.begin(), pieces.end(), std::int64_t{0});
}

void takeHolders(StartOfRows &start, std::span<const IssuedRow> rows)
{
    std::vector<std::pair<std::int64_t, std::int64_t>> held;
    held.reserve(rows.size());
    for (const IssuedRow &row : rows) {
        held.emplace_back(row.user, row.knownPieces());
    }
    std::sort(held.begin(), held.end());
    for (const auto &[user, pieces] : held) {
        start.holders.push_back(user);
        start.pieces.push_back(pieces);
    }
}

StartOfRows startOf(const Snapshot &snapshot)
{
    StartOfRows start;
    start.rows = RowsBefore(snapshot);
    takeHolders(start, snapshot.rows());
    start.remaining = snapshot.remaining();
    start.issuedCounter = snapshot.issuedCounter();
    return start;
}

QString newRowSql(const AuditFacts &facts)
{
    const TableLayout &layout = facts.snapshot.layout();
    const bool hasNumbers = !layout.issuedId.isEmpty() && !layout.issuedIdIsText &&
                            layout.issuedIdForm == IdReading::Plain &&
                            !facts.snapshot.idsAreUnsigned();
    if (!facts.input.hasRun || !hasNumbers) {
        return {};
    }
    std::optional<std::int64_t> lastBefore;
    std::int64_t firstNew = std::numeric_limits<std::int64_t>::max();
    const auto &rows = facts.snapshot.rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (facts.isBefore[i]) {
            lastBefore = std::max(rows[i].id, lastBefore.value_or(rows[i].id));
        } else {
            firstNew = std::min(firstNew, rows[i].id);
        }
    }
    return lastBefore && *lastBefore < firstNew
               ? QStringLiteral("%1 > %2").arg(quotedIdentifier(layout.issuedId),
                                               QString::number(*lastBefore))
               : QString();
}

AuditFacts gatherFacts(const AuditInput &input, const Snapshot &snapshot)
{
    AuditFacts facts{input, snapshot, countOutcomes(input.history)};
    facts.people.reserve(static_cast<qsizetype>(snapshot.rows().size()));
    for (const std::int64_t user : input.holdersBefore) {
        ++facts.people[user].rowsBefore;
    }
    for (std::size_t i = 0; i < input.history.size(); ++i) {
        const Operation &operation = input.history[i];
        countAnswer(facts.people[operation.user], operation.outcome);
        if (operation.outcome == Outcome::Issued && operation.rowId != 0) {
            facts.operationOfRow.insert(operation.rowId, i);
        }
    }
    joinByRequest(facts);
    countRows(facts);
    joinByPerson(facts);
    for (const PersonFacts &person : std::as_const(facts.people)) {
        facts.distinctHolders += person.rows > 0 ? 1 : 0;
    }
    findOverLimit(facts);
    if (snapshot.remaining() && knowsStockAtStart(input.means()) && facts.rowsWithoutPieces == 0) {
        facts.drift = driftOf(input.initialStock, *snapshot.remaining(), facts.taken);
    }
    if (input.hasRun) {
        judgeHistory(facts);
        takeJudgement(facts);
        facts.sale = saleAnswers(input, snapshot);
    }
    return facts;
}

} // namespace stampede
