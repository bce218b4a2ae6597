// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <memory>

namespace stampede {

/// Why a statement was not carried out.
struct SqlFileError
{
    int code = 0; ///< SQLite's own
    QString message;
    /// The file is broken, or no database at all, or has not the tables and columns of ours.
    [[nodiscard]] bool isDamage() const;
    /// The file, its folder or its disk takes no change.
    [[nodiscard]] bool isReadOnly() const;
};

/// One connection to one SQLite file, opened, used and closed in one thread. Waits up to 15 s for
/// another program that is writing.
class SqlFile
{
public:
    /// Loads Qt's driver; to be called once in the main thread. The error is a sentence.
    static Result<void, QString> prepareDriver();
    /// Opens the file, making it where it is not there.
    static Result<std::unique_ptr<SqlFile>, SqlFileError> open(const QString &path);
    /// Opens a file that is there to be read only, without a file beside it being made.
    static Result<std::unique_ptr<SqlFile>, SqlFileError> openToRead(const QString &path);
    ~SqlFile();
    SqlFile(const SqlFile &) = delete;
    SqlFile &operator=(const SqlFile &) = delete;

    /// Carries out one statement. The rows of the query can be read once, from first to last; after
    /// the last, check() says whether it was the last indeed.
    Result<QSqlQuery, SqlFileError> run(const QString &sql, const QVariantList &values = {});
    /// Several statements one after the other, up to the first that fails.
    Result<void, SqlFileError> runAll(const QStringList &statements);
    /// What kept a query from giving further rows.
    static Result<void, SqlFileError> check(const QSqlQuery &query);
    /// The first cell of the first row, 0 where there is none.
    Result<qint64, SqlFileError> number(const QString &sql, const QVariantList &values = {});

private:
    explicit SqlFile(QString name);
    static Result<std::unique_ptr<SqlFile>, SqlFileError> openAs(const QString &name,
                                                                 const QString &options);
    QString m_name;
    QSqlDatabase m_database;
};

/// Everything until commit(), or nothing of it.
class SqlTransaction
{
public:
    /// Takes the right to write at once, so that no other program's write comes in between.
    static Result<SqlTransaction, SqlFileError> begin(SqlFile &file);
    ~SqlTransaction();
    SqlTransaction(SqlTransaction &&other) noexcept;
    SqlTransaction &operator=(SqlTransaction &&) = delete;
    SqlTransaction(const SqlTransaction &) = delete;
    SqlTransaction &operator=(const SqlTransaction &) = delete;
    Result<void, SqlFileError> commit();

private:
    explicit SqlTransaction(SqlFile &file)
        : m_file(&file)
    {}
    SqlFile *m_file; ///< null once it is over
};

} // namespace stampede
