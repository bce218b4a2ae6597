// SPDX-License-Identifier: MIT
#pragma once

#include <QMap>
#include <QString>

#include <cstdint>
#include <optional>

namespace stampede {

/// Counters of the server that say how requests got in each other's way. Nothing where the server
/// does not have one or the account may not see it.
struct ServerCounters
{
    std::optional<std::int64_t> deadlocks;  ///< Innodb_deadlocks
    std::optional<std::int64_t> lockWaits;  ///< Innodb_row_lock_waits
    std::optional<std::int64_t> lockWaitMs; ///< Innodb_row_lock_time
    std::optional<std::int64_t> commits;    ///< Com_commit
    std::optional<std::int64_t> rollbacks;  ///< Com_rollback
    /// Processor time of the server, µs. No server tells it: it is filled in where the process is
    /// on this machine and known.
    std::optional<std::int64_t> cpuUs{};

    /// What was counted since `before`.
    [[nodiscard]] ServerCounters since(const ServerCounters &before) const;
};

/// Product, version, isolation and the settings that decide correctness and speed, by their own
/// names.
struct ServerDescription
{
    QString product; ///< "MariaDB" or "MySQL"
    QString version;
    QString isolation; ///< of the connection, e.g. "REPEATABLE-READ"
    QMap<QString, QString> settings;
};

struct LogCounts
{
    std::int64_t lines = 0;
    std::int64_t issued = 0;
    std::int64_t outOfStock = 0;
    std::int64_t blockedByKey = 0;
};

} // namespace stampede
