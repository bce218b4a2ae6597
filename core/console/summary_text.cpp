// SPDX-License-Identifier: MIT
#include "console/summary_text.h"

#include "console/console_text.h"

#include "record/check_text.h"
#include "record/fault_text.h"
#include "record/outcome_label.h"
#include "record/verdict.h"
#include "report/coupon_table.h"
#include "report/repeat_command.h"
#include "report/report_words.h"
#include "scenario/presets.h"
#include "text/columns.h"
#include "text/number_text.h"
#include "text/text_block.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

namespace stampede {

namespace {

using text::count;

constexpr qsizetype kRowsShown = 5;
constexpr int kLabelWidth = 9;

QString labelled(const QString &label, const QString &words)
{
    return wrapped(words, text::padded(label, kLabelWidth));
}

QString headLine(const RunRecord &record)
{
    const bool isPrivate = record.environment.databaseUrl.startsWith(QLatin1String("managed:"));
    const ServerDescription &server = record.environment.database;
    const QString product = QStringLiteral("%1 %2").arg(server.product, server.version);
    QStringList parts = {shownName(record.scenario.name),
                         record.tool.isThere() ? importedFrom(record.tool)
                                               : ConsoleText::tr("seed %1").arg(
                                                     QString::number(record.scenario.seed)),
                         ConsoleText::tr("run %1").arg(record.shortId())};
    if (isPrivate) {
        parts << ConsoleText::tr("private %1").arg(product);
    } else if (!server.product.isEmpty()) { // behind a service's answers alone nobody saw one
        parts << product;
    }
    return parts.join(QStringLiteral("   ")) + QLatin1Char('\n');
}

QString figuresBlock(const RunRecord &record)
{
    const auto told = [&record](Outcome outcome) {
        return static_cast<std::int64_t>(record.outcomes.of(outcome));
    };
    const Prediction &predicted = record.prediction;
    const QString none = mustText(record, {0, 0});
    const QString fails = mustFailText(record);
    QList<QStringList> rows = {
        {QString(), ConsoleText::tr("predicted"), ConsoleText::tr("happened")},
        {inLine(outcomeName(Outcome::Issued)), mustText(record, predicted.issued),
         count(told(Outcome::Issued))},
        {inLine(outcomeLabel(record, Outcome::AlreadyIssued)),
         mustText(record, predicted.alreadyIssued), count(told(Outcome::AlreadyIssued))},
        {inLine(outcomeLabel(record, Outcome::OutOfStock)), mustText(record, predicted.outOfStock),
         count(told(Outcome::OutOfStock))},
    };
    if (const std::int64_t refused = told(Outcome::NotIssued); refused > 0) {
        rows.append({inLine(outcomeName(Outcome::NotIssued)),
                     predicted.notIssued ? mustText(record, *predicted.notIssued) : QString(),
                     count(refused)});
    }
    const std::int64_t outside = told(Outcome::NotStarted) + told(Outcome::Expired);
    if (outside > 0 || predicted.outsideSale.max != 0) {
        rows.append({inLine(outcomeGroupName(Outcome::NotStarted)), mustOutsideText(record),
                     count(outside)});
    }
    const std::int64_t lost = told(Outcome::NotFound) + told(Outcome::InvalidRequest);
    if (lost > 0) {
        rows.append({ConsoleText::tr("not found, bad request"), none, count(lost)});
    }
    rows.append({inLine(outcomeGroupName(Outcome::ServerError)), fails,
                 count(told(Outcome::Contention) + told(Outcome::ServerError))});
    if (told(Outcome::NotSent) > 0) {
        rows.append({inLine(outcomeName(Outcome::NotSent)), fails, count(told(Outcome::NotSent))});
    }
    if (record.notRecognised() > 0) {
        rows.append({inLine(outcomeName(Outcome::Unknown, UnknownReason::Unclassified)), fails,
                     count(record.notRecognised())});
    }
    rows.append({inLine(outcomeName(Outcome::Unknown)), fails,
                 count(told(Outcome::Unknown) - record.notRecognised())});
    if (told(Outcome::Interrupted) > 0) {
        rows.append(
            {inLine(outcomeName(Outcome::Interrupted)), none, count(told(Outcome::Interrupted))});
    }
    const auto left = record.audit ? stockLeft(*record.audit) : std::nullopt;
    rows.append({ConsoleText::tr("left"), mustBeLeftText(record),
                 left ? count(*left) : ConsoleText::tr("not known")});
    return table(rows);
}

/// The latency of what was issued, else of all answers; the response time too where it can differ.
QStringList latencyLines(const RunRecord &record)
{
    const bool anyIssued = record.service.byOutcome[indexOf(Outcome::Issued)].count > 0;
    const auto figuresIn = [anyIssued](const LatencyTable &table) {
        return anyIssued ? table.byOutcome[indexOf(Outcome::Issued)] : table.all;
    };
    if (figuresIn(record.service).count == 0) {
        return {ConsoleText::tr("no request was answered")};
    }
    const auto line = [anyIssued](const LatencyFigures &figures, const QString &measure) {
        return ConsoleText::tr("%1   p50 %2  p95 %3  p99 %4  max %5 ms   %6")
            .arg(anyIssued ? ConsoleText::tr("issued") : ConsoleText::tr("all"),
                 text::latencyMs(static_cast<double>(figures.p50Ns)),
                 text::latencyMs(static_cast<double>(figures.p95Ns)),
                 text::latencyMs(static_cast<double>(figures.p99Ns)),
                 text::latencyMs(static_cast<double>(figures.maxNs)), measure);
    };
    QStringList lines{line(figuresIn(record.service), ConsoleText::tr("service time"))};
    if (isOpenModel(record.scenario.load.model)) {
        lines << line(figuresIn(record.response), ConsoleText::tr("response time"));
    }
    return lines;
}

/// "5: 5 held; 214 to 231 issued/s, median 220"
QString roundsLine(const RunRecord &record)
{
    const auto held =
        std::count_if(record.allRounds.begin(), record.allRounds.end(),
                      [](const auto &round) { return round.verdict == RunVerdict::Pass; });
    QStringList parts{
        ConsoleText::tr("%1 of %2 held")
            .arg(count(held), count(static_cast<std::int64_t>(record.allRounds.size())))};
    const auto add = [&](const char *key, double unit, int decimals, const QString &words) {
        for (const SpreadFigure &figure : record.spread) {
            if (figure.key == QLatin1String(key)) {
                const auto shown = [&](double value) {
                    return QLocale().toString(value / unit, 'f', decimals);
                };
                parts << words.arg(shown(figure.min), shown(figure.max), shown(figure.median));
            }
        }
    };
    add("issued_per_second", 1, 0, ConsoleText::tr("%1 to %2 issued/s, median %3"));
    add("service_p95_us", 1000, 1, ConsoleText::tr("p95 of all answers %1 to %2 ms, median %3"));
    parts << ConsoleText::tr("shown here: round %1, seed %2")
                 .arg(QString::number(record.round), QString::number(record.seed));
    return parts.join(QStringLiteral("; "));
}

QString rateLine(const RunRecord &record)
{
    const ThroughputFigures &throughput = record.throughput;
    QString line = ConsoleText::tr("%1 issued/s   %2 answers/s   %3 s")
                       .arg(count(std::llround(throughput.issuedPerSecond)),
                            count(std::llround(throughput.answersPerSecond)),
                            QLocale().toString(throughput.durationSeconds, 'f', 2));
    if (record.generator.dropped > 0) {
        line += QStringLiteral("   ") +
                ConsoleText::tr("%1 dropped").arg(count(record.generator.dropped));
    }
    if (record.generator.unsentAtStop > 0) {
        line += QStringLiteral("   ") + ConsoleText::tr("%1 due at the stop and not sent")
                                            .arg(count(record.generator.unsentAtStop));
    }
    return line;
}

QString limitsLine(const RunRecord &record)
{
    if (record.thresholds.isEmpty()) {
        return ConsoleText::tr("the scenario sets none");
    }
    const auto met = std::count_if(record.thresholds.begin(), record.thresholds.end(),
                                   [](const ThresholdOutcome &outcome) { return outcome.pass; });
    QString line = ConsoleText::tr("%1 of %2 met").arg(count(met), count(record.thresholds.size()));
    for (const ThresholdOutcome &outcome : record.thresholds) {
        if (!outcome.pass) {
            line += QStringLiteral("; ") +
                    ConsoleText::tr("%1 %2 was %3")
                        .arg(outcome.threshold.metric, outcome.threshold.expression,
                             outcome.actual ? QLocale().toString(*outcome.actual, 'g', 6)
                                            : ConsoleText::tr("not measurable"));
        }
    }
    return line;
}

} // namespace

QString verdictBlock(const RunRecord &record, bool color)
{
    const VerdictText verdict = verdictText(record);
    const QString word = verdict.word.toUpper();
    const QString first = word + QStringLiteral("   ");
    QString block = wrapped(verdict.sentence, first);
    if (const QString ledger = ledgerLine(record); !ledger.isEmpty()) {
        block += wrapped(ledger, text::padded(QString(), text::columnsOf(first)));
    }
    if (color) {
        // Bold alone: the words carry the meaning.
        block.replace(0, word.size(), QStringLiteral("\x1b[1m%1\x1b[0m").arg(word));
    }
    return block;
}

namespace {

/// The first rows of a check as a table; where that is too wide, each with the names of its cells.
QString rowsBlock(const CheckResult &check)
{
    const QString indent(kLabelWidth, QLatin1Char(' '));
    QList<QStringList> rows = {check.columns};
    QString listed;
    for (const QVariantList &row : check.rows.mid(0, kRowsShown)) {
        QStringList cells;
        QStringList named;
        for (qsizetype i = 0; i < row.size(); ++i) {
            cells << cellText(row[i]);
            named << QStringLiteral("%1 %2").arg(check.columns.value(i), cells.constLast());
        }
        rows.append(cells);
        listed += wrapped(named.join(QStringLiteral(", ")), indent);
    }
    QString block;
    const QStringList lines = table(rows, 2).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (text::columnsOf(line) > kSummaryWidth - kLabelWidth) {
            return listed;
        }
        block += indent + line + QLatin1Char('\n');
    }
    return block;
}

} // namespace

QString findingsBlock(const RunRecord &record)
{
    QString block;
    const QList<CheckResult> findings =
        record.audit ? record.audit->findings() : QList<CheckResult>();
    for (const CheckResult &check : findings) {
        block += QLatin1Char('\n') +
                 wrapped(QStringLiteral("%1 (%2)").arg(check.title, check.id),
                         text::padded(ConsoleText::tr("broken"), kLabelWidth)) +
                 wrapped(check.explanation, QString(kLabelWidth, QLatin1Char(' ')));
        if (!check.proof.isEmpty()) {
            block += wrapped(check.proof, QString(kLabelWidth, QLatin1Char(' ')));
        }
        block += rowsBlock(check);
        if (check.rowCount > kRowsShown) {
            block += QString(kLabelWidth, QLatin1Char(' ')) +
                     ConsoleText::tr("… %1 in all").arg(count(check.rowCount)) + QLatin1Char('\n');
        }
    }
    return block;
}

QString couponsBlock(const RunRecord &record)
{
    const TableBlock coupons =
        record.audit ? couponTable(*record.audit, CouponFindings::Counted) : TableBlock();
    return coupons.rows.isEmpty()
               ? QString()
               : QLatin1Char('\n') + table(QList<QStringList>{coupons.head} + coupons.rows, 2);
}

/// "race, duplicates, sold out, 9 more"; "5 explanations" where it is none of those three.
QString shortNames(const QList<Hypothesis> &hypotheses)
{
    QStringList names;
    const std::pair<const char *, QString> shown[] = {
        {"race", ConsoleText::tr("race")},
        {"duplicates", ConsoleText::tr("duplicates")},
        {"sold-out", ConsoleText::tr("sold out")},
    };
    for (const auto &[id, name] : shown) {
        for (const Hypothesis &hypothesis : hypotheses) {
            if (hypothesis.id == QLatin1String(id)) {
                names << name;
            }
        }
    }
    if (names.isEmpty()) {
        return text::plural(hypotheses.size(), ConsoleText::tr("%1 explanation"),
                            ConsoleText::tr("%1 explanations"))
            .arg(count(hypotheses.size()));
    }
    if (hypotheses.size() > names.size()) {
        names << ConsoleText::tr("%1 more").arg(count(hypotheses.size() - names.size()));
    }
    return names.join(QStringLiteral(", "));
}

/// Of a stock that is wrong what cannot be told apart is worth as much as a cause.
bool saysWhatItMayBe(const RunRecord &record, const Hypothesis &hypothesis)
{
    const QList<CheckResult> findings =
        record.audit ? record.audit->findings() : QList<CheckResult>();
    return hypothesis.id == QLatin1String("race") &&
           std::any_of(findings.begin(), findings.end(),
                       [](const CheckResult &check) { return isStockFinding(check.id); });
}

QString whyBlock(const RunRecord &record)
{
    const Diagnosis &diagnosis = record.diagnosis;
    constexpr int kVerdictWidth = 14;
    QString block;
    const auto add = [&block](const QString &verdict, const QString &words) {
        const QString label = block.isEmpty() ? ConsoleText::tr("why") : QString();
        block +=
            wrapped(words, text::padded(label, kLabelWidth) + text::padded(verdict, kVerdictWidth));
    };
    QString verdict = ConsoleText::tr("explains it");
    const QList<Hypothesis> explaining = diagnosis.with(HypothesisVerdict::Explains);
    for (const Hypothesis &hypothesis : explaining) {
        QString statement = hypothesis.statement;
        statement[0] = statement[0].toLower();
        add(verdict, statement + QStringLiteral(": ") + hypothesis.evidence);
        verdict.clear();
    }
    for (const Hypothesis &hypothesis : diagnosis.with(HypothesisVerdict::Undecided)) {
        if (saysWhatItMayBe(record, hypothesis)) {
            add(ConsoleText::tr("cannot tell"), hypothesis.evidence);
        }
    }
    const QList<Hypothesis> ruledOut = diagnosis.with(HypothesisVerdict::RuledOut);
    if (!ruledOut.isEmpty()) {
        add(ConsoleText::tr("ruled out"), shortNames(ruledOut));
    }
    return block;
}

QString auditLine(const RunRecord &record)
{
    if (!record.audit) {
        return ConsoleText::tr("not made. %1").arg(record.auditError);
    }
    const AuditReport &audit = *record.audit;
    const auto broken = audit.findings().size();
    const auto warnings = audit.warnings().size();
    const auto groundMissing =
        audit.countOf(CheckVerdict::Fail) - static_cast<int>(broken + warnings);
    QStringList parts = {ConsoleText::tr("%1 held").arg(count(audit.countOf(CheckVerdict::Pass)))};
    const auto add = [&parts](std::int64_t n, const QString &text) {
        if (n > 0) {
            parts << text.arg(count(n));
        }
    };
    add(broken, ConsoleText::tr("%1 broken"));
    add(warnings,
        text::plural(warnings, ConsoleText::tr("%1 warning"), ConsoleText::tr("%1 warnings")));
    add(groundMissing, ConsoleText::tr("%1 missing as ground"));
    add(audit.countOf(CheckVerdict::Inconclusive), ConsoleText::tr("%1 cannot be told"));
    add(audit.countOf(CheckVerdict::Skipped), ConsoleText::tr("%1 not applicable"));
    return ConsoleText::tr("%1 checks: %2")
        .arg(count(audit.checks.size()), parts.join(QStringLiteral(", ")));
}

QString summaryText(const RunRecord &record, const SummaryOptions &options)
{
    QString out = headLine(record) + QLatin1Char('\n') + verdictBlock(record, options.color);
    out += findingsBlock(record) + couponsBlock(record) + QLatin1Char('\n') + figuresBlock(record) +
           QLatin1Char('\n');
    if (const QString remark = predictionRemark(record); !remark.isEmpty()) {
        out += wrapped(remark) + QLatin1Char('\n');
    }
    if (const QString sentence = loadTesterSentence(record); !sentence.isEmpty()) {
        out += wrapped(sentence) + QLatin1Char('\n');
    }
    for (const PredictionNote &note : record.prediction.notes) {
        if (note.code == QLatin1String("limit-impossible")) {
            out += labelled(ConsoleText::tr("note"), note.text);
        }
    }
    for (const QString &remark : record.environment.remarks) {
        out += labelled(ConsoleText::tr("note"), remark);
    }
    QString faultLabel = ConsoleText::tr("faults");
    for (const InjectedFault &fault : record.faults) {
        out += labelled(std::exchange(faultLabel, QString()), faultSentence(fault));
    }
    if (const QString doubt = doubtSentence(record); !doubt.isEmpty()) {
        out += labelled(ConsoleText::tr("in doubt"), doubt);
    }
    for (const QString &reason : record.generator.reasons) {
        out += labelled(ConsoleText::tr("note"),
                        ConsoleText::tr("Speed figures not to be trusted: %1 Integrity is not "
                                        "affected.")
                            .arg(reason));
    }
    // These two are set in columns, which wrapping would close up.
    const auto inColumns = [](const QString &label, const QString &columns) {
        return text::padded(label, kLabelWidth) + columns + QLatin1Char('\n');
    };
    out += whyBlock(record);
    out += labelled(ConsoleText::tr("audit"), auditLine(record));
    QString label = ConsoleText::tr("latency");
    for (const QString &line : latencyLines(record)) {
        out += inColumns(std::exchange(label, QString()), line);
    }
    out += inColumns(ConsoleText::tr("rate"), rateLine(record));
    if (!record.allRounds.empty()) {
        out += labelled(ConsoleText::tr("rounds"), roundsLine(record));
    }
    out += labelled(ConsoleText::tr("limits"), limitsLine(record));
    if (!options.again.isEmpty()) {
        out += inColumns(ConsoleText::tr("again"), options.again);
        for (const QString &need : repeatNeeds(record.scenario)) {
            out += labelled(QString(), need);
        }
    }
    return out;
}

QString verdictLine(const RunRecord &record)
{
    const VerdictText verdict = verdictText(record);
    return QStringLiteral("%1   %2\n").arg(verdict.word.toUpper(), verdict.sentence);
}

} // namespace stampede
