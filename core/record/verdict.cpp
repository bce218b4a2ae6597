// SPDX-License-Identifier: MIT
#include "record/verdict.h"

#include "record/record_text.h"

#include "text/number_text.h"
#include "text/outcome_names.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace stampede {

namespace {

using text::count;

} // namespace

QString importedFrom(const RunTool &tool)
{
    return RecordText::tr("imported from %1, %2, SHA-256 %3")
        .arg(QString::fromStdString(tool.name), QString::fromStdString(tool.source),
             QString::fromStdString(tool.sourceSha256));
}

namespace {

bool measuredAnything(const RunRecord &record)
{
    const std::uint64_t unmeasured = record.outcomes.of(Outcome::NotSent) +
                                     record.outcomes.of(Outcome::Interrupted) +
                                     record.outcomes.of(Outcome::Unknown);
    return record.outcomes.total() > unmeasured;
}

bool allThresholdsMet(const RunRecord &record)
{
    for (const ThresholdOutcome &outcome : record.thresholds) {
        if (!outcome.pass) {
            return false;
        }
    }
    return true;
}

/// The most severe finding as one sentence.
QString topFinding(const RunRecord &record)
{
    const AuditReport &audit = *record.audit;
    const StateFigures &state = audit.state;
    const auto failed = [&audit](const char *id) {
        const CheckResult *check = audit.check(QString::fromLatin1(id));
        return check != nullptr && check->verdict == CheckVerdict::Fail;
    };
    if (audit.hasSeveralCoupons()) { // the figures of all of them together say nothing of one
        return audit.findings().constFirst().explanation;
    }
    if (failed("stock-not-exceeded")) {
        if (state.newRows <= state.initialStock) { // none were seen: the answers tell
            return audit.check(QStringLiteral("stock-not-exceeded"))->explanation;
        }
        return text::plural(state.newRows - state.initialStock,
                            RecordText::tr("%1 coupon too many: %2 issued, %3 in stock."),
                            RecordText::tr("%1 coupons too many: %2 issued, %3 in stock."))
            .arg(count(state.newRows - state.initialStock), count(state.newRows),
                 count(state.initialStock));
    }
    // What follows speaks of a limit of one; of another the check says how many are too many, and
    // that whoever has too few need not be without.
    if (audit.rules.limitPerPerson != 1) {
        for (const char *id : {"one-per-user", "issued-is-stored"}) {
            if (failed(id)) {
                return audit.check(QString::fromLatin1(id))->explanation;
            }
        }
    }
    if (failed("one-per-user") && state.duplicatesBefore > 0) {
        return text::plural(state.duplicatePeople,
                            RecordText::tr("Since this run %1 person holds more than one coupon."),
                            RecordText::tr("Since this run %1 people hold more than one coupon."))
            .arg(count(state.duplicatePeople));
    }
    if (failed("one-per-user")) {
        return text::plural(state.duplicatePeople,
                            RecordText::tr("%1 person holds more than one coupon."),
                            RecordText::tr("%1 people hold more than one coupon."))
            .arg(count(state.duplicatePeople));
    }
    if (failed("issued-is-stored")) {
        return text::plural(state.lostWrites,
                            RecordText::tr("%1 person was told they have a coupon and has none."),
                            RecordText::tr("%1 people were told they have a coupon and have none."))
            .arg(count(state.lostWrites));
    }
    if (failed("stored-was-announced")) {
        return text::plural(state.unannounced,
                            RecordText::tr("%1 person has a coupon that no answer gave them."),
                            RecordText::tr("%1 people have a coupon that no answer gave them."))
            .arg(count(state.unannounced));
    }
    if (failed("stock-adds-up")) {
        return RecordText::tr("Stock does not add up: %1 at start, %2 handed out, %3 left.")
            .arg(count(state.initialStock), count(state.newRows),
                 state.remaining ? count(*state.remaining) : QString());
    }
    return audit.findings().constFirst().explanation;
}

QString violationSentence(const RunRecord &record)
{
    const auto more = record.audit->findings().size() - 1;
    if (more == 0) {
        return topFinding(record);
    }
    const QString rest = text::plural(more, RecordText::tr("And one more finding."),
                                      RecordText::tr("And %1 more findings.").arg(count(more)));
    return topFinding(record) + QLatin1Char(' ') + rest;
}

QString heldSentence(const RunRecord &record)
{
    const StateFigures &state = record.audit->state;
    const QString people = text::people(state.distinctUsers);
    const auto left = stockLeft(*record.audit);
    if (!state.initialStockKnown || !left) {
        return RecordText::tr("%1 went to %2.").arg(text::coupons(state.newRows), people);
    }
    return RecordText::tr("%1 of %2 went to %3, %4 left.")
        .arg(count(state.newRows), text::coupons(state.initialStock), people, count(*left));
}

/// Evidence that is missing for a warning leaves the data as well checked as before.
int skippedFor(const AuditReport &audit, SkipReason reason)
{
    return static_cast<int>(
        std::count_if(audit.checks.begin(), audit.checks.end(), [reason](const auto &check) {
            return check.verdict == CheckVerdict::Skipped && check.skipReason == reason &&
                   check.cls != CheckClass::Warning;
        }));
}

/// "12 of 23 checks came to a result"
QString checksMade(const AuditReport &audit)
{
    const int made = audit.countOf(CheckVerdict::Pass) + audit.countOf(CheckVerdict::Fail);
    return RecordText::tr("%1 of %2 checks came to a result")
        .arg(count(made), count(static_cast<std::int64_t>(audit.checks.size())));
}

VerdictText heldText(const RunRecord &record)
{
    const AuditReport &audit = *record.audit;
    if (record.answersOnly()) {
        return {RecordText::tr("Held, answers only"),
                RecordText::tr("%1; nobody could see the rows.").arg(checksMade(audit))};
    }
    const int needRun = skippedFor(audit, SkipReason::NoRun);
    const QList<CheckResult> warnings = audit.warnings();
    if (!warnings.isEmpty()) {
        const QString first = warnings.constFirst().explanation;
        return {text::plural(warnings.size(), RecordText::tr("Held, with %1 warning"),
                             RecordText::tr("Held, with %1 warnings"))
                    .arg(count(warnings.size())),
                needRun > 0 ? RecordText::tr("No row is wrong. %1").arg(first)
                            : RecordText::tr("No row of this run is wrong. %1").arg(first)};
    }
    if (needRun > 0) {
        return {RecordText::tr("Held, as far as it could be checked"),
                RecordText::tr("%1; %2 need a run.").arg(checksMade(audit), count(needRun))};
    }
    if (skippedFor(audit, SkipReason::NotAvailable) > 0) {
        return {
            RecordText::tr("Held, as far as it could be checked"),
            RecordText::tr("%1; each of the others says why it did not.").arg(checksMade(audit))};
    }
    return {RecordText::tr("Everything held"), heldSentence(record)};
}

QString dataWord(const RunRecord &record)
{
    if (!record.audit) {
        return RecordText::tr("nothing was audited");
    }
    switch (record.audit->verdict) {
    case AuditVerdict::Held:
        return inLine(heldText(record).word);
    case AuditVerdict::Broken:
        return RecordText::tr("integrity broken");
    case AuditVerdict::Undecided:
        return RecordText::tr("could not be decided");
    }
    return {};
}

QString undecidedReason(const RunRecord &record)
{
    if (!record.audit) {
        return record.auditError;
    }
    return record.audit->undecidedReason;
}

QString missedLimit(const RunRecord &record)
{
    if (record.endedByLimit) {
        const ThresholdOutcome &outcome = *record.endedByLimit;
        return RecordText::tr("%1 was %2, the limit was %3: that ended the run after %4.")
            .arg(outcome.threshold.metric, QString::number(outcome.actual.value_or(0), 'g', 10),
                 outcome.threshold.expression,
                 text::requests(static_cast<std::int64_t>(record.outcomes.total())));
    }
    for (const ThresholdOutcome &outcome : record.thresholds) {
        if (!outcome.pass) {
            return RecordText::tr("%1 was %2, the limit was %3.")
                .arg(outcome.threshold.metric,
                     outcome.actual ? QString::number(*outcome.actual, 'g', 10)
                                    : RecordText::tr("not measurable"),
                     outcome.threshold.expression);
        }
    }
    return {};
}

/// Of the run itself.
VerdictText ownVerdictText(const RunRecord &record)
{
    // A record from outside may claim what only an audit can know.
    const bool claims =
        record.verdict == RunVerdict::Violation || record.verdict == RunVerdict::Pass;
    switch (claims && !record.audit ? RunVerdict::Inconclusive : record.verdict) {
    case RunVerdict::Violation:
        return {RecordText::tr("Integrity broken"), violationSentence(record)};
    case RunVerdict::Inconclusive:
        return {RecordText::tr("Could not be decided"),
                RecordText::tr("%1 The service is neither accused nor cleared.")
                    .arg(undecidedReason(record))};
    case RunVerdict::Invalid:
        return {RecordText::tr("Not a valid measurement"),
                (record.notRecognised() > 0
                     ? RecordText::tr("No answer was recognised. The data verdict stands: %1.")
                     : RecordText::tr("No request was answered. The data verdict stands: %1."))
                    .arg(dataWord(record))};
    case RunVerdict::Aborted: {
        // A rate changed by hand made another load of it.
        const std::int64_t planned =
            record.generator.rateChanges.empty() ? record.scenario.plannedRequests() : -1;
        const auto sent = static_cast<std::int64_t>(record.outcomes.total());
        const QString endedAt = QLocale().toString(record.throughput.durationSeconds, 'f', 1);
        const QString after =
            planned < 0
                ? RecordText::tr("After %1").arg(text::requests(sent))
                : RecordText::tr("After %1 of %2").arg(count(sent), text::requests(planned));
        return {RecordText::tr("Ended early"),
                record.cutOff ? RecordText::tr("%1, cut off. What was recorded was audited: %2.")
                                    .arg(after, dataWord(record))
                : record.audit
                    ? RecordText::tr("%1, by the user; the last answer came at %2 s. What ran "
                                     "was audited: %3.")
                          .arg(after, endedAt, dataWord(record))
                    : RecordText::tr("%1, by the user; the last answer came at %2 s. It was "
                                     "not audited.")
                          .arg(after, endedAt)};
    }
    case RunVerdict::Thresholds:
        return {RecordText::tr("Data right, limit missed"), missedLimit(record)};
    case RunVerdict::Pass:
        return heldText(record);
    }
    return {};
}

} // namespace

RunVerdict verdictOf(const RunRecord &record)
{
    if (record.audit && record.audit->verdict == AuditVerdict::Broken) {
        return RunVerdict::Violation;
    }
    const bool nothingThere = !measuredAnything(record);
    const bool decided = record.audit && record.audit->verdict == AuditVerdict::Held;
    if (!decided && (!record.endedEarly || record.lostDatabase())) {
        return RunVerdict::Inconclusive;
    }
    if (record.audit && !decided) {
        return RunVerdict::Inconclusive;
    }
    if (nothingThere) {
        return RunVerdict::Invalid;
    }
    if (record.endedEarly && !record.endedByLimit) {
        return RunVerdict::Aborted;
    }
    return allThresholdsMet(record) ? RunVerdict::Pass : RunVerdict::Thresholds;
}

ExitCode exitCodeOf(const RunRecord &record)
{
    switch (verdictOf(record)) {
    case RunVerdict::Violation:
        return ExitCode::Violation;
    case RunVerdict::Inconclusive:
        return record.lostDatabase() ? ExitCode::Unreachable : ExitCode::Inconclusive;
    case RunVerdict::Invalid:
        return ExitCode::NothingMeasured;
    case RunVerdict::Aborted:
        return ExitCode::EndedEarly;
    case RunVerdict::Thresholds:
        return ExitCode::Thresholds;
    case RunVerdict::Pass:
        return ExitCode::Success;
    }
    return ExitCode::Internal;
}

QString heldWord(const RunRecord &record)
{
    return heldText(record).word;
}

QString verdictWord(RunVerdict verdict)
{
    switch (verdict) {
    case RunVerdict::Violation:
        return RecordText::tr("Integrity broken");
    case RunVerdict::Inconclusive:
        return RecordText::tr("Could not be decided");
    case RunVerdict::Invalid:
        return RecordText::tr("Not a valid measurement");
    case RunVerdict::Aborted:
        return RecordText::tr("Ended early");
    case RunVerdict::Thresholds:
        return RecordText::tr("Data right, limit missed");
    case RunVerdict::Pass:
        return RecordText::tr("Held");
    }
    return {};
}

VerdictText verdictText(const RunRecord &record)
{
    if (!record.judgedAgain.isEmpty()) {
        const LaterVerdict &again = record.judgedAgain.constLast();
        return {verdictWord(again.verdict),
                RecordText::tr(
                    "Judged again on %1: %2 At the run: %3; every other figure here is of the run.")
                    .arg(again.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                         again.sentence, ownVerdictText(record).word)};
    }
    return ownVerdictText(record);
}

bool hasOneLedger(const RunRecord &record)
{
    return record.audit &&
           (!record.audit->hasSeveralCoupons() || record.audit->verdict == AuditVerdict::Held);
}

QString ledgerLine(const RunRecord &record)
{
    if (!hasOneLedger(record)) {
        return {};
    }
    const StateFigures &state = record.audit->state;
    const auto left = stockLeft(*record.audit);
    const auto drift = stockDrift(*record.audit);
    if (!left || !drift) {
        return {};
    }
    const QString line = *drift == 0
                             ? RecordText::tr("%1 at start = %2 written + %3 left")
                             : RecordText::tr("%1 at start ≠ %2 written + %3 left, drift %4");
    const QString filled = line.arg(count(state.initialStock), count(state.newRows), count(*left));
    return *drift == 0 ? filled : filled.arg(count(*drift));
}

namespace {

QString rightOfRefusals(std::int64_t right, std::int64_t refusals)
{
    if (right == refusals) {
        return text::plural(refusals, RecordText::tr("That refusal was the right answer."),
                            RecordText::tr("Every one of those %1 refusals was the right "
                                           "answer.")
                                .arg(count(refusals)));
    }
    return text::plural(right, RecordText::tr("%1 of those %2 refusals was the right answer."),
                        RecordText::tr("%1 of those %2 refusals were the right answer."))
        .arg(count(right), count(refusals));
}

/// Whether the 4xx answers that refused were right, and how many were no refusals.
QString refusalsSentence(const RunRecord &record)
{
    const LoadTesterView &view = record.loadTester;
    QStringList sentences;
    if (view.refusals > 0 && view.rightRefusals) {
        sentences << rightOfRefusals(*view.rightRefusals, view.refusals);
    } else if (view.foundRight > 0) {
        sentences << text::plural(view.unjudged,
                                  RecordText::tr("Of those %1 refusals %2 were found right; "
                                                 "whether %3 other was, nobody knows."),
                                  RecordText::tr("Of those %1 refusals %2 were found right; "
                                                 "whether %3 others were, nobody knows."))
                         .arg(count(view.refusals), count(view.foundRight), count(view.unjudged));
    } else if (view.refusals > 0) {
        sentences << text::plural(view.refusals,
                                  RecordText::tr("Whether that refusal was right, nobody knows."),
                                  RecordText::tr("Whether those %1 refusals were right, nobody "
                                                 "knows.")
                                      .arg(count(view.refusals)));
    }
    if (view.notRecognised > 0) {
        sentences << text::plural(view.notRecognised,
                                  RecordText::tr("%1 answer of 4xx was not recognised: neither "
                                                 "right nor wrong."),
                                  RecordText::tr("%1 answers of 4xx were not recognised: neither "
                                                 "right nor wrong."))
                         .arg(count(view.notRecognised));
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace

QString loadTesterSentence(const RunRecord &record)
{
    const LoadTesterView &view = record.loadTester;
    if (view.requests == 0) {
        return {};
    }
    const QString percent = text::percent(view.failed, view.requests);
    const auto findings = record.audit ? record.audit->findings().size() : 0;
    if (view.failed == 0) {
        QString first = RecordText::tr("A load tester would report 0 % failed.");
        if (const std::int64_t refusals = record.refusals(); refusals > 0) {
            first += QLatin1Char(' ') +
                     text::plural(refusals,
                                  RecordText::tr("%1 answer that refused had a status that counts "
                                                 "as a success."),
                                  RecordText::tr("%1 answers that refused had a status that counts "
                                                 "as a success."))
                         .arg(count(refusals));
        }
        if (findings == 0) {
            return first;
        }
        return first + QLatin1Char(' ') +
               text::plural(findings, RecordText::tr("The audit has %1 finding."),
                            RecordText::tr("The audit has %1 findings."))
                   .arg(count(findings));
    }
    const std::int64_t withStatus = view.errors - view.withoutAnswer;
    // Without an answer of its own, but that is no answer that stayed away.
    const std::int64_t notSent = std::min(
        view.withoutAnswer, static_cast<std::int64_t>(record.outcomes.of(Outcome::NotSent)));
    const QString errors =
        text::plural(view.errors, RecordText::tr("%1 request ended in an error"),
                     RecordText::tr("%1 requests ended in an error"))
            .arg(count(view.errors)) +
        QLatin1Char(' ') +
        (notSent == 0
             ? RecordText::tr("(5xx: %1, no answer: %2).")
                   .arg(count(withStatus), count(view.withoutAnswer))
             : RecordText::tr("(5xx: %1, no answer: %2, not sent: %3).")
                   .arg(count(withStatus), count(view.withoutAnswer - notSent), count(notSent)));
    if (view.failed == view.errors) {
        return RecordText::tr("A load tester would report %1 % failed. None of those was a 4xx: "
                              "%2")
            .arg(percent, errors);
    }
    const QString first =
        (view.errors == 0
             ? RecordText::tr("A load tester that counts every 4xx as failed would report %1 % "
                              "failed.")
         : view.withoutAnswer == 0
             ? RecordText::tr("A load tester that counts every 4xx and 5xx as failed would "
                              "report %1 % failed.")
         : withStatus == 0
             ? RecordText::tr("A load tester that counts every 4xx and every missing answer as "
                              "failed would report %1 % failed.")
             : RecordText::tr("A load tester that counts every 4xx, every 5xx and every missing "
                              "answer as failed would report %1 % failed."))
            .arg(percent);
    return QStringList{first, refusalsSentence(record), view.errors > 0 ? errors : QString()}
        .join(QLatin1Char(' '))
        .simplified();
}

} // namespace stampede
