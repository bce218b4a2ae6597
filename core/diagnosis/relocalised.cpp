// SPDX-License-Identifier: MIT
#include "diagnosis/relocalised.h"

#include "record/audit_words.h"
#include "record/check_title.h"
#include "record/run_figures.h"
#include "text/language.h"

#include <algorithm>

namespace stampede {

namespace {

bool isToldHere(const RunRecord &record)
{
    return record.audit && record.audit->language == codeOf(spokenLanguage());
}

/// Those of the same code take their turns.
void retellNotes(RunRecord &record)
{
    QList<PredictionNote> now =
        notesOf(record.scenario, record.prediction, record.startedAt.toMSecsSinceEpoch()) +
        judgeThresholdsBeforehand(record.scenario, record.prediction);
    for (PredictionNote &note : record.prediction.notes) {
        const auto same = std::find_if(
            now.begin(), now.end(), [&note](const auto &each) { return each.code == note.code; });
        if (same != now.end()) {
            note.text = same->text;
            now.erase(same);
        }
    }
}

void retellGenerator(RunRecord &record)
{
    GeneratorFigures then = record.generator;
    record.generator.valid = true;
    record.generator.reasons.clear();
    judgeGenerator(record);
    if (record.generator.valid != then.valid ||
        record.generator.reasons.size() != then.reasons.size()) {
        record.generator = std::move(then);
    }
}

void retellDiagnosis(RunRecord &record)
{
    Diagnosis now = diagnosisOf(record);
    const QList<Hypothesis> &then = record.diagnosis.hypotheses;
    const bool same = std::equal(now.hypotheses.begin(), now.hypotheses.end(), then.begin(),
                                 then.end(), [](const Hypothesis &a, const Hypothesis &b) {
                                     return a.id == b.id && a.verdict == b.verdict;
                                 });
    if (same) {
        record.diagnosis = std::move(now);
    }
}

} // namespace

std::shared_ptr<const RunRecord> relocalised(std::shared_ptr<const RunRecord> record)
{
    if (!record || !record->history || record->history->size() > kMostSaidTwice ||
        isToldHere(*record)) {
        return record;
    }
    auto told = std::make_shared<RunRecord>(*record);
    if (told->audit) {
        for (CheckResult &check : told->audit->checks) {
            check.title = titleOf(check);
        }
        tellAuditIn(*told->audit, codeOf(spokenLanguage()));
    }
    retellNotes(*told);
    retellGenerator(*told);
    retellDiagnosis(*told);
    return told;
}

} // namespace stampede
