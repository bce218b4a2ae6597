// SPDX-License-Identifier: MIT
#include "database/connection.h"

#include "database/database_text.h"

#include "database/foreign_columns.h"
#include "database/reading_statement.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QSqlError>
#include <QSqlRecord>
#include <QStringList>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>

namespace stampede {

namespace {

const QString kDriver = QStringLiteral("QMYSQL");

/// Names of Qt's connections are global to the program.
QString freshName()
{
    static std::atomic<std::uint64_t> next = 1;
    return QStringLiteral("stampede-%1").arg(next.fetch_add(1, std::memory_order_relaxed));
}

QString connectOptions(const ConnectionSettings &settings)
{
    QString options = QStringLiteral("MYSQL_OPT_CONNECT_TIMEOUT=%1;MYSQL_OPT_READ_TIMEOUT=%2;"
                                     "MYSQL_OPT_WRITE_TIMEOUT=%2")
                          .arg(settings.connectTimeoutSeconds)
                          .arg(settings.readTimeoutSeconds);
    if (!settings.socket.isEmpty()) {
        return options + QStringLiteral(";UNIX_SOCKET=") + settings.socket;
    }
    const DatabaseTls &tls = settings.tls;
    if (tls.mode == DatabaseTls::Mode::Off) {
        return options;
    }
    // Any option of TLS makes the client library ask for it; the empty list of ciphers is its own.
    options += QStringLiteral(";SSL_CIPHER=");
    if (!tls.ca.isEmpty()) {
        options += QStringLiteral(";SSL_CA=") + tls.ca;
    } else if (tls.mode == DatabaseTls::Mode::Verify) {
        options += QStringLiteral(";SSL_CAPATH=/etc/ssl/certs");
    }
    if (!tls.certificate.isEmpty()) {
        options += QStringLiteral(";SSL_CERT=") + tls.certificate + QStringLiteral(";SSL_KEY=") +
                   (tls.key.isEmpty() ? tls.certificate : tls.key);
    }
    return options;
}

/// The client library takes "localhost" for its own default socket, never for TCP.
QString hostFor(const ConnectionSettings &settings)
{
    if (!settings.socket.isEmpty()) {
        return {};
    }
    const bool isLocalhost =
        settings.host.compare(QStringLiteral("localhost"), Qt::CaseInsensitive) == 0;
    return isLocalhost ? QStringLiteral("127.0.0.1") : settings.host;
}

SqlError errorOf(const QSqlQuery &query)
{
    return sqlErrorFrom(query.lastError());
}

/// Why a connection that only reads does not send a statement.
Failure<SqlError> refusedToWrite(const QString &why)
{
    return Failure{SqlError{.kind = SqlErrorKind::Refused,
                            .code = 0,
                            .message = DatabaseText::tr("a statement of an audit %1").arg(why)}};
}

/// What a connection that only reads sends beside statements that read.
bool controlsReading(const QString &sql)
{
    return sql == QStringLiteral("START TRANSACTION ") + QLatin1String(kReadOnlySnapshot) ||
           sql == QLatin1String("COMMIT") || sql == QLatin1String("ROLLBACK") ||
           sql == QLatin1String(kDirtyReadNext);
}

} // namespace

Result<void, QString> Connection::prepareDriver()
{
    // Opening nothing is enough: adding a connection loads the plugin.
    static const bool loaded = [] {
        const QString name = freshName();
        bool valid = false;
        if (QSqlDatabase::isDriverAvailable(kDriver)) {
            valid = QSqlDatabase::addDatabase(kDriver, name).isValid();
            QSqlDatabase::removeDatabase(name);
        }
        return valid;
    }();
    if (!loaded) {
        return Failure{
            DatabaseText::tr("Qt's driver for MySQL and MariaDB is missing. Install it with "
                             "`apt-get install libqt6sql6-mysql`.")};
    }
    return {};
}

Connection::Connection(QString name)
    : m_name(std::move(name))
{}

Connection::~Connection()
{
    m_database.close();
    // Qt warns about a connection "still in use" while a handle is left.
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

namespace {

constexpr int kAccessDenied = 1045;
constexpr int kTlsFailed = 2026;

SqlError refused(const QString &text)
{
    return {.kind = SqlErrorKind::Refused, .code = 0, .message = text};
}

/// Servers refuse an account that demands TLS in the words of a wrong password.
QString hintFor(const ConnectionSettings &settings, const QString &message)
{
    if (!settings.socket.isEmpty() || !settings.tls.certificate.isEmpty()) {
        return message;
    }
    if (settings.tls.mode == DatabaseTls::Mode::Off) {
        return message + QLatin1Char(' ') +
               DatabaseText::tr(
                   "(the address says tls=off: an account that demands TLS is refused in the "
                   "same words)");
    }
    return message + QLatin1Char(' ') +
           DatabaseText::tr(
               "(an account that demands a certificate of the client, which tls-cert and "
               "tls-key name, or TLS from a server that offers none is refused in the same "
               "words)");
}

/// The servers, by host and port, that took a connection without TLS after they had none with it: a
/// crowd asks them for it once, and not each by itself, which they would count as broken off.
class PlainServers
{
public:
    [[nodiscard]] bool has(const ConnectionSettings &settings)
    {
        const std::lock_guard lock(m_mutex);
        return m_servers.contains({settings.host, settings.port});
    }
    void add(const ConnectionSettings &settings)
    {
        const std::lock_guard lock(m_mutex);
        m_servers.insert({settings.host, settings.port});
    }

private:
    std::mutex m_mutex; ///< guards the servers
    QSet<std::pair<QString, int>> m_servers;
};

/// With TLS where the server has it. Any thread.
Result<std::unique_ptr<Connection>, SqlError>
openPreferringTls(const ConnectionSettings &settings,
                  Result<std::unique_ptr<Connection>, SqlError> (*open)(const ConnectionSettings &))
{
    static PlainServers plainServers;
    ConnectionSettings plain = settings;
    plain.tls.mode = DatabaseTls::Mode::Off;
    if (plainServers.has(settings)) {
        return open(plain);
    }
    auto opened = open(settings);
    if (!opened && opened.error().code == kTlsFailed) {
        opened = open(plain);
        if (opened) {
            plainServers.add(settings);
        }
    }
    return opened;
}

} // namespace

Result<std::unique_ptr<Connection>, SqlError> Connection::open(const ConnectionSettings &settings)
{
    for (const QString &file : {settings.tls.ca, settings.tls.certificate, settings.tls.key}) {
        if (file.contains(QLatin1Char(';')) || file != file.simplified()) {
            return Failure{refused(DatabaseText::tr("The path of a file for TLS must not contain a "
                                                    "semicolon, or two blanks in a row."))};
        }
    }
    if (auto checked = checkServerTls(settings); !checked) {
        return Failure{refused(checked.error())};
    }
    const bool mayBePlain = settings.socket.isEmpty() && settings.tls.ca.isEmpty() &&
                            settings.tls.mode == DatabaseTls::Mode::Prefer;
    auto opened = mayBePlain ? openPreferringTls(settings, openAs) : openAs(settings);
    if (!opened && opened.error().code == kAccessDenied) {
        SqlError error = opened.error();
        error.message = hintFor(settings, error.message);
        return Failure{error};
    }
    const bool mustBe =
        settings.socket.isEmpty() && (settings.tls.mode == DatabaseTls::Mode::Require ||
                                      settings.tls.mode == DatabaseTls::Mode::Verify);
    if (opened && mustBe) {
        const auto inUse = opened.value()->tlsInUse();
        if (!inUse) {
            return Failure{inUse.error()};
        }
        if (inUse.value().isEmpty()) {
            return Failure{
                refused(DatabaseText::tr("the connection is not encrypted, which the address "
                                         "demands (tls=%1)")
                            .arg(databaseTlsKey(settings.tls.mode)))};
        }
    }
    return opened;
}

Result<QString, SqlError> Connection::tlsInUse()
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral(
            "SHOW SESSION STATUS WHERE Variable_name IN ('Ssl_cipher', 'Ssl_version')"))) {
        return Failure{errorOf(query)};
    }
    QStringList words;
    while (query.next()) {
        if (!query.value(1).toString().isEmpty()) {
            words.prepend(query.value(1).toString());
        }
    }
    return words.join(QStringLiteral(", "));
}

Result<std::unique_ptr<Connection>, SqlError> Connection::openAs(const ConnectionSettings &settings)
{
    if (settings.socket.contains(QLatin1Char(';'))) {
        // The options of Qt's driver are separated by semicolons and know no quoting.
        return Failure{
            SqlError{.kind = SqlErrorKind::Refused,
                     .code = 0,
                     .message = DatabaseText::tr("A socket's path must not contain a semicolon.")}};
    }
    std::unique_ptr<Connection> connection(new Connection(freshName()));
    QSqlDatabase &database = connection->m_database;
    database = QSqlDatabase::addDatabase(kDriver, connection->m_name);
    database.setConnectOptions(connectOptions(settings));
    database.setHostName(hostFor(settings));
    database.setPort(settings.port);
    database.setUserName(settings.user);
    database.setPassword(settings.password);
    database.setDatabaseName(settings.database);
    if (!database.open()) {
        return Failure{sqlErrorFrom(database.lastError())};
    }

    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT CONNECTION_ID(), VERSION()")) || !query.next()) {
        return Failure{errorOf(query)};
    }
    const QString version = query.value(1).toString();
    static const QRegularExpression digits(QStringLiteral("^[0-9]+(\\.[0-9]+)*"));
    connection->m_id = query.value(0).toLongLong();
    connection->m_isMariaDb = version.contains(QStringLiteral("MariaDB"), Qt::CaseInsensitive);
    connection->m_version = digits.match(version).captured(0);
    return connection;
}

Result<void, SqlError> Connection::readOnlyFromNow(std::chrono::milliseconds limit)
{
    const double seconds = std::chrono::duration<double>(limit).count();
    const QStringList statements = {
        // The guard of statements reads quotes, escapes and characters as this session does.
        QStringLiteral("SET NAMES utf8mb4"),
        QStringLiteral("SET SESSION sql_mode = 'NO_ENGINE_SUBSTITUTION'"),
        QStringLiteral("SET SESSION time_zone = '+00:00'"),
        m_isMariaDb ? QStringLiteral("SET SESSION max_statement_time = %1").arg(seconds)
                    : QStringLiteral("SET SESSION max_execution_time = %1").arg(limit.count()),
        QStringLiteral("SET SESSION lock_wait_timeout = %1")
            .arg(std::max<qint64>(1, std::llround(seconds))),
        QStringLiteral("SET SESSION TRANSACTION READ ONLY"),
    };
    for (const QString &sql : statements) {
        if (auto done = execute(sql); !done) {
            return done;
        }
    }
    m_isReadOnly = true;
    return {};
}

Result<void, SqlError> Connection::execute(const QString &sql)
{
    if (m_isReadOnly && !controlsReading(sql)) {
        return refusedToWrite(DatabaseText::tr("must be prepared"));
    }
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql)) {
        return Failure{errorOf(query)};
    }
    return {};
}

Result<QSqlQuery, SqlError> Connection::send(const QString &sql)
{
    if (m_isReadOnly && sql != QLatin1String(kInnodbStatus)) {
        return refusedToWrite(DatabaseText::tr("must be prepared"));
    }
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql)) {
        return Failure{errorOf(query)};
    }
    return query;
}

Result<QSqlQuery, SqlError> Connection::prepare(const QString &sql)
{
    if (m_isReadOnly) {
        if (const auto reads = readingStatement(sql); !reads) {
            return refusedToWrite(reads.error());
        }
    }
    return prepareUnguarded(sql);
}

Result<QSqlQuery, SqlError> Connection::queryAtMost(const QString &sql, qint64 mostRows)
{
    const auto reads = readingStatement(sql);
    if (!reads) {
        return refusedToWrite(reads.error());
    }
    // MariaDB takes no WITH between parentheses, and no derived table (which a LIMIT of its own
    // makes of a SELECT) with a column's name twice.
    // The line's end closes a comment at the end of the statement.
    const bool with = reads.value().startsWith(QLatin1String("WITH"), Qt::CaseInsensitive);
    const QString limited =
        (with ? QStringLiteral("SELECT * FROM (") : QStringLiteral("(")) + reads.value() +
        (with ? QStringLiteral("\n) AS own_check LIMIT ") : QStringLiteral("\n) LIMIT "));
    const auto columns = columnsOf(limited + QLatin1Char('0'));
    if (!columns) {
        return Failure{columns.error()};
    }
    const QString shortened = shortenedStatement(reads.value(), columns.value(), mostRows);
    Result<QSqlQuery, SqlError> prepared =
        prepareUnguarded((shortened.isEmpty() ? limited : shortened) + QString::number(mostRows));
    if (prepared && !prepared.value().exec()) {
        return Failure{errorOf(prepared.value())};
    }
    return prepared;
}

/// The columns that a statement gives, of no row. It is prepared at the server by words: Qt takes
/// room for the longest value of each column as soon as it prepares one, 4 GiB for a shape.
Result<QSqlRecord, SqlError> Connection::columnsOf(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    const bool set = query.prepare(QStringLiteral("SET @stampede_statement = ?"));
    query.addBindValue(sql);
    if (!set || !query.exec() ||
        !query.exec(QStringLiteral("PREPARE stampede_columns FROM @stampede_statement")) ||
        !query.exec(QStringLiteral("EXECUTE stampede_columns"))) {
        return Failure{errorOf(query)};
    }
    QSqlRecord columns = query.record();
    if (!query.exec(QStringLiteral("DEALLOCATE PREPARE stampede_columns"))) {
        return Failure{errorOf(query)};
    }
    return columns;
}

Result<QSqlQuery, SqlError> Connection::prepareUnguarded(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return Failure{errorOf(query)};
    }
    return query;
}

Result<QSqlQuery, SqlError> Connection::query(const QString &sql, const QVariantList &values)
{
    Result<QSqlQuery, SqlError> prepared = prepare(sql);
    if (!prepared.ok()) {
        return prepared;
    }
    QSqlQuery &query = prepared.value();
    for (const QVariant &value : values) {
        query.addBindValue(value);
    }
    if (!query.exec()) {
        return Failure{errorOf(query)};
    }
    return prepared;
}

Result<QVariant, SqlError> Connection::value(const QString &sql, const QVariantList &values)
{
    Result<QSqlQuery, SqlError> answered = query(sql, values);
    if (!answered.ok()) {
        return Failure{answered.error()};
    }
    QSqlQuery &rows = answered.value();
    if (!rows.next()) {
        // Without a row, an error tells a broken result from an empty one.
        if (rows.lastError().isValid()) {
            return Failure{errorOf(rows)};
        }
        return QVariant();
    }
    return rows.value(0);
}

Result<void, SqlError> Connection::commit()
{
    return execute(QStringLiteral("COMMIT"));
}

Result<void, SqlError> Connection::rollback()
{
    return execute(QStringLiteral("ROLLBACK"));
}

QString Connection::product() const
{
    return (m_isMariaDb ? QStringLiteral("MariaDB ") : QStringLiteral("MySQL ")) + m_version;
}

Transaction::Transaction(Connection &connection)
    : m_connection(&connection)
{}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{}

Result<Transaction, SqlError> Transaction::begin(Connection &connection, const QString &modifiers)
{
    const Result<void, SqlError> begun =
        connection.execute(QStringLiteral("START TRANSACTION %1").arg(modifiers));
    if (!begun.ok()) {
        return Failure{begun.error()};
    }
    return Transaction(connection);
}

Transaction::~Transaction()
{
    if (m_connection != nullptr) {
        // Where this fails the connection is lost, and then the server rolls back by itself.
        static_cast<void>(m_connection->rollback());
    }
}

Result<void, SqlError> Transaction::commit()
{
    STAMPEDE_CHECK(m_connection != nullptr);
    Result<void, SqlError> committed = m_connection->commit();
    if (committed.ok()) {
        m_connection = nullptr;
    }
    return committed;
}

QString quotedText(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    text.replace(QLatin1Char('\''), QLatin1String("''"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

QString quotedIdentifier(const QString &name)
{
    QString quoted = name;
    quoted.replace(QLatin1Char('`'), QStringLiteral("``"));
    return QLatin1Char('`') + quoted + QLatin1Char('`');
}

} // namespace stampede
