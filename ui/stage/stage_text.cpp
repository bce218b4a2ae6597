// SPDX-License-Identifier: MIT
#include "ui/stage/stage_text.h"

#include "record/verdict.h"
#include "text/number_text.h"

#include <QCoreApplication>

namespace stampede {

namespace {

struct StageText
{
    Q_DECLARE_TR_FUNCTIONS(StageText)
};

using text::count;

QString couponsCaption(std::int64_t stock)
{
    return text::plural(stock, StageText::tr("coupon"), StageText::tr("coupons"));
}

QColor Theme::*colorOf(RunVerdict verdict)
{
    switch (verdict) {
    case RunVerdict::Pass:
        return &Theme::held;
    case RunVerdict::Violation:
        return &Theme::damage;
    case RunVerdict::Thresholds:
        return &Theme::warning;
    case RunVerdict::Inconclusive:
    case RunVerdict::Invalid:
    case RunVerdict::Aborted:
        return &Theme::muted;
    }
    return &Theme::muted;
}

/// Short enough for a wall: the first thing that is wrong, and that nobody was told.
QString damageWords(const RunRecord &record)
{
    const StateFigures &state = record.audit->state;
    const std::int64_t over = state.newRows - state.initialStock;
    QString words = over > 0 ? text::plural(over, StageText::tr("%1 coupon too many."),
                                            StageText::tr("%1 coupons too many."))
                                   .arg(count(over))
                             : verdictText(record).sentence;
    if (record.errors() == 0) {
        words += QLatin1Char(' ') + StageText::tr("No error was raised.");
    }
    return words;
}

} // namespace

QList<StageProtection> stageProtections(const Scenario &scenario)
{
    if (scenario.target.kind == TargetKind::Http) {
        return {};
    }
    const Layers &layers = scenario.service.layers;
    const auto state = [](bool on, const QString &onWords, const QString &offWords) {
        return StageProtection{on ? onWords : offWords, on};
    };
    return {
        state(layers.rowLock, StageText::tr("Row lock ON"), StageText::tr("Row lock OFF")),
        state(layers.uniqueKey, StageText::tr("Key ON"), StageText::tr("Key OFF")),
        state(layers.duplicateCheck, StageText::tr("Check ON"), StageText::tr("Check OFF")),
    };
}

namespace {

/// Of the tables of somebody else it is known when they have been read.
StageFigure stockFigure(const Scenario &scenario)
{
    const std::int64_t stock = scenario.coupon.stock;
    return scenario.setsStock() ? StageFigure{count(stock), couponsCaption(stock)}
                                : StageFigure{QStringLiteral("–"), couponsCaption(2)};
}

} // namespace

StageFigures stagePromise(const Scenario &scenario, const Prediction &prediction)
{
    return {stockFigure(scenario),
            StageFigure{rangeText(prediction.issued), StageText::tr("must be issued")},
            StageFigure{rangeText(prediction.remaining), StageText::tr("must be left")}};
}

StageSentence stagePromiseSentence(const Prediction &prediction)
{
    return {{},
            &Theme::text,
            StageText::tr("Must come out: %1 issued, %2 already issued, %3 out of stock.")
                .arg(rangeText(prediction.issued), rangeText(prediction.alreadyIssued),
                     rangeText(prediction.outOfStock))};
}

StageFigures stageMoment(const Scenario &scenario, const LiveSnapshot &moment)
{
    const auto issued = static_cast<std::int64_t>(moment.outcomes.of(Outcome::Issued));
    const auto left =
        moment.lastStock >= 0 ? std::optional(moment.lastStock) : scenario.followedStock();
    return {stockFigure(scenario), StageFigure{count(issued), StageText::tr("issued")},
            left ? StageFigure{count(*left), StageText::tr("the stock column says")}
                 : StageFigure{QStringLiteral("–"), StageText::tr("left: nobody knows yet")}};
}

StageFigures stageResult(const RunRecord &record)
{
    if (!record.audit || !record.audit->state.rowsKnown) {
        return {stockFigure(record.scenario),
                StageFigure{count(static_cast<std::int64_t>(record.outcomes.of(Outcome::Issued))),
                            StageText::tr("issued")},
                StageFigure{QStringLiteral("–"), StageText::tr("what is left, nobody has read")}};
    }
    const StateFigures &state = record.audit->state;
    const StageFigure holders =
        state.duplicatePeople > 0 || state.rowsBefore > 0 // who held some of them before the run
            ? StageFigure{count(state.newRows), StageText::tr("coupons were handed out")}
            : StageFigure{count(state.distinctUsers),
                          text::plural(state.distinctUsers, StageText::tr("person holds one"),
                                       StageText::tr("people hold one"))};
    return {StageFigure{count(state.initialStock), couponsCaption(state.initialStock)}, holders,
            StageFigure{state.remaining ? count(*state.remaining) : QStringLiteral("–"),
                        StageText::tr("the stock column says")}};
}

StageSentence stageResultSentence(const RunRecord &record)
{
    const VerdictText verdict = verdictText(record);
    StageSentence sentence{verdictIcon(record.verdict), colorOf(record.verdict), {}};
    switch (record.verdict) {
    case RunVerdict::Violation:
        sentence.words = damageWords(record);
        break;
    case RunVerdict::Pass:
        sentence.words = StageText::tr("%1: %2").arg(verdict.word, verdict.sentence);
        break;
    case RunVerdict::Thresholds:
    case RunVerdict::Inconclusive:
    case RunVerdict::Invalid:
    case RunVerdict::Aborted:
        sentence.words = StageText::tr("%1. %2").arg(verdict.word, verdict.sentence);
        break;
    }
    return sentence;
}

} // namespace stampede
