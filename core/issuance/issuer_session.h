// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/connection.h"
#include "issuance/statement_hook.h"
#include "scenario/scenario.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace stampede {

class ServiceLog;

/// One connection set up for issuing: no autocommit (so that the first statement of a transaction
/// is the strategy's own), the isolation level of the scenario, time limits at the server, UTC.
/// Opened, used and closed in one thread; only the atomics are read elsewhere.
class IssuerSession
{
public:
    /// What other threads need in order to withdraw a waiting request.
    struct Remote
    {
        std::atomic<qint64> connectionId{0}; ///< 0 while there is no connection
        std::atomic<bool> withdrawn{false};  ///< set before KILL QUERY: the break-off is ours
        std::atomic<bool> waits{false};      ///< in a gathering: a request is going on
        std::atomic<int> opened{0};          ///< connections that there have been, one by one

        void noteConnection(qint64 id);
        /// Of every connection that there has been.
        std::vector<qint64> everyId() const;

    private:
        mutable std::mutex m_mutex; ///< guards m_ids
        std::vector<qint64> m_ids;
    };

    /// `log` and `hook`, where there are any, outlive the session.
    IssuerSession(ConnectionSettings settings, ServiceSettings service, std::int64_t timeoutNs,
                  std::shared_ptr<Remote> remote, ServiceLog *log = nullptr,
                  StatementHook *hook = nullptr);
    ~IssuerSession();
    IssuerSession(const IssuerSession &) = delete;
    IssuerSession &operator=(const IssuerSession &) = delete;

    /// Connects and sets the session up. Closes an older connection first.
    Result<void, SqlError> open();
    /// Calls `connect`, and where the server is away but comes back, again and again until
    /// monotonicNs() is `deadlineNs` or `giveUp` says so.
    Result<void, SqlError> connectBy(std::int64_t deadlineNs,
                                     const std::function<Result<void, SqlError>()> &connect,
                                     const std::function<bool()> &giveUp) const;
    void close();
    /// The connection ends; before prepared statements are given up, and close().
    void hangUp();
    [[nodiscard]] bool isOpen() const { return m_connection != nullptr; }
    [[nodiscard]] Connection &connection() { return *m_connection; }
    [[nodiscard]] const ServiceSettings &service() const { return m_service; }
    [[nodiscard]] ServiceLog *log() const { return m_log; }
    [[nodiscard]] bool withdrawn() const { return m_remote->withdrawn.load(); }
    [[nodiscard]] Remote &remote() const { return *m_remote; }
    [[nodiscard]] const std::shared_ptr<Remote> &sharedRemote() const { return m_remote; }

    /// Before each step of a transaction: waits until the hook lets it go on. The error is an
    /// Interrupted where the transaction is to end.
    Result<void, SqlError> nextStep()
    {
        return m_hook == nullptr || m_hook->mayGoOn() ? Result<void, SqlError>() : brokenOff();
    }
    /// What came of a statement, for the hook.
    void answered(const QSqlQuery &query)
    {
        if (m_hook != nullptr) {
            m_hook->answered(query);
        }
    }
    /// Sends statements as text, a part of the step that goes on. Where it succeeds the caller says
    /// answered() when the query stands where it should.
    Result<QSqlQuery, SqlError> send(const QString &sql);
    /// Ends the transaction.
    Result<void, SqlError> commit();
    Result<void, SqlError> rollback();

    /// Lets the server break off a statement after `remainingNs`. Costs a round trip only where the
    /// limit in force is more than twice too long, or shorter than what is left.
    Result<void, SqlError> limitStatements(std::int64_t remainingNs);

private:
    Result<void, SqlError> setUp();
    static Result<void, SqlError> brokenOff();

    ConnectionSettings m_settings;
    ServiceSettings m_service;
    std::int64_t m_timeoutNs;
    std::int64_t m_limitNs = 0; ///< statement limit in force at the server
    std::shared_ptr<Remote> m_remote;
    ServiceLog *m_log;
    StatementHook *m_hook;
    std::unique_ptr<Connection> m_connection;
};

/// Whether the server refuses changed rows (innodb_snapshot_isolation) and what could be done about
/// it.
struct SnapshotIsolation
{
    bool exists = false;  ///< the server knows the setting
    bool isOn = false;    ///< its value for a new session
    bool canBeOff = true; ///< a session of this account may switch it off
};

/// Finds out by trying it in this session.
SnapshotIsolation probeSnapshotIsolation(Connection &connection);

} // namespace stampede
