// SPDX-License-Identifier: MIT
#pragma once

#include "measure/recorder.h"
#include "prediction/prediction.h"
#include "record/run_record.h"
#include "scenario/scenario.h"
#include "ui/look/theme.h"

#include <QList>
#include <QString>

#include <array>

namespace stampede {

/// One of the three figures on the stage.
struct StageFigure
{
    QString figure;
    QString caption;
};
using StageFigures = std::array<StageFigure, 3>;

/// The sentence under the picture and its mark.
struct StageSentence
{
    QString icon; ///< empty for none
    QColor Theme::*color = &Theme::text;
    QString words;
};

/// "Row lock ON" …; empty with a service of somebody else.
struct StageProtection
{
    QString words;
    bool on = true;
};
QList<StageProtection> stageProtections(const Scenario &scenario);

/// Before anything runs: what there is, and what must come out of it.
StageFigures stagePromise(const Scenario &scenario, const Prediction &prediction);
StageSentence stagePromiseSentence(const Prediction &prediction);
/// What is so at a moment of a run.
/// `scenario`: of the run that goes on or was made.
StageFigures stageMoment(const Scenario &scenario, const LiveSnapshot &moment);
/// What came of it, from the rows.
StageFigures stageResult(const RunRecord &record);
StageSentence stageResultSentence(const RunRecord &record);

} // namespace stampede
