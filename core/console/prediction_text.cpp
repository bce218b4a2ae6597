// SPDX-License-Identifier: MIT
#include "console/prediction_text.h"

#include "console/console_text.h"

#include "record/outcome_label.h"
#include "scenario/presets.h"
#include "text/number_text.h"
#include "text/text_block.h"

#include <QCoreApplication>
#include <QStringList>

namespace stampede {

namespace {

QString possibleDamage(const PossibleDamage &possible)
{
    QStringList kinds;
    if (possible.oversell) {
        kinds << ConsoleText::tr("more coupons than stock");
    }
    if (possible.drift) {
        kinds << ConsoleText::tr("stock that does not add up");
    }
    if (possible.duplicates) {
        kinds << ConsoleText::tr("several coupons for one person");
    }
    return kinds.isEmpty() ? ConsoleText::tr("none") : kinds.join(ConsoleText::tr(", "));
}

} // namespace

QString predictionText(const Scenario &scenario, const Prediction &prediction)
{
    QString out = QStringLiteral("%1   %2\n\n")
                      .arg(shownName(scenario.name),
                           ConsoleText::tr("seed %1").arg(QString::number(scenario.seed)));
    QList<QStringList> rows = {
        {ConsoleText::tr("Must come out"), QString()},
        {inLine(outcomeName(Outcome::Issued)), rangeText(prediction.issued)},
        {inLine(outcomeLabel(scenario.target.kind, Outcome::AlreadyIssued)),
         rangeText(prediction.alreadyIssued)},
        {inLine(outcomeLabel(scenario.target.kind, Outcome::OutOfStock)),
         rangeText(prediction.outOfStock)},
    };
    if (prediction.notIssued) {
        rows.append({inLine(outcomeName(Outcome::NotIssued)), rangeText(*prediction.notIssued)});
    }
    if (!prediction.outsideSale.exact() || prediction.outsideSale.min != 0) {
        rows.append(
            {inLine(outcomeGroupName(Outcome::NotStarted)), rangeText(prediction.outsideSale)});
    }
    rows.append({ConsoleText::tr("left"), leftText(prediction)});
    out += table(rows);
    out += QLatin1Char('\n');
    out += wrapped(scenario.target.kind == TargetKind::InProcess
                       ? possibleDamage(prediction.possible)
                       : ConsoleText::tr("not known: how the service protects itself, nobody "
                                         "said"),
                   ConsoleText::tr("possible damage") + QStringLiteral("   "));
    if (!prediction.notes.isEmpty()) {
        out += QLatin1Char('\n');
    }
    for (const PredictionNote &note : prediction.notes) {
        out += wrapped(note.text, QStringLiteral("- "));
    }
    return out;
}

} // namespace stampede
