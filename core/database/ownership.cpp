#include "database/ownership.h"

#include "text/number_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace stampede {

namespace {

const QString kOwnershipMarker = QStringLiteral("stampede_marker");
constexpr qsizetype kNamedAtMost = 3;

struct OwnershipText
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseOwnership)
};

struct DatabaseObject
{
    QString kind; ///< as the server says it: "BASE TABLE", "VIEW", "PROCEDURE", "EVENT" …
    QString name;
};

bool isTable(const DatabaseObject &object)
{
    return object.kind == QStringLiteral("BASE TABLE");
}

bool isOwnName(const QString &name)
{
    static const QStringList own = {QStringLiteral("coupons"), QStringLiteral("user_coupons"),
                                    QStringLiteral("users"), kOwnershipMarker};
    return own.contains(name);
}

Result<QList<DatabaseObject>, SqlError> objectsIn(Connection &connection, const QString &database)
{
    Result<QSqlQuery, SqlError> answered = connection.query(
        QStringLiteral(
            "SELECT table_type, table_name FROM information_schema.tables "
            "WHERE table_schema = ? "
            "UNION ALL SELECT routine_type, routine_name FROM information_schema.routines "
            "WHERE routine_schema = ? "
            "UNION ALL SELECT 'EVENT', event_name FROM information_schema.events "
            "WHERE event_schema = ? "
            "UNION ALL SELECT 'TRIGGER', trigger_name FROM information_schema.triggers "
            "WHERE trigger_schema = ? ORDER BY 1, 2"),
        {database, database, database, database});
    if (!answered.ok()) {
        return Failure{answered.error()};
    }
    QList<DatabaseObject> objects;
    QSqlQuery &rows = answered.value();
    while (rows.next()) {
        objects.append({rows.value(0).toString(), rows.value(1).toString()});
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
                  OwnershipText::tr("The database %1 holds %2 table that is not Stampede's (%3)."),
                  OwnershipText::tr(
                      "The database %1 holds %2 tables that are not Stampede's (%3)."))
            : text::plural(
                  foreign.size(),
                  OwnershipText::tr("The database %1 holds %2 object that is not Stampede's (%3)."),
                  OwnershipText::tr(
                      "The database %1 holds %2 objects that are not Stampede's (%3)."));
    return found.arg(database, text::count(foreign.size()), names.join(QStringLiteral(", "))) +
           QLatin1Char(' ') +
           OwnershipText::tr(
               "Nothing was written. Choose an empty database, or describe these tables and "
               "only read them.");
}

QString unreadable(const QString &database, const SqlError &error)
{
    return OwnershipText::tr("Whether the database %1 may be written could not be found out: %2")
        .arg(database, error.message);
}

} // namespace

Result<DatabaseContents, QString> databaseContents(Connection &connection,
                                                   const QString &databaseName)
{
    STAMPEDE_CHECK(!databaseName.isEmpty());
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
                 [marked](const DatabaseObject &object) {
                     return !marked || !isTable(object) || !isOwnName(object.name);
                 });
    if (!foreign.isEmpty()) {
        return Failure{refusal(databaseName, foreign)};
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
        return Failure{OwnershipText::tr("The database %1 cannot be written: %2")
                           .arg(databaseName, created.error().message)};
    }
    return {};
}

} // namespace stampede
