// SPDX-License-Identifier: MIT
#include "formats/check_columns.h"
#include "picture/race_drawing.h"
#include "record/check_title.h"
#include "record/outcome_label.h"
#include "report/coupon_table.h"
#include "report/report_words.h"

#include "record/check_text.h"
#include "record/settled_effects.h"
#include "record/verdict.h"
#include "text/number_text.h"

#include <QLocale>

#include <algorithm>
#include <optional>

namespace stampede {

namespace {

using text::count;

struct Mark
{
    QString sign;
    QString word;
    Ink ink = Ink::Muted;
};

/// What the picture of a race shows as a table, one line a step of either person.
TableBlock raceTable(const RacePair &race, bool pseudonyms)
{
    struct Step
    {
        std::int64_t atNs = 0;
        bool isFirst = true;
        QString words;
    };
    std::vector<Step> steps;
    const auto add = [&](const RowPerson &person, bool isFirst) {
        steps.push_back(
            {person.readNs, isFirst, QStringLiteral("SELECT quantity … → %1").arg(race.valueRead)});
        if (person.wroteNs != RowUse::kNever) {
            steps.push_back({person.wroteNs, isFirst,
                             QStringLiteral("UPDATE … quantity = %1").arg(race.valueWritten)});
        }
        if (person.committedNs != RowUse::kNever) {
            steps.push_back(
                {person.committedNs, isFirst,
                 person.rowId == 0
                     ? QStringLiteral("COMMIT")
                     : ReportText::tr("COMMIT, row %1").arg(QString::number(person.rowId))});
        }
    };
    add(race.first, true);
    add(race.second, false);
    std::stable_sort(steps.begin(), steps.end(),
                     [](const Step &a, const Step &b) { return a.atNs < b.atNs; });
    TableBlock table;
    table.figures = false;
    table.head = QStringList{ReportText::tr("ms"), personName(race.first.user, pseudonyms),
                             personName(race.second.user, pseudonyms)};
    for (const Step &step : steps) {
        table.rows.append({QLocale().toString(static_cast<double>(step.atNs) / 1e6, 'f', 2),
                           step.isFirst ? step.words : QString(),
                           step.isFirst ? QString() : step.words});
    }
    return table;
}

Mark markOf(const CheckResult &check)
{
    switch (check.verdict) {
    case CheckVerdict::Pass:
        return {QStringLiteral("✓"), ReportText::tr("Held"), Ink::Held};
    case CheckVerdict::Fail:
        if (check.cls == CheckClass::Warning) {
            return {QStringLiteral("!"), ReportText::tr("Warning"), Ink::Warning};
        }
        return {QStringLiteral("✗"), ReportText::tr("Broken"), Ink::Damage};
    case CheckVerdict::Inconclusive:
        return {QStringLiteral("?"), ReportText::tr("Cannot tell"), Ink::Muted};
    case CheckVerdict::Skipped:
        return {QStringLiteral("–"), ReportText::tr("Not applicable"), Ink::Muted};
    }
    return {};
}

QString classWord(CheckClass cls)
{
    switch (cls) {
    case CheckClass::Damage:
        return ReportText::tr("Damage");
    case CheckClass::Answers:
        return ReportText::tr("Answers");
    case CheckClass::Warning:
        return ReportText::tr("Warning");
    case CheckClass::Ground:
        return ReportText::tr("Ground");
    }
    return {};
}

/// Ground failures first, then failed damage, failed answers, warnings, then the rest as it stands.
int rankOf(const CheckResult &check)
{
    if (check.verdict == CheckVerdict::Fail) {
        switch (check.cls) {
        case CheckClass::Ground:
            return 0;
        case CheckClass::Damage:
            return 1;
        case CheckClass::Answers:
            return 2;
        case CheckClass::Warning:
            return 3;
        }
    }
    return check.verdict == CheckVerdict::Inconclusive ? 4 : 5;
}

QList<CheckResult> ranked(const AuditReport &audit)
{
    QList<CheckResult> checks = audit.checks;
    std::stable_sort(checks.begin(), checks.end(),
                     [](const auto &a, const auto &b) { return rankOf(a) < rankOf(b); });
    return checks;
}

CheckBlock blockOf(const CheckResult &check)
{
    const Mark mark = markOf(check);
    CheckBlock block;
    block.id = check.id;
    block.ink = mark.ink;
    block.mark = mark.sign;
    block.verdict = mark.word;
    block.cls = classWord(check.cls);
    block.title = titleOf(check);
    block.sentence = check.explanation;
    block.proof = check.proof;
    block.expected = check.expected;
    block.actual = check.actual;
    block.sql = check.sql;
    if (check.rowCount > 0) {
        block.rowsNote = count(check.rowCount);
    }
    return block;
}

TableBlock couldFindTable(const RunRecord &record)
{
    const CrowdFigures &crowd = record.diagnosis.crowd;
    const auto told = [&record](Outcome outcome) {
        return count(static_cast<std::int64_t>(record.outcomes.of(outcome)));
    };
    std::uint32_t most = 0;
    for (const TimelineBucket &bucket : record.timeline.buckets) {
        most = std::max(most, bucket.inFlight);
    }
    TableBlock table;
    table.rows = {
        {ReportText::tr("Requests under way at once, at most (seen at the end of a step)"),
         count(most)},
        {record.audit && record.audit->hasSeveralCoupons()
             ? ReportText::tr("Requests for one coupon told \"issued\" under way together, at most")
             : ReportText::tr("Requests told \"issued\" under way together, at most"),
         count(crowd.mostWritersAtOnce)},
        {furtherTriesName(record), count(crowd.furtherTries)},
        {ReportText::tr("of them while the first was still under way"),
         count(crowd.overlappingTries)},
        {ReportText::tr("Refused as holders"), told(Outcome::AlreadyIssued)},
        {ReportText::tr("Refused as sold out"), told(Outcome::OutOfStock)},
        {outcomeName(Outcome::Unknown),
         count(static_cast<std::int64_t>(record.outcomes.of(Outcome::Unknown)) -
               record.notRecognised())},
        {outcomeName(Outcome::Unknown, UnknownReason::Unclassified),
         count(record.notRecognised())}};
    if (record.audit) {
        const auto ifSeen = [&record](std::int64_t figure) {
            return record.audit->state.rowsKnown ? count(figure) : ReportText::tr("not known");
        };
        const auto ifSettled = [&record](std::int64_t figure) {
            return knowsEffects(*record.audit) ? count(figure) : ReportText::tr("not known");
        };
        table.rows.append({ReportText::tr("of those without a definite answer, took effect"),
                           ifSettled(record.audit->state.tookEffect)});
        table.rows.append({ReportText::tr("of those without a definite answer, did not"),
                           ifSettled(record.audit->state.noEffect)});
        table.rows.append({ReportText::tr("People refused for the stock who had asked before "
                                          "somebody who got one (no violation)"),
                           record.audit->verdict == AuditVerdict::Undecided
                               ? ReportText::tr("not known")
                               : ifSeen(record.audit->state.queueJumps)});
    }
    if (record.hotRow) {
        // Who tries again while the server is away has not come to the row yet.
        table.rows.append({record.faults.empty()
                               ? ReportText::tr("Waited for the row at once, at most")
                               : ReportText::tr("Waited for the row, or for the server to be there "
                                                "again, at once, at most"),
                           count(record.hotRow->mostWaiting)});
        table.rows.append(
            {ReportText::tr("Requests told \"issued\" between reading and writing at once, "
                            "at most"),
             count(record.hotRow->mostBetweenReadAndWrite)});
    }
    return table;
}

TableBlock generatorTable(const RunRecord &record)
{
    const GeneratorFigures &generator = record.generator;
    TableBlock table;
    table.rows = {{ReportText::tr("Fit to measure speed"),
                   !record.knowsGenerator() ? ReportText::tr("not known")
                   : generator.valid        ? ReportText::tr("yes")
                                            : ReportText::tr("no")}};
    for (const auto &[name, figure] : generatorFigures(record)) {
        table.rows.append({name, figure});
    }
    if (generator.uiLongestStallMs) {
        table.rows.append(
            {ReportText::tr("Longest step of the window"),
             ReportText::tr("%1 ms").arg(QLocale().toString(*generator.uiLongestStallMs, 'f', 1))});
    }
    return table;
}

} // namespace

QList<Block> auditBlocks(const RunRecord &record, bool pseudonyms)
{
    QList<Block> blocks;
    if (!record.audit) {
        blocks << Paragraph{ReportText::tr("The audit was not made. %1").arg(record.auditError)};
        return blocks;
    }
    if (const QString ledger = ledgerLine(record); !ledger.isEmpty()) {
        blocks << Paragraph{ledger, Tone::Strong};
    }
    blocks << Paragraph{checksSentence(record)};
    if (TableBlock coupons = couponTable(*record.audit, CouponFindings::Named);
        !coupons.rows.isEmpty()) {
        coupons.figures = false;
        blocks << SubHeading{ReportText::tr("Each coupon by itself")} << coupons;
    }
    if (record.hotRow && record.hotRow->firstRace) {
        const RacePair &race = *record.hotRow->firstRace;
        blocks << racePicture(race, personName(race.first.user, pseudonyms),
                              personName(race.second.user, pseudonyms))
               << raceTable(race, pseudonyms);
        blocks << Paragraph{
            ReportText::tr("The first of %1 such pairs.").arg(count(record.hotRow->racePairs)),
            Tone::Muted};
    }
    const QList<CheckResult> checks = ranked(*record.audit);
    for (const CheckResult &check : checks) {
        blocks << blockOf(check);
    }
    blocks << SubHeading{ReportText::tr("What this run could have found")}
           << couldFindTable(record);
    blocks << SubHeading{ReportText::tr("The generator")} << generatorTable(record);
    return blocks;
}

QList<Block> rowsBlocks(const RunRecord &record)
{
    QList<Block> blocks;
    const QList<CheckResult> checks = record.audit ? ranked(*record.audit) : QList<CheckResult>();
    for (const CheckResult &check : checks) {
        if (check.rows.isEmpty()) {
            continue;
        }
        TableBlock table;
        table.figures = false;
        for (const QString &column : check.columns) {
            table.head.append(columnTitle(column));
        }
        for (const QVariantList &row : check.rows) {
            QStringList cells;
            for (qsizetype i = 0; i < row.size(); ++i) {
                const std::optional<Outcome> answer = answerIn(check.columns.value(i), row[i]);
                cells << (answer ? outcomeName(*answer) : cellText(row[i]));
            }
            table.rows.append(cells);
        }
        blocks << SubHeading{titleOf(check)} << table;
        if (check.rowCount > check.rows.size()) {
            blocks << Paragraph{ReportText::tr("The first %1 of %2.")
                                    .arg(count(check.rows.size()), count(check.rowCount)),
                                Tone::Muted};
        }
    }
    if (blocks.isEmpty()) {
        blocks << Paragraph{ReportText::tr("No check found a row to show.")};
    }
    return blocks;
}

} // namespace stampede
