// SPDX-License-Identifier: MIT
#include "report/coupon_table.h"
#include "report/repeat_command.h"
#include "report/report_words.h"

#include "record/verdict.h"
#include "text/number_text.h"

namespace stampede {

namespace {

using text::count;

constexpr qsizetype kMostNotShown = 7; // on page one
constexpr qsizetype kHashEnds = 4;

std::int64_t told(const RunRecord &record, Outcome outcome)
{
    return static_cast<std::int64_t>(record.outcomes.of(outcome));
}

QString shortHash(const QString &hash)
{
    return hash.size() <= 2 * kHashEnds
               ? hash
               : hash.left(kHashEnds) + QStringLiteral("…") + hash.right(kHashEnds);
}

ListBlock shortList(const QStringList &all)
{
    if (all.size() <= kMostNotShown) {
        return {all};
    }
    QStringList items = all.mid(0, kMostNotShown - 1);
    items << ReportText::tr("and %1 more, in the chapter of that name")
                 .arg(count(all.size() - items.size()));
    return {items};
}

} // namespace

TableBlock comparisonTable(const RunRecord &record)
{
    const Prediction &predicted = record.prediction;
    TableBlock table;
    table.head =
        QStringList{QString(), ReportText::tr("must come out"), ReportText::tr("came out")};
    const auto add = [&table](const QString &name, const QString &must, const QString &came) {
        table.rows.append({name, must, came});
    };
    const QString none = mustText(record, {0, 0});
    const QString fails = mustFailText(record);
    add(outcomeName(Outcome::Issued), mustText(record, predicted.issued),
        count(told(record, Outcome::Issued)));
    add(outcomeName(Outcome::AlreadyIssued), mustText(record, predicted.alreadyIssued),
        count(told(record, Outcome::AlreadyIssued)));
    add(outcomeName(Outcome::OutOfStock), mustText(record, predicted.outOfStock),
        count(told(record, Outcome::OutOfStock)));
    if (const std::int64_t refused = told(record, Outcome::NotIssued); refused > 0) {
        add(outcomeName(Outcome::NotIssued),
            predicted.notIssued ? mustText(record, *predicted.notIssued) : QString(),
            count(refused));
    }
    const std::int64_t outside = told(record, Outcome::NotStarted) + told(record, Outcome::Expired);
    if (outside > 0 || predicted.outsideSale.max.value_or(1) != 0) {
        add(outcomeGroupName(Outcome::NotStarted), mustOutsideText(record), count(outside));
    }
    const std::int64_t wrong =
        told(record, Outcome::NotFound) + told(record, Outcome::InvalidRequest);
    if (wrong > 0) {
        add(ReportText::tr("Not found, bad request"), none, count(wrong));
    }
    const std::int64_t errors =
        told(record, Outcome::Contention) + told(record, Outcome::ServerError);
    if (errors > 0) {
        add(outcomeGroupName(Outcome::ServerError), fails, count(errors));
    }
    if (const std::int64_t n = told(record, Outcome::NotSent); n > 0) {
        add(outcomeName(Outcome::NotSent), fails, count(n));
    }
    if (const std::int64_t n = record.notRecognised(); n > 0) {
        add(outcomeName(Outcome::Unknown, UnknownReason::Unclassified), fails, count(n));
    }
    if (const std::int64_t n = told(record, Outcome::Unknown) - record.notRecognised(); n > 0) {
        add(outcomeName(Outcome::Unknown), fails, count(n));
    }
    if (told(record, Outcome::Interrupted) > 0) {
        add(outcomeName(Outcome::Interrupted), none, count(told(record, Outcome::Interrupted)));
    }
    const auto left = record.audit ? stockLeft(*record.audit) : std::nullopt;
    add(ReportText::tr("Left"), mustBeLeftText(record),
        left ? count(*left) : ReportText::tr("not known"));
    return table;
}

QList<Block> conclusionBlocks(const RunRecord &record, const ReportOptions &options)
{
    QList<Block> blocks;
    const VerdictText verdict = verdictText(record);
    blocks << VerdictBlock{
        record.newestVerdict(), verdict.word,
        (verdict.sentence + QLatin1Char(' ') + checksSentence(record)).trimmed()};
    if (hasOneLedger(record)) {
        const StateFigures &state = record.audit->state;
        const auto left = stockLeft(*record.audit);
        const auto drift = stockDrift(*record.audit);
        if (left && drift) {
            blocks << LedgerBlock{state.initialStock, state.newRows, *left, *drift};
        }
    } else if (record.audit) {
        blocks << couponTable(*record.audit, CouponFindings::Counted);
    }
    if (!record.diagnosis.headline.isEmpty()) {
        blocks << LabelledBlock{ReportText::tr("In one sentence"), record.diagnosis.headline};
    }
    if (const QString sentence = loadTesterSentence(record); !sentence.isEmpty()) {
        blocks << LabelledBlock{ReportText::tr("A load tester"), sentence};
    }
    if (!record.generator.valid) {
        blocks << LabelledBlock{ReportText::tr("Speed"),
                                ReportText::tr("Speed figures not to be trusted: %1 Integrity is "
                                               "not affected.")
                                    .arg(record.generator.reasons.join(QLatin1Char(' ')))};
    }
    blocks << PairBlock{comparisonTable(record), ReportText::tr("What this report does not show"),
                        shortList(notShown(record))};
    if (const QString remark = predictionRemark(record); !remark.isEmpty()) {
        blocks << Paragraph{remark, Tone::Muted};
    }
    blocks << Paragraph{runLine(record), Tone::Muted};
    blocks << Paragraph{ReportText::tr("History SHA-256 %1 · scenario SHA-256 %2 · written by "
                                       "Stampede %3")
                            .arg(shortHash(record.historySha256),
                                 shortHash(scenarioFingerprint(record.scenario)), record.version),
                        Tone::Muted};
    blocks << Paragraph{ReportText::tr("Verify with: %1")
                            .arg(verifyCommands(options.pseudonyms ? QString() : record.shortId())
                                     .join(QStringLiteral(" · "))),
                        Tone::Muted};
    blocks << SignatureBlock{
        {ReportText::tr("Prepared by"), ReportText::tr("Reviewed by"), ReportText::tr("Date")}};
    return blocks;
}

} // namespace stampede
