#include "run/judged_again.h"

#include "audit/answers_audit.h"
#include "audit/check_title.h"
#include "judge/judge.h"
#include "run/history_frame.h"
#include "text/number_text.h"

#include <QCoreApplication>

#include <functional>

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
    case Condition::C7:
        return QStringLiteral("refusals-justified");
    }
    return {};
}

/// What a person is called.
using NameOf = std::function<QString(std::int64_t)>;

/// "Stock adds up: 200 at start, 100 written, 197 left."
QString sentenceOf(const Violation &violation, const Judgement &judgement,
                   const HistoryFacts &facts, const NameOf &nameOf)
{
    QString what;
    if (violation.condition == Condition::R5a || violation.condition == Condition::R5b) {
        what = AgainText::tr("%1 at start, %2 written, %3 left")
                   .arg(count(facts.stock), count(judgement.taken), count(facts.remaining));
    } else if (violation.users.empty()) {
        what = AgainText::tr("a refusal came too early");
    } else {
        const auto people = static_cast<std::int64_t>(violation.users.size());
        what = text::plural(people, AgainText::tr("%1 person (user %2)"),
                            AgainText::tr("%1 people (first: user %2)"))
                   .arg(count(people), nameOf(violation.users.front()));
    }
    return AgainText::tr("%1 – broken: %2.")
        .arg(newCheck(checkOf(violation.condition)).title, what);
}

JudgedAgain judgeFacts(const HistoryFacts &facts, std::span<const JudgedOperation> operations,
                       ConditionMask watched, const NameOf &nameOf)
{
    const Judgement judgement = judge(facts, operations, watched);
    JudgedAgain again;
    again.operations = judgement.operations;
    for (const Condition condition : kAllConditions) {
        if ((judgement.notApplicable & maskOf(condition)) != 0) {
            again.notApplicable << QString::fromLatin1(conditionKey(condition).data());
        }
    }
    for (const Violation &violation : judgement.violations) {
        again.findings << sentenceOf(violation, judgement, facts, nameOf);
    }
    if (!judgement.strangers.empty()) {
        again.undecidedReason =
            AgainText::tr("Rows belong to people whom this run never asked for (first: user %1).")
                .arg(nameOf(judgement.strangers.front()));
        return again;
    }
    again.verdict = judgement.linearizable ? AuditVerdict::Held : AuditVerdict::Broken;
    return again;
}

/// Conditions that there is something to judge by.
ConditionMask watchedIn(const StateFigures &state)
{
    return state.remaining && state.initialStockKnown ? kEveryCondition
                                                      : kEveryCondition & ~maskOf(Condition::R5b);
}

/// `audit`: of this history.
JudgedAgain judgeKept(const CouponHistory &history, const AuditReport &audit,
                      const PersonDirectory &people)
{
    const HistoryFrame &frame = history.frame;
    HistoryFacts facts = factsOf(frame);
    // The frame has no end where nobody knows what was left; the rows are known all the same.
    facts.rowUsers = audit.rowUsers;
    std::vector<JudgedOperation> operations;
    operations.reserve(history.operations.size());
    for (const Operation &operation : history.operations) {
        operations.push_back(judgedFrom(operation));
        operations.back().quantity = quantityOf(frame, operation);
    }
    JudgedAgain again = judgeFacts(facts, operations, watchedIn(audit.state),
                                   [&people](std::int64_t user) { return people.nameOf(user); });
    // Where the ground was missing then, rows and answers prove nothing today either.
    if (audit.verdict == AuditVerdict::Undecided) {
        again.verdict = AuditVerdict::Undecided;
        again.undecidedReason = audit.undecidedReason;
        again.findings.clear();
    }
    return again;
}

bool isWorse(AuditVerdict left, AuditVerdict right)
{
    const auto rank = [](AuditVerdict verdict) {
        switch (verdict) {
        case AuditVerdict::Held:
            return 0;
        case AuditVerdict::Undecided:
            return 1;
        case AuditVerdict::Broken:
            return 2;
        }
        return 0;
    };
    return rank(left) > rank(right);
}

/// Adds what was found of one of several coupons, which is called that.
void addTo(JudgedAgain &all, const JudgedAgain &one, const QString &name)
{
    all.verdict = isWorse(one.verdict, all.verdict) ? one.verdict : all.verdict;
    all.operations += one.operations;
    const auto of = [&name](const QString &sentence) {
        return AgainText::tr("Coupon %1: %2").arg(name, sentence);
    };
    for (const QString &finding : one.findings) {
        all.findings << of(finding);
    }
    if (all.undecidedReason.isEmpty() && !one.undecidedReason.isEmpty()) {
        all.undecidedReason = of(one.undecidedReason);
    }
    all.notApplicable = one.notApplicable;
}

JudgedAgain judgeAnswers(const RunRecord &record)
{
    const bool knowsStock = record.audit->state.initialStockKnown;
    const AuditReport report =
        auditAnswers(*record.history,
                     knowsStock ? std::optional(record.audit->state.initialStock) : std::nullopt,
                     record.scenario, record.people);
    JudgedAgain again;
    again.verdict = report.verdict;
    again.operations = static_cast<std::int64_t>(record.history->size());
    again.undecidedReason = report.undecidedReason;
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
    const std::vector<CouponHistory> histories = couponHistoriesOf(record);
    const std::vector<CouponAudit> &coupons = record.audit->coupons;
    if (coupons.empty()) {
        return judgeKept(histories.front(), *record.audit, record.people);
    }
    JudgedAgain all;
    all.verdict = AuditVerdict::Held;
    for (std::size_t i = 0; i < coupons.size(); ++i) {
        addTo(all, judgeKept(histories[i], coupons[i].report, record.people), coupons[i].name);
    }
    return all;
}

JudgedAgain judgeAgain(const std::vector<RunHistory> &histories)
{
    JudgedAgain all;
    all.verdict = AuditVerdict::Held;
    for (std::size_t i = 0; i < histories.size(); ++i) {
        const RunHistory &history = histories[i];
        JudgedAgain one =
            judgeFacts(history.facts, judgedOperationsOf(history), kEveryCondition,
                       [&history](std::int64_t user) { return history.people.nameOf(user); });
        if (histories.size() == 1) {
            return one;
        }
        addTo(all, one, QString::number(i + 1));
    }
    return all;
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
    const HistoryFacts facts = factsOf(couponHistoriesOf(record).front().frame);
    const ConditionMask left = notApplicable(facts);
    for (const Condition condition : kAllConditions) {
        if ((left & maskOf(condition)) == 0) {
            madeAgain << checkOf(condition);
        }
    }
    if (facts.rules.limitWithin) { // the columns stand in the tables
        madeAgain.removeAll(checkOf(Condition::R1));
    }
    for (const CheckResult &check : record.audit->findings()) {
        if (!madeAgain.contains(check.id)) {
            titles << titleOf(check);
        }
    }
    return titles;
}

} // namespace stampede
