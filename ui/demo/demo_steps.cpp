// SPDX-License-Identifier: MIT
#include "ui/demo/demo_steps.h"

#include "base/check.h"
#include "scenario/presets.h"
#include "scenario/scenario_reader.h"
#include "text/number_text.h"

#include <QDateTime>

namespace stampede {

namespace {

using text::count;

/// A preset as it came with the program, never a file of that name.
Scenario presetCopy(const char *id, const QList<Override> &changes = {})
{
    const QString name = QString::fromLatin1(id);
    auto read = readScenario(presetFile(name), name, changes);
    STAMPEDE_CHECK(read.ok());
    return std::move(read).value();
}

DemoStep failedStep()
{
    DemoStep step;
    step.scenario = presetCopy("single-user");
    const Prediction must = demoPrediction(step.scenario);
    step.title = DemoText::tr("\"99.9 % failed\"");
    step.before =
        DemoText::tr("One load script, one user id, %1 requests. A load tester will call %2 of "
                     "them failed. Before we press Run, this is what must come out: %3 issued, %2 "
                     "already issued, %4 left.")
            .arg(count(step.scenario.plannedRequests()), rangeText(must.alreadyIssued),
                 rangeText(must.issued), rangeText(must.remaining));
    step.during = DemoText::tr("One blue mark at the left edge. Everything after it is grey: \"you "
                               "have it already\".");
    return step;
}

DemoStep exactlyStep()
{
    DemoStep step;
    step.scenario = presetCopy(
        "hundred-users", {{QStringLiteral("thresholds.issued"), QStringLiteral("count==200")}});
    const Prediction must = demoPrediction(step.scenario);
    step.title = DemoText::tr("\"Exactly 200 will be issued\"");
    step.before =
        DemoText::tr("So the script was mended: a hundred people, two hundred coupons. The team "
                     "wrote down: exactly 200 will be issued. Look at the limit in the scenario, "
                     "before anything runs: <i>can never be met: issued will be %1.</i> A hundred "
                     "people, one each.")
            .arg(rangeText(must.issued));
    step.during = DemoText::tr("Blue stops at the dashed line. The stock does not go below it.");
    return step;
}

DemoStep lockedStep()
{
    DemoStep step;
    step.scenario = presetCopy("latch-100-vs-10");
    step.onHotRow = true;
    step.title = DemoText::tr("A hundred hands, ten coupons");
    step.before = DemoText::tr("Now a real fight. A hundred people wait behind one gate. Ten "
                               "coupons. The gate opens for all at once. The row lock is on.");
    step.during = DemoText::tr("Each bar is a person. Hatched: waiting. Solid: holding the row. "
                               "Only one is solid at any moment.");
    return step;
}

DemoStep unlockedStep()
{
    DemoStep step;
    step.scenario = presetCopy(
        "latch-100-vs-10", {{QStringLiteral("service.layers.rowLock"), QStringLiteral("false")}});
    step.title = DemoText::tr("The same crowd, no lock");
    step.scenario.name = step.title;
    step.onHotRow = true;
    step.isToBreak = true;
    const Prediction must = demoPrediction(step.scenario);
    step.before = DemoText::tr("One switch. Same people, same ten coupons, unique key still on. "
                               "What do you expect? The prediction says: at least %1, at most %2, "
                               "and the stock will not add up.")
                      .arg(count(must.issued.min), count(must.issued.max.value_or(0)));
    step.during =
        DemoText::tr("Nobody waits before reading. Bar after bar says \"%1\"; the hatching comes "
                     "only when they write.")
            .arg(count(step.scenario.coupon.stock));
    return step;
}

DemoStep openStep()
{
    DemoStep step;
    step.scenario = presetCopy("open-door");
    step.isToBreak = true;
    step.title = DemoText::tr("The greenest run");
    step.before =
        DemoText::tr("Back to the crowd of step 2, with everything off: no lock, no "
                     "check, no key. %1 coupons, %2 requests.")
            .arg(count(step.scenario.coupon.stock), count(step.scenario.plannedRequests()));
    step.during = DemoText::tr("Blue from edge to edge.");
    return step;
}

} // namespace

Prediction demoPrediction(const Scenario &scenario)
{
    Prediction prediction = predict(scenario, QDateTime::currentMSecsSinceEpoch());
    prediction.notes += judgeThresholdsBeforehand(scenario, prediction);
    return prediction;
}

QList<DemoStep> demoSteps()
{
    return {failedStep(), exactlyStep(), lockedStep(), unlockedStep(), openStep()};
}

DemoEncore demoEncore()
{
    DemoEncore encore;
    encore.title = DemoText::tr("Same answers, different truth");
    encore.scenarios = {presetCopy("hundred-users"), presetCopy("quiet-damage")};
    encore.before = DemoText::tr("The same people ask the same questions twice: once with the row "
                                 "lock, once without it. First compare what they were answered, "
                                 "then what the database holds.");
    encore.during = DemoText::tr("Two runs, one after the other.");
    return encore;
}

} // namespace stampede
