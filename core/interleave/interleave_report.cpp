// SPDX-License-Identifier: MIT
#include "interleave/interleave_report.h"

#include "interleave/interleave_words.h"

#include "interleave/interleave_text.h"
#include "text/number_text.h"

#include <QCoreApplication>

namespace stampede {

namespace {

using text::count;

constexpr qsizetype kMostGroups = 40;

Report emptyReport(const QString &subtitle)
{
    Report report;
    report.title = InterleaveText::tr("Coupon issuing — every order in which requests meet");
    report.subtitle = subtitle;
    report.footer = InterleaveText::tr("interleavings");
    return report;
}

VerdictBlock verdictOf(qint64 wrong, qint64 undecided, const QString &sentence)
{
    if (wrong > 0) {
        return {RunVerdict::Violation, InterleaveText::tr("Can go wrong"), sentence};
    }
    if (undecided > 0) {
        return {RunVerdict::Inconclusive, InterleaveText::tr("Not decided"), sentence};
    }
    return {RunVerdict::Pass, InterleaveText::tr("No order ends wrong"), sentence};
}

TableBlock groupsTable(const Interleavings &found)
{
    TableBlock table;
    table.figures = false;
    table.head = {InterleaveText::tr("Order"), InterleaveText::tr("Like it"),
                  InterleaveText::tr("Switches"), InterleaveText::tr("Told"),
                  InterleaveText::tr("What is wrong")};
    for (const Interleavings::Group &group : found.groups().mid(0, kMostGroups)) {
        const Order &order = found.orders[group.order];
        table.rows << QStringList{order.schedule, count(group.count), count(order.switches()),
                                  answerWords(order).join(QStringLiteral(", ")),
                                  order.isWrong() ? order.faultText()
                                                  : InterleaveText::tr("nothing")};
    }
    return table;
}

QString cellText(const Interleavings &found)
{
    return interleavingsCell(found) +
           (found.wrong() > 0 ? QLatin1Char(' ') + found.faults().keys().join(QStringLiteral(", "))
                              : QString());
}

} // namespace

Report interleavingsReport(const InterleaveResult &result, const InterleaveResult *better)
{
    const Interleavings &found = result.found;
    Report report = emptyReport(result.subject.line());
    ReportChapter chapter;
    chapter.blocks << verdictOf(found.wrong(), found.undecided.size(),
                                interleavingsSentence(result, better));
    const bool isOne = !found.askedFor.isEmpty();
    const Order *const shown =
        isOne && !found.orders.isEmpty() ? &found.orders.constFirst() : found.shortest();
    if (shown != nullptr) {
        const QString heading = isOne ? InterleaveText::tr("The order %1")
                                      : InterleaveText::tr("The shortest wrong order: %1");
        chapter.blocks << SubHeading{heading.arg(shown->schedule)}
                       << Paragraph{laneLines(*shown).join(QLatin1Char('\n')), Tone::Code};
        for (const QString &line : endLines(*shown)) {
            chapter.blocks << Paragraph{line};
        }
    }
    if (isOne) {
        report.chapters << chapter;
        return report;
    }
    chapter.blocks << SubHeading{InterleaveText::tr("The ways it can happen")} << groupsTable(found)
                   << Paragraph{InterleaveText::tr(
                                    "Schedules are counted, not weighed: how often one of them "
                                    "happens in service is another question. Carried out on %1.")
                                    .arg(found.product),
                                Tone::Muted};
    report.chapters << chapter;
    return report;
}

Report interleavingsReport(const QList<InterleaveResult> &cells)
{
    Report report = emptyReport(InterleaveText::tr("the matrix"));
    ReportChapter chapter;
    qint64 wrong = 0;
    qint64 undecided = 0;
    for (const InterleaveResult &cell : cells) {
        wrong += cell.found.wrong() > 0 ? 1 : 0;
        undecided += cell.found.undecided.size();
    }
    chapter.blocks << verdictOf(
        wrong, undecided,
        InterleaveText::tr("%1 of %2 cells can go wrong.").arg(count(wrong), count(cells.size())));
    for (const Situation situation : kAllSituations) {
        TableBlock table;
        table.figures = false;
        table.head = {situationName(situation)};
        for (const InterleaveResult &cell : cells) {
            if (cell.subject.situation != situation) {
                continue;
            }
            const QString isolation = isolationKey(cell.subject.service->isolation);
            if (!table.head.contains(isolation)) {
                table.head << isolation;
            }
            const QString title = cell.subject.title();
            if (table.rows.isEmpty() || table.rows.constLast().constFirst() != title) {
                table.rows << QStringList{title};
            }
            table.rows.last() << cellText(cell.found);
        }
        if (!table.rows.isEmpty()) {
            chapter.blocks << SubHeading{situationName(situation)} << table;
        }
    }
    chapter.blocks << Paragraph{InterleaveText::tr(
        "n of m: so many of the orders that can happen, or that were drawn, end wrong.")};
    report.chapters << chapter;
    return report;
}

} // namespace stampede
