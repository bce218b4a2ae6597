#include "run/judged_again.h"

#include "audit/answers_audit.h"
#include "audit/check_title.h"
#include "judge/judge.h"
#include "run/history_frame.h"
#include "text/number_text.h"

#include <QCoreApplication>

namespace stampede {

namespace {

using text::count;

struct AgainText
{
    Q_DECLARE_TR_FUNCTIONS(JudgedAgain)
};

/// The check of the audit that a condition of the judge belongs to.
QString checkOf(Condition condition)
{
    switch (condition) {
    case Condition::R1:
        return QStringLiteral("one-per-user");
    case Condition::R2:
        return QStringLiteral("issued-is-stored");
    case Condition::R3:
        return QStringLiteral("stored-was-announced");
    case Condition::R4:
        return QStringLiteral("already-issued-true");
    case Condition::R5a:
        return QStringLiteral("stock-not-exceeded");
    case Condition::R5b:
        return QStringLiteral("stock-adds-up");
    case Condition::R6:
    case Condition::C4:
        return QStringLiteral("sold-out-true");
    case Condition::C3:
    case Condition::C5:
    case Condition::C6:
        return QStringLiteral("refusals-justified");
    }
    return {};
}

/// "Stock adds up: 200 at start, 100 written, 197 left."
QString sentenceOf(const Violation &violation, const Judgement &judgement,
                   const HistoryFacts &facts)
{
    QString what;
    if (violation.condition == Condition::R5a || violation.condition == Condition::R5b) {
        what = AgainText::tr("%1 at start, %2 written, %3 left")
                   .arg(count(facts.stock), count(judgement.newRows), count(facts.remaining));
    } else if (violation.users.empty()) {
        what = AgainText::tr("a refusal came too early");
    } else {
        const auto people = static_cast<std::int64_t>(violation.users.size());
        what = text::plural(people, AgainText::tr("%1 person (user %2)"),
                            AgainText::tr("%1 people (first: user %2)"))
                   .arg(count(people), QString::number(violation.users.front()));
    }
    return AgainText::tr("%1 – broken: %2.")
        .arg(newCheck(checkOf(violation.condition)).title, what);
}

JudgedAgain judgeFacts(const HistoryFacts &facts, std::span<const Operation> history,
                       ConditionMask watched)
{
    std::vector<JudgedOperation> operations;
    operations.reserve(history.size());
    for (const Operation &operation : history) {
        operations.push_back(judgedFrom(operation));
    }
    const Judgement judgement = judge(facts, operations, watched);
    JudgedAgain again;
    again.operations = judgement.operations;
    for (const Violation &violation : judgement.violations) {
        again.findings << sentenceOf(violation, judgement, facts);
    }
    if (!judgement.strangers.empty()) {
        again.undecidedReason =
            AgainText::tr("Rows belong to people whom this run never asked for (first: user %1).")
                .arg(QString::number(judgement.strangers.front()));
        return again;
    }
    again.verdict = judgement.linearizable ? AuditVerdict::Held : AuditVerdict::Broken;
    return again;
}

HistoryFacts factsOf(const RunRecord &record)
{
    const HistoryFrame frame = historyFrameOf(record);
    HistoryFacts facts;
    facts.stock = frame.stock;
    facts.holdersBefore = frame.holdersBefore;
    facts.precedence = precedenceFromKey(frame.precedence).value_or(Precedence::Any);
    facts.remaining = frame.remaining;
    facts.rowUsers = record.audit->rowUsers;
    return facts;
}

JudgedAgain judgeAnswers(const RunRecord &record)
{
    const bool knowsStock = record.audit->state.initialStockKnown;
    const AuditReport report =
        auditAnswers(*record.history,
                     knowsStock ? std::optional(record.audit->state.initialStock) : std::nullopt);
    JudgedAgain again;
    again.verdict = report.verdict;
    again.operations = static_cast<std::int64_t>(record.history->size());
    for (const CheckResult &check : report.findings()) {
        again.findings << AgainText::tr("%1 – broken: %2").arg(titleOf(check), check.explanation);
    }
    return again;
}

} // namespace

JudgedAgain judgeAgain(const RunRecord &record)
{
    if (!record.audit) {
        JudgedAgain again;
        again.operations = static_cast<std::int64_t>(record.history->size());
        again.undecidedReason =
            AgainText::tr("The run was not audited, so its rows are not known.");
        return again;
    }
    if (!record.audit->state.rowsKnown) {
        return judgeAnswers(record);
    }
    ConditionMask watched = kEveryCondition;
    if (!record.audit->state.remaining || !record.audit->state.initialStockKnown) {
        watched &= ~maskOf(Condition::R5b);
    }
    JudgedAgain again = judgeFacts(factsOf(record), *record.history, watched);
    // Where the ground was missing then, rows and answers prove nothing today either.
    if (record.audit->verdict == AuditVerdict::Undecided) {
        again.verdict = AuditVerdict::Undecided;
        again.undecidedReason = record.audit->undecidedReason;
        again.findings.clear();
    }
    return again;
}

JudgedAgain judgeAgain(const RunHistory &history)
{
    HistoryFacts facts;
    facts.stock = history.stock;
    facts.holdersBefore = history.holdersBefore;
    facts.precedence = history.precedence;
    facts.remaining = history.remaining;
    facts.rowUsers = history.rowUsers;
    return judgeFacts(facts, history.operations, kEveryCondition);
}

QStringList brokenThenAndNotAgain(const RunRecord &record)
{
    QStringList titles;
    if (!record.audit || !record.audit->state.rowsKnown) {
        return titles;
    }
    QStringList madeAgain = {
        QStringLiteral("stock-not-negative"), QStringLiteral("earlier-holders-kept"),
        QStringLiteral("announced-once"), QStringLiteral("answers-fit-one-order")};
    for (const Condition condition : kAllConditions) {
        madeAgain << checkOf(condition);
    }
    for (const CheckResult &check : record.audit->findings()) {
        if (!madeAgain.contains(check.id)) {
            titles << titleOf(check);
        }
    }
    return titles;
}

} // namespace stampede
