// SPDX-License-Identifier: MIT
#pragma once

#include "audit/evidence.h"
#include "database/connection.h"
#include "issuance/in_process_target.h"
#include "issuance/service_log.h"
#include "scenario/scenario.h"

#include <QString>

#include <memory>
#include <optional>

namespace stampede {

/// What a run of the service in this program leaves behind beside rows and answers: its log, and
/// what the server counted of its locking reads. One job thread.
class RunEvidence
{
public:
    /// Opens the service's log: the file at `path`, or a private one that is gone with this object.
    /// The error is a sentence; a private file that cannot be had is none, the run only has no log
    /// then.
    Result<void, QString> openLog(const QString &path);
    /// The log to write to, or null.
    [[nodiscard]] ServiceLog *log() const { return m_log.get(); }

    void beforeLoad(Connection &connection);
    /// Once every session of the target has ended.
    void afterLoad(Connection &connection, const InProcessTarget &target);

    /// Reads the log's file, all of it.
    [[nodiscard]] LogEvidence ofLog() const;
    /// The last lines of the log's file, for people to look at; some hundreds.
    [[nodiscard]] QString lastLines() const;
    [[nodiscard]] LockEvidence ofLock(const ServiceSettings &service) const;

private:
    std::unique_ptr<ServiceLog> m_log;
    QString m_logMissing;    ///< why there is no log
    QString m_logIncomplete; ///< why lines are missing in it
    std::optional<std::int64_t> m_textReads;
    std::optional<LockingReads> m_reads;
    QString m_readsUnavailable;
};

} // namespace stampede
