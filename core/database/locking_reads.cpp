// SPDX-License-Identifier: MIT
#include "database/locking_reads.h"

#include "database/database_text.h"

#include <QCoreApplication>
#include <QSet>

namespace stampede {

namespace {

constexpr int kTableAccessDenied = 1142;
constexpr int kDatabaseAccessDenied = 1044;
constexpr int kInstrumentsNeeded = 2;
constexpr int kConsumersNeeded = 3;

QString sentenceOf(const SqlError &error)
{
    if (error.code == kTableAccessDenied || error.code == kDatabaseAccessDenied) {
        return DatabaseText::tr("This account may not read performance_schema; GRANT SELECT ON "
                                "performance_schema.* to it would show them.");
    }
    return DatabaseText::tr("The database refused the query (%1).").arg(error.message);
}

/// Whether statements are counted at all; a zero would mean nothing else.
Result<void, QString> checkCounting(Connection &connection)
{
    const auto on = connection.value(QStringLiteral("SELECT @@GLOBAL.performance_schema"));
    if (!on) {
        return Failure{sentenceOf(on.error())};
    }
    if (on.value().toInt() == 0) {
        return Failure{DatabaseText::tr("performance_schema is off at this server; start it with "
                                        "performance_schema=ON.")};
    }
    const auto instruments = connection.value(
        QStringLiteral("SELECT COUNT(*) FROM performance_schema.setup_instruments WHERE name IN "
                       "('statement/com/Prepare', 'statement/com/Execute') AND enabled = 'YES'"));
    const auto consumers = connection.value(
        QStringLiteral("SELECT COUNT(*) FROM performance_schema.setup_consumers WHERE name IN "
                       "('global_instrumentation', 'thread_instrumentation', "
                       "'events_statements_current') AND enabled = 'YES'"));
    if (!instruments || !consumers) {
        return Failure{sentenceOf(instruments ? consumers.error() : instruments.error())};
    }
    if (instruments.value().toInt() < kInstrumentsNeeded ||
        consumers.value().toInt() < kConsumersNeeded) {
        return Failure{
            DatabaseText::tr("performance_schema does not count statements here; enable the "
                             "instruments statement/com/Prepare and statement/com/Execute and "
                             "the consumers global_instrumentation, "
                             "thread_instrumentation and events_statements_current.")};
    }
    return {};
}

/// performance_schema's own thread numbers of these connections.
Result<QSet<qint64>, SqlError> threadsOf(Connection &connection,
                                         const std::vector<qint64> &connectionIds)
{
    const QSet<qint64> ids(connectionIds.begin(), connectionIds.end());
    auto rows = connection.query(
        QStringLiteral("SELECT thread_id, processlist_id FROM performance_schema.threads WHERE "
                       "processlist_id IS NOT NULL"));
    if (!rows) {
        return Failure{rows.error()};
    }
    QSet<qint64> threads;
    while (rows.value().next()) {
        if (ids.contains(rows.value().value(1).toLongLong())) {
            threads.insert(rows.value().value(0).toLongLong());
        }
    }
    return threads;
}

QString likePattern(const QString &table)
{
    return QStringLiteral("select%from%") + table + QStringLiteral("%for update%");
}

} // namespace

Result<LockingReads, QString> countPreparedLockingReads(Connection &connection,
                                                        const std::vector<qint64> &connectionIds,
                                                        const QString &table)
{
    if (auto counting = checkCounting(connection); !counting) {
        return Failure{counting.error()};
    }
    const auto threads = threadsOf(connection, connectionIds);
    if (!threads) {
        return Failure{sentenceOf(threads.error())};
    }
    auto rows = connection.query(
        QStringLiteral("SELECT owner_thread_id, count_execute FROM "
                       "performance_schema.prepared_statements_instances WHERE LOWER(sql_text) "
                       "LIKE ?"),
        {likePattern(table)});
    if (!rows) {
        return Failure{sentenceOf(rows.error())};
    }
    LockingReads reads;
    while (rows.value().next()) {
        if (threads.value().contains(rows.value().value(0).toLongLong())) {
            reads.count += rows.value().value(1).toLongLong();
        }
    }
    auto lost = connection.query(QStringLiteral(
        "SHOW GLOBAL STATUS WHERE Variable_name IN ('Performance_schema_prepared_statements_lost', "
        "'Performance_schema_thread_instances_lost')"));
    while (lost && lost.value().next()) {
        reads.complete = reads.complete && lost.value().value(1).toLongLong() == 0;
    }
    return reads;
}

Result<std::int64_t, QString> countTextLockingReads(Connection &connection, const QString &table)
{
    if (auto counting = checkCounting(connection); !counting) {
        return Failure{counting.error()};
    }
    const auto count = connection.value(
        QStringLiteral("SELECT CAST(COALESCE(SUM(count_star), 0) AS SIGNED) FROM "
                       "performance_schema.events_statements_summary_by_digest WHERE schema_name = "
                       "DATABASE() AND LOWER(digest_text) LIKE ?"),
        {likePattern(table)});
    if (!count) {
        return Failure{sentenceOf(count.error())};
    }
    return count.value().toLongLong();
}

} // namespace stampede
