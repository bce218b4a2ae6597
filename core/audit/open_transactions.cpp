// SPDX-License-Identifier: MIT
#include "audit/open_transactions.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <atomic>
#include <thread>

namespace stampede {

namespace {

constexpr int kProcessPrivilegeMissing = 1227;
constexpr std::int64_t kMsPerSecondOfAge = 1'000;

/// Statements of the account's other connections. Plain reading ones change nothing.
Result<OpenTransactions, SqlError> readOwnStatements(Connection &connection)
{
    auto query = connection.query(QStringLiteral(
        "SELECT id, time FROM information_schema.processlist WHERE id <> CONNECTION_ID() "
        "AND command IN ('Query', 'Execute') AND db = DATABASE() AND info IS NOT NULL "
        "AND NOT (info LIKE 'SELECT%' AND info NOT LIKE '%FOR UPDATE%' "
        "AND info NOT LIKE '%SHARE%')"));
    if (!query) {
        return Failure{query.error()};
    }
    OpenTransactions open;
    open.all = false;
    while (query.value().next()) {
        OpenTransaction one;
        one.connection = query.value().value(0).toLongLong();
        one.ageMs = query.value().value(1).toLongLong() * kMsPerSecondOfAge;
        one.runs = true;
        open.list << one;
    }
    return open;
}

} // namespace

bool OpenTransaction::isSameAs(const OpenTransaction &other) const
{
    if (connection == 0 || other.connection == 0) {
        return id == other.id;
    }
    // It gets its number with its first change.
    return connection == other.connection && started == other.started &&
           (id == other.id || other.id == 0);
}

namespace {

/// One look. It is fresh where the picture shows this very query, of which `mark` is a part.
Result<OpenTransactions, SqlError> lookAtTransactions(Connection &connection, const QString &mark)
{
    // What has a snapshot is in the picture, and so is this look.
    const auto transaction = Transaction::begin(connection, QLatin1String(kReadOnlySnapshot));
    if (!transaction) {
        return Failure{transaction.error()};
    }
    // trx_started is in the zone of the server, whatever the session's is.
    auto query = connection.query(
        QStringLiteral("SELECT INSTR(COALESCE(t.trx_query, ''), '%1') > 0, "
                       "t.trx_mysql_thread_id = CONNECTION_ID(), t.trx_id, t.trx_mysql_thread_id, "
                       "t.trx_started, TIMESTAMPDIFF(SECOND, t.trx_started, "
                       "CONVERT_TZ(UTC_TIMESTAMP(), '+00:00', 'SYSTEM')), "
                       "COALESCE(p.db <> DATABASE(), 0), t.trx_state = 'LOCK WAIT', "
                       "t.trx_query IS NOT NULL, "
                       "t.trx_is_read_only OR t.trx_autocommit_non_locking, t.trx_rows_locked, "
                       "t.trx_rows_modified FROM information_schema.innodb_trx t "
                       "LEFT JOIN information_schema.processlist p ON p.id = "
                       "t.trx_mysql_thread_id")
            .arg(mark));
    if (!query) {
        return Failure{query.error()};
    }
    OpenTransactions open;
    open.fresh = false;
    QSqlQuery &rows = query.value();
    while (rows.next()) {
        if (rows.value(1).toBool()) {
            open.fresh = open.fresh || rows.value(0).toBool();
            continue;
        }
        int column = 2;
        const auto next = [&rows, &column] { return rows.value(column++); };
        OpenTransaction one;
        one.id = next().toULongLong();
        one.connection = next().toLongLong();
        one.prepared = one.connection == 0;
        one.started = next().toString();
        one.ageMs = next().toLongLong() * kMsPerSecondOfAge;
        one.elsewhere = next().toBool();
        one.waits = next().toBool();
        one.runs = next().toBool();
        one.cannotWrite = next().toBool();
        one.rowsLocked = next().toLongLong();
        one.rowsModified = next().toLongLong();
        open.list << one;
    }
    return open;
}

/// The connections whose transaction is prepared, of a status that the server cuts at 1 MiB. Only
/// the status tells them apart from those that are idle: innodb_trx calls both RUNNING.
QSet<qint64> preparedIn(const QString &status)
{
    static const QRegularExpression pattern(
        QStringLiteral("^---TRANSACTION [^\\n]*\\(PREPARED\\)[^\\n]*(?:\\n(?!---)[^\\n]*)*?"
                       "\\n(?:MariaDB|MySQL) thread id (\\d+),"),
        QRegularExpression::MultilineOption);
    QSet<qint64> connections;
    for (auto found = pattern.globalMatch(status); found.hasNext();) {
        connections << found.next().captured(1).toLongLong();
    }
    return connections;
}

/// Marks those that are prepared. Asks only where somebody sits there and holds something; where
/// the server does not say, nobody is.
void markPrepared(Connection &connection, OpenTransactions &open)
{
    const auto maybe = [](const OpenTransaction &one) {
        return !one.prepared && !one.waits && one.holds();
    };
    if (std::none_of(open.list.cbegin(), open.list.cend(), maybe)) {
        return;
    }
    auto query = connection.send(QLatin1String(kInnodbStatus));
    if (!query) {
        static_cast<void>(connection.rollback());
        return;
    }
    constexpr int kText = 2;
    const QSet<qint64> prepared =
        query.value().next() ? preparedIn(query.value().value(kText).toString()) : QSet<qint64>();
    for (OpenTransaction &one : open.list) {
        one.prepared = one.prepared || (maybe(one) && prepared.contains(one.connection));
    }
}

} // namespace

Result<OpenTransactions, SqlError> readOpenTransactions(Connection &connection)
{
    static std::atomic<std::uint64_t> looks{0};
    auto open = lookAtTransactions(
        connection, QStringLiteral("look %1-%2-%3")
                        .arg(QString::number(QCoreApplication::applicationPid()),
                             QString::number(connection.id()), QString::number(++looks)));
    if (!open && open.error().code == kProcessPrivilegeMissing) {
        return readOwnStatements(connection);
    }
    if (open) {
        markPrepared(connection, open.value());
    }
    return open;
}

std::optional<OpenTransactions> freshOpenTransactions(Connection &connection)
{
    constexpr int kMostTries = 12;
    for (int tries = 0; tries < kMostTries; ++tries) {
        auto open = readOpenTransactions(connection);
        if (!open) {
            return std::nullopt;
        }
        if (open.value().fresh) {
            return std::move(open).value();
        }
        std::this_thread::sleep_for(betweenLooks());
    }
    return std::nullopt;
}

std::chrono::milliseconds betweenLooks()
{
    constexpr int kLeastMs = 250;
    constexpr int kSpreadMs = 60;
    return std::chrono::milliseconds(kLeastMs + QRandomGenerator::global()->bounded(kSpreadMs));
}

} // namespace stampede
