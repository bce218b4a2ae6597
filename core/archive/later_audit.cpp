// SPDX-License-Identifier: MIT
#include "archive/later_audit.h"

#include "archive/archive_text.h"

#include "record/history_frame.h"
#include "record/verdict.h"
#include "scenario/classify_setting.h"

#include <QCoreApplication>

#include <algorithm>

namespace stampede {

namespace {

/// The id of a run that came later to the same coupon; empty where the archive has none.
Result<QString, QString> laterRunOf(Archive &archive, const RunRecord &run)
{
    const auto runs = archive.list();
    if (!runs) {
        return Failure{runs.error()};
    }
    const TargetSettings &target = run.scenario.target;
    for (const RunSummary &other : runs.value()) {
        if (other.startedAt <= run.startedAt || other.id == run.id) {
            continue;
        }
        const auto record = archive.read(other.id, Archive::History::Leave);
        if (record && record.value().scenario.target.url == target.url &&
            record.value().scenario.target.couponId == target.couponId) {
            return other.shortId();
        }
    }
    return QString();
}

} // namespace

Result<KeptAnswers, QString> keptAnswers(Archive &archive, const QString &id)
{
    auto record = archive.read(id, Archive::History::Read);
    if (!record) {
        return Failure{record.error()};
    }
    auto history = historyOf(record.value());
    if (!history) {
        return Failure{history.error()};
    }
    record.value().history.reset();
    return KeptAnswers{std::move(history).value(), std::move(record).value()};
}

RowsOfRun rowsOf(const Scenario &scenario, const QString &database)
{
    const TargetSettings &target = scenario.target;
    if (target.kind != TargetKind::Http) {
        return {};
    }
    RowsOfRun rows{.profile = {}, .database = {}, .settle = target.audit.settle};
    if (target.audit.rows == TargetRows::Profile) {
        rows.profile = profilePlace(target);
        rows.database = target.audit.database;
    } else if (target.audit.rows == TargetRows::Serve) {
        rows.database = database;
    }
    return rows;
}

QString whyOfAnotherRun(Archive &archive, const RunRecord &run)
{
    const TargetSettings &target = run.scenario.target;
    const bool isServe = target.audit.rows == TargetRows::Serve;
    const bool isReset =
        std::any_of(target.steps.begin(), target.steps.end(),
                    [](const StepSettings &step) { return step.each == StepEach::Round; });
    if (target.kind != TargetKind::Http || !(isServe || isReset)) {
        return {};
    }
    const auto made = static_cast<int>(run.allRounds.size());
    if (run.round < made) {
        return ArchiveText::tr("The kept round, %1 of %2, was followed by another, before which "
                               "the service was reset: its tables hold the rows of that one, so "
                               "this round cannot be judged by them any more. `stampede-cli "
                               "verify %3` judges it by what was kept.")
            .arg(QString::number(run.round), QString::number(made), run.shortId());
    }
    const auto later = laterRunOf(archive, run);
    if (!later || later.value().isEmpty()) {
        return {};
    }
    if (!isServe) {
        return ArchiveText::tr("The run %1 came to the same service later, and a step resets "
                               "that service before each round: its tables may hold the rows of "
                               "another run, so this one cannot be judged by them any more. "
                               "`stampede-cli verify %2` judges it by what was kept.")
            .arg(later.value(), run.shortId());
    }
    return ArchiveText::tr("The run %1 came to the same service later and filled its tables "
                           "anew: they hold the rows of another run, so this one cannot be "
                           "judged by them any more. `stampede-cli verify %2` judges it by what "
                           "was kept.")
        .arg(later.value(), run.shortId());
}

void remarkWhatTheRunLacked(const RunRecord &run, RunRecord &audit)
{
    if (run.answersOnly()) {
        audit.environment.remarks << ArchiveText::tr(
            "The run looked at answers only: nobody is taken to have held "
            "the coupon before it.");
    }
}

QString keepLaterVerdict(Archive &archive, const RunRecord &run, const RunRecord &audit)
{
    if (run.scenario.target.kind != TargetKind::Http) {
        return {};
    }
    const auto notKept = [](const QString &why) {
        return ArchiveText::tr("This verdict was not kept with the run: %1").arg(why);
    };
    const auto later = laterRunOf(archive, run);
    if (!later) {
        return notKept(later.error());
    }
    if (!later.value().isEmpty()) {
        return notKept(ArchiveText::tr("the run %1 came to the same coupon later, and what it "
                                       "wrote cannot be told apart.")
                           .arg(later.value()));
    }
    LaterVerdict verdict;
    verdict.at = audit.finishedAt;
    verdict.verdict = audit.verdict; // of the rows; limits and speed are the run's affair
    verdict.findings = static_cast<int>(audit.audit->findings().size());
    verdict.sentence = verdictText(audit).sentence;
    if (const auto kept = archive.judgeAgain(run.id, verdict); !kept) {
        return notKept(kept.error());
    }
    return ArchiveText::tr("Kept with the run %1: judged again at %2, %3; at the run: %4.")
        .arg(run.shortId(), verdict.at.toLocalTime().toString(QStringLiteral("HH:mm")),
             verdictWord(verdict.verdict), verdictWord(run.verdict));
}

} // namespace stampede
