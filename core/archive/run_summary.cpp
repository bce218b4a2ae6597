// SPDX-License-Identifier: MIT
#include "archive/run_summary.h"

#include "archive/archive_text.h"

#include "text/number_text.h"

#include <QCoreApplication>

namespace stampede {

namespace {

std::int64_t counted(const RunRecord &record, Outcome outcome)
{
    return static_cast<std::int64_t>(record.outcomes.of(outcome));
}

QString heldVerdict(const RunSummary &run)
{
    const QString held =
        run.answersOnly ? ArchiveText::tr("held, answers only") : ArchiveText::tr("held");
    return run.warnings == 0 ? held
                             : text::plural(run.warnings, ArchiveText::tr("%2, %1 warning"),
                                            ArchiveText::tr("%2, %1 warnings"))
                                   .arg(text::count(run.warnings), held);
}

QString ownVerdict(const RunSummary &run)
{
    switch (run.verdict) {
    case RunVerdict::Violation:
        return ArchiveText::tr("broken (%1)").arg(text::count(run.findings));
    case RunVerdict::Inconclusive:
        return ArchiveText::tr("not decided");
    case RunVerdict::Invalid:
        return ArchiveText::tr("nothing measured");
    case RunVerdict::Aborted:
        return ArchiveText::tr("ended early");
    case RunVerdict::Thresholds:
        return ArchiveText::tr("limit missed");
    case RunVerdict::Pass:
        return heldVerdict(run);
    }
    return {};
}

} // namespace

RunSummary summaryOf(const RunRecord &record)
{
    RunSummary summary;
    summary.id = record.id;
    summary.startedAt = record.startedAt;
    summary.scenario = record.scenario.name;
    if (record.scenario.target.kind == TargetKind::InProcess) {
        const ServiceSettings &service = record.scenario.service;
        summary.strategy = service.strategy;
        if (service.strategy == StrategyKind::Pessimistic) {
            summary.layers = service.layers;
        }
    }
    summary.answersOnly = record.answersOnly();
    summary.verdict = record.verdict;
    if (record.audit) {
        summary.findings = static_cast<int>(record.audit->findings().size());
        summary.warnings = static_cast<int>(record.audit->warnings().size());
    }
    summary.rounds = record.rounds;
    summary.requests = static_cast<std::int64_t>(record.outcomes.total());
    summary.issued = counted(record, Outcome::Issued);
    summary.alreadyIssued = counted(record, Outcome::AlreadyIssued);
    summary.outOfStock = counted(record, Outcome::OutOfStock);
    const LatencyFigures &issued = record.service.byOutcome[indexOf(Outcome::Issued)];
    if (issued.count > 0) {
        summary.issuedP95Ns = issued.p95Ns;
    }
    return summary;
}

QString shortVerdict(const RunSummary &run)
{
    if (run.judgedAgain.isEmpty()) {
        return ownVerdict(run);
    }
    RunSummary now = run;
    now.verdict = run.newestVerdict();
    now.findings = run.newestFindings();
    now.warnings = 0;
    now.answersOnly = false;
    return ArchiveText::tr("%1; at the run: %2").arg(ownVerdict(now), ownVerdict(run));
}

QString protectionMarks(const RunSummary &run)
{
    if (!run.layers) {
        return QStringLiteral("–");
    }
    QString marks;
    for (const bool on : {run.layers->rowLock, run.layers->duplicateCheck, run.layers->uniqueKey}) {
        marks += on ? QStringLiteral("▣") : QStringLiteral("▢");
    }
    return marks;
}

} // namespace stampede
