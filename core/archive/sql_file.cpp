// SPDX-License-Identifier: MIT
#include "archive/sql_file.h"

#include "archive/archive_text.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <utility>

namespace stampede {

namespace {

const QString kDriver = QStringLiteral("QSQLITE");

/// Names of Qt's connections are global to the program.
QString freshName()
{
    static std::atomic<std::uint64_t> next = 1;
    return QStringLiteral("archive-%1").arg(next.fetch_add(1, std::memory_order_relaxed));
}

SqlFileError errorFrom(const QSqlError &error)
{
    const QString text = error.databaseText();
    return {error.nativeErrorCode().toInt(), text.isEmpty() ? error.driverText() : text};
}

/// Makes the file for its owner alone where it is not there: it names servers, accounts and people.
/// SQLite gives the files beside it the same rights. Where it cannot be made, opening it says why.
void keepToOwner(const QString &path)
{
    const int made = ::open(QFile::encodeName(path).constData(),
                            O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made >= 0) {
        ::close(made);
    }
}

/// Why a path cannot be opened that SQLite would wait at for ever, or that is no file at all.
Result<void, SqlFileError> isOrdinary(const QString &path)
{
    constexpr int kCannotOpen = 14;
    struct stat facts = {};
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0 || S_ISREG(facts.st_mode)) {
        return {};
    }
    return Failure{SqlFileError{kCannotOpen, ArchiveText::tr("it is no ordinary file")}};
}

} // namespace

bool SqlFileError::isDamage() const
{
    constexpr int kPrimary = 0xFF;
    constexpr int kCorrupt = 11;
    constexpr int kNotADatabase = 26;
    constexpr int kGeneric = 1; // our statements are right where the tables are ours
    return (code & kPrimary) == kCorrupt || (code & kPrimary) == kNotADatabase ||
           ((code & kPrimary) == kGeneric && (message.contains(QLatin1String("no such column")) ||
                                              message.contains(QLatin1String("no such table"))));
}

bool SqlFileError::isReadOnly() const
{
    constexpr int kPrimary = 0xFF;
    constexpr std::array kCodes = {8, 10, 13, 14}; // read-only, I/O, full, cannot open
    return std::find(kCodes.begin(), kCodes.end(), code & kPrimary) != kCodes.end();
}

Result<void, QString> SqlFile::prepareDriver()
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
            ArchiveText::tr("No run is kept: Qt's driver for SQLite is missing. Install it "
                            "with `apt-get install libqt6sql6-sqlite`.")};
    }
    return {};
}

SqlFile::SqlFile(QString name)
    : m_name(std::move(name))
{}

SqlFile::~SqlFile()
{
    m_database.close();
    // Qt warns about a connection "still in use" while a handle is left.
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<SqlFile>, SqlFileError> SqlFile::open(const QString &path)
{
    if (const auto driver = prepareDriver(); !driver) {
        return Failure{SqlFileError{0, driver.error()}};
    }
    if (auto ordinary = isOrdinary(path); !ordinary) {
        return Failure{ordinary.error()};
    }
    keepToOwner(path);
    return openAs(path, QStringLiteral("QSQLITE_BUSY_TIMEOUT=15000"));
}

Result<std::unique_ptr<SqlFile>, SqlFileError> SqlFile::openToRead(const QString &path)
{
    if (const auto driver = prepareDriver(); !driver) {
        return Failure{SqlFileError{0, driver.error()}};
    }
    if (auto ordinary = isOrdinary(path); !ordinary) {
        return Failure{ordinary.error()};
    }
    const QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=15000;QSQLITE_OPEN_READONLY");
    auto file = openAs(path, options);
    // What another program has written beside it is part of it; where there is nothing beside it,
    // SQLite need not look, which would take a file of its own.
    if (file && file.value()->number(QStringLiteral("SELECT COUNT(*) FROM sqlite_master")).ok()) {
        return file;
    }
    if (QFileInfo(path + QStringLiteral("-wal")).size() > 0) {
        return file;
    }
    QUrl address = QUrl::fromLocalFile(path);
    address.setQuery(QStringLiteral("immutable=1"));
    return openAs(address.toString(QUrl::FullyEncoded),
                  options + QStringLiteral(";QSQLITE_OPEN_URI"));
}

Result<std::unique_ptr<SqlFile>, SqlFileError> SqlFile::openAs(const QString &name,
                                                               const QString &options)
{
    std::unique_ptr<SqlFile> file(new SqlFile(freshName()));
    QSqlDatabase &database = file->m_database;
    database = QSqlDatabase::addDatabase(kDriver, file->m_name);
    database.setDatabaseName(name);
    database.setConnectOptions(options);
    if (!database.open()) {
        return Failure{errorFrom(database.lastError())};
    }
    if (const auto keys = file->run(QStringLiteral("PRAGMA foreign_keys = ON")); !keys) {
        return Failure{keys.error()};
    }
    return file;
}

Result<QSqlQuery, SqlFileError> SqlFile::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return Failure{errorFrom(query.lastError())};
    }
    for (const QVariant &value : values) {
        // A text that was never set is an empty one, not an unknown one.
        const bool noText = value.typeId() == QMetaType::QString && value.toString().isNull();
        query.addBindValue(noText ? QVariant(QStringLiteral("")) : value);
    }
    if (!query.exec()) {
        return Failure{errorFrom(query.lastError())};
    }
    return query;
}

Result<void, SqlFileError> SqlFile::runAll(const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (const auto done = run(statement); !done) {
            return Failure{done.error()};
        }
    }
    return {};
}

Result<void, SqlFileError> SqlFile::check(const QSqlQuery &query)
{
    if (query.lastError().isValid()) {
        return Failure{errorFrom(query.lastError())};
    }
    return {};
}

Result<qint64, SqlFileError> SqlFile::number(const QString &sql, const QVariantList &values)
{
    auto query = run(sql, values);
    if (!query) {
        return Failure{query.error()};
    }
    const bool found = query.value().next();
    if (const auto complete = check(query.value()); !complete) {
        return Failure{complete.error()};
    }
    return found ? query.value().value(0).toLongLong() : 0;
}

Result<SqlTransaction, SqlFileError> SqlTransaction::begin(SqlFile &file)
{
    if (const auto begun = file.run(QStringLiteral("BEGIN IMMEDIATE")); !begun) {
        return Failure{begun.error()};
    }
    return SqlTransaction(file);
}

SqlTransaction::SqlTransaction(SqlTransaction &&other) noexcept
    : m_file(std::exchange(other.m_file, nullptr))
{}

SqlTransaction::~SqlTransaction()
{
    if (m_file != nullptr) {
        static_cast<void>(m_file->run(QStringLiteral("ROLLBACK")).ok());
    }
}

Result<void, SqlFileError> SqlTransaction::commit()
{
    if (const auto done = m_file->run(QStringLiteral("COMMIT")); !done) {
        return Failure{done.error()};
    }
    m_file = nullptr;
    return {};
}

} // namespace stampede
