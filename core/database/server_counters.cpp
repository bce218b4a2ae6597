// SPDX-License-Identifier: MIT
#include "database/server_counters.h"

#include <QMap>

namespace stampede {

namespace {

using Counter = std::optional<std::int64_t>;

/// Name and value pairs of a SHOW statement.
Result<QMap<QString, QString>, SqlError> readPairs(Connection &connection, const QString &sql)
{
    Result<QSqlQuery, SqlError> answered = connection.query(sql);
    if (!answered.ok()) {
        return Failure{answered.error()};
    }
    QMap<QString, QString> pairs;
    QSqlQuery &rows = answered.value();
    while (rows.next()) {
        pairs.insert(rows.value(0).toString().toLower(), rows.value(1).toString());
    }
    return pairs;
}

Counter counterIn(const QMap<QString, QString> &pairs, const QString &name)
{
    bool isNumber = false;
    const qlonglong value = pairs.value(name).toLongLong(&isNumber);
    return isNumber ? Counter(value) : std::nullopt;
}

} // namespace

Result<ServerCounters, SqlError> readServerCounters(Connection &connection)
{
    const auto pairs =
        readPairs(connection,
                  QStringLiteral("SELECT variable_name, variable_value FROM %1.global_status WHERE "
                                 "variable_name IN ('Innodb_deadlocks', 'Innodb_row_lock_waits', "
                                 "'Innodb_row_lock_time', 'Com_commit', 'Com_rollback')")
                      .arg(connection.isMariaDb() ? QStringLiteral("information_schema")
                                                  : QStringLiteral("performance_schema")));
    if (!pairs.ok()) {
        return Failure{pairs.error()};
    }
    const QMap<QString, QString> &found = pairs.value();
    return ServerCounters{.deadlocks = counterIn(found, QStringLiteral("innodb_deadlocks")),
                          .lockWaits = counterIn(found, QStringLiteral("innodb_row_lock_waits")),
                          .lockWaitMs = counterIn(found, QStringLiteral("innodb_row_lock_time")),
                          .commits = counterIn(found, QStringLiteral("com_commit")),
                          .rollbacks = counterIn(found, QStringLiteral("com_rollback"))};
}

Result<ServerDescription, SqlError> describeServer(Connection &connection)
{
    // The isolation has another name on each product; SHOW leaves out what is not there.
    auto pairs = readPairs(
        connection,
        QStringLiteral("SHOW SESSION VARIABLES WHERE Variable_name IN ('tx_isolation', "
                       "'transaction_isolation', 'innodb_flush_log_at_trx_commit', 'sync_binlog', "
                       "'log_bin', 'innodb_lock_wait_timeout', 'innodb_snapshot_isolation', "
                       "'innodb_deadlock_detect', 'innodb_buffer_pool_size', 'max_connections', "
                       "'performance_schema', 'sql_mode', 'time_zone', 'autocommit')"));
    if (!pairs.ok()) {
        return Failure{pairs.error()};
    }
    ServerDescription description;
    description.settings = pairs.value();
    const QString newName = description.settings.take(QStringLiteral("transaction_isolation"));
    const QString oldName = description.settings.take(QStringLiteral("tx_isolation"));
    description.isolation = newName.isEmpty() ? oldName : newName;
    description.product =
        connection.isMariaDb() ? QStringLiteral("MariaDB") : QStringLiteral("MySQL");
    description.version = connection.version();
    if (const auto tls = connection.tlsInUse()) {
        description.settings.insert(QStringLiteral("tls"),
                                    tls.value().isEmpty() ? QStringLiteral("off") : tls.value());
    }
    return description;
}

} // namespace stampede
