// SPDX-License-Identifier: MIT
#include "ui/demo/demo.h"

#include <QTimer>

namespace stampede {

Demo::Demo(Session &session, Replay &replay, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_replay(replay)
    , m_steps(demoSteps())
    , m_encore(demoEncore())
{
    connect(&m_session, &Session::runStarted, this, &Demo::beginRun);
    connect(&m_session, &Session::runEnded, this, &Demo::endRun);
    connect(&m_replay, &Replay::stateChanged, this, &Demo::followReplay);
    connect(&m_replay, &Replay::replaced, this, &Demo::followReplay);
}

Demo::~Demo()
{
    m_session.setStandIn(std::nullopt);
}

QString Demo::titleOf(int step) const
{
    return step == kEncore ? m_encore.title : m_steps[step].title;
}

Page Demo::page() const
{
    return !isEncore() && m_steps[m_step].onHotRow ? Page::HotRow : Page::Live;
}

std::shared_ptr<const RunRecord> Demo::record() const
{
    return isEncore() ? m_encoreRuns[1] : m_runs[static_cast<std::size_t>(m_step)];
}

bool Demo::isDone(int step) const
{
    return step == kEncore ? m_encoreRuns[1] != nullptr
                           : m_runs[static_cast<std::size_t>(step)] != nullptr;
}

Scenario Demo::scenarioOfStep() const
{
    if (isEncore()) {
        return m_encore.scenarios[static_cast<int>(m_encoreRun)];
    }
    Scenario scenario = m_steps[m_step].scenario;
    if (m_pauses[static_cast<std::size_t>(m_step)]) {
        scenario.service.pause = kPause;
    }
    return scenario;
}

void Demo::open()
{
    if (!m_open) {
        m_open = true;
        enter(m_step, State::Before);
    }
}

void Demo::close()
{
    if (!m_open) {
        return;
    }
    m_open = false;
    if (m_state == State::Replaying) {
        m_replay.finish();
    }
    m_state = State::Before;
    if (isEncore()) {
        m_step = 0; // it was seen to its end
    }
    m_session.setStandIn(std::nullopt);
    m_session.closeOpened();
    restoreDatabase();
    Q_EMIT changed();
}

void Demo::enter(int step, State state)
{
    if (m_state == State::Replaying) {
        m_replay.finish();
    }
    m_step = step;
    m_trouble.clear();
    m_encoreRun = 0;
    m_session.setStandIn(scenarioOfStep());
    setState(state);
    if (state == State::Before) {
        m_session.closeRecord(); // the figures of another step are not this one's
    }
    Q_EMIT pageWanted(page());
}

void Demo::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void Demo::jumpTo(int step)
{
    if (m_open && !m_session.isRunning() && step != m_step) {
        enter(step, State::Before);
    }
}

void Demo::run()
{
    if (!m_open || !m_session.mayRun()) {
        return;
    }
    m_encoreRun = 0;
    m_session.setStandIn(scenarioOfStep());
    m_session.run();
}

void Demo::beginRun()
{
    // Whoever pressed Run, what runs is the scenario of this step.
    if (m_open) {
        m_trouble.clear();
        m_slowness = 0;
        setState(State::Running);
    }
}

void Demo::endRun()
{
    if (!m_open) {
        restoreDatabase();
        return;
    }
    if (m_state != State::Running) { // one that went on when the demo was opened
        Q_EMIT changed();
        return;
    }
    if (m_session.fault()) {
        m_trouble = m_session.fault()->message;
        setState(State::Before);
        return;
    }
    // After every page, and the replay, has taken it in.
    QTimer::singleShot(0, this, [this, record = m_session.latest()] {
        if (m_open && m_state == State::Running && !m_session.isRunning()) {
            take(record);
        }
    });
}

void Demo::take(const std::shared_ptr<const RunRecord> &record)
{
    if (isEncore()) {
        m_encoreRuns[m_encoreRun] = record;
        const bool goesOn = m_encoreRun == 0 && !record->endedEarly && m_session.mayRun();
        if (goesOn) {
            runEncore();
            return;
        }
        const bool isWhole = m_encoreRun == 1;
        m_encoreRuns[1] = record;
        setState(State::After);
        if (isWhole) {
            Q_EMIT truthWanted();
        }
        return;
    }
    m_runs[static_cast<std::size_t>(m_step)] = record;
    Q_EMIT pageWanted(page());
    if (m_reducedMotion || record->endedEarly || m_session.record() != record) {
        setState(State::After);
        return;
    }
    playSlowly();
}

void Demo::runEncore()
{
    m_encoreRun = 1;
    m_session.setStandIn(scenarioOfStep());
    m_session.run();
}

void Demo::playSlowly()
{
    if (!m_replay.isPossible()) {
        setState(State::After);
        return;
    }
    m_replay.playWithin(kReplayLength);
    m_slowness = m_replay.slowness();
    setState(State::Replaying);
}

void Demo::replayAgain()
{
    if (m_state == State::After && !isEncore()) {
        if (m_session.record() != record()) {
            m_session.open(record());
        }
        playSlowly();
    }
}

void Demo::followReplay()
{
    if (m_state == State::Replaying && m_replay.isAtEnd() && !m_replay.isPlaying()) {
        setState(State::After);
    }
}

void Demo::skip()
{
    if (m_state == State::Replaying) {
        m_replay.finish();
        followReplay(); // also where it stood at the end
    }
}

void Demo::next()
{
    if (m_open && !m_session.isRunning() && !isEncore()) {
        enter(m_step + 1, State::Before);
    }
}

void Demo::goOn()
{
    switch (m_state) {
    case State::Before:
        run();
        break;
    case State::Running:
        break;
    case State::Replaying:
        skip();
        break;
    case State::After:
        next();
        break;
    }
}

void Demo::goBack()
{
    if (!m_open || m_session.isRunning()) {
        return;
    }
    if (m_state != State::Before) {
        enter(m_step, State::Before);
    } else if (m_step > 0) {
        const int before = m_step - 1;
        enter(before, isDone(before) ? State::After : State::Before);
        if (record() && m_session.record() != record()) {
            m_session.open(record());
        }
    }
}

void Demo::act(DemoAction action)
{
    switch (action) {
    case DemoAction::RunStep:
    case DemoAction::RunAgain:
        run();
        break;
    case DemoAction::Skip:
        skip();
        break;
    case DemoAction::Next:
    case DemoAction::Encore:
        next();
        break;
    case DemoAction::Race:
        Q_EMIT raceWanted();
        break;
    case DemoAction::EveryOrder:
        Q_EMIT everyOrderWanted();
        break;
    case DemoAction::Pause:
        m_pauses[static_cast<std::size_t>(m_step)] = true;
        run();
        break;
    case DemoAction::PrivateServer:
        usePrivateServer();
        run();
        break;
    case DemoAction::Leave:
        close();
        break;
    }
}

void Demo::usePrivateServer()
{
    if (!m_session.isRunning() && !m_usersDatabase) {
        m_usersDatabase = m_session.host().url();
        m_session.setDatabase(DatabaseUrl());
    }
}

void Demo::restoreDatabase()
{
    if (m_usersDatabase && !m_session.isRunning()) {
        m_session.setDatabase(*m_usersDatabase);
        m_usersDatabase.reset();
    }
}

} // namespace stampede
