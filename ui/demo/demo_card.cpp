// SPDX-License-Identifier: MIT
#include "ui/demo/demo_card.h"

#include "record/verdict.h"
#include "text/number_text.h"

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

using text::count;

constexpr std::uint16_t kRowChanged = 1020;

QString told(const RunRecord &record, Outcome outcome)
{
    return count(static_cast<std::int64_t>(record.outcomes.of(outcome)));
}

QString left(const RunRecord &record)
{
    return record.audit && record.audit->state.remaining ? count(*record.audit->state.remaining)
                                                         : DemoText::tr("an unknown number");
}

QString loadTesterPercent(const RunRecord &record)
{
    return text::percent(record.loadTester.failed, record.loadTester.requests);
}

bool isBroken(const RunRecord &record)
{
    return record.audit && record.audit->verdict == AuditVerdict::Broken;
}

bool isHeld(const RunRecord &record)
{
    return record.audit && record.audit->verdict == AuditVerdict::Held;
}

/// Whether the server refused to overwrite rows that had changed.
bool refusedChangedRows(const RunRecord &record)
{
    const auto &history = record.history;
    return history && std::any_of(history->begin(), history->end(), [](const Operation &each) {
               return each.outcome == Outcome::Contention && each.errorCode == kRowChanged;
           });
}

DemoOutcome failedOutcome(const RunRecord &record)
{
    return {DemoText::tr("%1 issued, %2 already issued, %3 left. A load tester reports %4 % "
                         "failed. The audit has no finding.")
                .arg(told(record, Outcome::Issued), told(record, Outcome::AlreadyIssued),
                     left(record), loadTesterPercent(record)),
            DemoText::tr("The rate was high because one person may hold one coupon. Nothing was "
                         "broken."),
            {},
            true};
}

DemoOutcome exactlyOutcome(const RunRecord &record)
{
    return {
        DemoText::tr("%1 issued, %2 already issued, %3 left. The data is right, the "
                     "expectation was not.")
            .arg(told(record, Outcome::Issued), told(record, Outcome::AlreadyIssued), left(record)),
        DemoText::tr("A load tester would have told you after the run that a check failed. It "
                     "could not have told you that it had to."),
        {},
        true};
}

DemoOutcome lockedOutcome(const RunRecord &record, int slowness)
{
    const std::int64_t stock = record.scenario.coupon.stock;
    const QString length = count(std::llround(record.throughput.durationSeconds * 1000));
    QString words = DemoText::tr("%1, %2, %3 left: %4 milliseconds in real life")
                        .arg(told(record, Outcome::Issued), told(record, Outcome::OutOfStock),
                             left(record), length);
    words += slowness > 1 ? DemoText::tr(", shown here %1 times slower.").arg(count(slowness))
                          : QStringLiteral(".");
    words += QLatin1Char(' ') +
             DemoText::tr("Request after request read %1, %2, %3 … and wrote one less.")
                 .arg(count(stock), count(stock - 1), count(stock - 2));
    return {words,
            DemoText::tr("That queue is what protects you, and it is what you pay for."),
            {},
            true};
}

/// "Not one error, not one refusal": only where that is so.
QString errorsAndRefusals(const RunRecord &record)
{
    const LoadTesterView &view = record.loadTester;
    if (view.errors > 0) {
        return DemoText::tr("Errors: %1, refusals: %2.")
            .arg(count(view.errors), count(view.refusals));
    }
    return view.refusals == 0 ? DemoText::tr("Not one error, not one refusal.")
                              : DemoText::tr("Not one error, not one refusal beyond %1.")
                                    .arg(count(view.refusals));
}

DemoOutcome unlockedOutcome(const RunRecord &record)
{
    const StateFigures &state = record.audit->state;
    QString words = DemoText::tr("%1 people hold one of %2 coupons. The stock column says %3 left.")
                        .arg(count(state.distinctUsers), count(state.initialStock), left(record)) +
                    QLatin1Char(' ') + errorsAndRefusals(record);
    DemoOutcome outcome;
    if (record.hotRow && record.hotRow->firstRace) {
        const RacePair &race = *record.hotRow->firstRace;
        words += QLatin1Char(' ') +
                 DemoText::tr("User %1 read %2, user %3 read %2, both wrote %4.")
                     .arg(record.people.nameOf(race.first.user), count(race.valueRead),
                          record.people.nameOf(race.second.user), count(race.valueWritten));
        outcome.actions << DemoAction::Race << DemoAction::EveryOrder;
    }
    outcome.words = words;
    outcome.meaning = record.loadTester.errors == 0
                          ? DemoText::tr("No error was raised. Only counting the rows shows it.")
                          : DemoText::tr("Only counting the rows shows it.");
    outcome.isAsMeant = true;
    return outcome;
}

DemoOutcome openOutcome(const RunRecord &record)
{
    const StateFigures &state = record.audit->state;
    QStringList words = {DemoText::tr("%1 issued.").arg(told(record, Outcome::Issued))};
    words << (record.loadTester.failed == 0
                  ? DemoText::tr("A load tester reports %1 % failed: the best result of the five, "
                                 "and the worst run.")
                  : DemoText::tr(
                        "A load tester reports %1 % failed, of the worst run of the five."))
                 .arg(loadTesterPercent(record));
    QStringList damage;
    if (const std::int64_t over = state.newRows - state.initialStock; over > 0) {
        damage << text::plural(over, DemoText::tr("%1 coupon too many"),
                               DemoText::tr("%1 coupons too many"))
                      .arg(count(over));
    }
    if (state.duplicatePeople > 0) {
        damage << text::plural(state.duplicatePeople, DemoText::tr("%1 person holds more than one"),
                               DemoText::tr("%1 people hold more than one"))
                      .arg(count(state.duplicatePeople))
               << DemoText::tr("one person holds %1").arg(count(state.mostPerPerson));
    }
    words << (damage.isEmpty() ? verdictText(record).sentence
                               : damage.join(QStringLiteral(", ")) + QLatin1Char('.'));
    return {words.join(QLatin1Char(' ')),
            DemoText::tr("Step 1 looked broken and was right. Step 5 looks perfect and is not. The "
                         "difference is not in the answers. It is in the rows."),
            {},
            true};
}

/// A step that is to break and did not.
DemoOutcome unharmedOutcome(const RunRecord &record)
{
    if (refusedChangedRows(record)) {
        const auto errors = static_cast<std::int64_t>(record.outcomes.of(Outcome::Contention));
        return {DemoText::tr("This server refuses to overwrite a row that changed (snapshot "
                             "isolation). It turned the race into %1.")
                    .arg(text::plural(errors, DemoText::tr("%1 error"), DemoText::tr("%1 errors"))
                             .arg(count(errors))),
                {},
                {DemoAction::PrivateServer},
                false};
    }
    return {DemoText::tr("This time no two requests met. That is why such bugs live through "
                         "tests."),
            {},
            {DemoAction::RunAgain, DemoAction::Pause, DemoAction::EveryOrder},
            false};
}

/// A run that cannot carry what the step says: the verdict's own words.
DemoOutcome plainOutcome(const RunRecord &record)
{
    const VerdictText verdict = verdictText(record);
    return {QStringLiteral("<b>%1</b>. %2")
                .arg(verdict.word.toHtmlEscaped(), verdict.sentence.toHtmlEscaped()),
            {},
            {DemoAction::RunAgain},
            false};
}

} // namespace

QList<DemoRow> demoRows(const Prediction &must, const RunRecord *record)
{
    QList<DemoRow> rows;
    const auto add = [&](const QString &name, const Range &range,
                         const std::optional<std::int64_t> &came) {
        rows << DemoRow{name, rangeText(range), came ? count(*came) : QString(),
                        !came || range.contains(*came)};
    };
    const auto addAnswer = [&](const QString &name, const Range &range, Outcome outcome) {
        std::optional<std::int64_t> came;
        if (record != nullptr) {
            came = static_cast<std::int64_t>(record->outcomes.of(outcome));
        }
        if (range != Range{0, 0} || came.value_or(0) > 0) {
            add(name, range, came);
        }
    };
    addAnswer(DemoText::tr("issued"), must.issued, Outcome::Issued);
    addAnswer(DemoText::tr("already issued"), must.alreadyIssued, Outcome::AlreadyIssued);
    addAnswer(DemoText::tr("out of stock"), must.outOfStock, Outcome::OutOfStock);
    add(DemoText::tr("left"), must.remaining,
        record != nullptr && record->audit ? record->audit->state.remaining : std::nullopt);
    return rows;
}

DemoOutcome demoOutcome(int step, const RunRecord &record, int slowness)
{
    const bool isToBreak = step == 3 || step == 4;
    if (record.endedEarly || (!isHeld(record) && !isBroken(record)) ||
        (isBroken(record) && !isToBreak)) {
        return plainOutcome(record);
    }
    if (isToBreak && !isBroken(record)) {
        return unharmedOutcome(record);
    }
    switch (step) {
    case 0:
        return failedOutcome(record);
    case 1:
        return exactlyOutcome(record);
    case 2:
        return lockedOutcome(record, slowness);
    case 3:
        return unlockedOutcome(record);
    default:
        return openOutcome(record);
    }
}

bool sameAnswers(const RunRecord &first, const RunRecord &second)
{
    return first.outcomes.byOutcome == second.outcomes.byOutcome;
}

DemoOutcome demoEncoreOutcome(const RunRecord &first, const RunRecord &second)
{
    if (!isHeld(first) || first.endedEarly) {
        return plainOutcome(first);
    }
    if (second.endedEarly || (!isBroken(second) && !isHeld(second))) {
        return plainOutcome(second);
    }
    if (!isBroken(second)) {
        return unharmedOutcome(second);
    }
    const bool same = sameAnswers(first, second);
    return {same ? DemoText::tr("Both times %1 were issued and %2 already issued. With the row "
                                "lock %3 are left, without it %4.")
                       .arg(told(second, Outcome::Issued), told(second, Outcome::AlreadyIssued),
                            left(first), left(second))
                 : DemoText::tr("With the row lock %1 were issued and %2 are left, without it %3 "
                                "were issued and %4 are left.")
                       .arg(told(first, Outcome::Issued), left(first),
                            told(second, Outcome::Issued), left(second)),
            same ? DemoText::tr("Nobody who looks at the answers can tell the two runs apart. The "
                                "rows can.")
                 : QString(),
            {},
            same};
}

} // namespace stampede
