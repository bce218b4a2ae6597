// The runs of the session: the one that goes on, the latest, those that are kept.

#include "ui/session/session.h"

#include "diagnosis/relocalised.h"
#include "ui/session/archive_edits.h"

#include <utility>

namespace stampede {

void Session::setArchive(const ArchivePlace &place)
{
    m_archiveEdits.reset(); // of the one before
    m_archive = std::make_unique<ArchiveWorker>(place);
    m_archive->forgetRemoved(); // by a program that did not end by itself
    m_archiveEdits = std::make_unique<ArchiveEdits>(*m_archive);
    m_controller.setJournalFolder(place.folder + QStringLiteral("/journals"));
    m_controller.setSaver([place](const RunRecord &record) { return keepRun(place, record); });
    connect(m_archive.get(), &ArchiveWorker::opened, this, &Session::open);
}

bool Session::setRate(double perSecond)
{
    return m_controller.setRate(perSecond);
}

void Session::showRunning(Fixed fixed)
{
    m_stopping = false;
    m_fault.reset();
    m_lastMessage.clear();
    m_opened.reset();
    m_showsNone = false;
    m_running = std::move(fixed);
}

void Session::run()
{
    if (!mayRun()) {
        return;
    }
    showRunning({activeScenario(), activePrediction()});
    m_controller.start(m_running->scenario);
    m_controller.noteUiCost(0, 0);
    Q_EMIT runStarted();
}

void Session::recover(const UnfinishedRun &run)
{
    if (isRunning()) {
        return;
    }
    const Scenario &scenario = run.opening.scenario;
    showRunning({scenario, predict(scenario, run.opening.startedMs)});
    m_controller.recover(run);
    m_controller.noteUiCost(0, 0);
    Q_EMIT runStarted();
}

QString Session::journalFolder() const
{
    return m_archive ? m_controller.journalFolder() : QString();
}

void Session::open(std::shared_ptr<const RunRecord> record)
{
    if (isRunning()) {
        return;
    }
    // The latest run is no run of earlier.
    m_opened = m_latest && m_latest->id == record->id ? nullptr : std::move(record);
    m_showsNone = false;
    m_changedSinceRun = false;
    Q_EMIT recordChanged();
}

void Session::tellAgain()
{
    judge();
    m_latest = relocalised(m_latest);
    m_opened = relocalised(m_opened);
    Q_EMIT scenarioChanged();
    Q_EMIT recordChanged();
}

void Session::closeOpened()
{
    if (m_opened || m_showsNone) {
        m_opened.reset();
        m_showsNone = false;
        m_changedSinceRun = false;
        Q_EMIT recordChanged();
    }
}

void Session::closeRecord()
{
    if (!isRunning() && record()) {
        m_opened.reset();
        m_showsNone = true;
        Q_EMIT recordChanged();
    }
}

void Session::stop()
{
    if (m_stopping) {
        m_controller.stopNow();
    } else {
        m_stopping = true;
        m_controller.stop();
    }
    Q_EMIT stopping();
}

void Session::takeResult()
{
    const auto result = m_controller.result();
    m_running.reset();
    m_changedSinceRun = false;
    if (result->ok()) {
        m_latest = std::shared_ptr<const RunRecord>(result, &result->value());
        if (m_archive) {
            m_archive->refresh();
        }
    } else {
        m_fault = result->error();
    }
    Q_EMIT runEnded();
    if (!m_fault) {
        Q_EMIT recordChanged();
    }
}

const Scenario &Session::activeScenario() const
{
    if (m_running) {
        return m_running->scenario;
    }
    return m_standIn ? m_standIn->scenario : m_scenario;
}

const Prediction &Session::activePrediction() const
{
    if (m_running) {
        return m_running->prediction;
    }
    return m_standIn ? m_standIn->prediction : m_prediction;
}

} // namespace stampede
