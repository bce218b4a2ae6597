// SPDX-License-Identifier: MIT
#include "report/several_runs.h"

#include "formats/json_report.h"
#include "picture/overlaid_charts.h"
#include "record/check_title.h"
#include "record/verdict.h"
#include "report/repeat_command.h"
#include "report/report_words.h"
#include "scenario/presets.h"
#include "text/number_text.h"
#include "text/printable_text.h"
#include "text/text_block.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

using Runs = QList<std::shared_ptr<const RunRecord>>;
using text::count;

constexpr qsizetype kMostOfName = 60; // several stand side by side

QString nameOf(const RunRecord &run, qsizetype most = kMostOfName)
{
    return printable(shownName(run.scenario.name), most).simplified();
}

/// "1 · 7f3a91"
QString columnName(const Runs &runs, qsizetype i)
{
    return QStringLiteral("%1\u00A0·\u00A0%2").arg(count(i + 1), runs[i]->shortId());
}

QStringList columnNames(const Runs &runs)
{
    QStringList names;
    for (qsizetype i = 0; i < runs.size(); ++i) {
        names << columnName(runs, i);
    }
    return names;
}

QString idsOf(const Runs &runs)
{
    QStringList ids;
    for (const auto &run : runs) {
        ids << run->shortId();
    }
    return ids.join(QStringLiteral(", "));
}

std::int64_t told(const RunRecord &run, Outcome outcome)
{
    return static_cast<std::int64_t>(run.outcomes.of(outcome));
}

QString p95Of(const RunRecord &run)
{
    const LatencyFigures &issued = run.service.byOutcome[indexOf(Outcome::Issued)];
    return issued.count == 0 ? QStringLiteral("–")
                             : text::latencyMs(static_cast<double>(issued.p95Ns));
}

TableBlock coverTable(const Runs &runs)
{
    TableBlock table;
    table.head = QStringList{ReportText::tr("run"),       ReportText::tr("verdict"),
                             ReportText::tr("issued"),    ReportText::tr("already"),
                             ReportText::tr("stock out"), ReportText::tr("left"),
                             ReportText::tr("issued/s"),  ReportText::tr("p95 issued, ms")};
    for (qsizetype i = 0; i < runs.size(); ++i) {
        const RunRecord &run = *runs[i];
        const auto left = run.audit ? stockLeft(*run.audit) : std::nullopt;
        table.rows.append(
            {QStringLiteral("%1  %2").arg(columnName(runs, i), nameOf(run)), verdictText(run).word,
             count(told(run, Outcome::Issued)), count(told(run, Outcome::AlreadyIssued)),
             count(told(run, Outcome::OutOfStock)), left ? count(*left) : QStringLiteral("–"),
             count(std::llround(run.throughput.issuedPerSecond)), p95Of(run)});
    }
    return table;
}

/// The one with the worst verdict, the first of them where there are several.
qsizetype worstOf(const Runs &runs)
{
    return std::min_element(runs.begin(), runs.end(),
                            [](const auto &a, const auto &b) {
                                return a->newestVerdict() < b->newestVerdict();
                            }) -
           runs.begin();
}

/// "The only difference: Row lock (on, off)."
QString differenceSentence(const RunComparison &comparison)
{
    if (comparison.differing.isEmpty()) {
        return ReportText::tr("Nothing differs but the moment.");
    }
    QStringList parts;
    for (qsizetype i = 0; i < comparison.differing.size(); ++i) {
        const ComparisonLine &line = comparison.lines[i];
        parts << QStringLiteral("%1 (%2)").arg(
            line.label, printable(line.cells.join(QStringLiteral(", ")), 2 * kMostOfName));
    }
    return (parts.size() == 1 ? ReportText::tr("The only difference: %1.")
                              : ReportText::tr("What differs: %1."))
        .arg(parts.join(QStringLiteral("; ")));
}

QList<Block> coverBlocks(const Runs &runs, const RunComparison &comparison,
                         const ReportOptions &options)
{
    const qsizetype worst = worstOf(runs);
    QList<Block> blocks;
    blocks << VerdictBlock{runs[worst]->newestVerdict(), verdictText(*runs[worst]).word,
                           ReportText::tr("The worst of %1 runs counts: run %2. %3")
                               .arg(count(runs.size()), columnName(runs, worst),
                                    verdictText(*runs[worst]).sentence)}
           << LabelledBlock{ReportText::tr("What sets them apart"), differenceSentence(comparison)}
           << coverTable(runs);
    if (options.pseudonyms) {
        blocks << Paragraph{ReportText::tr("Pseudonyms are those of each run: user A1 of one is "
                                           "not user A1 of another."),
                            Tone::Muted};
    }
    for (qsizetype i = 0; i < runs.size(); ++i) {
        blocks << Paragraph{QStringLiteral("%1   %2").arg(count(i + 1), runLine(*runs[i])),
                            Tone::Muted};
    }
    if (!options.pseudonyms) {
        QStringList commands;
        for (const auto &run : runs) {
            commands << verifyCommands(run->shortId()).constFirst();
        }
        blocks << Paragraph{
            ReportText::tr("Verify with: %1").arg(commands.join(QStringLiteral(" · "))),
            Tone::Muted};
    }
    blocks << SignatureBlock{
        {ReportText::tr("Prepared by"), ReportText::tr("Reviewed by"), ReportText::tr("Date")}};
    return blocks;
}

QString checkMark(const CheckResult *check)
{
    if (check == nullptr) {
        return QStringLiteral("–");
    }
    switch (check->verdict) {
    case CheckVerdict::Pass:
        return ReportText::tr("held");
    case CheckVerdict::Fail:
        return check->cls == CheckClass::Warning ? ReportText::tr("warning")
                                                 : QStringLiteral("⬣ ") + ReportText::tr("broken");
    case CheckVerdict::Inconclusive:
        return ReportText::tr("cannot tell");
    case CheckVerdict::Skipped:
        return ReportText::tr("not applicable");
    }
    return {};
}

/// The checks of all runs, each by what came of it.
TableBlock auditTable(const Runs &runs)
{
    TableBlock table;
    table.figures = false;
    table.head = QStringList{ReportText::tr("check")} + columnNames(runs);
    QStringList ids;
    QHash<QString, QString> titles;
    for (const auto &run : runs) {
        const QList<CheckResult> checks = run->audit ? run->audit->checks : QList<CheckResult>();
        for (const CheckResult &check : checks) {
            if (!titles.contains(check.id)) {
                ids << check.id;
                titles.insert(check.id, titleOf(check));
            }
        }
    }
    for (const QString &id : std::as_const(ids)) {
        QStringList row = {titles.value(id)};
        for (const auto &run : runs) {
            row << checkMark(run->audit ? run->audit->check(id) : nullptr);
        }
        table.rows.append(row);
    }
    return table;
}

TableBlock differenceTable(const Runs &runs, const RunComparison &comparison)
{
    TableBlock table;
    table.figures = false;
    table.head = QStringList{QString()} + columnNames(runs) + QStringList{QString()};
    for (const ComparisonLine &line : comparison.lines) {
        QStringList row = {line.label};
        for (const QString &cell : line.cells) {
            row << printable(cell, 2 * kMostOfName);
        }
        table.rows.append(row << line.remark);
    }
    return table;
}

QList<Block> comparisonBlocks(const Runs &runs, const RunComparison &comparison)
{
    QList<Block> blocks;
    blocks << Paragraph{differenceSentence(comparison), Tone::Strong}
           << differenceTable(runs, comparison);
    blocks << Paragraph{comparison.method.isEmpty()
                            ? ReportText::tr("Whether a difference is more than noise is not "
                                             "tested: that takes three rounds or more of each run.")
                            : comparison.method,
                        Tone::Muted};
    blocks << SubHeading{ReportText::tr("From the start of the load, over one another")};
    for (const Picture &picture : overlaidCharts(runs)) {
        blocks << picture;
    }
    const TableBlock audits = auditTable(runs);
    if (!audits.rows.isEmpty()) {
        blocks << SubHeading{ReportText::tr("Audits side by side")} << audits;
    }
    return blocks;
}

/// Page one of a run, which is signed on the cover.
ReportChapter pageOf(const Runs &runs, qsizetype i, const ReportOptions &options)
{
    ReportOptions one = options;
    one.chapters = {Chapter::Conclusion};
    const Report report = makeReport(*runs[i], one);
    ReportChapter chapter = report.chapters.constFirst();
    chapter.blocks.removeIf(
        [](const Block &block) { return std::holds_alternative<SignatureBlock>(block); });
    chapter.title = ReportText::tr("Run %1: %2").arg(columnName(runs, i), nameOf(*runs[i]));
    chapter.subtitle = report.subtitle == nameOf(*runs[i]) ? QString() : report.subtitle;
    return chapter;
}

/// A line for each remark; figures of which the same is said share one.
QString remarksOf(const RunComparison &comparison)
{
    QStringList remarks;
    QHash<QString, QStringList> labels;
    for (const ComparisonLine &line : comparison.lines.mid(comparison.differing.size())) {
        if (line.remark.isEmpty()) {
            continue;
        }
        if (!labels.contains(line.remark)) {
            remarks << line.remark;
        }
        labels[line.remark] << line.label;
    }
    QString out;
    for (const QString &remark : std::as_const(remarks)) {
        out += wrapped(
            QStringLiteral("%1: %2").arg(labels.value(remark).join(QStringLiteral(", ")), remark));
    }
    return out;
}

QJsonValue orNull(const NoiseTest &test, double value)
{
    return test.tested ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

} // namespace

Report makeReport(const Runs &runs, const ReportOptions &options)
{
    const RunComparison comparison = compareRuns(runs);
    Report report;
    report.title =
        ReportText::tr("Coupon issuing under load — %1 runs compared").arg(count(runs.size()));
    QStringList names;
    for (const auto &run : runs) {
        names << nameOf(*run);
    }
    report.subtitle = names.join(QStringLiteral(" · "));
    report.remark = options.pseudonyms ? ReportText::tr("with pseudonyms") : QString();
    report.runId = idsOf(runs);
    report.footer = ReportText::tr("runs %1").arg(idsOf(runs));
    if (!options.madeAgain.isEmpty()) {
        report.footer += QStringLiteral(" · ") + options.madeAgain;
    }
    report.chapters.append({Chapter::Conclusion, {}, coverBlocks(runs, comparison, options), true});
    report.chapters.append({Chapter::Happened, ReportText::tr("What sets them apart"),
                            comparisonBlocks(runs, comparison)});
    for (qsizetype i = 0; i < runs.size(); ++i) {
        report.chapters.append(pageOf(runs, i, options));
    }
    return report;
}

namespace {

/// Its beginning and its end: addresses and texts that differ mostly do so there.
QString shortCell(const QString &cell)
{
    constexpr qsizetype kMost = 36;
    const QString whole = printable(cell).simplified();
    return whole.size() <= kMost
               ? whole
               : whole.left(kMost / 2) + QChar(0x2026) + whole.right(kMost / 2 - 1);
}

} // namespace

QString comparisonText(const Runs &runs)
{
    const RunComparison comparison = compareRuns(runs);
    const QString indent(4, QLatin1Char(' '));
    QString out;
    QList<QStringList> rows = {QStringList{QString()} + columnNames(runs)};
    for (const ComparisonLine &line : comparison.lines) {
        QStringList row = {line.label};
        for (const QString &cell : line.cells) {
            row << shortCell(cell);
        }
        rows << row;
    }
    for (qsizetype i = 0; i < runs.size(); ++i) {
        out += QStringLiteral("%1  %2  %3\n")
                   .arg(columnName(runs, i),
                        runs[i]->startedAt.toLocalTime().toString(
                            QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                        nameOf(*runs[i]));
    }
    out += QLatin1Char('\n') + table(rows) + QLatin1Char('\n') +
           wrapped(differenceSentence(comparison));
    out += remarksOf(comparison);
    if (!comparison.method.isEmpty()) {
        out += QLatin1Char('\n') + wrapped(comparison.method);
    }
    return out;
}

QJsonObject comparisonToJson(const Runs &runs)
{
    const RunComparison comparison = compareRuns(runs);
    QJsonArray results;
    for (const auto &run : runs) {
        QJsonObject result = resultToJson(*run);
        result[QStringLiteral("timeline")] = QJsonValue::Null;
        results.append(result);
    }
    QJsonArray figures;
    for (const ComparedFigure &figure : comparison.figures) {
        QJsonArray each;
        for (std::size_t i = 0; i < figure.means.size(); ++i) {
            const NoiseTest &test = figure.tests[i];
            each.append(QJsonObject{
                {QStringLiteral("mean"),
                 figure.means[i] ? QJsonValue(*figure.means[i]) : QJsonValue(QJsonValue::Null)},
                {QStringLiteral("change_percent"), orNull(test, test.changePercent)},
                {QStringLiteral("low_percent"), orNull(test, test.lowPercent)},
                {QStringLiteral("high_percent"), orNull(test, test.highPercent)},
                {QStringLiteral("more_than_noise"),
                 test.tested ? QJsonValue(test.moreThanNoise()) : QJsonValue(QJsonValue::Null)}});
        }
        figures.append(
            QJsonObject{{QStringLiteral("key"), figure.key}, {QStringLiteral("runs"), each}});
    }
    return {{QStringLiteral("schema"), QStringLiteral("stampede.comparison/1")},
            {QStringLiteral("runs"), results},
            {QStringLiteral("differing"), QJsonArray::fromStringList(comparison.differing)},
            {QStringLiteral("figures"), figures}};
}

} // namespace stampede
