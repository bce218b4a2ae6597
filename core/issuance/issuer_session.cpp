// SPDX-License-Identifier: MIT
#include "issuance/issuer_session.h"

#include "base/clock.h"

#include <QStringList>

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

namespace stampede {

namespace {

constexpr int kUnknownSystemVariable = 1193;
constexpr std::chrono::milliseconds kLookAgain(20);
constexpr int kNoSocket = 2002;
constexpr int kNobodyListens = 2003;
constexpr int kSilenceSeconds = 2; ///< a server silent for so long beyond the timeout is lost

std::int64_t secondsRoundedUp(std::int64_t ns)
{
    return std::max<std::int64_t>(1, (ns + kNsPerSecond - 1) / kNsPerSecond);
}

/// Whether the error is that of a server which is not there.
bool isAway(const SqlError &error)
{
    return error.kind == SqlErrorKind::ConnectionLost || error.code == kNoSocket ||
           error.code == kNobodyListens;
}

QString isolationSql(Isolation isolation)
{
    switch (isolation) {
    case Isolation::Default:
        return {};
    case Isolation::ReadUncommitted:
        return QStringLiteral("READ UNCOMMITTED");
    case Isolation::ReadCommitted:
        return QStringLiteral("READ COMMITTED");
    case Isolation::RepeatableRead:
        return QStringLiteral("REPEATABLE READ");
    case Isolation::Serializable:
        return QStringLiteral("SERIALIZABLE");
    }
    return {};
}

} // namespace

void IssuerSession::Remote::noteConnection(qint64 id)
{
    {
        const std::lock_guard lock(m_mutex);
        m_ids.push_back(id);
    }
    connectionId.store(id);
    ++opened;
}

std::vector<qint64> IssuerSession::Remote::everyId() const
{
    const std::lock_guard lock(m_mutex);
    return m_ids;
}

IssuerSession::IssuerSession(ConnectionSettings settings, ServiceSettings service,
                             std::int64_t timeoutNs, std::shared_ptr<Remote> remote,
                             ServiceLog *log, StatementHook *hook)
    : m_settings(std::move(settings))
    , m_service(service)
    , m_timeoutNs(timeoutNs)
    , m_remote(std::move(remote))
    , m_log(log)
    , m_hook(hook)
{
    m_settings.readTimeoutSeconds =
        static_cast<int>(secondsRoundedUp(m_timeoutNs)) + kSilenceSeconds;
    if (m_settings.comesBack) { // then a connection that meets a silent server is tried again
        m_settings.connectTimeoutSeconds =
            std::min(m_settings.connectTimeoutSeconds, m_settings.readTimeoutSeconds);
    }
}

IssuerSession::~IssuerSession()
{
    close();
}

Result<void, SqlError> IssuerSession::open()
{
    close();
    auto opened = Connection::open(m_settings);
    if (!opened) {
        return Failure{opened.error()};
    }
    m_connection = std::move(opened).value();
    if (auto done = setUp(); !done) {
        close();
        return done;
    }
    m_remote->noteConnection(m_connection->id());
    return {};
}

Result<void, SqlError>
IssuerSession::connectBy(std::int64_t deadlineNs,
                         const std::function<Result<void, SqlError>()> &connect,
                         const std::function<bool()> &giveUp) const
{
    for (;;) {
        auto connected = connect();
        const bool again = !connected && m_settings.comesBack && isAway(connected.error());
        if (!again || giveUp() || monotonicNs() >= deadlineNs) {
            return connected;
        }
        std::this_thread::sleep_for(kLookAgain);
    }
}

void IssuerSession::hangUp()
{
    if (m_connection) {
        m_connection->hangUp();
    }
}

void IssuerSession::close()
{
    m_remote->connectionId.store(0);
    m_connection.reset();
}

Result<void, SqlError> IssuerSession::setUp()
{
    QStringList statements;
    const QString isolation = isolationSql(m_service.isolation);
    if (!isolation.isEmpty()) {
        statements << QStringLiteral("SET SESSION TRANSACTION ISOLATION LEVEL %1").arg(isolation);
    }
    statements << QStringLiteral("SET SESSION time_zone = '+00:00'")
               << QStringLiteral("SET SESSION innodb_lock_wait_timeout = %1")
                      .arg(secondsRoundedUp(m_timeoutNs));
    for (const QString &statement : std::as_const(statements)) {
        if (auto done = m_connection->execute(statement); !done) {
            return done;
        }
    }
    if (!m_service.layers.rowLock) {
        // Without the row lock the damage is what is to be shown; a server that refuses changed
        // rows would turn it into errors. Where the setting may not be changed the errors are
        // shown.
        static_cast<void>(probeSnapshotIsolation(*m_connection));
    }
    m_limitNs = 0;
    if (auto done = limitStatements(m_timeoutNs); !done) {
        return done;
    }
    // Where a look without a lock comes first it must not begin a transaction: its snapshot would
    // be kept, and ending it would cost a round trip.
    return m_connection->execute(
        QStringLiteral("SET SESSION autocommit = %1").arg(looksFirst(m_service.strategy) ? 1 : 0));
}

Result<void, SqlError> IssuerSession::brokenOff()
{
    return Failure{SqlError{SqlErrorKind::Interrupted, 0, {}}};
}

Result<QSqlQuery, SqlError> IssuerSession::send(const QString &sql)
{
    auto sent = m_connection->send(sql);
    if (m_hook != nullptr && !sent) {
        m_hook->answered(sql, Failure{sent.error()});
    }
    return sent;
}

Result<void, SqlError> IssuerSession::commit()
{
    auto done = m_connection->commit();
    if (m_hook != nullptr) {
        m_hook->answered(QStringLiteral("COMMIT"), done);
    }
    return done;
}

Result<void, SqlError> IssuerSession::rollback()
{
    auto done = m_connection->rollback();
    if (m_hook != nullptr) {
        m_hook->answered(QStringLiteral("ROLLBACK"), done);
    }
    return done;
}

Result<void, SqlError> IssuerSession::limitStatements(std::int64_t remainingNs)
{
    if (m_limitNs >= remainingNs && m_limitNs / 2 <= remainingNs) {
        return {};
    }
    // Rounded up to the next millisecond: 0 would mean no limit at all.
    const std::int64_t ms = std::max<std::int64_t>(1, (remainingNs + kNsPerMs - 1) / kNsPerMs);
    const QString statement = m_connection->isMariaDb()
                                  ? QStringLiteral("SET SESSION max_statement_time = %1.%2")
                                        .arg(ms / 1000)
                                        .arg(ms % 1000, 3, 10, QLatin1Char('0'))
                                  : QStringLiteral("SET SESSION max_execution_time = %1").arg(ms);
    if (auto done = m_connection->execute(statement); !done) {
        return done;
    }
    m_limitNs = ms * kNsPerMs;
    return {};
}

SnapshotIsolation probeSnapshotIsolation(Connection &connection)
{
    SnapshotIsolation found;
    const auto value = connection.value(QStringLiteral("SELECT @@innodb_snapshot_isolation"));
    if (!value) {
        found.exists = value.error().code != kUnknownSystemVariable;
        return found;
    }
    found.exists = true;
    found.isOn = value.value().toInt() != 0;
    found.canBeOff =
        connection.execute(QStringLiteral("SET SESSION innodb_snapshot_isolation = OFF")).ok();
    return found;
}

} // namespace stampede
