// SPDX-License-Identifier: MIT
#include "compare/comparison.h"

#include "compare/compare_text.h"

#include "compare/circumstances.h"
#include "compare/measured_rounds.h"
#include "compare/more_than_noise.h"
#include "record/check_title.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>

#include <algorithm>
#include <functional>
#include <vector>

namespace stampede {

namespace {

using Runs = QList<std::shared_ptr<const RunRecord>>;
using text::count;

template<typename Make>
QStringList cellsOf(const Runs &runs, const Make &make)
{
    QStringList cells;
    for (const auto &run : runs) {
        cells << make(*run);
    }
    return cells;
}

/// What there is to say of single runs. Of the second of two it needs no name.
QString remarkOf(const QStringList &sayings)
{
    const auto said = std::count_if(sayings.begin(), sayings.end(),
                                    [](const QString &words) { return !words.isEmpty(); });
    QStringList remarks;
    for (qsizetype i = 0; i < sayings.size(); ++i) {
        if (!sayings[i].isEmpty()) {
            remarks << (said == 1 && sayings.size() == 2
                            ? sayings[i]
                            : CompareText::tr("%1: %2").arg(count(i + 1), sayings[i]));
        }
    }
    return remarks.join(QStringLiteral("; "));
}

void compareCircumstances(const Runs &runs, RunComparison &comparison)
{
    QList<QMap<QString, QString>> circumstances;
    QMap<QString, QString> paths; // of all of them
    for (const auto &run : runs) {
        circumstances << circumstancesOf(*run);
        paths.insert(circumstances.constLast());
    }
    for (auto path = paths.keyBegin(); path != paths.keyEnd(); ++path) {
        QStringList cells;
        for (const auto &one : circumstances) {
            cells << one.value(*path, QStringLiteral("–"));
        }
        if (cells.count(cells.constFirst()) != cells.size()) {
            comparison.lines.append({settingLabel(*path), cells, {}});
            comparison.differing << *path;
        }
    }
    if (comparison.lines.isEmpty()) {
        QStringList names = cellsOf(runs, [](const RunRecord &run) { return run.scenario.name; });
        comparison.lines.append({CompareText::tr("Scenario"), names,
                                 CompareText::tr("nothing differs but the moment")});
    } else if (comparison.lines.size() == 1) {
        comparison.lines.first().remark = CompareText::tr("the only difference");
    }
}

QStringList headsOf(const Runs &runs, const RunComparison &comparison)
{
    constexpr qsizetype kMostInHead = 2;
    constexpr qsizetype kMostLetters = 30;
    QStringList heads;
    for (qsizetype i = 0; i < runs.size(); ++i) {
        QStringList lines{
            QStringLiteral("%1\u00A0·\u00A0%2").arg(count(i + 1), runs[i]->shortId()),
            runs[i]->startedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))};
        if (comparison.differing.size() <= kMostInHead) {
            for (const ComparisonLine &line :
                 comparison.lines.mid(0, comparison.differing.size())) {
                const QString words = CompareText::tr("%1: %2").arg(line.label, line.cells[i]);
                lines << (words.size() > kMostLetters ? words.left(kMostLetters - 1) + u'…'
                                                      : words);
            }
        }
        heads << lines.join(QLatin1Char('\n'));
    }
    return heads;
}

std::int64_t counted(const RunRecord &run, Outcome outcome)
{
    return static_cast<std::int64_t>(run.outcomes.of(outcome));
}

QString answersOf(const RunRecord &run)
{
    const std::int64_t issued = counted(run, Outcome::Issued);
    const std::int64_t already = counted(run, Outcome::AlreadyIssued);
    const std::int64_t sold = counted(run, Outcome::OutOfStock);
    const std::int64_t others =
        static_cast<std::int64_t>(run.outcomes.total()) - issued - already - sold;
    const QString three =
        QStringLiteral("%1 · %2 · %3").arg(count(issued), count(already), count(sold));
    return others == 0 ? three
                       : text::plural(others, CompareText::tr("%1 · %2 other"),
                                      CompareText::tr("%1 · %2 others"))
                             .arg(three, count(others));
}

/// "996 more issued, 996 fewer already issued"
QString answersAgainst(const RunRecord &base, const RunRecord &run)
{
    const std::tuple<Outcome, QString, QString> words[] = {
        {Outcome::Issued, CompareText::tr("%1 more issued"), CompareText::tr("%1 fewer issued")},
        {Outcome::AlreadyIssued, CompareText::tr("%1 more already issued"),
         CompareText::tr("%1 fewer already issued")},
        {Outcome::OutOfStock, CompareText::tr("%1 more out of stock"),
         CompareText::tr("%1 fewer out of stock")}};
    QStringList changes;
    for (const auto &[outcome, more, fewer] : words) {
        const std::int64_t change = counted(run, outcome) - counted(base, outcome);
        if (change != 0) {
            changes << (change > 0 ? more : fewer).arg(count(std::abs(change)));
        }
    }
    return changes.join(QStringLiteral(", "));
}

ComparisonLine answersLine(const Runs &runs)
{
    const QStringList cells = cellsOf(runs, answersOf);
    if (cells.count(cells.constFirst()) == cells.size()) {
        return {CompareText::tr("Issued · already issued · out of stock"), cells,
                CompareText::tr("the same")};
    }
    return {CompareText::tr("Issued · already issued · out of stock"), cells,
            remarkOf(cellsOf(runs, [&runs](const RunRecord &run) {
                return answersAgainst(*runs.constFirst(), run);
            }))};
}

ComparisonLine leftLine(const Runs &runs)
{
    const QStringList cells = cellsOf(runs, [](const RunRecord &run) {
        const auto left = run.audit ? stockLeft(*run.audit) : std::nullopt;
        return left ? count(*left) : QStringLiteral("–");
    });
    QString remark = remarkOf(cellsOf(runs, [](const RunRecord &run) -> QString {
        const std::int64_t drift = run.audit ? stockDrift(*run.audit).value_or(0) : 0;
        if (drift == 0) {
            return {};
        }
        return (drift < 0 ? CompareText::tr("with what was written %1 more than there were")
                          : CompareText::tr("%1 fewer than must be"))
            .arg(count(std::abs(drift)));
    }));
    const bool isKnown = cells.constFirst() != QStringLiteral("–");
    if (isKnown && remark.isEmpty() && cells.count(cells.constFirst()) == cells.size()) {
        remark = CompareText::tr("the same");
    }
    return {CompareText::tr("Left"), cells, remark};
}

QString auditOf(const RunRecord &run)
{
    if (!run.audit) {
        return CompareText::tr("not audited");
    }
    const QList<CheckResult> findings = run.audit->findings();
    switch (run.audit->verdict) {
    case AuditVerdict::Held:
        return run.answersOnly() ? CompareText::tr("held, answers only") : CompareText::tr("held");
    case AuditVerdict::Undecided:
        return CompareText::tr("not decided");
    case AuditVerdict::Broken:
        break;
    }
    const QString first = CompareText::tr("broken: “%1”").arg(titleOf(findings.constFirst()));
    return findings.size() == 1
               ? first
               : CompareText::tr("%1 and %2 more").arg(first, count(findings.size() - 1));
}

/// A figure that every round has.
struct Figure
{
    QString key;
    QString label;
    std::function<std::optional<double>(const RoundFigures &)> of;
    std::function<QString(double)> words;
};

Figure issuedLatency(const char *key, const QString &label,
                     std::int64_t LatencyFigures::*percentile)
{
    return {QString::fromLatin1(key), label,
            [percentile](const RoundFigures &round) {
                const LatencyFigures &issued = round.service.byOutcome[indexOf(Outcome::Issued)];
                return issued.count == 0 ? std::nullopt
                                         : std::optional(static_cast<double>(issued.*percentile));
            },
            [](double ns) { return CompareText::tr("%1 ms").arg(text::latencyMs(ns)); }};
}

std::vector<double> valuesOf(const RunRecord &run, const Figure &figure)
{
    const std::vector<RoundFigures> rounds = measuredRounds(run);
    std::vector<double> values;
    for (const RoundFigures &round : rounds) {
        if (const auto value = figure.of(round)) {
            values.push_back(*value);
        }
    }
    return values;
}

QString percentText(double percent)
{
    return QLocale().toString(percent, 'f', std::abs(percent) < 10 ? 1 : 0);
}

QString testedText(const NoiseTest &test)
{
    const QString interval = CompareText::tr("95 %: %1 to %2 %")
                                 .arg(percentText(test.lowPercent), percentText(test.highPercent));
    if (!test.moreThanNoise()) {
        return CompareText::tr("no more than noise (%1)").arg(interval);
    }
    return (test.changePercent > 0 ? CompareText::tr("%1 % higher, more than noise (%2)")
                                   : CompareText::tr("%1 % lower, more than noise (%2)"))
        .arg(percentText(std::abs(test.changePercent)), interval);
}

ComparisonLine figureLine(const Runs &runs, const Figure &figure, ComparedFigure &compared)
{
    compared.key = figure.key;
    std::vector<std::vector<double>> values;
    for (const auto &run : runs) {
        values.push_back(valuesOf(*run, figure));
    }
    ComparisonLine line{figure.label, {}, {}};
    QStringList sayings;
    bool tested = false;
    for (const auto &rounds : values) {
        if (rounds.empty()) {
            line.cells << QStringLiteral("–");
            sayings << QString();
            compared.means.emplace_back();
            compared.tests.emplace_back();
            continue;
        }
        double sum = 0;
        for (const double value : rounds) {
            sum += value;
        }
        const double mean = sum / static_cast<double>(rounds.size());
        line.cells << figure.words(mean);
        const NoiseTest test =
            &rounds == values.data() ? NoiseTest() : testAgainstNoise(values.front(), rounds);
        compared.means.emplace_back(mean);
        compared.tests.push_back(test);
        tested = tested || test.tested;
        sayings << (test.tested ? testedText(test) : QString());
    }
    const bool allSingle = std::all_of(values.begin(), values.end(),
                                       [](const auto &rounds) { return rounds.size() == 1; });
    line.remark = tested      ? remarkOf(sayings)
                  : allSingle ? CompareText::tr("one round each: not tested")
                              : CompareText::tr("fewer than three rounds: not tested");
    return line;
}

} // namespace

RunComparison compareRuns(const Runs &runs)
{
    RunComparison comparison;
    compareCircumstances(runs, comparison);
    comparison.heads = headsOf(runs, comparison);
    comparison.lines << answersLine(runs) << leftLine(runs)
                     << ComparisonLine{CompareText::tr("Audit"), cellsOf(runs, auditOf), {}};
    const auto rate = [](double perSecond) { return count(std::llround(perSecond)); };
    const Figure figures[] = {
        issuedLatency("issued_p50_ns", CompareText::tr("p50 issued"), &LatencyFigures::p50Ns),
        issuedLatency("issued_p95_ns", CompareText::tr("p95 issued"), &LatencyFigures::p95Ns),
        issuedLatency("issued_p99_ns", CompareText::tr("p99 issued"), &LatencyFigures::p99Ns),
        {QStringLiteral("issued_per_second"), CompareText::tr("Issued a second"),
         [](const RoundFigures &round) { return std::optional(round.throughput.issuedPerSecond); },
         rate},
        {QStringLiteral("answers_per_second"), CompareText::tr("Answers a second"),
         [](const RoundFigures &round) { return std::optional(round.throughput.answersPerSecond); },
         rate}};
    bool tested = false;
    for (const Figure &figure : figures) {
        ComparedFigure compared;
        comparison.lines << figureLine(runs, figure, compared);
        tested = tested || std::any_of(compared.tests.begin(), compared.tests.end(),
                                       [](const NoiseTest &test) { return test.tested; });
        comparison.figures.append(std::move(compared));
    }
    if (tested) {
        comparison.method =
            CompareText::tr("Means over the rounds. Tested by a bootstrap over the rounds: as many "
                            "as each run has were drawn from it 10,000 times, and 95 % of the "
                            "changes lie between the two figures.");
    }
    return comparison;
}

} // namespace stampede
