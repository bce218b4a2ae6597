// SPDX-License-Identifier: MIT
#include "run/run_controller.h"

#include "base/check.h"
#include "base/clock.h"
#include "run/run_journal.h"

#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace stampede {

RunController::RunController(std::shared_ptr<DatabaseHost> host, QObject *parent)
    : QObject(parent)
    , m_host(std::move(host))
    , m_looking([this](const Look &look) { Q_EMIT looked(look.first, look.second); })
{
    m_job.setMaxThreadCount(1);
    qRegisterMetaType<stampede::Phase>();
}

RunController::~RunController()
{
    stopNow();
}

void RunController::setHost(std::shared_ptr<DatabaseHost> host)
{
    STAMPEDE_CHECK(!m_running);
    m_retiring.start([old = std::exchange(m_host, nullptr)]() mutable { old.reset(); });
    m_host = std::move(host);
}

void RunController::lookAt(DatabaseHost host)
{
    m_looking.start([host = std::move(host)]() -> Look {
        const auto look = host.look();
        return look.ok() ? Look{look.value().usable, look.value().sentence()}
                         : Look{false, look.error().message};
    });
}

std::uint64_t RunController::begin(const Scenario &scenario)
{
    STAMPEDE_CHECK(!m_running);
    m_running = true;
    m_end = std::stop_source();
    m_now = std::stop_source();
    const std::lock_guard lock(m_mutex);
    m_progress = RunProgress();
    m_progress.planned = scenario.plannedRequests();
    m_progress.rounds = scenario.rounds;
    const TargetRows rows = scenario.target.audit.rows;
    m_ownService = scenario.target.kind == TargetKind::InProcess || rows == TargetRows::Serve;
    m_stock.reset();
    const PredictedService service = predictedServiceOf(scenario);
    m_alarmsProve = provesWhileRunning(scenario.target.quantity, service);
    m_alarmsAreCertain = service.givesBackSaid;
    m_quantity = scenario.target.quantity;
    if (rows != TargetRows::Profile && scenario.knowsStock()) {
        m_stock = scenario.coupon.stock;
    }
    m_alarms.clear();
    m_uiCost.reset();
    return ++m_generation;
}

void RunController::deliver(std::uint64_t generation, Result<RunRecord, RunError> made)
{
    auto result = std::make_shared<const Result<RunRecord, RunError>>(std::move(made));
    QMetaObject::invokeMethod(
        this, [this, generation, result] { takeResult(generation, result); }, Qt::QueuedConnection);
}

void RunController::start(const Scenario &scenario)
{
    const std::uint64_t generation = begin(scenario);
    const RunStop stop{m_end.get_token(), m_now.get_token()};
    m_job.start([this, scenario, stop, generation, host = m_host, log = m_serviceLog,
                 saver = m_saver, journals = m_journalFolder] {
        if (!journals.isEmpty()) {
            host->spareServerFolders(serverFoldersOf(leftJournals(journals)));
        }
        RunJournal journal(journals);
        auto made = makeRun(scenario, *host, stop, hooks(), log, &journal);
        if (!made || finish(made.value(), saver)) {
            journal.discard();
        }
        deliver(generation, std::move(made));
    });
}

void RunController::start(const Scenario &scenario, Maker make, std::function<void()> kept)
{
    const std::uint64_t generation = begin(scenario);
    const RunStop stop{m_end.get_token(), m_now.get_token()};
    m_job.start([this, make = std::move(make), kept = std::move(kept), stop, generation,
                 host = m_host, saver = m_saver] {
        auto made = make(*host, hooks(), stop);
        if (made && finish(made.value(), saver)) {
            kept();
        }
        deliver(generation, std::move(made));
    });
}

bool RunController::finish(RunRecord &record, const Saver &saver)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_uiCost && !record.tool.isThere()) { // it did not make the run
            record.generator.uiCpuSeconds = m_uiCost->first;
            record.generator.uiLongestStallMs = m_uiCost->second;
        }
    }
    const Keeping keeping = saver ? saver(record) : Keeping{true, {}};
    for (const QString &remark : keeping.remarks) {
        Q_EMIT remarked(remark);
    }
    return keeping.kept;
}

void RunController::noteUiCost(double cpuSeconds, double longestStallMs)
{
    const std::lock_guard lock(m_mutex);
    m_uiCost = {cpuSeconds, longestStallMs};
}

bool RunController::setRate(double perSecond)
{
    const std::lock_guard lock(m_mutex);
    return m_engine != nullptr && m_engine->setRate(perSecond);
}

void RunController::stop()
{
    m_end.request_stop();
}

void RunController::stopNow()
{
    m_now.request_stop();
    m_end.request_stop();
}

RunProgress RunController::progress() const
{
    const std::lock_guard lock(m_mutex);
    RunProgress progress = m_progress;
    if (m_engine != nullptr) {
        progress.live = m_engine->live();
        progress.opened = m_engine->opened();
        noteAlarms(progress.live);
    }
    progress.alarms = m_alarms;
    return progress;
}

void RunController::noteAlarms(const LiveSnapshot &live) const
{
    if (!m_alarmsProve) {
        return;
    }
    for (const auto kind : {LiveViolation::Kind::Oversell, LiveViolation::Kind::PrematureSoldOut}) {
        const auto known = std::find_if(m_alarms.begin(), m_alarms.end(),
                                        [kind](const auto &alarm) { return alarm.kind == kind; });
        // Of a service of somebody else other people may take coupons as well.
        if (!m_stock || (kind == LiveViolation::Kind::PrematureSoldOut && !m_ownService)) {
            continue;
        }
        const auto alarm = certainAlarm(live, *m_stock, kind);
        if (alarm && known == m_alarms.end()) {
            m_alarms.push_back(*alarm);
            m_alarms.back().certain = m_alarmsAreCertain;
        } else if (alarm && kind == LiveViolation::Kind::Oversell) { // it goes on
            known->figure = std::max(known->figure, alarm->figure);
        }
    }
}

RunHooks RunController::hooks()
{
    RunHooks hooks;
    hooks.round = [this](int round) {
        const std::lock_guard lock(m_mutex);
        m_progress.round = round;
        m_progress.live = LiveSnapshot();
    };
    hooks.phase = [this](Phase phase) {
        {
            const std::lock_guard lock(m_mutex);
            m_progress.phase = phase;
            m_progress.phaseSinceNs = monotonicNs();
            m_progress.waitingFor.clear();
        }
        Q_EMIT phaseChanged(phase);
    };
    hooks.message = [this](const QString &line) { Q_EMIT message(line); };
    hooks.predicted = [this](const Prediction &prediction) {
        const std::lock_guard lock(m_mutex);
        m_progress.prediction = prediction;
        m_alarmsProve = provesWhileRunning(m_quantity, prediction.service);
        m_alarmsAreCertain = prediction.service.givesBackSaid;
    };
    hooks.stock = [this](std::int64_t stock) {
        const std::lock_guard lock(m_mutex);
        m_stock = stock;
    };
    hooks.engine = [this](LoadEngine *engine) {
        const std::lock_guard lock(m_mutex);
        if (m_engine != nullptr) {
            m_progress.live = m_engine->live();
            m_progress.opened = m_engine->opened();
            noteAlarms(m_progress.live);
        }
        m_engine = engine;
    };
    hooks.waiting = [this](const QString &what) {
        const std::lock_guard lock(m_mutex);
        m_progress.waitingFor = what;
    };
    hooks.auditProgress = [this](int done, int total) {
        const std::lock_guard lock(m_mutex);
        m_progress.auditDone = done;
        m_progress.auditTotal = total;
    };
    return hooks;
}

void RunController::takeResult(std::uint64_t generation,
                               const std::shared_ptr<const Result<RunRecord, RunError>> &result)
{
    if (generation != m_generation) {
        return;
    }
    m_running = false;
    m_result = result;
    Q_EMIT finished();
}

} // namespace stampede
