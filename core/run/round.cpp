// SPDX-License-Identifier: MIT
#include "run/round.h"

#include "run/round_parts.h"

#include <QCoreApplication>

#include <utility>

namespace stampede {

Round::Round(const Scenario &scenario, const RoundTools &tools)
    : m_host(tools.host)
    , m_stop(tools.stop)
    , m_hooks(tools.hooks)
    , m_journal(tools.journal)
    , m_lock(tools.lock)
    , m_stepsOfRun(tools.stepsOfRun)
{
    m_record.scenario = scenario;
    m_record.seed = scenario.seed;
    m_record.round = tools.number;
    m_record.id = newRunId();
    m_record.version = QCoreApplication::applicationVersion();
}

Result<RunRecord, RunError> Round::make()
{
    enter(Phase::Prepare);
    if (auto done = prepare(); !done) {
        return Failure{done.error()};
    }
    if (auto done = load(); !done) {
        return Failure{done.error()};
    }
    if (m_stop.now.stop_requested()) {
        m_record.auditError = JobText::tr("The run was ended before the audit.");
    } else {
        audit();
        tellLock(m_lock.get(), m_record);
    }
    afterAudit();
    enter(Phase::Report);
    judgeRecord(m_record, m_latency);
    return std::move(m_record);
}

void Round::predicted(Prediction prediction)
{
    m_record.prediction = std::move(prediction);
    m_record.prediction.notes += judgeThresholdsBeforehand(scenario(), m_record.prediction);
    if (m_hooks.predicted) {
        m_hooks.predicted(m_record.prediction);
    }
}

} // namespace stampede
