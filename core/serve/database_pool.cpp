// SPDX-License-Identifier: MIT
#include "serve/database_pool.h"

#include "serve/serve_text.h"

#include "base/clock.h"
#include "issuance/in_process_target.h"

#include <QCoreApplication>

#include <condition_variable>
#include <mutex>
#include <utility>

namespace stampede {

namespace {

/// Servers close connections that were silent for hours (wait_timeout, 8 h by default); one that
/// was silent for so long is opened anew rather than tried.
constexpr std::int64_t kSilentNs = 1'800 * kNsPerSecond;
constexpr std::chrono::seconds kSilentServer(2); ///< beyond the time of a request it is lost

} // namespace

/// Collects how the threads' first connections went.
class DatabasePool::Opening
{
public:
    explicit Opening(int expected)
        : m_expected(expected)
    {}

    void opened(const Result<void, SqlError> &result)
    {
        report(result ? QString()
                      : ServeText::tr("The database cannot be reached: %1 (error %2).")
                            .arg(result.error().message, QString::number(result.error().code)));
    }

    void report(const QString &error)
    {
        const std::lock_guard lock(m_mutex);
        if (m_error.isEmpty()) {
            m_error = error;
        }
        if (--m_expected == 0) {
            m_all.notify_one();
        }
    }

    Result<void, QString> wait()
    {
        std::unique_lock lock(m_mutex);
        m_all.wait(lock, [this] { return m_expected <= 0; });
        return m_error.isEmpty() ? Result<void, QString>() : Failure{m_error};
    }

private:
    std::mutex m_mutex; ///< guards the two below
    int m_expected;
    QString m_error;
    std::condition_variable m_all;
};

DatabasePool::DatabasePool(PoolSettings settings)
    : m_settings(std::move(settings))
    , m_issues(m_settings.queueLimit)
    , m_looks(m_settings.queueLimit)
    , m_shared(sharedServiceOf(m_settings.database, m_settings.service, m_settings.timeout.count(),
                               m_settings.log))
{}

DatabasePool::~DatabasePool()
{
    end();
}

Result<void, QString> DatabasePool::start()
{
    Opening opening(m_settings.connections + 1);
    for (int i = 0; i <= m_settings.connections; ++i) {
        WorkerThread &thread = m_threads.emplace_back();
        const int error = thread.start([this, i, &opening] {
            i < m_settings.connections ? issueAll(opening) : lookAll(opening);
        });
        if (error != 0) {
            opening.report(
                ServeText::tr("A thread could not be started: %1.").arg(qt_error_string(error)));
        }
    }
    return opening.wait();
}

Result<std::unique_ptr<Issuer>, SqlError> DatabasePool::openOne() const
{
    const auto tryOnce = [this] {
        return openIssuer(std::make_unique<IssuerSession>(
                              m_settings.database, m_settings.service, m_settings.timeout.count(),
                              std::make_shared<IssuerSession::Remote>(), m_settings.log),
                          m_shared);
    };
    auto issuer = tryOnce();
    // A thousand that connect at once can keep a server silent for a while.
    for (int tries = 1; tries < kOpenTries && !issuer; ++tries) {
        if (issuer.error().kind != SqlErrorKind::ConnectionLost) {
            break;
        }
        issuer = tryOnce();
    }
    return issuer;
}

void DatabasePool::setAway(bool away)
{
    if (!away) {
        ++m_returns; // first, so that who finds it there finds this too
    }
    m_isAway = away;
}

void DatabasePool::issueAll(Opening &opening)
{
    auto issuer = openOne();
    opening.opened(issuer ? Result<void, SqlError>() : Failure{issuer.error()});
    if (!issuer) {
        return;
    }
    std::int64_t lastNs = monotonicNs();
    unsigned returns = m_returns;
    const std::int64_t timeoutNs = m_settings.timeout.count();
    while (auto job = m_issues.pop()) {
        ++m_busy;
        const std::int64_t nowNs = monotonicNs();
        const unsigned returnsNow = m_returns;
        if (nowNs - lastNs > kSilentNs || returnsNow != returns) {
            issuer.value()->renew();
            returns = returnsNow;
        }
        lastNs = nowNs;
        std::optional<IssueAnswer> answer;
        if (nowNs - job->takenNs < timeoutNs) {
            answer = issuer.value()->issue(job->user, job->coupon, job->takenNs, timeoutNs);
        }
        // Whoever reads the answer finds this thread free.
        --m_busy;
        job->done(answer);
    }
}

void DatabasePool::lookAll(Opening &opening)
{
    // As long as whoever issues waits for a server that is silent.
    ConnectionSettings settings = m_settings.database;
    settings.readTimeoutSeconds = static_cast<int>(
        std::chrono::ceil<std::chrono::seconds>(m_settings.timeout + kSilentServer).count());
    CouponReader reader(settings);
    const auto opened = reader.open();
    opening.opened(opened);
    if (!opened) {
        return;
    }
    while (auto job = m_looks.pop()) {
        job->done(reader.read(job->coupon));
    }
}

PoolUse DatabasePool::use() const
{
    return {m_settings.connections, m_busy.load(), m_issues.size(), m_settings.queueLimit};
}

void DatabasePool::end()
{
    m_issues.close();
    m_looks.close();
    m_threads.clear();
}

} // namespace stampede
