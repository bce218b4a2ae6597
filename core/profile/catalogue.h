// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/connection.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace stampede {

/// A column as information_schema describes it.
struct ColumnFacts
{
    QString name;
    QString type;      ///< "bigint", "varchar", "datetime" …, in small letters
    int precision = 0; ///< digits after the second, of times
    bool mayBeNull = false;
    int length = 0;    ///< of texts and bytes, in characters; 0 for the others
    QString charset;   ///< of texts; empty for the others
    QString collation; ///< likewise

    [[nodiscard]] bool holdsWholeNumbers() const;
    /// BINARY, VARBINARY and BLOBs.
    [[nodiscard]] bool holdsBytes() const;
    /// A point, a line or another shape.
    [[nodiscard]] bool isShape() const;
};

/// A table or view and its columns.
struct TableFacts
{
    QString name;
    bool isView = false;
    QString database; ///< empty for that of the connection
    QList<ColumnFacts> columns;

    /// The column of that name; names of columns know no case.
    [[nodiscard]] const ColumnFacts *column(const QString &wanted) const;
    [[nodiscard]] QStringList columnNames() const;
};

/// The tables of the database that a connection is in, and of others of the server that were asked
/// for by name.
class Catalogue
{
public:
    /// `further`: names as a profile has them; what stands before the first dot of one, where no
    /// table is called so, is the name of another database to read.
    static Result<Catalogue, SqlError> read(Connection &connection,
                                            const QStringList &further = {});

    [[nodiscard]] const QString &database() const { return m_database; }
    /// The table of that name ("table" or "database.table"), as the server compares names.
    [[nodiscard]] const TableFacts *table(const QString &wanted) const;
    [[nodiscard]] QStringList tableNames() const;
    /// By name; those of the connection's database.
    [[nodiscard]] const QList<TableFacts> &tables() const { return m_tables; }

private:
    Result<void, SqlError> readTables(Connection &connection, const QString &database,
                                      QList<TableFacts> &to) const;
    [[nodiscard]] const TableFacts *tableIn(const QList<TableFacts> &tables,
                                            const QString &wanted) const;
    QString m_database;
    Qt::CaseSensitivity m_case = Qt::CaseSensitive;
    QList<TableFacts> m_tables;
    QList<TableFacts> m_others; ///< of other databases
};

/// "similar: a, b", or what there is at all where nothing is similar.
QString similarOrAll(const QString &wanted, const QStringList &names);

} // namespace stampede
