// SPDX-License-Identifier: MIT
#include "audit/run_checks.h"

#include "audit/against_prediction.h"
#include "audit/other_writers.h"
#include "base/clock.h"
#include "record/check_text.h"
#include "text/number_text.h"
#include "text/outcome_names.h"

#include <QMap>

#include <algorithm>
#include <functional>

namespace stampede {

namespace {

using text::count;

/// "None of the 20 new rows belongs to anybody who was asked …"
QString nobodyAskedSentence(const AuditFacts &facts, const CheckResult &check)
{
    constexpr qsizetype kNamed = 3;
    const PersonNames &names = facts.snapshot.people();
    QStringList called;
    for (const Operation &operation : facts.input.history) {
        const QString name = names.nameOf(operation.user);
        if (called.size() < kNamed && !called.contains(name)) {
            called << name;
        }
    }
    return text::plural(check.rowCount,
                        AuditText::tr("The %1 new row does not belong to anybody who was asked: "
                                      "does `userFormat` fit? The row says %2; people were called "
                                      "%3."),
                        AuditText::tr("None of the %1 new rows belongs to anybody who was asked: "
                                      "does `userFormat` fit? Rows say %2; people were called "
                                      "%3."))
        .arg(count(check.rowCount), names.nameOf(check.rows.constFirst().value(1).toLongLong()),
             called.join(QStringLiteral(", ")));
}

/// New rows that are not of this run.
struct OthersRows
{
    std::int64_t strangers = 0; ///< of people whom it never asked for
    std::int64_t requests = 0;  ///< of people whom it asked for, by other requests
    const IssuedRow *stranger = nullptr;
    const IssuedRow *request = nullptr;
};

QString othersSentence(const AuditFacts &facts, const OthersRows &others)
{
    const PersonNames &names = facts.snapshot.people();
    QStringList parts;
    if (others.strangers > 0) {
        parts << text::plural(
                     others.strangers,
                     AuditText::tr("%1 new row belongs to somebody this run never asked for "
                                   "(user %2)."),
                     AuditText::tr("%1 new rows belong to people this run never asked for "
                                   "(first: user %2)."))
                     .arg(count(others.strangers), names.nameOf(others.stranger->user));
    }
    if (others.requests > 0) {
        parts << text::plural(others.requests,
                              AuditText::tr("%1 new row names a request that this run did not make "
                                            "(first: row %2 of user %3)."),
                              AuditText::tr("%1 new rows name requests that this run did not make "
                                            "(first: row %2 of user %3)."))
                     .arg(count(others.requests),
                          facts.snapshot.rowName(others.request->id).toString(),
                          names.nameOf(others.request->user));
    }
    parts << AuditText::tr("Somebody else was using the service, so what follows cannot be "
                           "decided.");
    return parts.join(QLatin1Char(' '));
}

/// Where nothing speaks of somebody else.
void tellWhatSpeaksForIt(CheckResult &check, const AuditFacts &facts)
{
    check.verdict = CheckVerdict::Pass;
    if (facts.snapshot.layout().source.isEmpty()) {
        check.explanation = AuditText::tr("Yes.");
    } else if (facts.newRows == 0) {
        check.explanation = AuditText::tr("No row is new.");
    } else if (const std::int64_t unexplained = rowsUnexplained(facts); unexplained > 0) {
        cannotTell(check, text::plural(unexplained,
                                       AuditText::tr("No answer of this run and no request id "
                                                     "tells of %1 new row."),
                                       AuditText::tr("No answer of this run and no request id "
                                                     "tells of %1 new rows."))
                              .arg(count(unexplained)));
    } else {
        check.explanation = AuditText::tr("Every new row belongs to somebody who was told "
                                          "\"issued\" or got no definite answer, or names their "
                                          "request.");
    }
    const bool anyLost = std::any_of(facts.people.begin(), facts.people.end(),
                                     std::mem_fn(&PersonFacts::lostCoupon));
    if (anyLost && !facts.snapshot.layout().source.isEmpty()) {
        check.explanation +=
            QLatin1Char(' ') + AuditText::tr("Only rows that are there were looked at: whether "
                                             "somebody else deleted one, nobody can know.");
    }
}

CheckResult checkNobodyElse(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("nobody-else-wrote"));
    check.sql = facts.snapshot.rowsSql();
    check.expected = count(0);
    check.columns = QStringList{QStringLiteral("row"), QStringLiteral("user")};
    const std::vector<IssuedRow> &rows = facts.snapshot.rows();
    OthersRows others;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const IssuedRow &row = rows[i];
        const bool asked = facts.people.value(row.user).asked > 0;
        if (facts.isBefore[i] || (asked && row.request != IssuedRow::kOthers)) {
            continue;
        }
        addRow(check, {numberCell(row.id), numberCell(row.user)});
        const IssuedRow *&first = asked ? others.request : others.stranger;
        first = first == nullptr ? &row : first;
        ++(asked ? others.requests : others.strangers);
    }
    check.actual = count(check.rowCount);
    if (check.rowCount == 0) {
        tellWhatSpeaksForIt(check, facts);
        return check;
    }
    check.verdict = CheckVerdict::Fail;
    check.explanation =
        knowsNobody(facts) ? nobodyAskedSentence(facts, check) : othersSentence(facts, others);
    return check;
}

/// What kept the database from rest, a part each.
QStringList whatMoves(const SettleResult &settled)
{
    QStringList parts;
    if (!settled.refused.isEmpty()) {
        parts << AuditText::tr("the database refused the query (%1)").arg(settled.refused);
    }
    if (settled.stopped) {
        parts << AuditText::tr("it was stopped before two reads could agree");
    }
    if (settled.open > 0) {
        const QString open =
            settled.ours
                ? text::plural(settled.open,
                               AuditText::tr("%1 transaction of this run is still open"),
                               AuditText::tr("%1 transactions of this run are still open"))
                : text::plural(settled.open,
                               AuditText::tr("%1 transaction of the service is still open"),
                               AuditText::tr("%1 transactions of the service are still open"));
        parts << open.arg(count(settled.open));
    }
    if (settled.uncommitted && settled.open == 0) {
        parts << AuditText::tr("changes of the coupon's rows are not committed yet");
    }
    if (settled.moved) {
        parts << AuditText::tr("rows %1 then %2, stock %3 then %4")
                     .arg(count(settled.rowsBefore), count(settled.rows),
                          settled.stockBefore.isEmpty() ? QStringLiteral("?") : settled.stockBefore,
                          settled.stock.isEmpty() ? QStringLiteral("?") : settled.stock);
    }
    if (settled.unanswered > 0) {
        parts << text::plural(settled.unanswered,
                              AuditText::tr("%1 request without an answer may still take effect"),
                              AuditText::tr("%1 requests without an answer may still take effect"))
                     .arg(count(settled.unanswered));
    }
    if (settled.unconfirmed) {
        parts << AuditText::tr("what looked broken could not be looked at again");
    }
    if (parts.isEmpty()) {
        parts << AuditText::tr("rows and stock had not been still for %1")
                     .arg(text::duration(settled.quietMs * kNsPerMs));
    }
    return parts;
}

/// What a person has to know of how rest was found.
QStringList remarksOnRest(const SettleResult &settled)
{
    QStringList remarks;
    if (settled.atRest && settled.unanswered > 0) {
        remarks << text::plural(
                       settled.unanswered,
                       AuditText::tr("%1 request got no answer and left no row; it was sent more "
                                     "than %2 ago and is assumed not to take effect any more."),
                       AuditText::tr("%1 requests got no answer and left no row; the last was sent "
                                     "more than %2 ago, and they are assumed not to take effect "
                                     "any more."))
                       .arg(count(settled.unanswered),
                            text::duration(settled.unansweredLimitMs * kNsPerMs));
    }
    if (settled.confirmedAfterMs > 0) {
        remarks << AuditText::tr("What was broken or could not be told was looked at again after "
                                 "%1 and was the same.")
                       .arg(text::duration(settled.confirmedAfterMs * kNsPerMs));
    }
    if (!settled.leftOut.isEmpty()) {
        constexpr qsizetype kMostNamed = 5;
        QStringList names;
        for (const qint64 connection : settled.leftOut.mid(0, kMostNamed)) {
            names << (connection == 0 ? QStringLiteral("XA") : QString::number(connection));
        }
        if (settled.leftOut.size() > kMostNamed) {
            names << QStringLiteral("…");
        }
        remarks << text::plural(
                       settled.leftOut.size(),
                       AuditText::tr(
                           "%1 open transaction was left out, as it has changed nothing of "
                           "the coupon or began before (connection %2)."),
                       AuditText::tr("%1 open transactions were left out, as they have changed "
                                     "nothing of the coupon or began before (connections %2)."))
                       .arg(count(settled.leftOut.size()), names.join(QStringLiteral(", ")));
    }
    if (settled.stale) {
        remarks << AuditText::tr("Open transactions could not be seen, as others read "
                                 "information_schema.innodb_trx so often that it tells nothing of "
                                 "this moment.");
    } else if (!settled.sawTransactions) {
        remarks << AuditText::tr("Open transactions could not be seen; GRANT PROCESS ON *.* to "
                                 "this account would show them.");
    }
    return remarks;
}

CheckResult checkCameToRest(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("came-to-rest"));
    const SettleResult &settled = facts.input.settled;
    check.sql = QStringLiteral("SELECT trx_mysql_thread_id, trx_state, trx_started "
                               "FROM information_schema.innodb_trx");
    check.expected = AuditText::tr("nothing in flight, no open transaction, two equal reads");
    QStringList sentences;
    if (settled.atRest) {
        check.verdict = CheckVerdict::Pass;
        check.actual = AuditText::tr("at rest after %1 ms").arg(count(settled.waitedMs));
        sentences << AuditText::tr("At rest after %1 ms.").arg(count(settled.waitedMs));
    } else {
        check.verdict = CheckVerdict::Fail;
        check.actual = whatMoves(settled).join(QStringLiteral("; "));
        sentences << AuditText::tr("Not at rest after %1: %2.")
                         .arg(text::duration(settled.waitedMs * kNsPerMs), check.actual);
        if (!settled.later.isEmpty() && settled.decidesInS > 0) {
            sentences << AuditText::tr("`%1` in %2 s decides.")
                             .arg(settled.later, count(settled.decidesInS));
        }
    }
    check.explanation = (sentences + remarksOnRest(settled)).join(QLatin1Char(' '));
    return check;
}

CheckResult checkNoAnswer(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("no-answer-settled"));
    const auto unanswered = static_cast<std::int64_t>(facts.outcomes.of(Outcome::Unknown) +
                                                      facts.outcomes.of(Outcome::ServerError));
    check.verdict = CheckVerdict::Pass;
    check.actual = count(unanswered);
    if (unanswered == 0) {
        const bool all = facts.outcomes.of(Outcome::NotSent) == 0 &&
                         facts.outcomes.of(Outcome::Interrupted) == 0;
        check.explanation = all ? AuditText::tr("Every request was answered.")
                                : AuditText::tr("No request is left without a definite answer but "
                                                "those that were not sent or broken off.");
        return check;
    }
    std::int64_t notRecognised = 0;
    for (const Operation &operation : facts.input.history) {
        notRecognised +=
            operation.outcome == Outcome::Unknown && operation.reason == UnknownReason::Unclassified
                ? 1
                : 0;
    }
    const auto failed = static_cast<std::int64_t>(facts.outcomes.of(Outcome::ServerError));
    QStringList kinds;
    const auto add = [&kinds](std::int64_t n, const QString &words) {
        if (n > 0) {
            kinds << words.arg(count(n));
        }
    };
    add(unanswered - failed - notRecognised, AuditText::tr("no answer: %1"));
    add(notRecognised, AuditText::tr("not recognised: %1"));
    add(failed, AuditText::tr("server error: %1"));
    const std::int64_t took = facts.judgement.tookEffect;
    if (!facts.input.settled.atRest && took < unanswered) {
        cannotTell(check,
                   AuditText::tr("%1 without a definite answer (%3); %2 took effect so far, "
                                 "and whether others still will, nobody knows yet.")
                       .arg(count(unanswered), count(took), kinds.join(QStringLiteral(", "))));
        return check;
    }
    check.explanation =
        AuditText::tr("%1 without a definite answer (%4); %2 took effect, %3 did not.")
            .arg(count(unanswered), count(took), count(unanswered - took),
                 kinds.join(QStringLiteral(", ")));
    return check;
}

CheckResult checkAsPredicted(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("as-predicted"));
    if (facts.input.endedEarly) {
        skipNothing(check,
                    AuditText::tr("The run was ended early, so its prediction does not hold."));
        return check;
    }
    if (!facts.input.notPredicted.isEmpty()) {
        skipNothing(check, facts.input.notPredicted);
        return check;
    }
    const TableLayout &layout = facts.snapshot.layout();
    AgainstPrediction order{facts.input.predictedForAsked, facts.outcomes};
    order.knowsHours =
        layout.source.isEmpty() || !layout.startsAt.isEmpty() || !layout.endsAt.isEmpty();
    const bool atRest = facts.input.settled.atRest; // else nobody knows yet what will be left
    order.left = atRest ? facts.snapshot.remaining() : std::nullopt;
    holdToPrediction(check, order);
    if (check.verdict == CheckVerdict::Pass && !atRest) {
        cannotTell(check, AuditText::tr("The answers are within. What is left in the end nobody "
                                        "knows yet, as the database had not come to rest."));
    }
    return check;
}

std::int64_t answersIn(std::span<const Operation> history)
{
    return std::count_if(history.begin(), history.end(), [](const Operation &operation) {
        return operation.returnedNs != Operation::kNoAnswer &&
               operation.outcome != Outcome::NotSent && operation.outcome != Outcome::Interrupted &&
               (operation.outcome != Outcome::Unknown || operation.reason == UnknownReason::None ||
                operation.reason == UnknownReason::Unclassified);
    });
}

CheckResult checkServerErrors(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("no-server-errors"));
    if (facts.outcomes.total() == 0) {
        skipNothing(check, AuditText::tr("Nobody asked, so there was nothing to look at."));
        return check;
    }
    QMap<std::uint32_t, std::int64_t> byCode;
    std::int64_t notSent = 0; ///< no error of the server's
    std::int64_t claimedNothing = 0;
    check.columns =
        QStringList{QStringLiteral("user"), QStringLiteral("request"), QStringLiteral("outcome"),
                    QStringLiteral("code"), QStringLiteral("answered_at_s")};
    for (const Operation &operation : facts.input.history) {
        if (operation.outcome != Outcome::Contention && operation.outcome != Outcome::ServerError &&
            operation.outcome != Outcome::NotSent) {
            continue;
        }
        operation.outcome == Outcome::NotSent ? ++notSent : ++byCode[operation.errorCode];
        claimedNothing += operation.outcome != Outcome::ServerError ? 1 : 0;
        addRow(check, {numberCell(operation.user), numberCell(operation.request),
                       QString::fromLatin1(outcomeKey(operation.outcome).data()),
                       numberCell(operation.errorCode), secondsCell(operation.returnedNs)});
    }
    check.expected = count(0);
    check.actual = count(check.rowCount);
    if (check.rowCount == 0) {
        const std::int64_t answers = answersIn(facts.input.history);
        if (answers == 0) {
            skipNothing(check, AuditText::tr("Nobody was answered, so there was nothing to look "
                                             "at."));
            return check;
        }
        check.verdict = CheckVerdict::Pass;
        check.explanation = text::plural(answers, AuditText::tr("None in %1 answer."),
                                         AuditText::tr("None in %1 answers."))
                                .arg(count(answers));
        return check;
    }
    QStringList parts;
    for (auto it = byCode.constBegin(); it != byCode.constEnd(); ++it) {
        const QString unnamed =
            facts.input.hasScenario ? AuditText::tr("time limit") : AuditText::tr("without a code");
        parts << QStringLiteral("%1 × %2").arg(count(it.value()),
                                               it.key() == 0 ? unnamed : QString::number(it.key()));
    }
    check.verdict = CheckVerdict::Fail;
    QStringList sentences;
    if (const std::int64_t failed = check.rowCount - notSent; failed > 0) {
        sentences << text::plural(failed, AuditText::tr("%1 request ended in a server error (%2)."),
                                  AuditText::tr("%1 requests ended in a server error (%2)."))
                         .arg(count(failed), parts.join(QStringLiteral(", ")));
    }
    if (notSent > 0) {
        sentences << text::plural(notSent, AuditText::tr("%1 request was not sent."),
                                  AuditText::tr("%1 requests were not sent."))
                         .arg(count(notSent));
    }
    check.explanation = sentences.join(QLatin1Char(' '));
    if (claimedNothing == check.rowCount) {
        check.explanation +=
            QLatin1Char(' ') + AuditText::tr("Nothing was issued by those requests.");
    }
    return check;
}

} // namespace

bool knowsNobody(const AuditFacts &facts)
{
    const auto &rows = facts.snapshot.rows();
    const auto isNew = [&](const IssuedRow &row) {
        return facts.people.value(row.user).newRows() > 0;
    };
    return facts.input.hasRun && !facts.input.history.empty() &&
           !facts.snapshot.layout().source.isEmpty() &&
           std::any_of(rows.begin(), rows.end(), isNew) &&
           std::none_of(rows.begin(), rows.end(), [&](const IssuedRow &row) {
               return isNew(row) && facts.people.value(row.user).asked > 0;
           });
}

QList<CheckResult> checkGround(const AuditFacts &facts)
{
    return {checkNobodyElse(facts), checkCameToRest(facts)};
}

QList<CheckResult> checkRun(const AuditFacts &facts)
{
    return {checkNoAnswer(facts), checkAsPredicted(facts), checkServerErrors(facts)};
}

} // namespace stampede
