// SPDX-License-Identifier: MIT
#pragma once

#include "database/connection.h"
#include "database/locking_reads.h"
#include "issuance/group_commit_service.h"
#include "issuance/issuer.h"
#include "load/target.h"

#include <atomic>
#include <memory>
#include <vector>

namespace stampede {

/// The issuing service inside this program as a target: each virtual user has an issuer with a
/// connection of its own.
class InProcessTarget final : public Target
{
public:
    /// `log`, where there is one, outlives the target.
    InProcessTarget(ConnectionSettings settings, ServiceSettings service, CouponId coupon,
                    std::int64_t timeoutNs, int workers, ServiceLog *log = nullptr);
    ~InProcessTarget() override;

    Result<std::unique_ptr<TargetSession>, std::string> open(std::size_t worker) override;
    /// KILL QUERY over a connection of its own; call and destroy in one thread.
    void interrupt(std::size_t worker) override;
    /// Counts the sessions' locking reads of the coupon's table.
    void loadEnded() override;

    /// Every connection id that the sessions have had, for telling our transactions from others'.
    [[nodiscard]] std::vector<qint64> connectionIds() const;
    /// Those that they have at this moment. Any thread.
    [[nodiscard]] std::vector<qint64> currentConnectionIds() const;
    /// Locking reads of all sessions, as the server counted them; incomplete where a session had to
    /// connect again. After the load. The error is a sentence.
    [[nodiscard]] const Result<LockingReads, QString> &lockingReads() const
    {
        return m_lockingReads;
    }

private:
    bool openControl();
    /// Notes the connections that there are now; whether each line has had only one.
    bool noteConnections();

    ConnectionSettings m_settings;
    ServiceSettings m_service;
    CouponId m_coupon;
    std::int64_t m_timeoutNs;
    ServiceLog *m_log;
    std::vector<std::shared_ptr<IssuerSession::Remote>>
        m_remotes;                       ///< one a worker, then the shared
    std::vector<qint64> m_connectionIds; ///< one a line, a worker's written by it at open()
    std::shared_ptr<GroupCommitService> m_shared; ///< null where each issuer works by itself
    std::atomic<bool> m_soldOut{false};           ///< somebody was told so; never taken back
    std::unique_ptr<Connection> m_control;
    Result<LockingReads, QString> m_lockingReads = Failure{QString()};
};

/// What all issuers of a run share; null where the strategy lets each work by itself. `log` and
/// `hook`, where there are any, outlive it.
std::shared_ptr<GroupCommitService> sharedServiceOf(const ConnectionSettings &settings,
                                                    const ServiceSettings &service,
                                                    std::int64_t timeoutNs, ServiceLog *log,
                                                    StatementHook *hook = nullptr);
/// Opens an issuer of the scenario's strategy. `shared` is what sharedServiceOf() made for all of
/// them.
Result<std::unique_ptr<Issuer>, SqlError>
openIssuer(std::unique_ptr<IssuerSession> session,
           const std::shared_ptr<GroupCommitService> &shared);

} // namespace stampede
