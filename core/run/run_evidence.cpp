// SPDX-License-Identifier: MIT
#include "run/run_evidence.h"

#include "run/run_text.h"

#include "database/schema.h"

#include <QCoreApplication>

#include <algorithm>

namespace stampede {

namespace {

std::optional<std::int64_t> textReads(Connection &connection)
{
    const auto counted = countTextLockingReads(connection, kCouponTable);
    return counted ? std::optional(counted.value()) : std::nullopt;
}

} // namespace

Result<void, QString> RunEvidence::openLog(const QString &path)
{
    auto opened = path.isEmpty() ? ServiceLog::openPrivate() : ServiceLog::open(path);
    if (opened) {
        m_log = std::move(opened).value();
        return {};
    }
    if (!path.isEmpty()) {
        return Failure{opened.error()};
    }
    m_logMissing = opened.error();
    return {};
}

void RunEvidence::beforeLoad(Connection &connection)
{
    m_textReads = textReads(connection);
}

void RunEvidence::afterLoad(Connection &connection, const InProcessTarget &target)
{
    if (m_log) {
        if (const auto finished = m_log->finish(); !finished) {
            m_logIncomplete = finished.error();
        }
    }
    const auto &prepared = target.lockingReads();
    if (!prepared) {
        m_readsUnavailable = prepared.error();
        return;
    }
    m_reads = prepared.value();
    const std::optional<std::int64_t> after = textReads(connection);
    if (m_textReads && after) {
        // MySQL's digests hold prepared executions as well, MariaDB's only text.
        const std::int64_t text = *after - *m_textReads;
        const std::int64_t counted = connection.isMariaDb() ? 0 : m_reads->count;
        m_reads->count += std::max<std::int64_t>(0, text - counted);
    }
}

LogEvidence RunEvidence::ofLog() const
{
    LogEvidence evidence;
    if (!m_log) {
        evidence.unavailable = m_logMissing;
        return evidence;
    }
    if (!m_log->writes(LogLevel::Debug) || !m_log->writes(LogLevel::Error)) {
        evidence.unavailable =
            RunText::tr("The DEBUG or ERROR lines of the service's log are switched off; a "
                        "rule for stampede.issuance in QT_LOGGING_RULES does that.");
        return evidence;
    }
    evidence.unavailable = m_logIncomplete;
    if (m_logIncomplete.isEmpty()) {
        const auto counts =
            countLogLines(m_log->readableAt(), m_log->beginsAt(), LogPatterns::own());
        if (counts) {
            evidence.counts = counts.value();
            return evidence;
        }
        evidence.unavailable = counts.error();
    }
    evidence.incomplete = true;
    return evidence;
}

QString RunEvidence::lastLines() const
{
    constexpr std::int64_t kKeptBytes = 65'536; // with every run of the archive
    return m_log ? lastLogLines(m_log->readableAt(), m_log->beginsAt(), kKeptBytes) : QString();
}

LockEvidence RunEvidence::ofLock(const ServiceSettings &service) const
{
    LockEvidence evidence;
    evidence.rowLock = service.layers.rowLock;
    if (!locksRowFirst(service.strategy)) {
        evidence.otherStrategy = strategyKey(service.strategy);
    }
    evidence.reads = m_reads;
    evidence.unavailable = m_readsUnavailable;
    return evidence;
}

} // namespace stampede
