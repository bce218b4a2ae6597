// SPDX-License-Identifier: MIT
// What the demo shows at the moment.

#include "record/verdict.h"
#include "ui/demo/demo.h"

namespace stampede {

QList<DemoAction> Demo::actionsAfter(const DemoOutcome &outcome) const
{
    QList<DemoAction> actions;
    const bool isLast = m_step == kDemoSteps - 1;
    if (outcome.isAsMeant || !outcome.actions.contains(DemoAction::RunAgain)) {
        actions << (isLast ? DemoAction::Encore : DemoAction::Next) << DemoAction::RunStep;
    } else {
        actions << (isLast ? DemoAction::Encore : DemoAction::Next);
    }
    actions << outcome.actions;
    if (isLast) {
        actions << DemoAction::Leave;
    }
    const bool paused = m_pauses[static_cast<std::size_t>(m_step)];
    const bool isPrivate = m_session.host().url().kind == DatabaseUrl::Kind::Managed;
    actions.removeIf([&](DemoAction each) {
        return (each == DemoAction::Pause && paused) ||
               (each == DemoAction::PrivateServer && isPrivate);
    });
    return actions;
}

DemoCard Demo::card() const
{
    if (isEncore()) {
        return encoreCard();
    }
    const DemoStep &step = m_steps[m_step];
    DemoCard card;
    card.counter = tr("%1 of %2").arg(m_step + 1).arg(kDemoSteps);
    card.title = step.title;
    const bool isAfter = m_state == State::After && record();
    const RunRecord *after = isAfter ? record().get() : nullptr;
    card.rows =
        demoRows(after != nullptr ? after->prediction : demoPrediction(scenarioOfStep()), after);
    if (m_pauses[static_cast<std::size_t>(m_step)]) {
        card.remark = tr("With a pause of %1 ms between reading and writing.").arg(kPause.count());
    }
    switch (m_state) {
    case State::Before: {
        const auto notes = demoPrediction(step.scenario).notes;
        for (const PredictionNote &note : notes) {
            if (note.code == QLatin1String("limit-impossible")) {
                card.limit = note.text;
            }
        }
        card.words = m_trouble.isEmpty()
                         ? step.before
                         : tr("The run could not be made: %1").arg(m_trouble.toHtmlEscaped());
        card.actions = {DemoAction::RunStep,
                        m_step + 1 < kDemoSteps ? DemoAction::Next : DemoAction::Encore};
        break;
    }
    case State::Running:
        card.words = step.during;
        break;
    case State::Replaying:
        card.words = step.during;
        card.actions = {DemoAction::Skip};
        break;
    case State::After: {
        const DemoOutcome outcome = demoOutcome(m_step, *after, m_slowness);
        card.words = outcome.words;
        card.meaning = outcome.meaning;
        card.ledger = ledgerLine(*after);
        card.isBroken = after->verdict == RunVerdict::Violation;
        card.actions = actionsAfter(outcome);
        break;
    }
    }
    return card;
}

DemoCard Demo::encoreCard() const
{
    DemoCard card;
    card.counter = tr("Encore");
    card.title = m_encore.title;
    card.words = m_state == State::Running ? m_encore.during : m_encore.before;
    if (!m_trouble.isEmpty()) {
        card.words = tr("The run could not be made: %1").arg(m_trouble.toHtmlEscaped());
    }
    if (m_state == State::After) {
        const DemoOutcome outcome = demoEncoreOutcome(*m_encoreRuns[0], *m_encoreRuns[1]);
        card.words = outcome.words;
        card.meaning = outcome.meaning;
        card.ledger = ledgerLine(*m_encoreRuns[1]);
        card.isBroken = m_encoreRuns[1]->verdict == RunVerdict::Violation;
        card.actions = {DemoAction::Leave, DemoAction::RunStep};
    } else if (m_state == State::Before) {
        card.actions = {DemoAction::RunStep, DemoAction::Leave};
    }
    return card;
}

} // namespace stampede
