// SPDX-License-Identifier: MIT
#include "database/ownership.h"

#include "database/database_text.h"

#include "database/account_rights.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <algorithm>

namespace stampede {

namespace {

const QString kOwnershipMarker = QStringLiteral("stampede_marker");
constexpr qsizetype kNamedAtMost = 3;

struct DatabaseObject
{
    QString kind; ///< as the server says it: "BASE TABLE", "VIEW", "PROCEDURE", "EVENT" …
    QString name;
    QString engine{};  ///< of a table
    QString columns{}; ///< of a table with one of our names: theirs, in their order
};

bool isTable(const DatabaseObject &object)
{
    return object.kind == QStringLiteral("BASE TABLE");
}

/// The columns of our tables, as resources/schema.sql has them.
const QHash<QString, QString> &ownTables()
{
    static const QHash<QString, QString> own = {
        {QStringLiteral("coupons"),
         QStringLiteral("id,name,discount_percent,total_quantity,quantity,issued_count,version,"
                        "starts_at,ends_at")},
        {QStringLiteral("user_coupons"), QStringLiteral("id,user_id,coupon_id,issued_at")},
        {QStringLiteral("users"), QStringLiteral("id,email,name,balance")},
        {kOwnershipMarker, QStringLiteral("format")}};
    return own;
}

/// One of ours keeps its rows itself: with another engine it may stand for the rows of somebody
/// else (MERGE, FEDERATED, SPIDER …). The names are common ones: with other columns it is a table
/// that somebody has put in the place of ours.
bool isOurs(const DatabaseObject &object)
{
    return isTable(object) && ownTables().contains(object.name) &&
           object.columns == ownTables().value(object.name) &&
           object.engine.compare(QLatin1String("InnoDB"), Qt::CaseInsensitive) == 0;
}

/// Adds the columns to the tables with one of our names.
Result<void, SqlError> readColumns(Connection &connection, const QString &database,
                                   QList<DatabaseObject> &objects)
{
    auto columns = connection.query(
        QStringLiteral("SELECT table_name, column_name FROM information_schema.columns WHERE "
                       "table_schema = ? AND table_name IN ('coupons', 'user_coupons', 'users', "
                       "'stampede_marker') ORDER BY table_name, ordinal_position"),
        {database});
    if (!columns) {
        return Failure{columns.error()};
    }
    QHash<QString, QStringList> byTable;
    while (columns.value().next()) {
        byTable[columns.value().value(0).toString()] << columns.value().value(1).toString();
    }
    for (DatabaseObject &object : objects) {
        object.columns = byTable.value(object.name).join(QLatin1Char(','));
    }
    return {};
}

Result<QList<DatabaseObject>, SqlError> objectsIn(Connection &connection, const QString &database)
{
    Result<QSqlQuery, SqlError> answered = connection.query(
        QStringLiteral(
            "SELECT table_type, table_name, engine FROM information_schema.tables "
            "WHERE table_schema = ? "
            "UNION ALL SELECT routine_type, routine_name, '' FROM information_schema.routines "
            "WHERE routine_schema = ? "
            "UNION ALL SELECT 'EVENT', event_name, '' FROM information_schema.events "
            "WHERE event_schema = ? "
            "UNION ALL SELECT 'TRIGGER', trigger_name, '' FROM information_schema.triggers "
            "WHERE trigger_schema = ? ORDER BY 1, 2"),
        {database, database, database, database});
    if (!answered.ok()) {
        return Failure{answered.error()};
    }
    QList<DatabaseObject> objects;
    QSqlQuery &rows = answered.value();
    while (rows.next()) {
        objects.append(
            {rows.value(0).toString(), rows.value(1).toString(), rows.value(2).toString()});
    }
    if (auto read = readColumns(connection, database, objects); !read) {
        return Failure{read.error()};
    }
    return objects;
}

QString refusal(const QString &database, const QList<DatabaseObject> &foreign)
{
    const bool onlyTables = std::all_of(foreign.begin(), foreign.end(), isTable);
    QStringList names;
    for (const DatabaseObject &object : foreign.first(std::min(kNamedAtMost, foreign.size()))) {
        names +=
            isTable(object) ? object.name : object.kind.toLower() + QLatin1Char(' ') + object.name;
    }
    if (foreign.size() > kNamedAtMost) {
        names += QStringLiteral("…");
    }
    const QString found =
        onlyTables
            ? text::plural(
                  foreign.size(),
                  DatabaseText::tr("The database %1 holds %2 table that is not Stampede's (%3)."),
                  DatabaseText::tr("The database %1 holds %2 tables that are not Stampede's (%3)."))
            : text::plural(
                  foreign.size(),
                  DatabaseText::tr("The database %1 holds %2 object that is not Stampede's (%3)."),
                  DatabaseText::tr(
                      "The database %1 holds %2 objects that are not Stampede's (%3)."));
    return found.arg(database, text::count(foreign.size()), names.join(QStringLiteral(", "))) +
           QLatin1Char(' ') +
           DatabaseText::tr(
               "Nothing was written. Choose an empty database, or describe these tables and "
               "only read them.");
}

QString unreadable(const QString &database, const SqlError &error)
{
    return DatabaseText::tr("Whether the database %1 may be written could not be found out: %2")
        .arg(database, error.message);
}

/// Why nothing may be asked about a database of that name: a name that the server or its client
/// library takes for another one would be judged by the wrong contents.
Result<void, QString> isTheName(Connection &connection, const QString &database)
{
    const auto here = connection.value(QStringLiteral("SELECT DATABASE()"));
    const auto folds = connection.value(QStringLiteral("SELECT @@lower_case_table_names"));
    if (!here || !folds) {
        return Failure{unreadable(database, here ? folds.error() : here.error())};
    }
    const Qt::CaseSensitivity cases =
        folds.value().toInt() == 0 ? Qt::CaseSensitive : Qt::CaseInsensitive;
    if (here.value().toString().compare(database, cases) == 0) {
        return {};
    }
    return Failure{DatabaseText::tr("The server takes the database's name %1 for another one "
                                    "(%2). Nothing was written.")
                       .arg(database, here.value().toString())};
}

/// Tables of other databases with a foreign key into this one: InnoDB's own list, which the server
/// shows to accounts with PROCESS, else what this account may see.
Result<QStringList, SqlError> pointingHere(Connection &connection, const QString &database)
{
    constexpr int kAccessDenied = 1227;
    // Names stand there as the names of files are written.
    const QString list = connection.isMariaDb()
                             ? QStringLiteral("information_schema.innodb_sys_foreign")
                             : QStringLiteral("information_schema.innodb_foreign");
    const auto name = [](const char *part) {
        return QStringLiteral("CONVERT(CAST(CAST(SUBSTRING_INDEX(for_name, '/', %1) AS BINARY) AS "
                              "CHAR CHARACTER SET filename) USING utf8mb4)")
            .arg(QLatin1String(part));
    };
    auto answered = connection.query(
        QStringLiteral("SELECT DISTINCT %1, %2 FROM %3 WHERE SUBSTRING_INDEX(ref_name, '/', 1) = "
                       "CAST(CONVERT(? USING filename) AS BINARY) AND SUBSTRING_INDEX(for_name, "
                       "'/', 1) <> SUBSTRING_INDEX(ref_name, '/', 1) ORDER BY 1, 2")
            .arg(name("1"), name("-1"), list),
        {database});
    if (!answered && answered.error().code == kAccessDenied) {
        answered = connection.query(
            QStringLiteral("SELECT DISTINCT constraint_schema, table_name FROM "
                           "information_schema.referential_constraints WHERE "
                           "unique_constraint_schema = ? AND constraint_schema <> ? ORDER BY 1, 2"),
            {database, database});
    }
    if (!answered) {
        return Failure{answered.error()};
    }
    QStringList tables;
    while (answered.value().next()) {
        tables << answered.value().value(0).toString() + QLatin1Char('.') +
                      answered.value().value(1).toString();
    }
    return tables;
}

/// Whether the account sees all that there is, and nobody points into it from elsewhere.
Result<void, QString> isClosed(Connection &connection, const QString &database)
{
    const auto grant = grantForSight(connection, database);
    if (!grant) {
        return Failure{unreadable(database, grant.error())};
    }
    if (!grant.value().isEmpty()) {
        return Failure{DatabaseText::tr("This account may not see everything in the database %1, "
                                        "so nobody can tell whether it is empty or Stampede's "
                                        "own. Nothing was written. This would show it: %2;")
                           .arg(database, grant.value())};
    }
    const auto pointing = pointingHere(connection, database);
    if (!pointing) {
        return Failure{unreadable(database, pointing.error())};
    }
    if (!pointing.value().isEmpty()) {
        const QStringList named = pointing.value().mid(0, kNamedAtMost);
        return Failure{
            DatabaseText::tr("Foreign keys of other databases point into the database "
                             "%1 (%2), so that rows there could change with rows "
                             "here. Nothing was written. Choose another database, or "
                             "remove them.")
                .arg(database, named.join(QStringLiteral(", ")) +
                                   (named.size() < pointing.value().size() ? QStringLiteral(", …")
                                                                           : QString()))};
    }
    return {};
}

} // namespace

Result<DatabaseContents, QString> databaseContents(Connection &connection,
                                                   const QString &databaseName)
{
    STAMPEDE_CHECK(!databaseName.isEmpty());
    if (auto same = isTheName(connection, databaseName); !same) {
        return Failure{same.error()};
    }
    const auto found = objectsIn(connection, databaseName);
    if (!found.ok()) {
        return Failure{unreadable(databaseName, found.error())};
    }
    const QList<DatabaseObject> &objects = found.value();
    const bool marked =
        std::any_of(objects.begin(), objects.end(), [](const DatabaseObject &object) {
            return isTable(object) && object.name == kOwnershipMarker;
        });
    QList<DatabaseObject> foreign;
    std::copy_if(objects.begin(), objects.end(), std::back_inserter(foreign),
                 [marked](const DatabaseObject &object) { return !marked || !isOurs(object); });
    if (!foreign.isEmpty()) {
        return Failure{refusal(databaseName, foreign)};
    }
    if (auto closed = isClosed(connection, databaseName); !closed) {
        return Failure{closed.error()};
    }
    return marked ? DatabaseContents::Ours : DatabaseContents::Empty;
}

Result<void, QString> claimDatabase(Connection &connection, const QString &databaseName)
{
    const auto contents = databaseContents(connection, databaseName);
    if (!contents.ok()) {
        return Failure{contents.error()};
    }
    if (contents.value() == DatabaseContents::Ours) {
        return {};
    }
    const Result<void, SqlError> created = connection.execute(
        QStringLiteral("CREATE TABLE IF NOT EXISTS %1.%2 (format INT NOT NULL) ENGINE = InnoDB "
                       "COMMENT = 'Stampede creates, resets and drops its tables in this database'")
            .arg(quotedIdentifier(databaseName), quotedIdentifier(kOwnershipMarker)));
    if (!created.ok()) {
        return Failure{DatabaseText::tr("The database %1 cannot be written: %2")
                           .arg(databaseName, created.error().message)};
    }
    return {};
}

} // namespace stampede
