// SPDX-License-Identifier: MIT
#include "audit/audit.h"

#include "audit/answer_checks.h"
#include "audit/evidence_checks.h"
#include "audit/history_checks.h"
#include "audit/named_cells.h"
#include "audit/other_writers.h"
#include "audit/own_checks.h"
#include "audit/proof_text.h"
#include "audit/row_checks.h"
#include "audit/row_question.h"
#include "audit/run_checks.h"
#include "audit/run_start.h"
#include "audit/withdrawn_rows.h"
#include "base/clock.h"
#include "record/audit_words.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace stampede {

namespace {

bool lacksGround(const CheckResult &check)
{
    return check.cls == CheckClass::Ground && check.verdict == CheckVerdict::Fail;
}

bool anyBroken(const QList<CheckResult> &checks)
{
    return std::any_of(checks.begin(), checks.end(), [](const CheckResult &check) {
        return judgesData(check) && check.verdict == CheckVerdict::Fail;
    });
}

/// Every check in the order of the interface: those that were made, and the others as skipped. What
/// was said by a check that had no run to judge is taken back.
QList<CheckResult> allChecks(const QList<CheckResult> &made, const AuditMeans &means)
{
    QList<CheckResult> all;
    const QStringList ids = checkIds();
    for (const QString &id : ids) {
        const auto found = std::find_if(made.begin(), made.end(),
                                        [&id](const auto &check) { return check.id == id; });
        const auto lack = lackOf(id, means);
        if (found != made.end() && !(lack && lack->reason == SkipReason::NoRun)) {
            all << *found;
        } else {
            all << newCheck(id);
            STAMPEDE_CHECK(skipForLack(all.last(), means));
        }
    }
    std::copy_if(made.begin(), made.end(), std::back_inserter(all),
                 [&ids](const auto &check) { return !ids.contains(check.id); });
    return all;
}

/// Each check of a group took until the next one began.
void timeChecks(QList<CheckResult> &checks)
{
    std::int64_t endNs = monotonicNs();
    for (auto check = checks.rbegin(); check != checks.rend(); ++check) {
        check->tookNs = endNs - check->beganNs;
        endNs = check->beganNs;
    }
}

/// Nothing of what it found stands, its SQL neither.
void takeBack(CheckResult &check, const QString &why)
{
    untell(check, why);
    check.sql.clear();
}

/// Nobody knows which answers belong to these rows: what the tool holds against each other says
/// nothing. What the profile asks by itself stands.
void withdrawAll(QList<CheckResult> &checks, const QString &why)
{
    const QStringList ofAnswers = {QStringLiteral("no-answer-settled"),
                                   QStringLiteral("as-predicted")};
    for (CheckResult &check : checks) {
        const bool isOwn = check.id.startsWith(QLatin1String("own:"));
        const bool judges = (judgesData(check) && !isOwn) || ofAnswers.contains(check.id);
        if (judges && check.verdict != CheckVerdict::Skipped) {
            takeBack(check, why);
        }
    }
}

/// The people of the history are not those of the rows: what holds the two against each other says
/// nothing, and what the rows alone say stands.
void withdrawOfPeople(QList<CheckResult> &checks, const AuditFacts &facts)
{
    const QStringList ofRows = {
        QStringLiteral("stock-not-exceeded"), QStringLiteral("stock-not-negative"),
        QStringLiteral("counter-agrees"),     QStringLiteral("one-per-user"),
        QStringLiteral("rows-belong"),        QStringLiteral("rows-in-window")};
    const QStringList ofAnswers = {QStringLiteral("nobody-else-wrote"),
                                   QStringLiteral("no-answer-settled"),
                                   QStringLiteral("as-predicted")};
    const bool broken = anyBroken(checks);
    for (CheckResult &check : checks) {
        const bool isOfRows =
            ofRows.contains(check.id) || check.id.startsWith(QLatin1String("own:")) ||
            (check.id == QLatin1String("stock-adds-up") &&
             facts.drift.value_or(0) <= 0); // else somebody may have been promised
        const bool isOpen = (judgesData(check) && !isOfRows) || ofAnswers.contains(check.id);
        if ((isOpen && check.verdict != CheckVerdict::Skipped) ||
            (broken && leansOnBroken(check))) {
            takeBack(check, facts.input.oneCaller);
        }
    }
}

/// Where the ground is missing, what the other checks found may be somebody else's doing or may
/// still change: nothing is called broken, and nothing is cleared.
void withdrawVerdicts(QList<CheckResult> &checks, const AuditFacts &facts,
                      const CheckResult &ground)
{
    const QString why =
        ground.id == QLatin1String("came-to-rest") ? AuditText::tr("The run was not at rest.")
        : knowsNobody(facts) ? AuditText::tr("No new row belongs to anybody who was asked.")
                             : AuditText::tr("Somebody else was writing.");
    const bool broken = anyBroken(checks);
    for (CheckResult &check : checks) {
        if (broken && leansOnBroken(check)) { // on what is taken back here
            takeBack(check, why);
        } else if (judgesData(check) && check.verdict != CheckVerdict::Skipped) {
            check.verdict = CheckVerdict::Inconclusive;
            check.explanation = why + QLatin1Char(' ') + check.explanation;
        }
    }
}

StateFigures stateOf(const AuditFacts &facts)
{
    StateFigures state;
    state.initialStock = facts.input.initialStock;
    state.initialStockKnown = knowsStockAtStart(facts.input.means());
    state.remaining = facts.snapshot.remaining();
    state.issuedCounter = facts.snapshot.issuedCounter();
    state.rows = facts.rows();
    state.rowsBefore = static_cast<std::int64_t>(facts.input.holdersBefore.size());
    state.newRows = facts.taken;
    state.distinctUsers = facts.distinctHolders;
    state.drift = facts.drift;
    if (facts.stockOpen && facts.drift.value_or(0) >= 0) { // it may be of before the run
        state.initialStockKnown = false;
        state.drift.reset();
    }
    for (const PersonFacts &person : facts.people) {
        state.lostWrites += person.lostCoupon ? 1 : 0;
        state.unannounced += person.unannounced ? 1 : 0;
        state.hiddenRetries += person.hiddenRetry() ? 1 : 0;
        state.mostPerPerson = std::max<std::int64_t>(state.mostPerPerson, person.rows);
    }
    QSet<std::int64_t> overLimit;
    for (const OverLimit &one : facts.overLimit) {
        overLimit.insert(one.user);
    }
    state.duplicatePeople = overLimit.size();
    state.duplicatesBefore = facts.overLimitBefore;
    state.duplicateRows = facts.rowsTooMany();
    state.queueJumps = facts.judgement.queueJumps;
    state.tookEffect = facts.judgement.tookEffect;
    state.noEffect = facts.judgement.noEffect;
    return state;
}

/// Takes out of a report what holding the answers against these rows would say, and why.
void leaveUnjudged(AuditReport &report, const QString &why)
{
    const StateFigures &read = report.state;
    StateFigures state;
    state.initialStock = read.initialStock;
    state.initialStockKnown = read.initialStockKnown;
    state.remaining = read.remaining;
    state.issuedCounter = read.issuedCounter;
    state.rows = read.rows;
    state.rowsBefore = read.rowsBefore;
    state.newRows = read.newRows;
    state.distinctUsers = read.distinctUsers;
    state.duplicateRows = read.duplicateRows;
    state.drift = read.drift;
    report.state = state;
    report.wrongAnswers.clear();
    report.toldSoldOutTooEarly = 0;
    report.wrongRefusals = 0;
    report.sale.reset();
    report.undecidedReason = why;
    if (report.verdict == AuditVerdict::Held) {
        report.verdict = AuditVerdict::Undecided;
    }
}

/// Every check with its proof, before the ground is looked at.
QList<CheckResult> madeChecks(const AuditFacts &facts, Snapshot &snapshot,
                              const QList<OwnCheck> &own,
                              const std::function<void(int, int)> &progress)
{
    QList<CheckResult> made;
    const auto add = [&](QList<CheckResult> checks) {
        timeChecks(checks);
        made += checks;
        if (progress) {
            progress(static_cast<int>(made.size()), checkCount() + static_cast<int>(own.size()));
        }
    };
    add(checkStock(facts, snapshot));
    add(checkHolders(facts, snapshot));
    add(checkGround(facts));
    if (facts.input.hasRun) {
        add(checkAnswers(facts));
        add(checkHistory(facts, made));
        add(checkRun(facts));
        add(checkEvidence(facts));
    }
    add({checkUniqueKey(facts, snapshot)});
    add(checkOwn(own, facts.input.start.get(), snapshot));
    askWhichRowsCount(made, facts, snapshot);
    made = allChecks(made, facts.input.means());
    for (CheckResult &check : made) {
        check.proof = proofOf(facts, check);
    }
    return made;
}

/// `assumed`: what the rows look as if, where nobody said so; else null.
QList<CheckResult> makeChecks(const AuditFacts &facts, const AuditFacts *assumed,
                              Snapshot &snapshot, const QList<OwnCheck> &own,
                              const std::function<void(int, int)> &progress)
{
    QList<CheckResult> made = madeChecks(facts, snapshot, own, progress);
    if (assumed != nullptr) {
        askForGivesBack(made, madeChecks(*assumed, snapshot, {}, {}), *assumed);
    }
    if (!facts.input.oneCaller.isEmpty()) {
        withdrawOfPeople(made, facts);
    } else if (const auto others = possibleWriters(facts)) {
        const AuditFacts as = gatherFacts(others->input, snapshot);
        leaveToOthers(made, madeChecks(as, snapshot, {}, {}), *others, facts);
    }
    withdrawWhatStartDecides(made, facts);
    const auto missing = std::find_if(made.begin(), made.end(), lacksGround);
    if (!facts.input.notJudged.isEmpty()) {
        withdrawAll(made, facts.input.notJudged);
    } else if (missing != made.end()) {
        withdrawVerdicts(made, facts, CheckResult(*missing));
    }
    nameCells(made, snapshot);
    return made;
}

} // namespace

void decideVerdict(AuditReport &report)
{
    report.verdict = AuditVerdict::Held;
    for (const CheckResult &check : std::as_const(report.checks)) {
        const bool groundMissing = lacksGround(check);
        const bool untold = judgesData(check) && check.verdict == CheckVerdict::Inconclusive;
        if (groundMissing || untold) {
            if (report.undecidedReason.isEmpty()) {
                report.undecidedReason = check.explanation;
            }
            report.verdict = AuditVerdict::Undecided;
        }
    }
    // The others say no more than that they lack it.
    const auto ground = std::find_if(report.checks.begin(), report.checks.end(), lacksGround);
    if (ground != report.checks.end()) {
        report.undecidedReason = ground->explanation;
    }
    // A proven violation is never hidden by a check that could not be made.
    if (!report.findings().isEmpty()) {
        report.verdict = AuditVerdict::Broken;
    }
}

Result<AuditReport, SqlError> runAudit(Connection &connection, const AuditInput &input,
                                       const std::function<void(int, int)> &progress)
{
    auto taken = Snapshot::take(connection, input.layout, input.coupon);
    if (!taken) {
        return Failure{taken.error()};
    }
    return auditSnapshot(taken.value(), input, progress);
}

namespace {

/// `facts` are what the report tells; `strict` where they rest on an assumption, else the same.
AuditReport reportOf(const AuditFacts &facts, const AuditFacts &strict, Snapshot &snapshot,
                     const std::function<void(int, int)> &progress)
{
    const AuditInput &input = facts.input;
    const AuditFacts *assumed = &facts == &strict ? nullptr : &facts;
    AuditReport report;
    report.checks = makeChecks(strict, assumed, snapshot, input.ownChecks, progress);
    // What somebody else's statement finds it is asked once.
    if (std::max(input.history.size(), snapshot.rows().size()) <= kMostSaidTwice) {
        keepOtherLanguages(report, [&] { return makeChecks(strict, assumed, snapshot, {}, {}); });
    }
    report.historyForm = 1;
    report.startKnown = input.startKnown;
    report.state = stateOf(facts);
    report.rowUsers.reserve(snapshot.rows().size());
    for (const IssuedRow &row : snapshot.rows()) {
        report.rowUsers.push_back(row.user);
    }
    report.holdersBefore = input.holdersBefore;
    report.rules = issueRulesOf(input.rules, input.layout);
    report.writtenUsers = facts.historyFacts.writtenUsers;
    if (report.rules.countsPieces && input.hasRun) {
        report.rowPieces = facts.historyFacts.rowPieces;
        report.piecesBefore = facts.historyFacts.piecesBefore;
        report.piecesAsked.assign(input.quantities.begin(), input.quantities.end());
    }
    report.counterAhead = input.hasRun ? counterAheadBefore(input) : std::nullopt;
    report.precedence = input.precedence;
    report.wrongAnswers = facts.judgement.wrong;
    report.sale = facts.sale;
    const SettleResult &settled = input.settled;
    report.settle =
        SettleFigures{settled.atRest, settled.waitedMs,
                      settled.sawTransactions ? std::optional(settled.open) : std::nullopt,
                      settled.unanswered, settled.moved || settled.uncommitted};
    for (const Condition condition : {Condition::C4, Condition::R6}) {
        if (const Violation *violation = facts.judgement.find(condition)) {
            report.toldSoldOutTooEarly = static_cast<std::int64_t>(violation->users.size());
        }
    }
    report.wrongRefusals = std::count_if(
        report.wrongAnswers.begin(), report.wrongAnswers.end(), [&input](const auto &wrong) {
            return isWrongRefusal(wrong, input.history[wrong.operation].outcome);
        });
    decideVerdict(report);
    if (!input.notJudged.isEmpty()) {
        leaveUnjudged(report, input.notJudged);
    } else if (!input.oneCaller.isEmpty()) {
        const std::int64_t overLimit = report.state.duplicatePeople; // by the rows alone
        leaveUnjudged(report, input.oneCaller);
        report.state.duplicatePeople = overLimit;
    }
    return report;
}

} // namespace

AuditReport auditSnapshot(Snapshot &snapshot, const AuditInput &input,
                          const std::function<void(int, int)> &progress)
{
    snapshot.joinRequests(input.history);
    const AuditFacts facts = gatherFacts(input, snapshot);
    if (!mayBeWithdrawn(facts)) {
        return reportOf(facts, facts, snapshot, progress);
    }
    const AuditInput assumed = asIfGivenBack(input);
    return reportOf(gatherFacts(assumed, snapshot), facts, snapshot, progress);
}

} // namespace stampede
