// SPDX-License-Identifier: MIT
#include "profile/catalogue.h"

#include "profile/profile_text.h"
#include "text/nearest_name.h"

#include <QSet>

#include <algorithm>

namespace stampede {

namespace {

constexpr qsizetype kSimilarAtMost = 3;
constexpr qsizetype kNamedAtMost = 10;

/// The names that were most likely meant, then those that contain the name or are part of it.
QStringList similarNames(const QString &wanted, QStringList names)
{
    QStringList found;
    for (QString near = text::nearestName(wanted, names);
         !near.isEmpty() && found.size() < kSimilarAtMost;
         near = text::nearestName(wanted, names)) {
        found << near;
        names.removeAll(near);
    }
    for (const QString &name : std::as_const(names)) {
        const bool related = name.contains(wanted, Qt::CaseInsensitive) ||
                             wanted.contains(name, Qt::CaseInsensitive);
        if (related && found.size() < kSimilarAtMost) {
            found << name;
        }
    }
    return found;
}

} // namespace

bool ColumnFacts::holdsWholeNumbers() const
{
    static const QSet<QString> types = {QStringLiteral("tinyint"), QStringLiteral("smallint"),
                                        QStringLiteral("mediumint"), QStringLiteral("int"),
                                        QStringLiteral("bigint")};
    return types.contains(type);
}

bool ColumnFacts::holdsBytes() const
{
    return type.endsWith(QLatin1String("binary")) || type.endsWith(QLatin1String("blob"));
}

bool ColumnFacts::isShape() const
{
    static const QSet<QString> types = {
        QStringLiteral("geometry"),      QStringLiteral("point"),
        QStringLiteral("linestring"),    QStringLiteral("polygon"),
        QStringLiteral("multipoint"),    QStringLiteral("multilinestring"),
        QStringLiteral("multipolygon"),  QStringLiteral("geometrycollection"),
        QStringLiteral("geomcollection")};
    return types.contains(type);
}

const ColumnFacts *TableFacts::column(const QString &wanted) const
{
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&wanted](const ColumnFacts &column) {
            return column.name.compare(wanted, Qt::CaseInsensitive) == 0;
        });
    return found == columns.end() ? nullptr : &*found;
}

QStringList TableFacts::columnNames() const
{
    QStringList names;
    for (const ColumnFacts &column : columns) {
        names << column.name;
    }
    return names;
}

Result<Catalogue, SqlError> Catalogue::read(Connection &connection, const QStringList &further)
{
    Catalogue catalogue;
    auto session =
        connection.query(QStringLiteral("SELECT DATABASE(), @@GLOBAL.lower_case_table_names"));
    if (!session) {
        return Failure{session.error()};
    }
    if (session.value().next()) {
        catalogue.m_database = session.value().value(0).toString();
        catalogue.m_case =
            session.value().value(1).toInt() == 0 ? Qt::CaseSensitive : Qt::CaseInsensitive;
    }
    if (auto done = catalogue.readTables(connection, {}, catalogue.m_tables); !done) {
        return Failure{done.error()};
    }
    for (const QString &name : further) {
        const qsizetype dot = name.indexOf(QLatin1Char('.'));
        if (dot < 1 || catalogue.table(name) != nullptr) {
            continue;
        }
        if (auto done = catalogue.readTables(connection, name.left(dot), catalogue.m_others);
            !done) {
            return Failure{done.error()};
        }
    }
    return catalogue;
}

Result<void, SqlError> Catalogue::readTables(Connection &connection, const QString &database,
                                             QList<TableFacts> &to) const
{
    auto columns = connection.query(
        QStringLiteral("SELECT t.table_name, t.table_type, c.column_name, c.data_type, "
                       "COALESCE(c.datetime_precision, 0), c.is_nullable = 'YES', "
                       "LEAST(COALESCE(c.character_maximum_length, 0), 65535), "
                       "COALESCE(c.character_set_name, ''), COALESCE(c.collation_name, '') "
                       "FROM information_schema.tables t "
                       "JOIN information_schema.columns c ON c.table_schema = t.table_schema "
                       "AND c.table_name = t.table_name WHERE t.table_schema = %1 "
                       "ORDER BY t.table_name, c.ordinal_position")
            .arg(database.isEmpty() ? QStringLiteral("DATABASE()") : quotedText(database)));
    if (!columns) {
        return Failure{columns.error()};
    }
    QSqlQuery &row = columns.value();
    bool any = false;
    while (row.next()) {
        const QString table = row.value(0).toString();
        if (!any || to.last().name != table) {
            to.append(
                {table, row.value(1).toString().contains(QLatin1String("VIEW")), database, {}});
            any = true;
        }
        to.last().columns.append({row.value(2).toString(), row.value(3).toString().toLower(),
                                  row.value(4).toInt(), row.value(5).toBool(), row.value(6).toInt(),
                                  row.value(7).toString(), row.value(8).toString()});
    }
    return {};
}

const TableFacts *Catalogue::tableIn(const QList<TableFacts> &tables, const QString &wanted) const
{
    const auto found = std::find_if(tables.begin(), tables.end(), [&](const TableFacts &table) {
        const QString name =
            table.database.isEmpty() ? table.name : table.database + QLatin1Char('.') + table.name;
        return name.compare(wanted, m_case) == 0;
    });
    return found == tables.end() ? nullptr : &*found;
}

const TableFacts *Catalogue::table(const QString &wanted) const
{
    const TableFacts *here = tableIn(m_tables, wanted);
    return here != nullptr ? here : tableIn(m_others, wanted);
}

QStringList Catalogue::tableNames() const
{
    QStringList names;
    for (const TableFacts &table : m_tables) {
        names << table.name;
    }
    return names;
}

QString similarOrAll(const QString &wanted, const QStringList &names)
{
    const QString comma = QStringLiteral(", ");
    const QStringList similar = similarNames(wanted, names);
    if (!similar.isEmpty()) {
        return ProfileText::tr("similar: %1").arg(similar.join(comma));
    }
    if (names.isEmpty()) {
        return ProfileText::tr("there is none at all");
    }
    const QString more = names.size() > kNamedAtMost ? QStringLiteral(", …") : QString();
    return ProfileText::tr("there are: %1").arg(names.mid(0, kNamedAtMost).join(comma) + more);
}

} // namespace stampede
