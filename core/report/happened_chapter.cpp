// SPDX-License-Identifier: MIT
#include "picture/chart_drawing.h"
#include "report/report_words.h"

#include "record/fault_text.h"
#include "text/number_text.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

using text::count;

TableBlock outcomesTable(const RunRecord &record)
{
    TableBlock table;
    table.head = QStringList{QString(), ReportText::tr("answers"), ReportText::tr("share")};
    const auto total = static_cast<std::int64_t>(record.outcomes.total());
    for (const Outcome outcome : kAllOutcomes) {
        std::int64_t n = static_cast<std::int64_t>(record.outcomes.of(outcome));
        if (outcome == Outcome::Unknown && record.notRecognised() > 0) {
            n -= record.notRecognised();
            table.rows.append(
                {outcomeName(outcome, UnknownReason::Unclassified), count(record.notRecognised()),
                 ReportText::tr("%1 %").arg(text::percent(record.notRecognised(), total))});
        }
        const bool always = outcome == Outcome::Issued || outcome == Outcome::AlreadyIssued ||
                            outcome == Outcome::OutOfStock;
        if (n > 0 || always) {
            const bool unanswered = outcome == Outcome::Unknown;
            table.rows.append({unanswered ? outcomeName(outcome) : outcomeLabel(record, outcome),
                               count(n), ReportText::tr("%1 %").arg(text::percent(n, total))});
        }
    }
    table.rows.append({ReportText::tr("all"), count(total), QString()});
    return table;
}

QString rate(double perSecond)
{
    return QLocale().toString(perSecond, 'f', perSecond < 10 ? 1 : 0);
}

TableBlock speedTable(const RunRecord &record)
{
    TableBlock table;
    table.figures = true;
    table.rows = {
        {ReportText::tr("Issued a second"), rate(record.throughput.issuedPerSecond)},
        {ReportText::tr("Answers a second"), rate(record.throughput.answersPerSecond)},
        {ReportText::tr("From the first request to the end of the last"),
         ReportText::tr("%1 s").arg(QLocale().toString(record.throughput.durationSeconds, 'f', 3))},
    };
    return table;
}

/// Both latencies of everything that was answered.
TableBlock latencyTable(const RunRecord &record)
{
    TableBlock table;
    table.head = QStringList{QString(),
                             ReportText::tr("answers"),
                             QStringLiteral("p50"),
                             QStringLiteral("p90"),
                             QStringLiteral("p95"),
                             QStringLiteral("p99"),
                             QStringLiteral("p99.9"),
                             ReportText::tr("max"),
                             ReportText::tr("mean")};
    const auto ms = [](std::int64_t ns) { return text::latencyMs(static_cast<double>(ns)); };
    const auto add = [&](const QString &name, const LatencyFigures &figures) {
        if (figures.count > 0) {
            table.rows.append({name, count(static_cast<std::int64_t>(figures.count)),
                               ms(figures.p50Ns), ms(figures.p90Ns), ms(figures.p95Ns),
                               ms(figures.p99Ns), ms(figures.p999Ns), ms(figures.maxNs),
                               text::latencyMs(figures.meanNs)});
        }
    };
    const auto addAll = [&](const LatencyTable &latency, const QString &measure) {
        for (const Outcome outcome : kAllOutcomes) {
            add(outcomeLabel(record, outcome) + QStringLiteral(", ") + measure,
                latency.byOutcome[indexOf(outcome)]);
        }
        add(ReportText::tr("all") + QStringLiteral(", ") + measure, latency.all);
    };
    addAll(record.service, ReportText::tr("service"));
    addAll(record.response, ReportText::tr("response"));
    return table;
}

TableBlock limitsTable(const RunRecord &record)
{
    TableBlock table;
    table.head = QStringList{ReportText::tr("limit"), ReportText::tr("came out"), QString()};
    for (const ThresholdOutcome &outcome : record.thresholds) {
        table.rows.append(
            {QStringLiteral("%1 %2").arg(outcome.threshold.metric, outcome.threshold.expression),
             outcome.actual ? QLocale().toString(*outcome.actual, 'g', 6)
                            : ReportText::tr("not measurable"),
             outcome.pass ? ReportText::tr("met") : ReportText::tr("missed")});
    }
    return table;
}

QString orNotTold(const std::optional<std::int64_t> &figure)
{
    return figure ? count(*figure) : ReportText::tr("not told");
}

std::optional<std::int64_t> inMilliseconds(const std::optional<std::int64_t> &us)
{
    return us ? std::optional<std::int64_t>(*us / 1'000) : std::nullopt;
}

TableBlock serverTable(const RunRecord &record)
{
    TableBlock table;
    const ServerCounters &counters = record.counters;
    table.rows = {{ReportText::tr("Waits for row locks"), orNotTold(counters.lockWaits)},
                  {ReportText::tr("Waited, ms in all"), orNotTold(counters.lockWaitMs)},
                  {ReportText::tr("Deadlocks"), orNotTold(counters.deadlocks)},
                  {ReportText::tr("Commits"), orNotTold(counters.commits)},
                  {ReportText::tr("Roll-backs"), orNotTold(counters.rollbacks)},
                  {ReportText::tr("Processor time of the server, ms"),
                   orNotTold(inMilliseconds(counters.cpuUs))},
                  {ReportText::tr("Further transactions after contention"),
                   record.scenario.target.kind == TargetKind::InProcess
                       ? count(record.retries)
                       : ReportText::tr("not told")}};
    return table;
}

QString issuedP95(const RoundFigures &round)
{
    const LatencyFigures &issued = round.service.byOutcome[indexOf(Outcome::Issued)];
    return issued.count == 0 ? QStringLiteral("–")
                             : text::latencyMs(static_cast<double>(issued.p95Ns));
}

TableBlock roundsTable(const RunRecord &record)
{
    TableBlock table;
    table.head = QStringList{ReportText::tr("round"),          ReportText::tr("verdict"),
                             ReportText::tr("issued"),         ReportText::tr("already issued"),
                             ReportText::tr("out of stock"),   ReportText::tr("issued/s"),
                             ReportText::tr("p95 issued, ms"), ReportText::tr("drift")};
    constexpr std::size_t kMostRounds = 100;
    const auto told = [](const RoundFigures &round, Outcome outcome) {
        return count(static_cast<std::int64_t>(round.outcomes.of(outcome)));
    };
    for (std::size_t i = 0; i < std::min(record.allRounds.size(), kMostRounds); ++i) {
        const RoundFigures &round = record.allRounds[i];
        table.rows.append({ReportText::tr("%1 (seed %2)")
                               .arg(QString::number(i + 1), QString::number(round.seed)),
                           runVerdictKey(round.verdict), told(round, Outcome::Issued),
                           told(round, Outcome::AlreadyIssued), told(round, Outcome::OutOfStock),
                           rate(round.throughput.issuedPerSecond), issuedP95(round),
                           round.state && round.state->drift ? count(*round.state->drift)
                                                             : ReportText::tr("not known")});
    }
    return table;
}

/// What was done to the run, and how what was in doubt came out.
ListBlock faultsList(const RunRecord &record)
{
    ListBlock list;
    for (const InjectedFault &fault : record.faults) {
        list.items << faultSentence(fault);
    }
    const QString doubt = doubtSentence(record);
    list.items << (doubt.isEmpty() ? ReportText::tr("No answer stayed unknown.") : doubt);
    return list;
}

} // namespace

QList<Block> happenedBlocks(const RunRecord &record)
{
    QList<Block> blocks;
    blocks << SubHeading{ReportText::tr("Answers")} << outcomesTable(record);
    blocks << SubHeading{ReportText::tr("Speed")} << speedTable(record);
    if (!record.generator.valid) {
        blocks << Paragraph{ReportText::tr("Speed figures not to be trusted: %1 Integrity is not "
                                           "affected.")
                                .arg(record.generator.reasons.join(QLatin1Char(' '))),
                            Tone::Strong};
    }
    if (!record.faults.empty()) {
        blocks << SubHeading{ReportText::tr("Faults on purpose")} << faultsList(record);
    }
    if (!record.timeline.buckets.empty()) {
        std::vector<Picture> charts = {issuedAndLeft(record), answersByOutcome(record),
                                       latencyOfAnswers(record), requestsUnderWay(record),
                                       answersASecond(record)};
        if (std::optional<Picture> errors = errorsByKind(record)) {
            charts.push_back(std::move(*errors));
        }
        for (const Picture &chart : charts) {
            blocks << chart;
        }
    }
    if (record.service.all.count > 0) {
        blocks << SubHeading{ReportText::tr("Latency, ms")} << latencyTable(record)
               << Paragraph{ReportText::tr("Service time: from sending to the answer. Response "
                                           "time: from the moment the request was due."),
                            Tone::Muted};
    }
    if (!record.allRounds.empty()) {
        blocks << SubHeading{ReportText::tr("Rounds")} << roundsTable(record);
    }
    blocks << SubHeading{ReportText::tr("Limits")};
    if (record.thresholds.isEmpty()) {
        blocks << Paragraph{ReportText::tr("The scenario sets none.")};
    } else {
        blocks << limitsTable(record);
    }
    blocks << SubHeading{ReportText::tr("The server's counters")} << serverTable(record);
    if (const QString note = countersNote(record); !note.isEmpty()) {
        blocks << Paragraph{note, Tone::Muted};
    }
    return blocks;
}

} // namespace stampede
