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

    [[nodiscard]] bool holdsWholeNumbers() const;
    /// A point, a line or another shape.
    [[nodiscard]] bool isShape() const;
};

/// A table or view and its columns.
struct TableFacts
{
    QString name;
    bool isView = false;
    QList<ColumnFacts> columns;

    /// The column of that name; names of columns know no case.
    [[nodiscard]] const ColumnFacts *column(const QString &wanted) const;
    [[nodiscard]] QStringList columnNames() const;
};

/// The tables of the database that a connection is in.
class Catalogue
{
public:
    static Result<Catalogue, SqlError> read(Connection &connection);

    [[nodiscard]] const QString &database() const { return m_database; }
    /// The table of that name, as the server compares names.
    [[nodiscard]] const TableFacts *table(const QString &wanted) const;
    [[nodiscard]] QStringList tableNames() const;
    /// By name.
    [[nodiscard]] const QList<TableFacts> &tables() const { return m_tables; }

private:
    QString m_database;
    Qt::CaseSensitivity m_case = Qt::CaseSensitive;
    QList<TableFacts> m_tables;
};

/// "similar: a, b", or what there is at all where nothing is similar.
QString similarOrAll(const QString &wanted, const QStringList &names);

} // namespace stampede
