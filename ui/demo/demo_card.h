// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"
#include "ui/demo/demo_steps.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace stampede {

/// What can be done on a card of the demo.
enum class DemoAction
{
    RunStep,
    Skip, ///< the replay
    Next,
    Race,
    EveryOrder, ///< in which two such requests can meet
    RunAgain,
    Pause,
    PrivateServer,
    Encore,
    Leave
};

/// One line of the table of what must come out and what came.
struct DemoRow
{
    QString name;
    QString must;
    QString came; ///< empty before the run
    bool fits = true;
};

/// What came of a step, in words.
struct DemoOutcome
{
    QString words;             ///< rich text
    QString meaning;           ///< what it means; empty where it means nothing
    QList<DemoAction> actions; ///< what to do about it, beside going on
    bool isAsMeant = false;    ///< the step has shown what it is there to show
};

/// The lines of the table: each outcome that may come or came, and what is left. Without a record
/// what came is empty.
QList<DemoRow> demoRows(const Prediction &must, const RunRecord *record);

/// What is to be said of that run of that step (0…4). `slowness`: how many times slower it was
/// shown, 0 where it was not.
DemoOutcome demoOutcome(int step, const RunRecord &record, int slowness);

/// The same of the encore's two runs.
DemoOutcome demoEncoreOutcome(const RunRecord &first, const RunRecord &second);

/// Whether every answer was given equally often in both.
bool sameAnswers(const RunRecord &first, const RunRecord &second);

} // namespace stampede
