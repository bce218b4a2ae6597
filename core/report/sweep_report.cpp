// SPDX-License-Identifier: MIT
#include "report/sweep_report.h"

#include "picture/bar_chart.h"
#include "picture/ledger_drawing.h"
#include "record/verdict.h"
#include "report/report_words.h"
#include "report/strategy_rows.h"
#include "text/number_text.h"
#include "text/printable_text.h"

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

using text::count;

constexpr qsizetype kMostBars = 30; // of one picture: it has to fit a sheet
constexpr qsizetype kMostOfName = 120;

QString settingsOf(const SweptRun &run)
{
    QStringList words;
    for (const Override &setting : run.settings) {
        words << QStringLiteral("%1 %2").arg(setting.path.section(QLatin1Char('.'), -1),
                                             setting.value);
    }
    return printable(words.join(QStringLiteral(" · ")), kMostOfName);
}

/// What stands beside a bar: of several settings the values alone, as their names stand above.
QString labelOf(const SweptRun &run)
{
    if (run.settings.size() == 1) {
        return settingsOf(run);
    }
    QStringList words;
    for (const Override &setting : run.settings) {
        words << setting.value;
    }
    return printable(words.join(QStringLiteral(" · ")), kMostOfName);
}

/// The names of the settings, in the order of the labels.
QString namesOf(const SweptRun &run)
{
    QStringList names;
    for (const Override &setting : run.settings) {
        names << setting.path.section(QLatin1Char('.'), -1);
    }
    return printable(names.join(QStringLiteral(" · ")), kMostOfName);
}

/// What is wrong with a run, in a word; empty where nothing is.
QString markOf(const RunRecord &record)
{
    switch (record.verdict) {
    case RunVerdict::Pass:
        return {};
    case RunVerdict::Violation:
        return QStringLiteral("⬣ ") + verdictText(record).word;
    case RunVerdict::Inconclusive:
    case RunVerdict::Invalid:
    case RunVerdict::Aborted:
    case RunVerdict::Thresholds:
        return verdictText(record).word;
    }
    return {};
}

QList<Picture> picturesOf(const QList<SweptRun> &runs)
{
    QList<Picture> pictures;
    for (qsizetype from = 0; from < runs.size(); from += kMostBars) {
        QList<Bar> bars;
        qsizetype broken = 0;
        const SweptRun *fastest = nullptr;
        for (const SweptRun &run : runs.mid(from, kMostBars)) {
            const double perSecond = run.record->throughput.issuedPerSecond;
            bars.append({labelOf(run), perSecond, count(std::llround(perSecond)),
                         markOf(*run.record), verdictInk(run.record->verdict)});
            broken += run.record->verdict == RunVerdict::Violation ? 1 : 0;
        }
        for (const SweptRun &run : runs) {
            if (run.record->verdict != RunVerdict::Violation &&
                (fastest == nullptr || run.record->throughput.issuedPerSecond >
                                           fastest->record->throughput.issuedPerSecond)) {
                fastest = &run;
            }
        }
        Picture picture;
        picture.title = ReportText::tr("Issued a second, by combination");
        picture.remark = ReportText::tr("coupons a second");
        if (runs.constFirst().settings.size() > 1) {
            picture.remark = namesOf(runs.constFirst()) + QStringLiteral(" — ") + picture.remark;
        }
        picture.drawing = barChart(bars);
        picture.description =
            text::plural(broken, ReportText::tr("%1 of %2 combinations is broken."),
                         ReportText::tr("%1 of %2 combinations are broken."))
                .arg(count(broken), count(bars.size()));
        if (fastest != nullptr) {
            picture.description +=
                QLatin1Char(' ') +
                ReportText::tr("The fastest that is not: %1.").arg(settingsOf(*fastest));
        }
        picture.wide = true;
        pictures << picture;
    }
    return pictures;
}

const RunRecord &worstOf(const QList<SweptRun> &runs)
{
    return *std::min_element(runs.begin(), runs.end(), [](const SweptRun &a, const SweptRun &b) {
                return a.record->verdict < b.record->verdict;
            })->record;
}

} // namespace

Report sweepReport(const QString &scenario, const QList<SweptRun> &runs)
{
    Report report;
    report.title = ReportText::tr("Coupon issuing under load — sweep");
    report.subtitle =
        ReportText::tr("%1, %2").arg(printable(scenario, kMostOfName),
                                     text::plural(runs.size(), ReportText::tr("%1 combination"),
                                                  ReportText::tr("%1 combinations"))
                                         .arg(count(runs.size())));
    if (runs.isEmpty()) {
        return report;
    }
    const RunRecord &worst = worstOf(runs);
    report.runId = worst.shortId();
    report.footer = ReportText::tr("sweep of %1").arg(printable(scenario, kMostOfName));
    ReportChapter chapter;
    chapter.chapter = Chapter::Conclusion;
    chapter.blocks << VerdictBlock{worst.verdict, verdictText(worst).word,
                                   ReportText::tr("The worst of all combinations counts.")};
    for (const Picture &picture : picturesOf(runs)) {
        chapter.blocks << picture;
    }
    TableBlock table;
    QList<QStringList> rows = sweepRows(runs);
    table.head = rows.takeFirst();
    table.rows = rows;
    chapter.blocks << SubHeading{ReportText::tr("Every combination")} << table;
    if (QList<QStringList> strategies = sweptStrategies(runs); !strategies.isEmpty()) {
        TableBlock held;
        held.head = strategies.takeFirst();
        held.rows = strategies;
        chapter.blocks << SubHeading{ReportText::tr("Strategies")} << held
                       << Paragraph{strategyRowsMeaning()};
    }
    chapter.blocks << Paragraph{ReportText::tr("Each run is in the archive; its own report:")};
    QStringList commands;
    for (const SweptRun &run : runs) {
        commands << QStringLiteral("stampede-cli report %1 --out DIR   # %2")
                        .arg(run.record->shortId(), settingsOf(run));
    }
    chapter.blocks << Paragraph{commands.join(QLatin1Char('\n')), Tone::Code};
    report.chapters << chapter;
    return report;
}

} // namespace stampede
