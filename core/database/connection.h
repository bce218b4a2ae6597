// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/database_tls.h"
#include "database/sql_error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QString>
#include <QVariant>
#include <QVariantList>

#include <chrono>
#include <memory>
#include <optional>

namespace stampede {

/// How to reach one database, secret included: never printed, never stored.
struct ConnectionSettings
{
    QString host;
    int port = 3306;
    QString socket;
    QString user;
    QString password;
    QString database;
    int connectTimeoutSeconds = 10;
    int readTimeoutSeconds = 60; ///< a server silent for longer counts as lost
    DatabaseTls tls{};           ///< by TCP only
    bool comesBack = false;      ///< a server that is away is expected back: who needs it may wait
};

/// One connection to a MySQL or MariaDB server: opened, used and closed in one thread.
/// Call prepareDriver() once on the main thread before the first one is opened elsewhere.
class Connection
{
public:
    /// Loads the driver; the first addDatabase() of a driver is not safe against others. The error
    /// says which package is missing.
    static Result<void, QString> prepareDriver();

    static Result<std::unique_ptr<Connection>, SqlError> open(const ConnectionSettings &settings);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Runs one statement of our own that returns no rows. Never with foreign text.
    Result<void, SqlError> execute(const QString &sql);
    /// Sends statements of our own as text, in one packet: the server runs them in turn and none
    /// after one that fails. The rows are the first statement's; nextResult() goes on, and where it
    /// is false an error of the query tells a failed statement from the end. Never with foreign
    /// text.
    Result<QSqlQuery, SqlError> send(const QString &sql);
    /// Runs one statement with values, prepared at the server. Rows are read with next().
    Result<QSqlQuery, SqlError> query(const QString &sql, const QVariantList &values = {});
    /// First column of the first row; an invalid QVariant where there is no row.
    Result<QVariant, SqlError> value(const QString &sql, const QVariantList &values = {});
    /// What the rows of one statement of somebody else may take, all together.
    static constexpr qint64 kMostForeignBytes = 64LL * 1024 * 1024;
    /// Runs a statement of somebody else, which readingStatement() must accept; the server gives at
    /// most that many rows. Where their columns could take more than kMostForeignBytes, of texts no
    /// more than the first letters come, with … behind them, of bytes the first ones, and shapes as
    /// text; an order that the statement asks for is then not kept.
    Result<QSqlQuery, SqlError> queryAtMost(const QString &sql, qint64 mostRows);
    /// Prepares a statement at the server, to be bound and executed many times.
    Result<QSqlQuery, SqlError> prepare(const QString &sql);

    Result<void, SqlError> commit();
    Result<void, SqlError> rollback();

    /// Ends the connection before its statements go: of a lost one they cannot be given back.
    void hangUp() { m_database.close(); }

    /// From now on this connection only reads, for good: the session's transactions are read-only,
    /// a statement takes at most `limit`, every statement is prepared at the server and refused
    /// here unless readingStatement() accepts it or it is kInnodbStatus, and a transaction is begun
    /// as a read-only one only. Quotes then mean what they mean without ANSI_QUOTES, and times are
    /// UTC.
    Result<void, SqlError> readOnlyFromNow(std::chrono::milliseconds limit);
    [[nodiscard]] bool isReadOnly() const { return m_isReadOnly; }

    /// CONNECTION_ID() of this session.
    [[nodiscard]] qint64 id() const { return m_id; }
    [[nodiscard]] bool isMariaDb() const { return m_isMariaDb; }
    /// "MariaDB 10.11.19" or "MySQL 8.0.36".
    [[nodiscard]] QString product() const;
    [[nodiscard]] QString version() const { return m_version; }

    /// The version of TLS and the cipher that are in use; empty where nothing is encrypted.
    Result<QString, SqlError> tlsInUse();

private:
    static Result<std::unique_ptr<Connection>, SqlError> openAs(const ConnectionSettings &settings);
    explicit Connection(QString name);
    Result<QSqlQuery, SqlError> prepareUnguarded(const QString &sql);
    Result<QSqlRecord, SqlError> columnsOf(const QString &sql);
    QString m_name;
    QSqlDatabase m_database;
    qint64 m_id = 0;
    QString m_version;
    bool m_isMariaDb = false;
    bool m_isReadOnly = false;
};

/// The words after START TRANSACTION that make a snapshot which cannot be written.
inline constexpr auto kReadOnlySnapshot = "WITH CONSISTENT SNAPSHOT, READ ONLY";

/// Lets the next transaction, or the next statement outside of one, see what nobody has committed.
inline constexpr auto kDirtyReadNext = "SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED";

/// Tells what InnoDB does, in the third column, which only the text protocol gives whole: to be
/// sent.
inline constexpr auto kInnodbStatus = "SHOW ENGINE INNODB STATUS";

/// Rolls back unless it was committed.
class Transaction
{
public:
    /// START TRANSACTION with those words after it, e.g. "WITH CONSISTENT SNAPSHOT, READ ONLY".
    static Result<Transaction, SqlError> begin(Connection &connection,
                                               const QString &modifiers = {});
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();
    Result<void, SqlError> commit();

private:
    explicit Transaction(Connection &connection);
    Connection *m_connection;
};

/// `name` quoted as an identifier with backticks.
QString quotedIdentifier(const QString &name);

/// A text as a literal of SQL, for sessions of ours, which know backslash escapes.
QString quotedText(QString text);

} // namespace stampede
