// SPDX-License-Identifier: MIT
#pragma once

#include "issuance/issuer_session.h"
#include "load/batch_queue.h"

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace stampede {

/// What the issuers of a run share where requests are served together: the gathering, and the
/// committers that serve it, each a thread with a connection. Any thread; lives as long as the last
/// issuer.
class GroupCommitService
{
public:
    /// Two: while one writes and commits, the other waits for the lock and gathers. More would only
    /// make smaller batches.
    static constexpr int kCommitters = 2;

    /// Begins to connect. `log` and `hook`, where there are any, outlive the service.
    GroupCommitService(ConnectionSettings settings, const ServiceSettings &service,
                       std::int64_t timeoutNs, ServiceLog *log, StatementHook *hook = nullptr);
    /// Breaks off what is still going on; nobody may wait any more.
    ~GroupCommitService();
    GroupCommitService(const GroupCommitService &) = delete;
    GroupCommitService &operator=(const GroupCommitService &) = delete;

    Result<void, SqlError> waitUntilConnected();
    BatchQueue &gathering() { return m_queue; }
    /// An issuer's line, so that the service knows whose requests are not withdrawn.
    void seat(std::shared_ptr<IssuerSession::Remote> remote);
    /// After an issuer was withdrawn: lets it look, and where nobody else waits breaks off the
    /// committers' statements over `control`.
    void withdraw(Connection &control);
    /// The committers' lines.
    [[nodiscard]] const std::vector<std::shared_ptr<IssuerSession::Remote>> &remotes() const
    {
        return m_remotes;
    }

private:
    void runCommitter(const std::shared_ptr<IssuerSession::Remote> &remote);
    void opened(const Result<void, SqlError> &result);
    bool isEverybodyWithdrawn();
    void breakOff(Connection &control);

    const ConnectionSettings m_settings;
    const ServiceSettings m_service;
    const std::int64_t m_timeoutNs;
    ServiceLog *const m_log;
    StatementHook *const m_hook; ///< of both committers
    BatchQueue m_queue;
    std::vector<std::shared_ptr<IssuerSession::Remote>> m_remotes; ///< one a committer

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_changed;
    int m_opening = kCommitters;
    int m_serving = kCommitters;
    std::optional<SqlError> m_error;
    std::vector<std::shared_ptr<IssuerSession::Remote>> m_seats;

    std::vector<std::jthread> m_threads;
};

} // namespace stampede
