// SPDX-License-Identifier: MIT
#pragma once

#include "prediction/prediction.h"
#include "scenario/scenario.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace stampede {

/// The words of the guided demo.
struct DemoText
{
    Q_DECLARE_TR_FUNCTIONS(DemoText)
};

/// One step of the guided demo: what it runs, on a copy of its own, and what is said before and
/// while it runs.
struct DemoStep
{
    QString title;
    QString before; ///< rich text
    QString during;
    Scenario scenario;
    bool onHotRow = false;  ///< its picture is the hot row's, else the live page's
    bool isToBreak = false; ///< damage is what it is about
};

inline constexpr int kDemoSteps = 5;

/// The five steps in their order.
QList<DemoStep> demoSteps();

/// "Same answers, different truth": run one after the other.
struct DemoEncore
{
    QString title;
    QString before;
    QString during;
    QList<Scenario> scenarios; ///< the one that holds, and the one that does not
};
DemoEncore demoEncore();

/// What must come out of a scenario, remarks on its limits among the notes.
Prediction demoPrediction(const Scenario &scenario);

} // namespace stampede
