// SPDX-License-Identifier: MIT
#include "issuance/group_commit_service.h"

#include "issuance/group_commit_committer.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace stampede {

namespace {

constexpr std::chrono::milliseconds kBreakOffEvery(50);

} // namespace

GroupCommitService::GroupCommitService(ConnectionSettings settings, const ServiceSettings &service,
                                       std::int64_t timeoutNs, ServiceLog *log, StatementHook *hook)
    : m_settings(std::move(settings))
    , m_service(service)
    , m_timeoutNs(timeoutNs)
    , m_log(log)
    , m_hook(hook)
{
    for (int i = 0; i < kCommitters; ++i) {
        m_remotes.push_back(std::make_shared<IssuerSession::Remote>());
    }
    // Threads of the usual priority, unlike the crowd's: everybody waits for them.
    for (const auto &remote : m_remotes) {
        m_threads.emplace_back([this, remote] { runCommitter(remote); });
    }
}

GroupCommitService::~GroupCommitService()
{
    m_queue.close();
    std::unique_lock lock(m_mutex);
    const auto isOver = [this] { return m_serving == 0; };
    if (m_changed.wait_for(lock, kBreakOffEvery, isOver)) {
        return;
    }
    // Everybody has left, and a committer still waits for a row that somebody else holds.
    lock.unlock();
    auto control = Connection::open(m_settings);
    lock.lock();
    while (control && !isOver()) {
        lock.unlock();
        breakOff(*control.value());
        lock.lock();
        m_changed.wait_for(lock, kBreakOffEvery, isOver);
    }
}

void GroupCommitService::runCommitter(const std::shared_ptr<IssuerSession::Remote> &remote)
{
    {
        GroupCommitter committer(std::make_unique<IssuerSession>(m_settings, m_service, m_timeoutNs,
                                                                 remote, m_log, m_hook),
                                 m_queue, m_timeoutNs);
        const auto result = committer.open();
        opened(result);
        // Connects again with the next request where this failed.
        committer.serve();
    }
    const std::lock_guard lock(m_mutex);
    --m_serving;
    m_changed.notify_all();
}

void GroupCommitService::opened(const Result<void, SqlError> &result)
{
    const std::lock_guard lock(m_mutex);
    --m_opening;
    if (!result) {
        m_error = result.error();
    }
    m_changed.notify_all();
}

Result<void, SqlError> GroupCommitService::waitUntilConnected()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_opening == 0; });
    return m_error ? Result<void, SqlError>(Failure{*m_error}) : Result<void, SqlError>();
}

void GroupCommitService::seat(std::shared_ptr<IssuerSession::Remote> remote)
{
    const std::lock_guard lock(m_mutex);
    m_seats.push_back(std::move(remote));
}

void GroupCommitService::withdraw(Connection &control)
{
    m_queue.callEverybody();
    if (isEverybodyWithdrawn()) {
        breakOff(control);
    }
}

bool GroupCommitService::isEverybodyWithdrawn()
{
    const std::lock_guard lock(m_mutex);
    return std::all_of(m_seats.begin(), m_seats.end(), [](const auto &seat) {
        return seat->withdrawn.load() || !seat->waits.load();
    });
}

void GroupCommitService::breakOff(Connection &control)
{
    for (const auto &remote : m_remotes) {
        const qint64 id = remote->connectionId.load();
        if (id != 0) {
            remote->withdrawn.store(true);
            // The statement may just have ended by itself: then there is nothing to break off.
            static_cast<void>(control.execute(QStringLiteral("KILL QUERY %1").arg(id)));
        }
    }
}

} // namespace stampede
